#include "analysis/selection.h"

#include <math.h>

/* How many of the sorted values are below; how many are not above. */
static int64_t count_up_to(const double *sorted, int64_t n, double value, bool equal_too)
{
    int64_t low = 0, high = n;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (sorted[middle] < value || (equal_too && sorted[middle] == value))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static double place_in(const double *sorted, int64_t n, double value)
{
    int64_t below = count_up_to(sorted, n, value, false), up_to = count_up_to(sorted, n, value, true);
    return 0.5 * ((double)below + (double)up_to) / (double)n;
}

static void hold(const double *forecast, int64_t n, const double *alike, int64_t m, double share[SCORE_LEVELS])
{
    int64_t inside[SCORE_LEVELS] = {0};
    for (int64_t i = 0; i < m; i++) {
        double place = place_in(forecast, n, alike[i]);
        for (int l = 0; l < SCORE_LEVELS; l++)
            inside[l] += score_inside(place, score_level[l]);
    }
    for (int l = 0; l < SCORE_LEVELS; l++)
        share[l] = m > 0 ? (double)inside[l] / (double)m : NAN;
}

struct selection selection_measure(const double *forecast, int64_t n, double *alike, int64_t m, double truth)
{
    struct selection selection = {.worlds = m, .place = score_place(alike, m, truth)};
    statistics_sort(alike, m);
    hold(forecast, n, alike, m, selection.would_hold);
    hold(alike, m, alike, m, selection.would_alike);
    return selection;
}
