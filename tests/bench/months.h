/* What a month of one living company costs: in lanes, in the plain program, and in its random draws
 * and mathematics alone. All without drawing parameters and without tallies. */
#ifndef BENCH_MONTHS_H
#define BENCH_MONTHS_H

#include "bench/light.h"
#include "statistics/trial.h"

#include <stdint.h>

struct months {
    double seconds;  /* of the model */
    double sampling; /* seconds, beside it */
    int64_t live;    /* company-months */
    int64_t lanes;   /* lane-months computed: the dead ride along until they are compacted away */
};

/* All strategies of the first `paths` paths, as a batch plays them, by one thread. */
struct months months_in_lanes(struct trial *trial, const struct kernel *kernel, int64_t paths);

/* The same paths one by one, with GSL's numbers. */
struct months months_in_plain(struct trial *trial, int64_t paths);

/* Nanoseconds of one lane-month's draws and mathematics. Poisson and binomial counts are drawn with
 * means such as the scenario's own months have. */
struct light_cost {
    double uniforms, normals, exps, logs, poissons, binomials, divisions, sum;
};
struct light_cost months_of_light(struct trial *trial, const struct light *light,
                                  const struct kernel *kernel);

#endif
