/* What founders take home in summaries made by hand, world by world, always the same. */
#ifndef TESTS_REPORT_TAKINGS_H
#define TESTS_REPORT_TAKINGS_H

#include "report/recipe.h"

void takings_fill(struct strategy_summary *one, const struct kind *kind, int64_t paths);
void takings_compare(struct pair_summary *pair, const struct recipe *recipe);

#endif
