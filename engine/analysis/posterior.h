/* What is held possible of some numbers once a company has been observed: a weighted sample of paths.
 * Where errors had to be widened, what the paths miss of the observation is regressed out of the numbers
 * (Beaumont 2002), on the scale of the prior's scores, so that no value leaves what was held possible. */
#ifndef ANALYSIS_POSTERIOR_H
#define ANALYSIS_POSTERIOR_H

#include "analysis/evidence.h"
#include "analysis/prior.h"

struct posterior {
    int64_t count;
    int64_t *path;     /* [count], rising */
    double *weight;    /* [count] */
    double **score;    /* [prior->count][count] */
    double effective;
    bool adjusted;     /* by the regression */
    int numbers;
};

/* `seed` is of the noise that stands for the errors of observation. NULL when memory ran out. */
struct posterior *posterior_create(const struct evidence *evidence, const struct weighing *weighing,
                                   const struct prior *prior, uint64_t seed);
void posterior_destroy(struct posterior *posterior); /* takes NULL */

#endif
