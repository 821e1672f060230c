/* What a statistic found, and the ways in which statistics of lives are estimated. */
#ifndef ANALYSIS_SAMPLE_H
#define ANALYSIS_SAMPLE_H

#include "analysis/lives.h"
#include "montecarlo/statistics.h"

/* `count` companies (or what was counted of them) are behind the figure; NaN when there is none. */
struct sample {
    struct figure figure;
    int64_t count;
};

/* What a statistic is taken of. `a` and `b` have room for a number for every life of either
 * population. */
struct sample_of {
    const struct lives *lives, *against; /* the second may be NULL */
    const double *argument;              /* by enum argument */
    double *a, *b;
};

/* Share or ratio of the sums of a[0..n) and b[0..n), one pair a company, so that what one company
 * does several times does not count as independent. `count` is what b sums up to. */
struct sample sample_ratio(const double *a, const double *b, int64_t n);

/* Median of values, sorted in place. */
struct sample sample_median(double *values, int64_t n);

/* Spreads whole months that are the same evenly over that month, so that a median of months does not
 * jump from one to the next. Sorts in place. */
void sample_spread_months(double *months, int64_t n);

/* Medians of a over b, unpaired. Sorts both. */
struct sample sample_median_ratio(double *a, int64_t in_a, double *b, int64_t in_b);

/* First less second, unpaired. */
struct sample sample_difference(struct sample first, struct sample second);

/* Two-sample Kolmogorov-Smirnov: the probability of a distance at least this large between samples
 * of one distribution, by the limiting distribution with Stephens's correction. Sorts both. The
 * figure has no error. */
struct sample sample_same(double *a, int64_t in_a, double *b, int64_t in_b);

#endif
