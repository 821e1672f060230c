/* What can vary in the worlds of some strategies: their uncertain columns, and which of these are
 * drawn together. */
#ifndef ANALYSIS_FACTORS_H
#define ANALYSIS_FACTORS_H

#include "montecarlo/batch.h"

#include <stdbool.h>

/* So that each can be fixed in two strategies of one batch. */
enum { FACTORS_MAX = FIXINGS_MAX / 2 };

struct factor {
    int column, repeat;
    enum section section;
    const struct field *field;
    unsigned strategies; /* bit s: uncertain in strategy s */
    int group;           /* correlated columns share one; numbered from 0 */
};

struct factors {
    int count, groups;
    struct factor factor[FACTORS_MAX];
};

/* The columns that are uncertain in one of these strategies (bit s), in the order of the tables. False
 * when there are more than FACTORS_MAX. */
bool factors_find(const struct scenario *scenario, unsigned strategies, struct factors *factors);

#endif
