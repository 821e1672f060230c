/* The plans that terms of a term sheet lead to: one strategy of a scenario as it stands, and again with
 * and without each term in all the rounds that it touches. Equal plans are kept once. */
#ifndef ANALYSIS_NEGOTIATION_H
#define ANALYSIS_NEGOTIATION_H

#include "scenario/scenario.h"
#include "scenario/term.h"

enum { NEGOTIATION_PLANS = 121, NEGOTIATION_REASON_SIZE = 200 };

struct negotiation_plan {
    struct scenario *scenario;
    bool stretched; /* it is not what its hash says */
};

struct negotiation {
    const char *file;
    const char *const *setting; /* the user's, under those of every term */
    int settings;
    int strategy;
    int plans;
    struct negotiation_plan plan[NEGOTIATION_PLANS]; /* the first is the plan as it stands */
};

/* Loads the scenario. `strategy`: by name, or NULL for the first that has rounds, or the first if none
 * has. NULL after a complaint, or without one when memory ran out. File and settings must outlive it. */
struct negotiation *negotiation_create(const char *file, const char *const *settings, int count, const char *strategy,
                                       struct complaints *complaints);
void negotiation_destroy(struct negotiation *negotiation); /* takes NULL */

enum negotiation_end { NEGOTIATION_APPLIES, NEGOTIATION_NOT, NEGOTIATION_NO_MEMORY };

/* Loads the plans without a term and with it, and gives their numbers. When it does not apply, `why`, of
 * NEGOTIATION_REASON_SIZE bytes, says why not. */
enum negotiation_end negotiation_add(struct negotiation *negotiation, const struct term *term, int *without, int *with,
                                     char *why);

#endif
