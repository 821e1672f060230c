/* A number of a loaded scenario, made so many times as large. */
#ifndef SCENARIO_STRETCH_H
#define SCENARIO_STRETCH_H

#include "scenario/scenario.h"

/* Multiplies the value of a column in one strategy, and all that is uncertain of it, by `factor` > 0;
 * not for columns that are drawn anew every month. Draws stay within the field's legal range. The hash
 * stays that of what was loaded. False when memory ran out, or when a Poisson count cannot be
 * stretched. */
bool stretch_value(struct scenario *scenario, int strategy, int column, double factor);

#endif
