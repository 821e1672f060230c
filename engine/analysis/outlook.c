#include "analysis/outlook.h"

#include "analysis/lookback.h"
#include "analysis/measurement.h"
#include "analysis/parties.h"
#include "analysis/weighted.h"
#include "scenario/measure.h"

#include <math.h>
#include <stdlib.h>

enum { RESAMPLED = 20000, YEAR = 12 };

const double outlook_level[OUTLOOK_QUANTILES] = {0.05, 0.25, 0.5, 0.75, 0.95};
const int outlook_soon_months[OUTLOOK_SOON] = {3, 6, 12};

/* What is watched beside the history, by number. */
struct watches {
    int history, point[OUTLOOK_POINTS_MAX];
    int now_revenue, now_rounds;
    int cash[OUTLOOK_SOON], headcount[OUTLOOK_SOON], rounds[OUTLOOK_SOON], revenue[OUTLOOK_SOON];
};

/* The weighted paths, and room to work. */
struct view {
    const struct outlook *outlook;
    const struct batch *batch;
    const struct result *result;
    double *weight;            /* [paths] */
    double *value, *part;      /* [paths] */
    struct weighted *item;     /* [paths] */
    const struct watches *watches;
};

/* --- Months --------------------------------------------------------------------------------- */

/* Quarters, months of a short scenario, half-years of a long one; the last that was observed, and a year on. */
static void choose_points(struct outlook *outlook)
{
    const int horizon = outlook->company->scenario->horizon, last = outlook->history->last;
    const int step = horizon <= 36 ? 1 : horizon <= 144 ? 3 : 6;
    for (int month = 1; month <= horizon; month++)
        if (month % step == 0 || month == last || month == last + YEAR || month == horizon)
            outlook->point[outlook->points++].month = month;
    for (int s = 0; s < OUTLOOK_SOON; s++)
        if (last + outlook_soon_months[s] <= horizon)
            outlook->soon[outlook->soons++].months = outlook_soon_months[s];
}

static struct watches watch(struct batch *batch, const struct outlook *outlook)
{
    const int last = outlook->history->last;
    struct watches watches = {.history = lookback_watch(batch, outlook->history)};
    for (int i = 0; i < outlook->points; i++)
        watches.point[i] = batch_watch(batch, OBSERVABLE_revenue, outlook->point[i].month);
    watches.now_revenue = batch_watch(batch, OBSERVABLE_revenue, last);
    watches.now_rounds = batch_watch(batch, OBSERVABLE_rounds, last);
    for (int s = 0; s < outlook->soons; s++) {
        const int month = last + outlook->soon[s].months;
        watches.cash[s] = batch_watch(batch, OBSERVABLE_cash, month);
        watches.headcount[s] = batch_watch(batch, OBSERVABLE_headcount, month);
        watches.rounds[s] = batch_watch(batch, OBSERVABLE_rounds, month);
        watches.revenue[s] = batch_watch(batch, OBSERVABLE_revenue, month);
    }
    return watches;
}

/* --- Figures -------------------------------------------------------------------------------- */

static void read_points(const struct view *view, int strategy, struct outlook *outlook)
{
    for (int i = 0; i < outlook->points; i++) {
        struct outlook_point *point = &outlook->point[i];
        const double *revenue = view->batch->watched[strategy][view->watches->point[i]];
        struct weighted_sample sample = weighted_sort(revenue, NULL, outlook->paths, view->item);
        for (int q = 0; q < OUTLOOK_QUANTILES; q++)
            point->before[q] = weighted_quantile(&sample, outlook_level[q]).value;
        sample = weighted_sort(revenue, view->weight, outlook->paths, view->item);
        for (int q = 0; q < OUTLOOK_QUANTILES; q++)
            point->revenue[q] = weighted_quantile(&sample, outlook_level[q]);
    }
}

static void read_outcomes(const struct view *view, const double *weight, struct figure *outcome)
{
    for (int o = 0; o < OUTCOMES; o++) {
        for (int64_t p = 0; p < view->batch->paths; p++)
            view->value[p] = view->result[p].outcome == o;
        outcome[o] = weighted_mean(view->value, weight, view->batch->paths);
    }
}

/* One founder's certain gain, from paths drawn by weight. */
static struct figure read_certain(const struct view *view, int strategy, const double *weight)
{
    struct batch drawn = {.scenario = view->batch->scenario, .paths = RESAMPLED};
    struct result *result = malloc(RESAMPLED * sizeof *result);
    struct strategy_summary *summary = calloc(1, sizeof *summary);
    double *work = malloc(RESAMPLED * sizeof *work), all = 0.0, upto = weight[0];
    struct figure certain = {NAN, NAN};
    if (result && summary && work) {
        for (int64_t p = 0; p < view->batch->paths; p++)
            all += weight[p];
        for (int64_t i = 0, p = 0; i < RESAMPLED; i++) {
            while (p < view->batch->paths - 1 && upto < all * ((double)i + 0.5) / RESAMPLED)
                upto += weight[++p];
            result[i] = view->result[p];
        }
        drawn.result[strategy] = result;
        parties_founder(summary, &drawn, strategy, work);
        certain = summary->certain;
        certain.error *= sqrt(fmax(1.0, RESAMPLED / weighted_effective(weight, view->batch->paths)));
    }
    free(work);
    free(summary);
    free(result);
    return certain;
}

