/* Weighted linear regression of many responses on the same regressors, through GSL. */
#ifndef MONTECARLO_REGRESSION_H
#define MONTECARLO_REGRESSION_H

#include <stdbool.h>
#include <stdint.h>

struct regression; /* the regressors, decomposed */

/* `count` rows of `terms` regressors each, one row after the other; an intercept is added. Regressors
 * that say the same as others get no slope of their own. NULL when memory ran out or there are fewer
 * rows than terms + 1. */
struct regression *regression_create(const double *regressors, const double *weight, int64_t count, int terms);
void regression_destroy(struct regression *regression); /* takes NULL */

/* Least squares: writes the `terms` slopes. False when GSL could not. */
bool regression_slopes(struct regression *regression, const double *response, double *slopes);

#endif
