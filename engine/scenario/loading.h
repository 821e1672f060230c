/* What every reader of a scenario is given. */
#ifndef SCENARIO_LOADING_H
#define SCENARIO_LOADING_H

#include "scenario/arena.h"
#include "scenario/complaint.h"
#include "scenario/library.h"

struct loading {
    struct arena *arena; /* outlives the reading: the scenario keeps it */
    struct complaints *complaints;
    struct library *library;
};

#endif
