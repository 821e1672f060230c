#include "analysis/prediction.h"

#include "analysis/candidate.h"
#include "analysis/fiscal.h"
#include "analysis/judgement.h"
#include "analysis/score.h"
#include "analysis/series.h"
#include "scenario/key.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const double prediction_probability[PREDICTION_QUANTILES] = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};

struct foretelling {
    const struct precedent *precedent;
    struct candidate candidate;
};

enum fate prediction_fate(enum outcome outcome)
{
    switch (outcome) {
    case OUTCOME_PRIVATE:
        return FATE_PRIVATE;
    case OUTCOME_ACQUIRED:
        return FATE_ACQUIRED;
    case OUTCOME_IPO:
        return FATE_LISTED;
    case OUTCOME_SHUT_DOWN:
    case OUTCOME_ACQUIHIRED:
    case OUTCOMES:
        break;
    }
    return FATE_CLOSED;
}

/* --- Preparing ------------------------------------------------------------------------------ */

/* Nothing is asked for a month that is never played. */
static bool fits(const struct precedent *precedent, const struct scenario *scenario, struct complaints *complaints)
{
    const long before = complaints_heard(complaints);
    const int horizon = scenario->horizon;
    if (scenario->start_year != precedent->start_year || scenario->start_month != precedent->start_month)
        complaints_add(complaints, precedent->company.place, "this case starts in %04d-%02d, its scenario %s in %04d-%02d",
                       precedent->start_year, precedent->start_month, scenario->file, scenario->start_year,
                       scenario->start_month);
    if (precedent->month > horizon)
        complaints_add(complaints, precedent->company.place, "the end, month %d, is after the last month of %s, %d",
                       precedent->month, scenario->file, horizon);
    for (int p = 0; p < precedent->points; p++)
        if (precedent->point[p].month > horizon)
            complaints_add(complaints, precedent->point[p].place, "this is month %d; %s ends with month %d",
                           precedent->point[p].month, scenario->file, horizon);
    for (int b = 0; b < precedent->bands; b++) {
        const struct precedent_band *band = &precedent->band[b];
        if (band->month > horizon || band->chance.by > horizon || band->given.by > horizon)
            complaints_add(complaints, band->place, "this band asks for a month after the last of %s, %d", scenario->file,
                           horizon);
    }
    return complaints_heard(complaints) == before;
}

struct foretelling *prediction_prepare(const struct precedent *precedent, struct complaints *complaints)
{
    struct foretelling *foretelling = calloc(1, sizeof *foretelling);
    if (!foretelling)
        return NULL;
    foretelling->precedent = precedent;
    if (candidate_load(precedent->file, &precedent->company, NULL, 0, "", &foretelling->candidate, complaints) &&
        fits(precedent, foretelling->candidate.scenario, complaints))
        return foretelling;
    prediction_forget(foretelling);
    return NULL;
}

void prediction_forget(struct foretelling *foretelling)
{
    if (foretelling)
        scenario_destroy(foretelling->candidate.scenario);
    free(foretelling);
}

/* Nobody buys the company, and it never lists: its revenue can be seen to the end. */
static void keep_apart(const struct candidate *candidate)
{
    static const char *const ways[] = {"exit.offer_rate", "exit.ipo_rate"};
    for (int w = 0; w < 2; w++) {
        struct key key;
        if (!key_find(ways[w], &key))
            continue;
        struct assumption *assumption = &candidate->scenario->strategy[candidate->strategy].assumptions[key.column];
        assumption->value = (struct distribution){.shape = SHAPE_CONSTANT, .a = 0.0};
    }
}

/* --- Playing -------------------------------------------------------------------------------- */

/* What the parts of one prediction share. */
struct telling {
    const struct candidate *candidate;
    struct series series; /* of two batches */
    struct complaints *complaints;
    struct prediction *prediction;
    uint64_t seed;
    double *room;  /* one value per world */
    double *alike; /* of those that ended alike */
    bool *ended;   /* which: as it comes; the other batch has the same worlds */
};

