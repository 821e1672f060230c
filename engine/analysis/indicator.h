/* What can be read of a company at the end of a month and might foretell its end: everything that
 * can be watched (model/observable.h), and some figures that are made of those. */
#ifndef ANALYSIS_INDICATOR_H
#define ANALYSIS_INDICATOR_H

#include "montecarlo/batch.h"

enum { INDICATOR_MADE = 8, INDICATORS_MAX = OBSERVABLES + INDICATOR_MADE };

struct indicator {
    const char *key;
    char label[40];      /* in a sentence: services revenue */
    const char *meaning;
    enum unit unit;
    int observable;      /* or -1: one that is made */
    int made;
    int months;          /* against so many months before; 0: as it is */
};

struct indicators {
    int month;
    int count;
    struct indicator item[INDICATORS_MAX];
    int now[OBSERVABLES], before[2][OBSERVABLES]; /* numbers of watches: at the month, 6 and 12 before; -1 */
};

/* Fills the list for a month (1 is the first) and has the batch watch what it needs; before anything
 * is played. What looks back beyond the first month is left out. */
void indicator_watch(struct indicators *indicators, struct batch *batch, int month);

/* The values of one indicator of the given paths of a played batch, all of companies that are open at
 * the month. Dollars are whole, and what rounding leaves of nothing is nothing; finite but for what the
 * model itself does not know. */
void indicator_take(const struct indicators *indicators, int indicator, const struct batch *batch, int strategy,
                    const int64_t *path, int64_t n, double *values);

#endif
