#include "analysis/tornado.h"

#include "analysis/simultaneous.h"

#include <math.h>

struct tornado_bar tornado_measure(const double *low, double *high, int64_t n, int bars)
{
    struct tornado_bar bar = {.low = statistics_mean(low, n), .high = statistics_mean(high, n),
                              .width = simultaneous_width(bars)};
    for (int64_t p = 0; p < n; p++)
        high[p] -= low[p];
    bar.swing = statistics_mean(high, n);
    bar.clear = n > 1 && fabs(bar.swing.value) > bar.width * bar.swing.error;
    return bar;
}

bool tornado_before(const struct tornado_bar *a, const struct tornado_bar *b)
{
    if (a->clear != b->clear)
        return a->clear;
    return fabs(a->swing.value) > fabs(b->swing.value);
}
