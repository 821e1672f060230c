/* The speed of light of a month: what its random draws and its mathematics cost alone, in loops
 * over the lanes of a block, from the same text and for the same level as the kernel's. Normals and
 * exp are not here: the kernel itself hands out its loops. */
#ifndef BENCH_LIGHT_H
#define BENCH_LIGHT_H

#include <stdint.h>

struct light {
    const char *level;
    void (*uniforms)(uint64_t seed, uint64_t place, const uint64_t *path, int n, double *u0,
                     double *u1, double *u2, double *u3);
    void (*poisson)(const double *u, const double *mean, int n, double *count);
    void (*binomial)(const double *u, const double *trials, const double *p, int n, double *count);
    /* From x to y, one number each. */
    void (*log)(const double *x, double *y, int n);
    void (*divide)(const double *x, double *y, int n);
};

extern const struct light light_v2, light_v3, light_v4;

#endif