static enum batch_end play(struct telling *telling, struct batch *batch)
{
    return series_play(&telling->series, batch, telling->prediction->paths, 1u << telling->candidate->strategy);
}

/* Quantiles of the values that are not NaN, and how many these are; moves and sorts them. */
static int64_t summarise(double *values, int64_t n, double quantile[PREDICTION_QUANTILES])
{
    int64_t counted = 0;
    for (int64_t i = 0; i < n; i++)
        if (!isnan(values[i]))
            values[counted++] = values[i];
    statistics_sort(values, counted);
    for (int q = 0; q < PREDICTION_QUANTILES; q++)
        quantile[q] = statistics_quantile(values, counted, prediction_probability[q]).value;
    return counted;
}

/* Of the worlds that have a value, the others being NaN; sorts the values in place. */
static void check(struct telling *telling, enum quantity_kind kind, int month, double truth, enum precedent_grade grade)
{
    struct prediction *prediction = telling->prediction;
    struct prediction_check *made = &prediction->check[prediction->checks++];
    *made = (struct prediction_check){.kind = kind, .month = month, .truth = truth, .grade = grade,
                                      .place = score_place(telling->room, prediction->paths, truth)};
    int64_t alike = 0;
    for (int64_t p = 0; p < prediction->paths; p++)
        if (telling->ended[p] && !isnan(telling->room[p]))
            telling->alike[alike++] = telling->room[p];
    made->worlds = summarise(telling->room, prediction->paths, made->quantile);
    made->selection = selection_measure(telling->room, made->worlds, telling->alike, alike, truth);
}

/* --- As it comes ---------------------------------------------------------------------------- */

/* When it ended is a truth of its own, so that worlds count that ended alike at any time. */
static bool has_ended(const struct precedent *precedent)
{
    return precedent->has_outcome && precedent->outcome != OUTCOME_PRIVATE;
}

/* Marks the worlds that stand by the month (0: at the horizon) where the company did; counts them. */
static int64_t mark_alike(const struct telling *telling, const struct batch *batch, int month)
{
    const struct precedent *precedent = telling->prediction->precedent;
    const struct result *result = batch->result[telling->candidate->strategy];
    int64_t count = 0;
    for (int64_t p = 0; p < batch->paths; p++) {
        telling->ended[p] = precedent->has_outcome && prediction_fate(judgement_outcome(&result[p], month)) ==
                                                          prediction_fate(precedent->outcome);
        count += telling->ended[p];
    }
    return count;
}

static void tell_fate(struct telling *telling, const struct batch *batch, const struct base_rates *rates)
{
    struct prediction *prediction = telling->prediction;
    const struct precedent *precedent = prediction->precedent;
    const struct result *result = batch->result[telling->candidate->strategy];
    int64_t count[FATES] = {0};
    for (int f = 0; f < FATES; f++)
        prediction->chance[f] = prediction->base[f] = NAN;
    prediction->log_score = prediction->base_log_score = NAN;
    if (!precedent->has_outcome)
        return;
    for (int64_t p = 0; p < batch->paths; p++)
        count[prediction_fate(judgement_outcome(&result[p], precedent->month))]++;
    base_rates_at(rates, precedent->month, prediction->base);
    for (int f = 0; f < FATES; f++)
        prediction->chance[f] = (double)count[f] / (double)batch->paths;
    prediction->truth = prediction_fate(precedent->outcome);
    prediction->log_score = score_log(count[prediction->truth], batch->paths, FATES);
    prediction->base_log_score = log(prediction->base[prediction->truth]);
}

/* The time to an end is known of companies that have ended: so are the worlds it is held against. */
static void take_lifetime(const struct telling *telling, const struct batch *batch)
{
    const int strategy = telling->candidate->strategy;
    judgement_take(batch, strategy, QUANTITY_LIFETIME, 0, telling->room);
    for (int64_t p = 0; p < batch->paths; p++)
        if (batch->result[strategy][p].outcome == OUTCOME_PRIVATE)
            telling->room[p] = NAN;
}

