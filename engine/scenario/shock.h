/* A shock: a named hard time, with its window and what it does to the numbers of the world while it
 * lasts. Read from YAML; laid over a scenario as dated events. */
#ifndef SCENARIO_SHOCK_H
#define SCENARIO_SHOCK_H

#include "scenario/complaint.h"
#include "scenario/scenario.h"

enum { SHOCK_CHANGES_MAX = 16, SHOCKS_MAX = 32 };

struct shock_change {
    int column;
    bool multiply;
    double value; /* constant, in the engine's unit */
    struct place place;
};

struct shock {
    const char *file;
    const char *title; /* 'Funding winter' */
    const char *means; /* one line, or NULL */
    struct place place;
    int first_month;   /* 0 is the start */
    int months;        /* that it lasts */
    int changes;
    struct shock_change change[SHOCK_CHANGES_MAX];
    void *memory;      /* owner of everything above */
};

/* NULL after at least one complaint, or without one when memory ran out. */
struct shock *shock_load(const char *file, struct complaints *complaints);
void shock_destroy(struct shock *shock); /* takes NULL */

/* Fills `shocked` with the scenario and the events of all these shocks. What lasts longer than the scenario
 * ends with it. Where windows on one number overlap, the last that sets it holds, times all that multiply it.
 * `shocked` shares the rest of the scenario, which must outlive it, and is never destroyed. False after a complaint:
 * a shock that begins after the end, or too many changes in all. */
bool shock_apply(const struct scenario *scenario, const struct shock *const *shocks, int count,
                 struct scenario *shocked, struct complaints *complaints);

#endif
