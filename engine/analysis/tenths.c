#include "analysis/tenths.h"

static struct tenth between(const struct roc_case *sorted, int64_t first, int64_t end, int64_t n)
{
    int64_t events = 0;
    for (int64_t i = first; i < end; i++)
        events += sorted[i].event;
    return (struct tenth){.low = sorted[first].value,
                          .high = sorted[end - 1].value,
                          .from = (double)first / (double)n,
                          .to = (double)end / (double)n,
                          .struck = proportion_of(events, end - first)};
}

static bool is_small(int64_t cases, int64_t n) { return 2 * TENTHS * cases < n; }

struct tenths tenths_of(const struct roc_case *sorted, int64_t n)
{
    struct tenths tenths = {0};
    int64_t first = 0;
    for (int t = 1; t <= TENTHS; t++) {
        int64_t end = t * n / TENTHS;
        while (end > first && end < n && sorted[end].value == sorted[end - 1].value)
            end++;
        if (end <= first || (end < n && is_small(end - first, n)))
            continue;
        if (is_small(end - first, n) && tenths.count > 0) /* what is left joins the last one */
            first -= tenths.tenth[--tenths.count].struck.all;
        tenths.tenth[tenths.count++] = between(sorted, first, end, n);
        first = end;
    }
    return tenths;
}