static void check_end(struct telling *telling, const struct batch *batch)
{
    const struct precedent *precedent = telling->prediction->precedent;
    const bool ended = has_ended(precedent);
    const int strategy = telling->candidate->strategy;
    if (isfinite(precedent->value)) {
        judgement_take(batch, strategy, QUANTITY_VALUE, 0, telling->room);
        check(telling, QUANTITY_VALUE, 0, precedent->value, precedent->value_grade);
    }
    if (ended) {
        take_lifetime(telling, batch);
        check(telling, QUANTITY_LIFETIME, 0, precedent->month, precedent->outcome_grade);
    }
    if (isfinite(precedent->raised)) {
        judgement_take(batch, strategy, QUANTITY_RAISED, precedent->month, telling->room);
        check(telling, QUANTITY_RAISED, precedent->month, precedent->raised, precedent->raised_grade);
    }
}

static enum batch_end play_as_it_comes(struct telling *telling, const struct base_rates *rates)
{
    struct prediction *prediction = telling->prediction;
    const struct precedent *precedent = prediction->precedent;
    struct batch *batch = batch_create(telling->candidate->scenario, telling->seed, prediction->paths, telling->complaints);
    if (!batch)
        return BATCH_NO_MEMORY;
    batch_keep_closings(batch, telling->candidate->strategy);
    enum batch_end end = play(telling, batch);
    if (end == BATCH_DONE) {
        tell_fate(telling, batch, rates);
        prediction->alike = mark_alike(telling, batch, has_ended(precedent) ? 0 : precedent->month);
        check_end(telling, batch);
        for (int b = 0; b < precedent->bands; b++)
            if (!judgement_is_of_path(&precedent->band[b]))
                prediction->band[b] = judgement_of_ends(batch, telling->candidate->strategy, &precedent->band[b], telling->room);
    }
    batch_destroy(batch);
    return end;
}

/* --- Had it gone on by itself --------------------------------------------------------------- */

/* What a quantity at one month needs. */
static bool watch(struct batch *batch, enum quantity_kind kind, int month)
{
    if (kind == QUANTITY_REVENUE)
        return fiscal_watch(batch, month);
    return fiscal_watch_of(batch, OBSERVABLE_revenue, month) >= 0 &&
           fiscal_watch_of(batch, OBSERVABLE_product_revenue, month) >= 0;
}

static void take(const struct telling *telling, struct batch *batch, enum quantity_kind kind, int month)
{
    const int strategy = telling->candidate->strategy;
    if (kind == QUANTITY_REVENUE) {
        fiscal_take(batch, strategy, month, telling->room);
        return;
    }
    const double *revenue = batch->watched[strategy][fiscal_watch_of(batch, OBSERVABLE_revenue, month)];
    const double *product = batch->watched[strategy][fiscal_watch_of(batch, OBSERVABLE_product_revenue, month)];
    for (int64_t p = 0; p < batch->paths; p++)
        telling->room[p] = revenue[p] > 0.0 ? 1.0 - product[p] / revenue[p] : NAN;
}

/* Revenue is known of a company because it was open: what had closed by then is no world to hold it
 * against. A share of services has no value where nothing is earned. */
static void take_of_open(const struct telling *telling, struct batch *batch, enum quantity_kind kind, int month)
{
    const struct result *result = batch->result[telling->candidate->strategy];
    take(telling, batch, kind, month);
    for (int64_t p = 0; p < batch->paths; p++)
        if (judgement_outcome(&result[p], month) != OUTCOME_PRIVATE)
            telling->room[p] = NAN;
}

/* The months of the fan: half-years up to a year after the last revenue that is known. */
static int last_of_fan(const struct prediction *prediction)
{
    int last = 0;
    for (int p = 0; p < prediction->precedent->points; p++)
        if (prediction->precedent->point[p].kind == QUANTITY_REVENUE && prediction->precedent->point[p].month > last)
            last = prediction->precedent->point[p].month;
    last = last > 0 ? (last + 17) / PREDICTION_STEP * PREDICTION_STEP : 0;
    return last < prediction->horizon ? last : prediction->horizon / PREDICTION_STEP * PREDICTION_STEP;
}

