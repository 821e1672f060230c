#include "analysis/rerun.h"

#include "analysis/weighted.h"
#include "numerics/draws.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { YEARS_LATER = 24 };

/* Systematic resampling, then shuffled by address: neighbours of the posterior must not share the luck of
 * neighbouring paths. */
void rerun_resample(const struct posterior *posterior, int64_t paths, int64_t *chosen)
{
    double all = 0.0, upto = 0.0;
    int64_t item = 0;
    for (int64_t i = 0; i < posterior->count; i++)
        all += posterior->weight[i];
    upto = posterior->weight[0];
    for (int64_t p = 0; p < paths; p++) {
        while (item < posterior->count - 1 && upto < all * ((double)p + 0.5) / (double)paths)
            upto += posterior->weight[++item];
        chosen[p] = item;
    }
    for (int64_t p = paths - 1; p > 0; p--) {
        const int64_t other = (int64_t)(draws_threefry(1, draws_place(DRAWS_SHUFFLING, 0), (uint64_t)p).first % (uint64_t)(p + 1));
        const int64_t swapped = chosen[p];
        chosen[p] = chosen[other];
        chosen[other] = swapped;
    }
}

static enum batch_end play(struct batch *batch, const struct calibration *calibration,
                           const struct batch_options *options, double effective, struct figure *quantile,
                           double *revenue)
{
    const int strategy = calibration->company->strategy;
    const int64_t paths = calibration->again.paths;
    struct weighted *item = malloc((size_t)paths * sizeof *item);
    if (!batch || !item || !revenue) {
        free(item);
        return BATCH_NO_MEMORY;
    }
    const int watch = batch_watch(batch, OBSERVABLE_revenue, calibration->again.month);
    enum batch_end end = batch_play(batch, paths, options);
    if (end == BATCH_DONE) {
        memcpy(revenue, batch->watched[strategy][watch], (size_t)paths * sizeof *revenue);
        struct weighted_sample sample = weighted_sort(revenue, NULL, paths, item);
        sample.effective = fmin(sample.effective, effective); /* they repeat so many */
        for (int q = 0; q < CALIBRATION_QUANTILES; q++)
            quantile[q] = weighted_quantile(&sample, calibration_level[q]);
    }
    free(item);
    return end;
}

/* The numbers of the weighted paths, each as often as it weighs. */
static double *values_create(const struct prior *prior, const struct posterior *posterior, int64_t paths)
{
    double *values = malloc(((size_t)prior->count * (size_t)paths + 1) * sizeof *values);
    int64_t *chosen = malloc((size_t)paths * sizeof *chosen);
    if (values && chosen) {
        rerun_resample(posterior, paths, chosen);
        for (int n = 0; n < prior->count; n++)
            for (int64_t p = 0; p < paths; p++)
                values[n * paths + p] =
                    prior->number[n].smooth ? prior_value(prior, n, posterior->score[n][chosen[p]])
                                            : prior->number[n].value[posterior->path[chosen[p]]];
    } else {
        free(values);
        values = NULL;
    }
    free(chosen);
    return values;
}

/* Correlation of being at or below one's quantile: how much luck two samples share there. */
static double shared(const double *a, double a_at, const double *b, double b_at, int64_t n)
{
    double below_a = 0.0, below_b = 0.0, both = 0.0;
    for (int64_t i = 0; i < n; i++) {
        below_a += a[i] <= a_at;
        below_b += b[i] <= b_at;
        both += a[i] <= a_at && b[i] <= b_at;
    }
    const double variances = below_a * ((double)n - below_a) * below_b * ((double)n - below_b);
    return variances > 0.0 ? (both * (double)n - below_a * below_b) / sqrt(variances) : 0.0;
}

bool rerun_compare(const double *weighted, const double *written, int64_t paths, struct figure *apart)
{
    struct weighted *item = malloc(2 * (size_t)paths * sizeof *item);
    if (!item)
        return false;
    const struct weighted_sample a = weighted_sort(weighted, NULL, paths, item);
    const struct weighted_sample b = weighted_sort(written, NULL, paths, item + paths);
    for (int q = 0; q < CALIBRATION_QUANTILES; q++) {
        const struct figure x = weighted_quantile(&a, calibration_level[q]);
        const struct figure y = weighted_quantile(&b, calibration_level[q]);
        const double common = shared(weighted, x.value, written, y.value, paths);
        const double variance = x.error * x.error + y.error * y.error - 2.0 * common * x.error * y.error;
        apart[q] = (struct figure){y.value - x.value, sqrt(fmax(variance, 0.0))};
    }
    free(item);
    return true;
}

double rerun_apart(const struct calibration_again *again)
{
    double most = 0.0;
    for (int q = 0; q < CALIBRATION_QUANTILES; q++) {
        const double difference = fabs(again->apart[q].value);
        most = fmax(most, difference > 0.0 ? difference / again->apart[q].error : 0.0);
    }
    return most;
}

double rerun_against_known(const struct calibration_again *again)
{
    double most = 0.0;
    for (int q = 0; q < CALIBRATION_QUANTILES; q++) {
        const double difference = fabs(again->apart[q].value);
        most = fmax(most, difference > 0.0 ? difference / again->weighted[q].error : 0.0);
    }
    return most;
}

static enum batch_end play_both(struct calibration *calibration, const struct prior *prior,
                                const struct posterior *posterior, const struct batch_options *options,
                                void (*played)(void *data), void *data, double *revenue)
{
    struct calibration_again *again = &calibration->again;
    double *values = revenue ? values_create(prior, posterior, again->paths) : NULL;
    struct batch *weighted =
        values ? batch_create(calibration->company->scenario, calibration->seed + 1, again->paths, NULL) : NULL;
    for (int n = 0; weighted && n < prior->count; n++)
        batch_fix_each(weighted, calibration->company->strategy, prior->number[n].column,
                       values + n * again->paths);
    enum batch_end end = play(weighted, calibration, options, posterior->effective, again->weighted, revenue);
    played(data);
    batch_destroy(weighted);
    free(values);
    if (end != BATCH_DONE)
        return end;
    struct batch *written =
        batch_create(&calibration->learned.scenario, calibration->seed + 1, again->paths, NULL);
    end = play(written, calibration, options, posterior->effective, again->written, revenue + again->paths);
    played(data);
    batch_destroy(written);
    return end;
}

enum batch_end rerun_make(struct calibration *calibration, const struct prior *prior,
                           const struct posterior *posterior, const struct batch_options *options,
                           void (*played)(void *data), void *data)
{
    struct calibration_again *again = &calibration->again;
    const int later = calibration->history->last + YEARS_LATER, horizon = calibration->company->scenario->horizon;
    again->month = later < horizon ? later : horizon;
    again->paths = calibration->paths < CALIBRATION_AGAIN ? calibration->paths : CALIBRATION_AGAIN;
    double *revenue = malloc(2 * (size_t)again->paths * sizeof *revenue);
    enum batch_end end = play_both(calibration, prior, posterior, options, played, data, revenue);
    if (end == BATCH_DONE && !rerun_compare(revenue, revenue + again->paths, again->paths, again->apart))
        end = BATCH_NO_MEMORY;
    free(revenue);
    return end;
}
