/* Sobol's indices of an outcome, from rows that were played again with one parameter of another row.
 *
 * The first-order index of a parameter is the share of the variance that would go if it alone were
 * known, the total index the share that would be left if all but it were known (Sobol 1993; Homma,
 * Saltelli 1996). First: Saltelli and others 2010, eq. (b) of table 2; total: Jansen 1999. Any number
 * of parameters, each of them one number or several, and luck may be one. */
#ifndef ANALYSIS_SOBOL_H
#define ANALYSIS_SOBOL_H

#include <stdbool.h>
#include <stdint.h>

enum { SOBOL_RESAMPLES = 200 };

/* An estimate with its 95% interval, from rows drawn again with replacement. */
struct sobol_estimate {
    double value, low, high;
};

struct sobol_index {
    struct sobol_estimate first, total;
};

/* `a` and `b` are the outcomes of n rows of independent parameters each, `ab[i]` those of the rows of a
 * with parameter i of b. NaN where all of a and b are equal. False when memory ran out. */
bool sobol_indices(const double *a, const double *b, const double *const *ab, int parameters, int64_t n,
                   uint64_t seed, struct sobol_index *index);

/* Puts in place of every outcome its rank, 0..1, among those of a and b: for outcomes of which a few
 * would be nearly all of the variance. `work` is for 2 n. */
void sobol_rank(double *a, double *b, double *const *ab, int parameters, int64_t n, double *work);

#endif
