/* How much of a distribution lies below a number. Needed to check scenarios without GSL; the
 * sampler's exact quantiles live in montecarlo/quantile.h. */
#ifndef SCENARIO_CUMULATIVE_H
#define SCENARIO_CUMULATIVE_H

#include "scenario/distribution.h"

/* Probability of a value of at most x, before truncation, to about ten digits. */
double cumulative_share(const struct distribution *distribution, double x);

/* The ends of the distribution, truncation respected; -INFINITY or INFINITY where a tail runs out,
 * be it towards 0. */
void cumulative_support(const struct distribution *distribution, double *low, double *high);

/* The median, looked for between low and high, before truncation. */
double cumulative_median(const struct distribution *distribution, double low, double high);

#endif
