/* Companies of a population (scenario/facts.h), played: what facts are measured of. */
#ifndef ANALYSIS_LIVES_H
#define ANALYSIS_LIVES_H

#include "analysis/candidate.h"
#include "montecarlo/batch.h"
#include "scenario/facts.h"

#include <stdbool.h>

/* Companies, each in a world of its own, so that they are independent of one another. */
struct lives {
    int64_t count;
    int horizon, every, times;   /* months; horizon / every */
    struct result *result;       /* [count] */
    struct closing *closing;     /* [count][ROUNDS_MAX]; as many are set as the result has rounds */
    unsigned char *member;       /* [count]: kind of company */
    double *observed[OBSERVABLES]; /* [count][times], at the end of months every, 2 every, …; NULL:
                                      was not asked for. As watches: what sold or listed companies
                                      had at their end, 0 of those that closed */
};

/* Room for so many, cleared, without observations; false when memory is short. */
bool lives_create(struct lives *lives, int64_t count, int horizon, int every);
bool lives_observe(struct lives *lives, enum observable observable);
void lives_destroy(struct lives *lives);

/* What was observed at the end of a month that is a multiple of `every`, up to the horizon. */
double lives_at(const struct lives *lives, enum observable observable, int64_t life, int month);

/* The last thing that was observed: at a company's end, or at the horizon. */
double lives_last(const struct lives *lives, enum observable observable, int64_t life);

/* Whether it has closed, with nothing or for its people alone, by the end of a month. */
bool lives_closed(const struct lives *lives, int64_t life, int month);

/* Whether it is still private and in its owners' hands then. */
bool lives_open(const struct lives *lives, int64_t life, int month);

/* Plays a population. candidate[m] is member m; bit o of `observables` asks for observable o. On
 * BATCH_DONE the caller destroys the lives. Two populations with the same number of companies and
 * members whose worlds are written alike meet the same worlds, company by company. */
enum batch_end lives_play(const struct fact_population *population, const struct candidate *candidate,
                          uint64_t observables, uint64_t seed, const struct batch_options *options,
                          struct lives *lives, struct complaints *complaints);

/* How many observations of so many observables one company of a population has. */
int lives_watches(const struct fact_population *population, uint64_t observables);

#endif
