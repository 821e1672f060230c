/* A company that a file speaks of, in its scenario, ready to be played. */
#ifndef ANALYSIS_CANDIDATE_H
#define ANALYSIS_CANDIDATE_H

#include "scenario/scenario.h"
#include "scenario/sheet.h"

struct candidate {
    struct scenario *scenario;
    int strategy;
};

/* Loads the company that `file` describes, with `more` settings on top; `what` ends the complaint that
 * it does not load. False after a complaint, or without one when memory ran out. The caller destroys
 * the scenario, which may be NULL. */
bool candidate_load(const char *file, const struct sheet_company *company, const char *const *more,
                    int mores, const char *what, struct candidate *candidate,
                    struct complaints *complaints);

/* False after a complaint when a scenario promises no company of it the worlds that it would meet with
 * other settings. `who` begins the sentence: 'companies of a claim'. */
bool candidate_may_be_paired(const struct scenario *scenario, struct place place, const char *who,
                             struct complaints *complaints);

#endif
