/* Dated changes: history, and what a stress test does to it. */
#ifndef SCENARIO_EVENTS_H
#define SCENARIO_EVENTS_H

#include "scenario/strategies.h"

/* Fills scenario->event from the scenario's `events` and those of its strategies. Needs the start,
 * the horizon and the strategies. */
void events_read(const struct loading *loading, const struct node *root,
                 const struct draft *drafts, struct scenario *scenario);

#endif
