#include "model/kernel.h"

#include "model/month.h"
#include "numerics/draws.h"
#include "numerics/elementary.h"

#ifndef KERNEL
#define KERNEL v2
#endif
#define KERNEL_JOIN(a, b) a##b
#define KERNEL_NAME(level) KERNEL_JOIN(kernel_, level)
#define KERNEL_TEXT(level) #level
#define KERNEL_QUOTE(level) KERNEL_TEXT(level)

static void exps(double *restrict x, int n)
{
    for (int i = 0; i < n; i++)
        x[i] = elementary_exp(x[i]);
}

extern const struct kernel KERNEL_NAME(KERNEL);

__attribute__((visibility("default")))
const struct kernel KERNEL_NAME(KERNEL) = {
    .name = KERNEL_QUOTE(KERNEL),
    .start = month_start,
    .month = month_step,
    .compact = block_compact,
    .normals = draws_normals,
    .exps = exps,
};
