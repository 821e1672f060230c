#include "analysis/sobol.h"

#include "montecarlo/statistics.h"
#include "numerics/draws.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What is left out at either end of the resamples: 2.5%. */
enum { LEFT_OUT = SOBOL_RESAMPLES / 40 };

/* Sums over rows, each counted so many times. */
struct sums {
    double rows, one, squares; /* of a and b together, less their mean */
};

static struct sums sum_rows(const double *a, const double *b, const double *times, double mean, int64_t n)
{
    struct sums sums = {0};
    for (int64_t p = 0; p < n; p++) {
        const double x = a[p] - mean, y = b[p] - mean;
        sums.rows += times[p];
        sums.one += times[p] * (x + y);
        sums.squares += times[p] * (x * x + y * y);
    }
    return sums;
}

static double variance(const struct sums *sums)
{
    const double mean = sums->one / (2.0 * sums->rows);
    return sums->squares / (2.0 * sums->rows) - mean * mean;
}

/* First and total index of one parameter; b counts from the mean of all. */
static void estimate(const double *a, const double *b, const double *ab, const double *times, double mean, int64_t n,
                     double spread, double rows, double *first, double *total)
{
    double products = 0.0, squares = 0.0;
    for (int64_t p = 0; p < n; p++) {
        const double change = ab[p] - a[p];
        products += times[p] * (b[p] - mean) * change;
        squares += times[p] * change * change;
    }
    *first = spread > 0.0 ? products / rows / spread : NAN;
    *total = spread > 0.0 ? 0.5 * squares / rows / spread : NAN;
}

/* How often each row is drawn when n are drawn with replacement. */
static void draw_rows(uint64_t seed, int resample, int64_t n, double *times)
{
    memset(times, 0, (size_t)n * sizeof *times);
    for (int64_t p = 0; p < n; p++) {
        const struct draws_pair bits = draws_threefry(seed, draws_place(DRAWS_RESAMPLING, resample), (uint64_t)p);
        times[(int64_t)(draws_uniform(bits.first) * (double)n)] += 1.0;
    }
}

static struct sobol_estimate bound(double value, double resamples[SOBOL_RESAMPLES])
{
    if (!isfinite(value))
        return (struct sobol_estimate){NAN, NAN, NAN};
    statistics_sort(resamples, SOBOL_RESAMPLES);
    return (struct sobol_estimate){value, resamples[LEFT_OUT], resamples[SOBOL_RESAMPLES - 1 - LEFT_OUT]};
}

bool sobol_indices(const double *a, const double *b, const double *const *ab, int parameters, int64_t n,
                   uint64_t seed, struct sobol_index *index)
{
    double(*first)[SOBOL_RESAMPLES] = malloc((size_t)parameters * sizeof *first);
    double(*total)[SOBOL_RESAMPLES] = malloc((size_t)parameters * sizeof *total);
    double *times = malloc((size_t)n * sizeof *times);
    const bool room = first && total && times;
    double mean = 0.0;
    for (int64_t p = 0; room && p < n; p++) {
        mean += (a[p] + b[p]) / (2.0 * (double)n);
        times[p] = 1.0;
    }
    for (int resample = -1; room && resample < SOBOL_RESAMPLES; resample++) {
        if (resample >= 0)
            draw_rows(seed, resample, n, times);
        const struct sums sums = sum_rows(a, b, times, mean, n);
        const double spread = variance(&sums);
        for (int i = 0; i < parameters; i++) {
            double *one = resample < 0 ? &index[i].first.value : &first[i][resample];
            double *all = resample < 0 ? &index[i].total.value : &total[i][resample];
            estimate(a, b, ab[i], times, mean, n, spread, sums.rows, one, all);
        }
    }
    for (int i = 0; room && i < parameters; i++) {
        index[i].first = bound(index[i].first.value, first[i]);
        index[i].total = bound(index[i].total.value, total[i]);
    }
    free(first);
    free(total);
    free(times);
    return room;
}

/* How many of the sorted values are below x. */
static int64_t count_below(const double *sorted, int64_t n, double x, bool or_equal)
{
    int64_t low = 0, high = n;
    while (low < high) {
        const int64_t middle = low + (high - low) / 2;
        if (sorted[middle] < x || (or_equal && sorted[middle] == x))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void rank(const double *sorted, int64_t all, double *values, int64_t n)
{
    for (int64_t p = 0; p < n; p++) {
        const int64_t below = count_below(sorted, all, values[p], false);
        const int64_t upto = below + count_below(sorted + below, all - below, values[p], true);
        values[p] = 0.5 * (double)(below + upto) / (double)all;
    }
}

void sobol_rank(double *a, double *b, double *const *ab, int parameters, int64_t n, double *work)
{
    memcpy(work, a, (size_t)n * sizeof *work);
    memcpy(work + n, b, (size_t)n * sizeof *work);
    statistics_sort(work, 2 * n);
    rank(work, 2 * n, a, n);
    rank(work, 2 * n, b, n);
    for (int i = 0; i < parameters; i++)
        rank(work, 2 * n, ab[i], n);
}
