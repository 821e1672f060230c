/* Figures of values that count unequally. The errors are those of as many equal values as the weights
 * are worth: (sum of weights)^2 / sum of their squares (Kish 1965). */
#ifndef ANALYSIS_WEIGHTED_H
#define ANALYSIS_WEIGHTED_H

#include "montecarlo/statistics.h"

#include <stdint.h>

struct weighted {
    double value, weight;
};

/* Values with weights above 0 that add up to 1, sorted by value. */
struct weighted_sample {
    int64_t count;
    double effective;
    struct weighted *item;
};

/* Takes the values of paths 0 .. n - 1; weight NULL: all count the same. `item` has room for n. */
struct weighted_sample weighted_sort(const double *value, const double *weight, int64_t n,
                                     struct weighted *item);

/* How many equal values the weights are worth; 0 when there are none. */
double weighted_effective(const double *weight, int64_t n);

/* Quantile u of the sample, linear between the middles of the steps of its distribution function. */
struct figure weighted_quantile(const struct weighted_sample *sample, double u);

/* Share of the weight below x, and half of what is at x: where x stands, 0..1. */
double weighted_rank(const struct weighted_sample *sample, double x);

/* Mean over all paths; with values of 0 and 1 a share. Weights need no sum. */
struct figure weighted_mean(const double *value, const double *weight, int64_t n);

#endif
