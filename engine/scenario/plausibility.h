/* Values that are legal one by one and impossible together. */
#ifndef SCENARIO_PLAUSIBILITY_H
#define SCENARIO_PLAUSIBILITY_H

#include "scenario/strategies.h"

void plausibility_check(const struct loading *loading, const struct scenario *scenario,
                        const struct draft *drafts);

#endif
