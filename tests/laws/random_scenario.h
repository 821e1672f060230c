/* Scenarios that nobody would write: any legal value in any key, the ends of the ranges included. */
#ifndef LAWS_RANDOM_SCENARIO_H
#define LAWS_RANDOM_SCENARIO_H

#include "scenario/scenario.h"

#include <stdint.h>

/* The scenario of this seed. Some seeds change a few keys, some change all. */
struct scenario *random_scenario_create(uint64_t seed);
void random_scenario_destroy(struct scenario *scenario);

#endif
