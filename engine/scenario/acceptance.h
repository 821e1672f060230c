/* The bands of a precedent: numbers that a credible forecast puts between two others. */
#ifndef SCENARIO_ACCEPTANCE_H
#define SCENARIO_ACCEPTANCE_H

#include "scenario/precedent.h"

/* Reads 'accept', a list of {says: …, chance: {…} or median: {…}, given: {…}, between: [low, high]}. */
void acceptance_read(const struct sheet *sheet, struct precedent *precedent);

#endif
