#include "montecarlo/machine.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef KERNEL_ONLY
static const struct kernel *const kernels[] = {&kernel_v2};
static int supported(int level)
{
    (void)level;
    return 1;
}
#else
static const struct kernel *const kernels[] = {&kernel_v2, &kernel_v3, &kernel_v4};

static int supported(int level)
{
    __builtin_cpu_init();
    if (!__builtin_cpu_supports("sse4.2") || !__builtin_cpu_supports("popcnt"))
        return 0;
    if (level >= 1 && (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma") ||
                       !__builtin_cpu_supports("bmi2")))
        return 0;
    if (level >= 2 && (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512bw") ||
                       !__builtin_cpu_supports("avx512cd") || !__builtin_cpu_supports("avx512dq") ||
                       !__builtin_cpu_supports("avx512vl")))
        return 0;
    return 1;
}
#endif

const struct kernel *machine_kernel(const char **why)
{
    const int count = sizeof kernels / sizeof *kernels;
    const char *wanted = getenv("PLAYBOOK_ISA");
    *why = NULL;
    if (!wanted || !*wanted) {
        for (int level = count - 1; level >= 0; level--)
            if (supported(level))
                return kernels[level];
        *why = "this processor is older than x86-64-v2";
        return NULL;
    }
    for (int level = 0; level < count; level++)
        if (strcmp(kernels[level]->name, wanted) == 0) {
            if (supported(level))
                return kernels[level];
            *why = "PLAYBOOK_ISA names a level that this processor lacks";
            return NULL;
        }
    *why = "PLAYBOOK_ISA must be v2, v3 or v4";
    return NULL;
}

int machine_processors(void)
{
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? (int)online : 1;
}
