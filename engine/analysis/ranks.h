/* How much of the spread of an outcome one input explains by itself, from worlds that were played
 * anyway: neighbours in the order of the input are all that is compared.
 *
 * The first-order index of x is Var(E[y | x]) / Var(y). Whoever stands next to a world in the order
 * of x has nearly the same x and else another life, so the mean product of neighbours' outcomes is
 * near E[E[y | x]²] (Chatterjee 2021; Gamboa, Gremaud, Klein, Lagnoux 2022). Here every world is held
 * against `ranks_window` neighbours on either side, which costs the same and errs less (Lin, Han
 * 2023); what that smooths away of an index is smaller than its error unless the outcome turns
 * many times within the range of x. */
#ifndef ANALYSIS_RANKS_H
#define ANALYSIS_RANKS_H

#include "montecarlo/statistics.h"

#include <stdbool.h>
#include <stdint.h>

/* The numbers 0 .. n - 1 in the order of their values, equal ones in their own order; values count as
 * equal that round to the same float. `room` is for 2 n. n below 2^31. */
void ranks_order(const double *values, int64_t n, uint32_t *order, uint64_t *room);

/* Ranks in (0,1) in place of values, equal values sharing theirs; `order` and `room` as above. */
void ranks_scores(double *values, int64_t n, uint32_t *order, uint64_t *room);

/* Mean 0 and variance 1; false when all are equal, or there are fewer than 10. */
bool ranks_standardise(double *values, int64_t n);

int64_t ranks_window(int64_t n); /* the root of n */

/* The index of the input that gave `order`, of an outcome of mean 0 and variance 1. Its expectation
 * is 0 for an input that does nothing, so it may come out below. Where `influence` is not NULL, what
 * each world adds to the estimate's error is added to it: the standard error of a sum of indices is
 * the standard deviation of these sums over the root of n. A little too wide for inputs that do
 * nothing. `work` is for 2 n + 1. */
struct figure ranks_first(const uint32_t *order, const double *outcome, int64_t n, double *influence,
                          double *work);

#endif
