/* A measure (scenario/measure.h) taken of every path of a batch. */
#ifndef ANALYSIS_MEASUREMENT_H
#define ANALYSIS_MEASUREMENT_H

#include "montecarlo/batch.h"
#include "scenario/measure.h"

/* To be called before the batch is played; returns what measurement_take wants as `watch`. */
int measurement_watch(struct batch *batch, const struct measure *measure);

/* Writes one value per path of a played batch. */
void measurement_take(const struct batch *batch, int strategy, const struct measure *measure, int watch,
                      double *values);

/* Whether a company is still open and its owners' at the end of a month; month 0: the horizon. */
bool measurement_is_open(const struct result *result, int month, int horizon);

#endif
