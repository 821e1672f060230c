/* What one field is worth in a scenario, strategy by strategy, and who says so. */
#ifndef COMMANDS_VALUATION_H
#define COMMANDS_VALUATION_H

#include "commands/catalogue.h"
#include "scenario/scenario.h"

#include <stdio.h>

void valuation_print(const struct scenario *scenario, struct catalogue_match match, FILE *out);

/* How many mappings of this section a strategy has: stages, rounds, 0 boards or 1. */
int valuation_repetitions(const struct strategy *strategy, enum section section);

#endif
