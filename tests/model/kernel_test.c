/* Every kernel this machine can run plays the same bits as the plain model. */
#include "model/kernel.h"

#include "laws/fixture.h"
#include "model/month.h"
#include "montecarlo/machine.h"
#include "numerics/draws.h"

#include <stdlib.h>
#include <string.h>

static const struct kernel *kernel_of(const char *level)
{
    const char *why;
    setenv("PLAYBOOK_ISA", level, 1);
    const struct kernel *kernel = machine_kernel(&why);
    unsetenv("PLAYBOOK_ISA");
    return kernel;
}

/* Kernels by level; NULL for those that this machine cannot run. */
static const char *const levels[] = {"v2", "v3", "v4"};

START_TEST(kernels_know_their_names)
{
    ck_assert_ptr_eq(kernel_of("v2"), &kernel_v2);
    for (int k = 0; k < 3; k++)
        if (kernel_of(levels[k]))
            ck_assert_str_eq(kernel_of(levels[k])->name, levels[k]);
}
END_TEST

START_TEST(every_kernel_plays_the_same_months)
{
    struct scenario *scenario = fixture_eventful(1);
    for (int k = 0; k < 3; k++) {
        const struct kernel *kernel = kernel_of(levels[k]);
        if (!kernel)
            continue;
        struct block *plain = fixture_lanes(scenario, 0, 0, LANES);
        struct block *wide = fixture_lanes(scenario, 0, 0, LANES);
        month_start(plain);
        kernel->start(wide);
        while (plain->month < scenario->horizon) {
            month_step(plain);
            kernel->month(wide);
            if (plain->month % 12 == 0) {
                block_compact(plain);
                kernel->compact(wide);
            }
            ck_assert_int_eq(plain->n, wide->n);
            for (int i = 0; i < plain->n; i++)
                ck_assert_uint_eq(plain->path[i], wide->path[i]);
            ck_assert_int_eq(memcmp(&plain->world, &wide->world, sizeof plain->world), 0);
            ck_assert_int_eq(memcmp(&plain->company, &wide->company, sizeof plain->company), 0);
        }
        for (int i = 0; i < LANES; i++)
            ck_assert(fixture_same(&plain->result[i], &wide->result[i]));
        free(plain);
        free(wide);
    }
    scenario_destroy(scenario);
}
END_TEST

START_TEST(every_kernel_computes_the_same_functions)
{
    enum { COUNT = 1000 };
    double expected[2][COUNT], found[COUNT];
    for (int i = 0; i < COUNT; i++) {
        expected[0][i] = draws_uniform(draws_threefry(1, 2, (uint64_t)i).first);
        expected[1][i] = 40.0 * expected[0][i] - 20.0;
    }
    double normal[COUNT], power[COUNT];
    for (int i = 0; i < COUNT; i++) {
        normal[i] = elementary_normal_quantile(expected[0][i]);
        power[i] = elementary_exp(expected[1][i]);
    }
    for (int k = 0; k < 3; k++) {
        const struct kernel *kernel = kernel_of(levels[k]);
        if (!kernel)
            continue;
        memcpy(found, expected[0], sizeof found);
        kernel->normals(found, COUNT);
        ck_assert_int_eq(memcmp(found, normal, sizeof found), 0);
        memcpy(found, expected[1], sizeof found);
        kernel->exps(found, COUNT);
        ck_assert_int_eq(memcmp(found, power, sizeof found), 0);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {kernels_know_their_names, every_kernel_plays_the_same_months,
                                  every_kernel_computes_the_same_functions, NULL};
    return fixture_run("kernel", tests);
}
