/* A share of cases with the 95% interval of Wilson (1927), which keeps within 0 and 1 and is never
 * without width, not even for 0 or all of them. */
#ifndef ANALYSIS_PROPORTION_H
#define ANALYSIS_PROPORTION_H

#include <stdint.h>

struct proportion {
    int64_t count, all;
    double value, low, high; /* NaN without a case */
};

struct proportion proportion_of(int64_t count, int64_t all);

#endif
