/* How much each simulated company counts, given what was observed of a real one. The error of every
 * observation is normal on the scale of scenario/likeness.h, so the weight of a path is the chance of
 * what was observed if the real company were like it. When too few paths are left with weight, all
 * errors are widened by one factor until there are enough: approximate Bayesian computation with a
 * normal kernel (Beaumont, Zhang and Balding 2002). */
#ifndef ANALYSIS_EVIDENCE_H
#define ANALYSIS_EVIDENCE_H

#include "scenario/history.h"

#include <stdbool.h>
#include <stdint.h>

/* Errors are never widened by more. */
#define EVIDENCE_WIDEST 8.0

struct evidence {
    int64_t paths;
    int count;                           /* observations that count; the first so many */
    double *simulated[OBSERVATIONS_MAX]; /* [paths], on the scale */
    double given[OBSERVATIONS_MAX], error[OBSERVATIONS_MAX];
    unsigned char *possible;             /* [paths]; 0: weighs nothing whatever it looks like */
};

/* Of fewer effective paths, or of paths that miss what was observed by more, nothing is concluded: neither
 * where they miss it by so many widened errors, nor where even the nearest does by so many of those stated. */
#define EVIDENCE_LEAST 50.0
#define EVIDENCE_MISFIT 2.0

struct weighing {
    double *weight;   /* [paths], not above 1 */
    double widening;  /* of all errors, 1 or more */
    double effective; /* how many paths of equal weight they are worth */
    double misfit;    /* root mean square of what an observation is missed by, in widened errors: near 1 or
                         less where the paths can be like what was observed */
    double nearest;   /* the same of the nearest path alone, in errors as they were stated */
};

/* Room for so many paths, all possible. NULL when memory ran out. */
struct evidence *evidence_create(int64_t paths, int count);
void evidence_destroy(struct evidence *evidence); /* takes NULL */

/* Sum of squares of what parts a path from what was observed, in standard deviations. */
double evidence_distance(const struct evidence *evidence, int64_t path);

/* Widens errors no more than is needed for `wanted` effective paths, and by EVIDENCE_WIDEST at most.
 * weighing->weight has room for every path. */
void evidence_weigh(const struct evidence *evidence, double wanted, struct weighing *weighing);

/* Whether the weights are worth enough paths, and these are like what was observed. */
bool evidence_suffices(const struct weighing *weighing);

/* Logarithm of the chance density of observations first .. first + count - 1 on the scale, over the paths as
 * they weigh (NULL: all possible ones alike), with the error from the weights. */
struct evidence_score {
    double value, error;
} evidence_score(const struct evidence *evidence, const double *weight, int first, int count);

#endif