static bool watch_all(struct batch *batch, const struct prediction *prediction)
{
    const struct precedent *precedent = prediction->precedent;
    bool room = true;
    for (int p = 0; p < precedent->points && room; p++)
        room = watch(batch, precedent->point[p].kind, precedent->point[p].month);
    for (int b = 0; b < precedent->bands && room; b++)
        if (judgement_is_of_path(&precedent->band[b]))
            room = watch(batch, precedent->band[b].of, precedent->band[b].month);
    for (int month = PREDICTION_STEP; month <= last_of_fan(prediction) && room; month += PREDICTION_STEP)
        room = fiscal_watch(batch, month);
    return room;
}

/* Of the same worlds as the truths that are drawn in it; it ends where none is open. */
static void keep_fan(struct telling *telling, struct batch *batch)
{
    struct prediction *prediction = telling->prediction;
    for (int month = PREDICTION_STEP; month <= last_of_fan(prediction); month += PREDICTION_STEP) {
        struct prediction_moment moment = {.month = month};
        take_of_open(telling, batch, QUANTITY_REVENUE, month);
        if (!summarise(telling->room, batch->paths, moment.quantile))
            return;
        prediction->moment[prediction->moments++] = moment;
    }
}

static void read_path(struct telling *telling, struct batch *batch)
{
    struct prediction *prediction = telling->prediction;
    const struct precedent *precedent = prediction->precedent;
    for (int p = 0; p < precedent->points; p++) {
        const struct precedent_point *point = &precedent->point[p];
        take_of_open(telling, batch, point->kind, point->month);
        check(telling, point->kind, point->month, point->value, point->grade);
    }
    /* A band says what to expect of the company, closed or not: all worlds count. */
    for (int b = 0; b < precedent->bands; b++)
        if (judgement_is_of_path(&precedent->band[b])) {
            take(telling, batch, precedent->band[b].of, precedent->band[b].month);
            prediction->band[b] = judgement_of_values(telling->room, batch->paths, &precedent->band[b]);
        }
    keep_fan(telling, batch);
}

static enum batch_end play_by_itself(struct telling *telling)
{
    const struct prediction *prediction = telling->prediction;
    keep_apart(telling->candidate);
    /* Sobol's points change with the number of uncertain inputs: how these worlds ended is not known. */
    if (telling->candidate->scenario->sampling == SAMPLING_SOBOL)
        memset(telling->ended, 0, (size_t)prediction->paths * sizeof *telling->ended);
    struct batch *batch = batch_create(telling->candidate->scenario, telling->seed, prediction->paths, telling->complaints);
    if (!batch)
        return BATCH_NO_MEMORY;
    enum batch_end end = watch_all(batch, prediction) ? play(telling, batch) : BATCH_NO_MEMORY;
    if (end == BATCH_DONE)
        read_path(telling, batch);
    batch_destroy(batch);
    return end;
}

enum batch_end prediction_make(struct foretelling *foretelling, const struct base_rates *rates, int64_t paths,
                               uint64_t seed, const struct batch_options *options, struct prediction *prediction,
                               struct complaints *complaints)
{
    const struct candidate *candidate = &foretelling->candidate;
    struct telling telling = {.candidate = candidate, .series = {options, 2 * paths, 0}, .complaints = complaints,
                              .prediction = prediction, .seed = seed, .room = malloc((size_t)paths * sizeof(double)),
                              .alike = malloc((size_t)paths * sizeof(double)), .ended = malloc((size_t)paths * sizeof(bool))};
    *prediction = (struct prediction){.precedent = foretelling->precedent, .paths = paths,
                                      .scenario = candidate->scenario->name,
                                      .strategy = candidate->scenario->strategy[candidate->strategy].name,
                                      .horizon = candidate->scenario->horizon};
    const bool room = telling.room && telling.alike && telling.ended;
    enum batch_end end = room ? play_as_it_comes(&telling, rates) : BATCH_NO_MEMORY;
    if (end == BATCH_DONE)
        end = play_by_itself(&telling);
    free(telling.room);
    free(telling.alike);
    free(telling.ended);
    return end;
}
