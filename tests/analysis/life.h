/* Companies made by hand, for statistics of them. */
#ifndef TESTS_ANALYSIS_LIFE_H
#define TESTS_ANALYSIS_LIFE_H

#include "analysis/sample.h"

/* Companies that are private at the horizon and have closed no round; every third observable is asked
 * for by the tests themselves. */
struct lives life_some(int count, int horizon, int every);

/* One more round of one company. */
void life_round(struct lives *lives, int life, struct closing closing);

/* Its end. */
void life_end(struct lives *lives, int life, enum outcome outcome, int month, double proceeds);

/* Sets an observable from a month on. */
void life_set(struct lives *lives, enum observable observable, int life, int month, double value);

/* Calls a statistic with one or two populations. */
struct sample life_take(struct sample (*take)(const struct sample_of *), const struct lives *of,
                        const struct lives *against, const double argument[ARGUMENTS]);

/* The figure is this value. */
void life_expect(struct sample sample, double value, int64_t count);

#endif
