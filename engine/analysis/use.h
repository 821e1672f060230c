/* Whether a field matters to a strategy at all, and which values may be tried in it. */
#ifndef ANALYSIS_USE_H
#define ANALYSIS_USE_H

#include "model/field.h"
#include "scenario/scenario.h"

#include <stdbool.h>
#include <stddef.h>

/* NULL if the strategy reads the column, else why it does not: 'it has no stage 3'. */
const char *use_objection(const struct scenario *scenario, int strategy, int column);

/* Why one value of a field cannot be put in place of another by itself, NULL if it can: the people of
 * a stage add up to 100%, a word is no number. */
const char *use_bound_to_others(int column);

/* Whether it is uncertain in that strategy. */
bool use_is_uncertain(const struct scenario *scenario, int strategy, int column);

/* The value that half of the worlds lie below: the scenario's own when it is a constant. GSL's error
 * handler must be off, as after batch_create. */
double use_median(const struct scenario *scenario, int strategy, int column);

/* The value that a share u of the worlds lies below, cut to the field's legal range. */
double use_quantile(const struct scenario *scenario, int strategy, int column, double u);

/* What other numbers of the strategy leave of a column's legal range: no more founders than people. */
struct use_limits {
    double low, high;
    int low_by, high_by; /* the columns that say so, or -1 */
};

/* Narrows limits, which begin as {-INFINITY, INFINITY, -1, -1} or as those of another strategy. */
void use_narrow(const struct scenario *scenario, int strategy, int column, struct use_limits *limits);

#endif
