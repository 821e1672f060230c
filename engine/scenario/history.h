/* What is known of a company: its revenue in some months, its people, its cash. And, to fit a scenario
 * to it, which numbers are to be learnt. Read from YAML. */
#ifndef SCENARIO_HISTORY_H
#define SCENARIO_HISTORY_H

#include "scenario/complaint.h"
#include "scenario/measure.h"

enum { OBSERVATIONS_MAX = 40, FITS_MAX = 64 };

/* How exact an observation is when it does not say: the relative standard deviation of its error. */
#define HISTORY_ERROR 0.1

struct observation {
    struct measure measure; /* an observable; no ending, no chance */
    double value;           /* what was seen, in the engine's unit; of an interval its middle on the scale
                               of likeness.h */
    double error;           /* standard deviation on that scale, where it is relative */
    struct place place;
};

/* A key whose value is to be learnt. */
struct fit {
    const char *key;
    const char *range; /* its prior in place of the scenario's, in one line of YAML; or NULL */
    int column;
    struct place place;
};

struct history {
    const char *file, *name;
    const char *description; /* or NULL */
    int observations;        /* at least 1, by month */
    struct observation observation[OBSERVATIONS_MAX];
    int fits;                /* 0: everything that is uncertain */
    struct fit fit[FITS_MAX];
    int last;                /* the last month that was observed */
    void *memory;            /* owner of everything above */
};

/* NULL after at least one complaint, or without one when memory ran out. */
struct history *history_load(const char *file, struct complaints *complaints);
void history_destroy(struct history *history); /* takes NULL */

/* Learns the keys of one line, 'market.accounts,company.skill', in place of those of the file; in complaints it
 * is the first line of a file called `option`. False after a complaint. */
bool history_fit(struct history *history, const char *option, const char *text, struct complaints *complaints);

#endif
