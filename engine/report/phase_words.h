/* What a phase map says, in words that all its outputs share. */
#ifndef REPORT_PHASE_WORDS_H
#define REPORT_PHASE_WORDS_H

#include "analysis/phase.h"
#include "report/words.h"

enum { PHASE_WORDS_SIZE = 1200 };

struct phase_sentence {
    char text[PHASE_WORDS_SIZE];
};

/* Shares of the map's cells. */
struct phase_count {
    double wins[STRATEGIES_MAX]; /* by place in the roster: resolved */
    double unresolved;
};
struct phase_count phase_words_count(const struct phase *phase);

/* 'A wins in 71% of the map, B in 20%; in 9% …' */
struct phase_sentence phase_words_whole(const struct phase *phase);

/* 'Here (market.accounts 4,000, …) A wins: …', or that the scenario's values are not on the map. */
struct phase_sentence phase_words_here(const struct phase *phase);

/* Whether each of two strategies is clearly ahead somewhere: else no line divides the map between them. */
bool phase_words_turns(const struct phase *phase);

/* Where y is as in the scenario: 'the lead changes hands at market.accounts 9,000'. Empty with more than two
 * strategies, when it does not, or when one of the two is nowhere clearly ahead. */
struct phase_sentence phase_words_line(const struct phase *phase);

void phase_words_name(const struct phase *phase, int place, char *name, size_t size);
struct words phase_words_value(const struct phase *phase, int axis, double value);

/* A lead: '+12 points' of worlds, or dollars. */
struct words phase_words_lead(const struct phase *phase, double lead);

/* The first's lead over the second, cell by cell, smoothed as the line of indifference is; n * n. */
void phase_words_smooth(const struct phase *phase, double *smooth);

#endif
