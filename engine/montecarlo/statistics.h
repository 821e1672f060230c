/* Estimates with their standard errors, through GSL. */
#ifndef MONTECARLO_STATISTICS_H
#define MONTECARLO_STATISTICS_H

#include <stdint.h>

/* An estimate and its standard error. */
struct figure {
    double value, error;
};

/* Share `count` of `all`. The error of a share of 0 or 1 is that of one count more or less. */
struct figure statistics_share(int64_t count, int64_t all);

/* Mean of n values; the error is NaN for n < 2. */
struct figure statistics_mean(const double *values, int64_t n);

/* Sorts ascending, in place. */
void statistics_sort(double *values, int64_t n);

/* Quantile u in (0,1) of sorted values. The error comes from the order statistics one standard
 * deviation of the rank below and above, so that it needs no density. */
struct figure statistics_quantile(const double *sorted, int64_t n, double u);

/* Ratio of the sums of `over` and `under` (paired), with the delta method's error. */
struct figure statistics_ratio(const double *over, const double *under, int64_t n);

/* The certain wealth that is as good as one of these (all > 0) to whom relative risk aversion is
 * constant: at 0 their mean, at 1 their geometric mean, at 2 their harmonic mean. The delta method's
 * error. Leaves utilities in place of the wealths. */
struct figure statistics_certain(double *wealth, int64_t n, double aversion);

/* Yearly internal rate of return of monthly flows 0 .. months, money out negative. NaN when
 * the present values at -99.9% and at 100,000% a year have the same sign: then there is no rate
 * between, or more than one. */
double statistics_irr(const double *flow, int months);

#endif