static void read_founders(const struct view *view, int strategy, const double *weight,
                          struct outlook_founders *founders)
{
    const int64_t paths = view->batch->paths;
    for (int64_t p = 0; p < paths; p++) {
        view->value[p] = view->result[p].founder_present;
        view->part[p] = view->value[p] < MEASURE_NOTHING;
    }
    founders->nothing = weighted_mean(view->part, weight, paths);
    founders->mean = weighted_mean(view->value, weight, paths);
    const struct weighted_sample sample = weighted_sort(view->value, weight, paths, view->item);
    for (int q = 0; q < OUTLOOK_QUANTILES; q++)
        founders->quantile[q] = weighted_quantile(&sample, outlook_level[q]);
    founders->certain = read_certain(view, strategy, weight);
}

enum turn { CLOSES, STARVES, SOLD, RAISES, SHRINKS };

static bool happens(const struct view *view, int strategy, int s, int64_t path, enum turn turn)
{
    const int month = view->outlook->history->last + view->outlook->soon[s].months;
    const struct result *result = &view->result[path];
    const bool open = measurement_is_open(result, month, view->batch->scenario->horizon);
    double *const *watched = view->batch->watched[strategy];
    switch (turn) {
    case CLOSES:
        return !open && batch_is_closed(result);
    case STARVES:
        return !open && batch_is_closed(result) && result->cause == CAUSE_OUT_OF_CASH;
    case SOLD:
        return !open && !batch_is_closed(result);
    case RAISES:
        return watched[view->watches->rounds[s]][path] > watched[view->watches->now_rounds][path];
    case SHRINKS:
        break;
    }
    return open && watched[view->watches->revenue[s]][path] < watched[view->watches->now_revenue][path];
}

static struct figure chance(const struct view *view, int strategy, int s, enum turn turn)
{
    for (int64_t p = 0; p < view->batch->paths; p++)
        view->value[p] = view->weight[p] > 0.0 && happens(view, strategy, s, p, turn);
    return weighted_mean(view->value, view->weight, view->batch->paths);
}

static void read_soon(const struct view *view, int strategy, int s, struct outlook_soon *soon)
{
    const int64_t paths = view->batch->paths;
    const int month = view->outlook->history->last + soon->months;
    double *const *watched = view->batch->watched[strategy];
    soon->closes = chance(view, strategy, s, CLOSES);
    soon->starves = chance(view, strategy, s, STARVES);
    soon->sold = chance(view, strategy, s, SOLD);
    soon->raises = chance(view, strategy, s, RAISES);
    soon->shrinks = chance(view, strategy, s, SHRINKS);
    for (int64_t p = 0; p < paths; p++)
        view->part[p] = measurement_is_open(&view->result[p], month, view->batch->scenario->horizon) ? view->weight[p] : 0.0;
    struct weighted_sample sample = weighted_sort(watched[view->watches->cash[s]], view->part, paths, view->item);
    soon->cash[0] = weighted_quantile(&sample, 0.1);
    soon->cash[1] = weighted_quantile(&sample, 0.5);
    sample = weighted_sort(watched[view->watches->headcount[s]], view->part, paths, view->item);
    soon->headcount = weighted_quantile(&sample, 0.5);
}

/* --- The whole ------------------------------------------------------------------------------ */

static void read_all(struct view *view, int strategy, struct outlook *outlook)
{
    read_points(view, strategy, outlook);
    read_outcomes(view, view->weight, outlook->outcome);
    read_founders(view, strategy, view->weight, &outlook->founders);
    for (int s = 0; s < outlook->soons; s++)
        read_soon(view, strategy, s, &outlook->soon[s]);
    for (int64_t p = 0; p < outlook->paths; p++)
        view->weight[p] = 1.0;
    read_outcomes(view, view->weight, outlook->outcome_before);
    read_founders(view, strategy, view->weight, &outlook->founders_before);
}

static bool look_on(struct outlook *outlook, const struct batch *batch, const struct watches *watches, double wanted)
{
    const int strategy = outlook->company->strategy;
    const size_t paths = (size_t)outlook->paths;
    struct evidence *evidence = lookback_read(batch, strategy, outlook->history, watches->history);
    struct view view = {.outlook = outlook,
                        .batch = batch,
                        .result = batch->result[strategy],
                        .weight = malloc(paths * sizeof(double)),
                        .value = malloc(paths * sizeof(double)),
                        .part = malloc(paths * sizeof(double)),
                        .item = malloc(paths * sizeof(struct weighted)),
                        .watches = watches};
    struct weighing weighing = {.weight = view.weight};
    bool room = evidence && view.weight && view.value && view.part && view.item;
    if (room) {
        evidence_weigh(evidence, wanted, &weighing);
        outlook->effective = weighing.effective;
        outlook->widening = weighing.widening;
        outlook->misfit = weighing.misfit;
        outlook->nearest = weighing.nearest;
        outlook->enough = evidence_suffices(&weighing);
        room = calibration_see(outlook->history, evidence, view.weight, outlook->sight);
    }
    if (room && outlook->enough)
        read_all(&view, strategy, outlook);
    free(view.item);
    free(view.part);
    free(view.value);
    free(view.weight);
    evidence_destroy(evidence);
    return room;
}

enum batch_end outlook_make(const struct history *history, const struct candidate *company, int64_t paths,
                             uint64_t seed, double wanted, const struct batch_options *options,
                             struct outlook *outlook, struct complaints *complaints)
{
    *outlook = (struct outlook){.history = history, .company = company, .paths = paths, .seed = seed};
    choose_points(outlook);
    struct batch *batch = batch_create(company->scenario, seed, paths, complaints);
    if (!batch)
        return BATCH_NO_MEMORY;
    const struct watches watches = watch(batch, outlook);
    struct batch_options own = *options;
    own.strategies = 1u << company->strategy;
    enum batch_end end = batch_play(batch, paths, &own);
    if (end == BATCH_DONE && !look_on(outlook, batch, &watches, wanted))
        end = BATCH_NO_MEMORY;
    batch_destroy(batch);
    return end;
}
