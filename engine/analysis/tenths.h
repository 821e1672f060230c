/* Cases in tenths of a value, lowest first, and how many of each met with an event. Equal values stay
 * together, so that there may be fewer than ten, of unequal size; none is smaller than half a tenth,
 * unless it is the only one. */
#ifndef ANALYSIS_TENTHS_H
#define ANALYSIS_TENTHS_H

#include "analysis/proportion.h"
#include "analysis/roc.h"

enum { TENTHS = 10 };

struct tenth {
    double low, high;          /* the least and the largest value */
    double from, to;           /* share of all cases below it, and with it */
    struct proportion struck;  /* of its cases, the events */
};

struct tenths {
    int count;
    struct tenth tenth[TENTHS];
};

struct tenths tenths_of(const struct roc_case *sorted, int64_t n);

#endif
