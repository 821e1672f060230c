/* Included by one file per level, which has told the compiler what to compile for. Not a header for
 * anybody else. */
#include "bench/light.h"

#define LIGHT_JOIN(name, level) name##_##level
#define LIGHT_NAME(name, level) LIGHT_JOIN(name, level)
#define LIGHT_TEXT(level) #level
#define LIGHT_QUOTE(level) LIGHT_TEXT(level)

#define draws_uniforms LIGHT_NAME(light_uniforms, LIGHT_LEVEL)
#define draws_normals LIGHT_NAME(light_normals, LIGHT_LEVEL)
#define draws_poisson LIGHT_NAME(light_poisson, LIGHT_LEVEL)
#define draws_binomial LIGHT_NAME(light_binomial, LIGHT_LEVEL)
#include "numerics/draws.c"

#define LIGHT_LOOP(name, expression)                                                               \
    static void name(const double *restrict x, double *restrict y, int n)                          \
    {                                                                                              \
        for (int i = 0; i < n; i++)                                                                \
            y[i] = expression;                                                                     \
    }

LIGHT_LOOP(log_loop, elementary_log(x[i]))
LIGHT_LOOP(divide_loop, 1.5 / x[i])

const struct light LIGHT_NAME(light, LIGHT_LEVEL) = {
    .level = LIGHT_QUOTE(LIGHT_LEVEL),
    .uniforms = draws_uniforms,
    .poisson = draws_poisson,
    .binomial = draws_binomial,
    .log = log_loop,
    .divide = divide_loop,
};
