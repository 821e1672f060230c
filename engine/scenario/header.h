/* What stands at the top of a scenario: its name, when it starts, how long it runs, and how it is
 * played. */
#ifndef SCENARIO_HEADER_H
#define SCENARIO_HEADER_H

#include "scenario/loading.h"
#include "scenario/node.h"
#include "scenario/scenario.h"

/* Fills the scenario's own numbers; standard values where nothing is written. */
void header_read(const struct loading *loading, const struct node *root,
                 struct scenario *scenario);

/* Reads 'YYYY-MM'. False if text is no month. */
bool header_read_month(const char *text, int *year, int *month);

#endif
