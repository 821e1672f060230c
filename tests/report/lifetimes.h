/* How companies of summaries made by hand end, and what they earn until then. */
#ifndef TESTS_REPORT_LIFETIMES_H
#define TESTS_REPORT_LIFETIMES_H

#include "report/recipe.h"

void lifetimes_fill(struct strategy_summary *one, const struct kind *kind, int horizon, int64_t paths);

#endif
