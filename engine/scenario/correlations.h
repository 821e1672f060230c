/* Uncertain values that move together. */
#ifndef SCENARIO_CORRELATIONS_H
#define SCENARIO_CORRELATIONS_H

#include "scenario/strategies.h"

enum { CORRELATIONS_MAX = 64 };

/* Fills scenario->correlation. Needs the strategies. */
void correlations_read(const struct loading *loading, const struct node *root,
                       const struct draft *drafts, struct scenario *scenario);

#endif
