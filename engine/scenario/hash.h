/* A fingerprint of what a scenario says. */
#ifndef SCENARIO_HASH_H
#define SCENARIO_HASH_H

#include "scenario/scenario.h"

/* Depends on every resolved value and name; not on files, comments, the order of keys, the
 * description, the number of paths or the seed. */
uint64_t hash_scenario(const struct scenario *scenario);

#endif
