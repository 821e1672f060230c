/* Scenarios that nobody would write: any legal value in any key, the ends of ranges included. */
#ifndef LAWS_RANDOM_SCENARIO_H
#define LAWS_RANDOM_SCENARIO_H

#include "scenario/scenario.h"

#include <stdint.h>

/* The scenario of this seed. Some seeds change a few keys, some change all. Each number is legal,
 * but the loader would refuse the whole. The caller destroys it. */
struct scenario *random_scenario_create(uint64_t seed);

/* Mends what the loader finds implausible: people who do not add up, stages that cannot end, offers
 * without the people for them. What is left, the loader must accept. */
void random_scenario_mend(struct scenario *scenario);

#endif
