/* What was held possible of some uncertain numbers before anything was observed: their drawn values,
 * and where a value stands among them as a score of the standard normal distribution. */
#ifndef ANALYSIS_PRIOR_H
#define ANALYSIS_PRIOR_H

#include "montecarlo/batch.h"

#include <stdbool.h>
#include <stdint.h>

struct prior_number {
    int column;
    bool smooth;          /* continuous; whole counts and choices are not */
    const double *value;  /* [paths] as drawn */
    double *sorted;       /* the same, ascending */
};

struct prior {
    int64_t paths;
    int count;
    struct prior_number *number;
    void *inputs; /* owner of the values */
};

/* The first `paths` values of a strategy's uncertain columns; of those that are in `column` (all if `columns`
 * is 0) and are drawn once per path. NULL when memory ran out. */
struct prior *prior_create(const struct batch *batch, int strategy, int64_t paths, const int *column, int columns);
void prior_destroy(struct prior *prior); /* takes NULL */

/* The score of a value, and the value of a score. */
double prior_score(const struct prior *prior, int number, double value);
double prior_value(const struct prior *prior, int number, double score);

#endif
