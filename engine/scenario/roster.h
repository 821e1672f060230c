/* Some of a scenario's strategies, named in one line: '1,3' or 'Services first,IP with venture money'. */
#ifndef SCENARIO_ROSTER_H
#define SCENARIO_ROSTER_H

#include "scenario/complaint.h"
#include "scenario/scenario.h"

struct roster {
    int count;
    int strategy[STRATEGIES_MAX]; /* as written, none twice */
};

/* Reads numbers from 1 and whole names, with commas between; a name may hold commas itself. In
 * complaints the text is the first line of a file called `option`. False after a complaint. */
bool roster_parse(const char *option, const char *text, const struct scenario *scenario,
                  struct complaints *complaints, struct roster *roster);

/* The one strategy that the whole text names, by name or by its number from 1; -1 after a complaint at
 * `place`. */
int roster_one(struct place place, const char *text, const struct scenario *scenario,
               struct complaints *complaints);

#endif
