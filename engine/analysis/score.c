#include "analysis/score.h"

#include "numerics/normal.h"

#include <math.h>

const double score_level[SCORE_LEVELS] = {0.5, 0.8, 0.9};

double score_place(const double *values, int64_t n, double truth)
{
    int64_t below = 0, equal = 0, counted = 0;
    for (int64_t i = 0; i < n; i++) {
        if (isnan(values[i]))
            continue;
        counted++;
        below += values[i] < truth;
        equal += values[i] == truth;
    }
    return counted > 0 ? ((double)below + 0.5 * (double)equal) / (double)counted : NAN;
}

bool score_inside(double place, double level) { return fabs(place - 0.5) <= 0.5 * level; }

struct figure score_share_by_group(const double *inside, const int *group, int n, int groups)
{
    double share[SCORE_PAIRS_MAX];
    int64_t used = 0;
    for (int g = 0; g < groups && used < SCORE_PAIRS_MAX; g++) {
        double sum = 0.0, count = 0.0;
        for (int i = 0; i < n; i++)
            if (group[i] == g) {
                sum += inside[i];
                count += 1.0;
            }
        if (count > 0.0)
            share[used++] = sum / count;
    }
    return statistics_mean(share, used);
}

double score_log(int64_t count, int64_t all, int classes)
{
    return log(((double)count + 0.5) / ((double)all + 0.5 * classes));
}

/* One more than the number of smaller values, and half of the number of others that are equal. */
static double rank_of(const double *values, int n, int i)
{
    double rank = 1.0;
    for (int j = 0; j < n; j++)
        rank += j == i ? 0.0 : values[j] < values[i] ? 1.0 : values[j] == values[i] ? 0.5 : 0.0;
    return rank;
}

struct figure score_spearman(const double *a, const double *b, int n)
{
    double products = 0.0, a_squares = 0.0, b_squares = 0.0, middle = 0.5 * (n + 1);
    for (int i = 0; i < n; i++) {
        double x = rank_of(a, n, i) - middle, y = rank_of(b, n, i) - middle;
        products += x * y;
        a_squares += x * x;
        b_squares += y * y;
    }
    double error = n > 3 ? 1.03 / sqrt(n - 3.0) : NAN; /* Fieller, Hartley and Pearson 1957 */
    return (struct figure){products / sqrt(a_squares * b_squares), error};
}

static int order(double x, double y) { return (x > y) - (x < y); }

struct figure score_kendall(const double *a, const double *b, int n)
{
    double sum = 0.0, a_untied = 0.0, b_untied = 0.0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < i; j++) {
            int x = order(a[i], a[j]), y = order(b[i], b[j]);
            sum += x * y;
            a_untied += x * x;
            b_untied += y * y;
        }
    double error = n > 4 ? sqrt(0.437 / (n - 4.0)) : NAN; /* the same */
    return (struct figure){sum / sqrt(a_untied * b_untied), error};
}

void score_interval(struct figure correlation, double *low, double *high)
{
    *low = *high = NAN;
    if (isnan(correlation.value)) /* fmin and fmax would take it for a bound */
        return;
    const double z = atanh(fmin(fmax(correlation.value, -0.999999), 0.999999));
    *low = tanh(z - NORMAL_95 * correlation.error);
    *high = tanh(z + NORMAL_95 * correlation.error);
}
