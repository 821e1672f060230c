/* Quantiles of a scenario's distributions, through GSL.
 *
 * GSL's error handler must be off (it would abort where these functions recover); sampler_create
 * sees to it, other callers do so themselves. */
#ifndef MONTECARLO_QUANTILE_H
#define MONTECARLO_QUANTILE_H

#include "scenario/distribution.h"

/* The value below which a share u in (0,1) of the distribution lies, truncation respected. Exact
 * to GSL's accuracy; slow. */
double quantile_of(const struct distribution *distribution, double u);

/* Mean of the (truncated) distribution. Infinite never, NaN never; a distribution with nothing
 * between its bounds answers with the bound that is nearest to its bulk. */
double quantile_mean(const struct distribution *distribution);

/* The shares of the untruncated distribution that lie below its truncation and up to the end of
 * it: 0 and 1 when it is not truncated, twice the same when nothing lies inside. */
void quantile_window(const struct distribution *distribution, double *below, double *upto);

/* Point i of a table of quantiles or data, and the cumulative probability at which it stands. */
double quantile_level(const struct distribution *distribution, int i);

#endif
