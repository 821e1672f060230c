/* Looks for the best point of a unit cube, where only values are known and many hills may be: points
 * that fill the cube, differential evolution among the best of them (Storn and Price 1997; limits by
 * Deb's rules 2000), and steps along the axes from the best to the end, each half as long as the one
 * before once none helps. */
#ifndef ANALYSIS_EVOLVE_H
#define ANALYSIS_EVOLVE_H

#include <stdbool.h>
#include <stdint.h>

enum { EVOLVE_DIMENSIONS_MAX = 12, EVOLVE_TRIES_LEAST = 20 };

struct evolve_value {
    double aim;    /* to be as large as may be */
    double excess; /* by how much limits are broken; 0: by nothing. Then the least is best */
};

/* Values a point; false ends the search, as after an interruption. */
typedef bool evolve_judge(const double *x, struct evolve_value *value, void *context);

struct evolve {
    int dimensions;      /* 1..EVOLVE_DIMENSIONS_MAX */
    int tries;           /* in all, at least EVOLVE_TRIES_LEAST */
    uint64_t seed;
    const double *start; /* a first point, or NULL */
    evolve_judge *judge;
    void *context;
};

/* Whether a is better than b. */
bool evolve_better(struct evolve_value a, struct evolve_value b);

/* The best point that was tried, in `best`. False when the judge ended it, or memory ran out. */
bool evolve_run(const struct evolve *evolve, double *best, struct evolve_value *value);

#endif
