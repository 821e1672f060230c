/* How good a prediction was: where the truth stood in it, how often intervals held it, what chance it
 * gave to what happened, whether it put cases in their order. */
#ifndef ANALYSIS_SCORE_H
#define ANALYSIS_SCORE_H

#include "montecarlo/statistics.h"

#include <stdbool.h>
#include <stdint.h>

enum { SCORE_LEVELS = 3, SCORE_PAIRS_MAX = 256 };

extern const double score_level[SCORE_LEVELS]; /* of central intervals: .5 .8 .9 */

/* Share of the values below the truth, and half of those equal to it (the mid-distribution
 * transform: no luck is added where many values are equal). NaN values do not count; NaN when none does. */
double score_place(const double *values, int64_t n, double truth);

/* Whether a truth at this place is inside the central interval that holds a share `level`. */
bool score_inside(double place, double level);

/* Share of `inside` (0 or 1) that are 1, where `group` numbers things that are of one company and so
 * belong together; groups are 0 .. groups - 1. Every group has the same weight; the error is that
 * between groups, NaN for fewer than two. */
struct figure score_share_by_group(const double *inside, const int *group, int n, int groups);

/* Logarithm of the chance that a prediction gave to what happened: `count` of `all` worlds, each of
 * `classes` ends having half a world more, so that nothing is impossible after so few. */
double score_log(int64_t count, int64_t all, int classes);

/* Rank correlations of n pairs, ties sharing their mean rank (Spearman) or their weight (Kendall's
 * tau-b). The error is that of Fisher's z, so that an interval is tanh(atanh(value) +- 2 error); it
 * is NaN below 4 or 5 pairs, the value below 2 or when one side is all ties. */
struct figure score_spearman(const double *a, const double *b, int n);
struct figure score_kendall(const double *a, const double *b, int n);

/* The ends of a 95% interval of such a correlation; NaN when its value or its error is. */
void score_interval(struct figure correlation, double *low, double *high);

#endif
