/* The strategies of a scenario: what each says about every column. */
#ifndef SCENARIO_STRATEGIES_H
#define SCENARIO_STRATEGIES_H

#include "scenario/loading.h"
#include "scenario/node.h"
#include "scenario/scenario.h"

/* What is known about a strategy while it is read. */
struct draft {
    const struct node *node;                     /* its mapping */
    const struct node *written[PARAMETER_COLUMNS]; /* its values; NULL: standard */
    bool failed[PARAMETER_COLUMNS];              /* complained about: draw no conclusions from it */
    const struct node *stage[STAGES_MAX + 1], *round[ROUNDS_MAX];
    bool stages_known;
};

/* Fills scenario->strategy. The drafts, one per strategy, belong to the arena; NULL when there is
 * nothing to look at. */
struct draft *strategies_read(const struct loading *loading, const struct node *root,
                              struct scenario *scenario);

#endif
