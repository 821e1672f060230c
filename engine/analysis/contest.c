#include "analysis/contest.h"

#include "analysis/measurement.h"

#include <math.h>
#include <string.h>

/* Five of five are won by one of two equals in 6% of cases, six of six in 3%. */
enum { DIFFER_LEAST = 6 };

void contest_wins(const struct measure *measure, const double *a, const double *b, int64_t n, double *score)
{
    const double level = measure_level(measure);
    for (int64_t i = 0; i < n; i++) {
        double gap = a[i] - b[i];
        score[i] = gap == 0.0 || fabs(gap) < level ? 0.0 : gap > 0.0 ? 1.0 : -1.0;
    }
}

/* Each world's part in a median (its influence function), where the density is what the error that
 * needs none implies. A median that is one and the same value in many worlds does not move. */
static void score_median(const double *values, int64_t n, double sign, double *sorted, double *score)
{
    memcpy(sorted, values, (size_t)n * sizeof *sorted);
    statistics_sort(sorted, n);
    const struct figure median = statistics_quantile(sorted, n, 0.5);
    const double step = isfinite(median.error) ? 2.0 * median.error * sqrt((double)n) : 0.0;
    int64_t above = 0;
    for (int64_t i = 0; i < n; i++)
        above += values[i] > median.value;
    const double middle = (double)above / (double)n;
    for (int64_t i = 0; i < n; i++)
        score[i] += sign * (median.value + step * ((values[i] > median.value) - middle));
}

void contest_scores(const struct batch *batch, const struct contest *contest, int watch, int a, int b,
                    int64_t first, double *room, double *score)
{
    const int64_t n = batch->paths - first;
    double *of_a = room, *of_b = room + batch->paths;
    measurement_take(batch, a, &contest->measure, watch, of_a);
    measurement_take(batch, b, &contest->measure, watch, of_b);
    of_a += first;
    of_b += first;
    if (contest->by == CONTEST_WINS) {
        contest_wins(&contest->measure, of_a, of_b, n, score);
        return;
    }
    if (contest->by == CONTEST_MEAN) {
        for (int64_t i = 0; i < n; i++)
            score[i] = of_a[i] - of_b[i];
        return;
    }
    memset(score, 0, (size_t)n * sizeof *score);
    double *sorted = room + 2 * batch->paths;
    score_median(of_a, n, 1.0, sorted, score);
    score_median(of_b, n, -1.0, sorted, score);
}

void contest_add(struct contest_sums *sums, const double *score, int64_t worlds)
{
    for (int64_t i = 0; i < worlds; i++) {
        sums->differ += score[i] != 0.0;
        sums->sum += score[i];
        sums->squares += score[i] * score[i];
    }
    sums->worlds += worlds;
}

struct figure contest_figure(const struct contest_sums *sums)
{
    const double n = (double)sums->worlds;
    if (sums->worlds < 2)
        return (struct figure){sums->worlds == 1 ? sums->sum : NAN, NAN};
    const double mean = sums->sum / n;
    const double variance = fmax(sums->squares / n - mean * mean, 0.0) * n / (n - 1.0);
    return (struct figure){mean, sqrt(variance / n)};
}

double contest_z(const struct contest_sums *sums)
{
    /* Equal scores of all worlds have no spread: then one world more or less is the error. */
    const struct figure figure = contest_figure(sums);
    if (sums->differ < DIFFER_LEAST || !(figure.value != 0.0))
        return 0.0;
    const double n = (double)sums->worlds;
    return figure.value / fmax(figure.error, fabs(figure.value) / n);
}
