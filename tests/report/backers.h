/* The money of summaries made by hand: rounds and what comes of them, one sale, one typical company's cash. */
#ifndef TESTS_REPORT_BACKERS_H
#define TESTS_REPORT_BACKERS_H

#include "report/recipe.h"

void backers_fill(struct strategy_summary *one, const struct kind *kind, int64_t paths);

/* The companies that are looked at one by one; after the rounds. The caller frees payout and typical. */
void backers_show(struct strategy_summary *one, const struct kind *kind, int horizon, int64_t paths);

#endif
