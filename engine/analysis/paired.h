/* Differences between two sets of the same worlds, with intervals that use the pairing: what both
 * worlds have in common cancels. Delta method, but for the median, which is batched. */
#ifndef ANALYSIS_PAIRED_H
#define ANALYSIS_PAIRED_H

#include <stdbool.h>
#include <stdint.h>

/* The second less the first, its standard error, and the ends of its 95% interval; NaN where that is
 * not known. */
struct paired {
    double value, error, low, high;
    int64_t worlds; /* in which the two differ; 0: there is exactly no difference, nor one of medians in
                       any batch */
    int degrees;    /* of freedom of the error, for Student's law; 0: many, the normal law holds */
};

/* Fewer pairs, or fewer that differ, give no interval: they may all agree by chance. */
enum { PAIRED_LEAST = 200, PAIRED_WORLDS_LEAST = 30 };

/* Whether the interval is known and has zero neither inside nor at an end. */
bool paired_is_clear(const struct paired *paired);

/* Difference of the means of n pairs. `work` has room for n, here and below. */
struct paired paired_mean(const double *before, const double *after, int64_t n, double *work);

/* Difference of the medians: value from all worlds; error from the same in 40 batches of consecutive
 * worlds. Needs at least 40 pairs. */
struct paired paired_median(const double *before, const double *after, int64_t n, double *work);

/* Difference of the ratios of sums, over / under. NaN when either sum below is not above 0. */
struct paired paired_ratio(const double *before_over, const double *before_under, const double *after_over,
                           const double *after_under, int64_t n, double *work);

/* Difference of the certain wealths (statistics_certain) that are as good as these, all > 0. Uses
 * both arrays up. */
struct paired paired_certain(double *before, double *after, int64_t n, double aversion);

#endif
