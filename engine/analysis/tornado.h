/* What an outcome does when one assumption goes from a low to a high value in the same worlds. */
#ifndef ANALYSIS_TORNADO_H
#define ANALYSIS_TORNADO_H

#include "montecarlo/statistics.h"

#include <stdbool.h>

struct tornado_bar {
    struct figure low, high; /* mean outcome with the assumption at either value */
    struct figure swing;     /* mean of the differences in the same worlds, high less low */
    double width;            /* standard errors of its interval */
    bool clear;              /* which excludes 0 */
};

/* Of n worlds played with the low and with the high value, one of so many bars whose intervals hold together in
 * 95% of cases; leaves the differences in place of `high`. */
struct tornado_bar tornado_measure(const double *low, double *high, int64_t n, int bars);

/* For sorting: whether a stands above b; clear ones first, the wider swing first. */
bool tornado_before(const struct tornado_bar *a, const struct tornado_bar *b);

#endif
