#include "analysis/paired.h"

#include "montecarlo/statistics.h"
#include "numerics/normal.h"

#include <math.h>
#include <string.h>

enum { BATCHES = 40, DEGREES = BATCHES - 1 };

static const double NORMAL = NORMAL_95;
static const double STUDENT_39 = 2.022690920036761; /* Student's with 39 degrees of freedom */

bool paired_is_clear(const struct paired *paired)
{
    return paired->low > 0.0 || paired->high < 0.0;
}

static const struct paired nothing_known = {NAN, NAN, NAN, NAN, 0, 0};

static int64_t count_different(const double *before, const double *after, int64_t n)
{
    int64_t worlds = 0;
    for (int64_t i = 0; i < n; i++)
        worlds += before[i] != after[i];
    return worlds;
}

static struct paired interval(double value, double error, int degrees, int64_t n, int64_t worlds)
{
    const double width = degrees ? STUDENT_39 : NORMAL;
    if (worlds == 0)
        return (struct paired){0.0, 0.0, 0.0, 0.0, 0, 0};
    if (n < PAIRED_LEAST || worlds < PAIRED_WORLDS_LEAST)
        error = NAN;
    return (struct paired){value, error, value - width * error, value + width * error, worlds, degrees};
}

struct paired paired_mean(const double *before, const double *after, int64_t n, double *work)
{
    for (int64_t i = 0; i < n; i++)
        work[i] = after[i] - before[i];
    struct figure mean = statistics_mean(work, n);
    return interval(mean.value, mean.error, 0, n, count_different(before, after, n));
}

static double median(const double *values, int64_t n, double *work)
{
    memcpy(work, values, (size_t)n * sizeof *work);
    statistics_sort(work, n);
    return statistics_quantile(work, n, 0.5).value;
}

struct paired paired_median(const double *before, const double *after, int64_t n, double *work)
{
    double batch[BATCHES];
    int64_t worlds = count_different(before, after, n);
    double value = median(after, n, work) - median(before, n, work);
    if (n < BATCHES)
        return interval(value, NAN, DEGREES, n, worlds);
    for (int b = 0; b < BATCHES; b++) {
        int64_t first = n * b / BATCHES, count = n * (b + 1) / BATCHES - first;
        batch[b] = median(after + first, count, work) - median(before + first, count, work);
    }
    bool same = value == 0.0;
    for (int b = 0; b < BATCHES; b++)
        same = same && batch[b] == 0.0;
    return interval(value, statistics_mean(batch, BATCHES).error, DEGREES, n, same ? 0 : worlds);
}

struct paired paired_ratio(const double *before_over, const double *before_under, const double *after_over,
                           const double *after_under, int64_t n, double *work)
{
    double top[2] = {0.0}, bottom[2] = {0.0};
    int64_t worlds = 0;
    for (int64_t i = 0; i < n; i++) {
        top[0] += before_over[i];
        bottom[0] += before_under[i];
        top[1] += after_over[i];
        bottom[1] += after_under[i];
        worlds += before_over[i] != after_over[i] || before_under[i] != after_under[i];
    }
    if (!(bottom[0] > 0.0 && bottom[1] > 0.0))
        return nothing_known;
    double ratio[2] = {top[0] / bottom[0], top[1] / bottom[1]}, all = (double)n;
    /* What one world adds to each ratio. */
    for (int64_t i = 0; i < n; i++)
        work[i] = (after_over[i] - ratio[1] * after_under[i]) * (all / bottom[1]) -
                  (before_over[i] - ratio[0] * before_under[i]) * (all / bottom[0]);
    return interval(ratio[1] - ratio[0], statistics_mean(work, n).error, 0, n, worlds);
}

/* What one unit of the utilities that statistics_certain leaves is worth, in dollars: utility is that
 * of wealth over the first one's, so its slope there is (certain / first)^(1 - aversion) / certain. */
static double price(double first, double certain, double aversion)
{
    return certain / pow(certain / first, 1.0 - aversion);
}

struct paired paired_certain(double *before, double *after, int64_t n, double aversion)
{
    if (n < 1)
        return nothing_known;
    int64_t worlds = count_different(before, after, n);
    double first[2] = {before[0], after[0]};
    struct figure certain[2] = {statistics_certain(before, n, aversion), statistics_certain(after, n, aversion)};
    double prices[2] = {price(first[0], certain[0].value, aversion), price(first[1], certain[1].value, aversion)};
    for (int64_t i = 0; i < n; i++)
        before[i] = prices[1] * after[i] - prices[0] * before[i];
    return interval(certain[1].value - certain[0].value, statistics_mean(before, n).error, 0, n, worlds);
}
