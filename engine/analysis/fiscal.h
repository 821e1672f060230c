/* Revenue of a year that ends with a month, as companies report it. The model keeps a running rate,
 * in which each month's bill fades by a twelfth a month; it lags a growing company's year. */
#ifndef ANALYSIS_FISCAL_H
#define ANALYSIS_FISCAL_H

#include "montecarlo/batch.h"

/* What was billed in the twelve months up to now, dollars, from the running rates now, half a year
 * ago and a year ago. Exact when the rate runs along a cubic curve in between. */
double fiscal_year(double now, double half, double year);

/* To be called before the batch is played, for every month of which fiscal_take is asked. False when
 * there is no room for more. */
bool fiscal_watch(struct batch *batch, int month);

/* One value per path of a played batch. Who has closed has no revenue. In the first year it is the
 * running rate itself. */
void fiscal_take(const struct batch *batch, int strategy, int month, double *values);

/* The number of a watch of `observable` at `month`, made if need be; -1 when there is no room. */
int fiscal_watch_of(struct batch *batch, enum observable observable, int month);

#endif
