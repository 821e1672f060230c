#include "analysis/roc.h"

#include <math.h>
#include <stdlib.h>

enum { DIGITS_MOST = 6 }; /* of a threshold */

static int ascending(const void *a, const void *b)
{
    const struct roc_case *x = a, *y = b;
    return (x->value > y->value) - (x->value < y->value);
}

void roc_sort(struct roc_case *cases, int64_t n) { qsort(cases, (size_t)n, sizeof *cases, ascending); }

/* Cases of one value, and those below them. */
struct group {
    int64_t first, end;
    int64_t events, others;             /* in it */
    int64_t events_below, others_below; /* before it */
};

/* The group that begins where the last one ended; begin with one of zeros. False after the last. */
static bool next_group(const struct roc_case *sorted, int64_t n, struct group *group)
{
    struct group next = {.first = group->end,
                         .end = group->end,
                         .events_below = group->events_below + group->events,
                         .others_below = group->others_below + group->others};
    while (next.end < n && sorted[next.end].value == sorted[next.first].value) {
        next.events += sorted[next.end].event;
        next.end++;
    }
    next.others = next.end - next.first - next.events;
    *group = next;
    return next.end > next.first;
}

static int64_t count_events(const struct roc_case *sorted, int64_t n)
{
    int64_t events = 0;
    for (int64_t i = 0; i < n; i++)
        events += sorted[i].event;
    return events;
}

/* Variance of `count` values, of the sums of them and of their squares. */
static double variance(double sum, double squares, double count)
{
    return fmax(squares - sum * sum / count, 0.0) / (count - 1.0);
}

struct roc roc_area(const struct roc_case *sorted, int64_t n)
{
    struct roc roc = {.cases = n, .events = count_events(sorted, n), .area = NAN, .error = NAN, .indifferent = NAN};
    const double events = (double)roc.events, others = (double)(n - roc.events), all = (double)n;
    struct group group = {0};
    double place[2] = {0.0, 0.0}, squares[2] = {0.0, 0.0}, ties = 0.0;
    roc.constant = n == 0 || sorted[0].value == sorted[n - 1].value;
    if (events < 2.0 || others < 2.0)
        return roc;
    while (next_group(sorted, n, &group)) {
        /* Of an event, how many others it exceeds; of another, how many events exceed it. */
        const double exceeds = ((double)group.others_below + 0.5 * (double)group.others) / others;
        const double exceeded = (events - (double)group.events_below - 0.5 * (double)group.events) / events;
        const double size = (double)(group.end - group.first);
        place[0] += (double)group.events * exceeds;
        squares[0] += (double)group.events * exceeds * exceeds;
        place[1] += (double)group.others * exceeded;
        squares[1] += (double)group.others * exceeded * exceeded;
        ties += size * (size * size - 1.0);
    }
    roc.area = place[0] / events;
    roc.error = sqrt(variance(place[0], squares[0], events) / events + variance(place[1], squares[1], others) / others);
    if (roc.area == 0.0 || roc.area == 1.0)
        roc.error = 1.0 / fmin(events, others);
    roc.indifferent = sqrt(fmax(all + 1.0 - ties / (all * (all - 1.0)), 0.0) / (12.0 * events * others));
    return roc;
}

double roc_chance(const struct roc *roc)
{
    const double error = fmax(roc->error, roc->indifferent);
    return !(error > 0.0) ? 1.0 : erfc(fabs(roc->area - 0.5) / error / sqrt(2.0));
}

struct roc_cut roc_youden(const struct roc_case *sorted, int64_t n, bool low_warns)
{
    const double events = (double)count_events(sorted, n), others = (double)n - events;
    struct roc_cut best = {NAN, NAN, -INFINITY};
    struct group group = {0};
    while (next_group(sorted, n, &group)) {
        if (group.first == 0)
            continue;
        const double lower = (double)group.events_below / events - (double)group.others_below / others;
        const double youden = low_warns ? lower : -lower;
        if (youden > best.youden)
            best = (struct roc_cut){sorted[group.first - 1].value, sorted[group.first].value, youden};
    }
    return best;
}

/* The multiple of a power of ten that is next to a value, above it or below. */
static double snap(double value, int power, bool upward)
{
    /* Powers of ten are exact, their inverses are not. */
    const double scale = pow(10.0, abs(power)), units = power < 0 ? value * scale : value / scale;
    const double whole = upward ? ceil(units) : floor(units);
    return power < 0 ? whole / scale : whole * scale;
}

static double youden_at(double threshold, const struct roc_case *sorted, int64_t n, bool low_warns)
{
    int64_t warned[2] = {0, 0}, all[2] = {0, 0};
    for (int64_t i = 0; i < n; i++) {
        all[sorted[i].event]++;
        warned[sorted[i].event] += low_warns ? sorted[i].value < threshold : sorted[i].value > threshold;
    }
    return (double)warned[1] / (double)all[1] - (double)warned[0] / (double)all[0];
}

double roc_threshold(const struct roc_cut *cut, const struct roc_case *sorted, int64_t n, bool low_warns)
{
    const double low = cut->below, high = cut->above, size = fmax(fabs(low), fabs(high));
    if (low_warns ? low < 0.0 && high >= 0.0 : low <= 0.0 && high > 0.0)
        return 0.0;
    const int power = (int)floor(log10(size));
    const double events = (double)count_events(sorted, n), others = (double)n - events;
    const double error = 0.5 * sqrt(1.0 / events + 1.0 / others); /* at most, of a youden */
    for (int digits = 1; digits <= DIGITS_MOST; digits++) {
        double number[2], youden[2];
        for (int up = 0; up < 2; up++) {
            number[up] = snap(low_warns ? high : low, power - digits + 1, up);
            youden[up] = youden_at(number[up], sorted, n, low_warns);
        }
        const int better = low_warns ? youden[1] > youden[0] : youden[1] >= youden[0];
        if (youden[better] >= cut->youden - 0.5 * error)
            return number[better];
    }
    return low_warns ? high : low;
}
