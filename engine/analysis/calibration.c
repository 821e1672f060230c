#include "analysis/calibration.h"

#include "analysis/lookback.h"
#include "analysis/rerun.h"
#include "analysis/weighted.h"
#include "numerics/draws.h"
#include "numerics/normal.h"
#include "scenario/likeness.h"
#include "scenario/setting.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Longer ones are cut, and still too long for the loader, which complains. */
enum { SETTING_SIZE = SETTING_BYTES_MAX + 100 };

const double calibration_level[CALIBRATION_QUANTILES] = {0.05, 0.5, 0.95};

static const double WIDTH = 2.0 * NORMAL_90; /* of nine in ten of a standard normal */

/* --- Loading -------------------------------------------------------------------------------- */

/* 'stages.2.x' is 'playbook.stages.2.x' to --set, 'rounds.1.x' is 'funding.rounds.1.x'. */
static void write_setting(const struct fit *fit, char text[SETTING_SIZE])
{
    const char *home = strncmp(fit->key, "stages.", 7) == 0 ? "playbook." : strncmp(fit->key, "rounds.", 7) == 0 ? "funding." : "";
    snprintf(text, SETTING_SIZE, "%s%s=%s", home, fit->key, fit->range);
}

static bool check_fits(const struct history *history, const struct candidate *company, struct complaints *complaints)
{
    const struct strategy *strategy = &company->scenario->strategy[company->strategy];
    bool sound = true;
    for (int f = 0; f < history->fits; f++) {
        const struct fit *fit = &history->fit[f];
        if (strategy->assumptions[fit->column].value.shape != SHAPE_CONSTANT)
            continue;
        complaints_add(complaints, fit->place,
                       "'%s' is a constant in '%.60s'; to learn it, say what is possible, as in 'fit: {%s: a to b}'",
                       fit->key, strategy->name, fit->key);
        sound = false;
    }
    return sound;
}

bool calibration_load(const struct history *history, const char *scenario, const char *strategy,
                      const char *const *set, int sets, struct candidate *company, struct complaints *complaints)
{
    char(*text)[SETTING_SIZE] = malloc(FITS_MAX * sizeof *text);
    const char *settings[FITS_MAX];
    struct sheet_company asked = {
        .scenario = scenario, .strategy = strategy, .settings = settings, .place = {strategy ? "--strategy" : history->file, 1, 1}};
    *company = (struct candidate){.strategy = -1};
    for (int f = 0; text && f < history->fits; f++)
        if (history->fit[f].range) {
            write_setting(&history->fit[f], text[asked.count]);
            settings[asked.count] = text[asked.count];
            asked.count++;
        }
    bool sound = text && candidate_load(history->file, &asked, set, sets, "", company, complaints);
    free(text);
    return sound && lookback_check(history, company->scenario, complaints) && check_fits(history, company, complaints);
}

/* --- Before and after ----------------------------------------------------------------------- */

static void describe_number(const struct posterior *posterior, const struct prior *prior, int n,
                            struct weighted *item, struct calibration_number *number)
{
    const struct weighted_sample sample = weighted_sort(posterior->score[n], posterior->weight, posterior->count, item);
    const double root = sqrt(posterior->effective);
    enum section section;
    int repeat, spread;
    double *score = number->score;
    number->column = prior->number[n].column;
    number->field = fields_of_column(number->column, &section, &repeat, &spread);
    for (int q = 0; q < CALIBRATION_QUANTILES; q++) {
        double u = calibration_level[q];
        draws_normals(&u, 1);
        score[q] = weighted_quantile(&sample, calibration_level[q]).value;
        number->prior[q] = prior_value(prior, n, u);
        number->posterior[q] = prior_value(prior, n, score[q]);
    }
    number->narrowed = 1.0 - (score[2] - score[0]) / WIDTH;
    number->moved = score[1];
    /* A tenth of the interval, a quarter of a deviation, or thrice what chance does with so few paths. */
    number->identified = number->narrowed > fmax(0.1, 2.7 / root) || fabs(number->moved) > fmax(0.25, 3.8 / root);
}

static int by_narrowing(const void *a, const void *b)
{
    const struct calibration_number *x = a, *y = b;
    if (x->identified != y->identified)
        return x->identified ? -1 : 1;
    if (x->narrowed != y->narrowed)
        return x->narrowed > y->narrowed ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

static bool describe_numbers(const struct posterior *posterior, const struct prior *prior,
                             struct calibration *calibration)
{
    struct weighted *item = malloc(((size_t)posterior->count + 1) * sizeof *item);
    calibration->number = calloc((size_t)prior->count + 1, sizeof *calibration->number);
    bool room = item && calibration->number;
    for (int n = 0; room && n < prior->count; n++)
        describe_number(posterior, prior, n, item, &calibration->number[calibration->numbers++]);
    if (room)
        qsort(calibration->number, (size_t)calibration->numbers, sizeof *calibration->number, by_narrowing);
    free(item);
    return room;
}

bool calibration_see(const struct history *history, const struct evidence *evidence, const double *weight,
                     struct calibration_sight *sight)
{
    struct weighted *item = malloc((size_t)evidence->paths * sizeof *item);
    for (int o = 0; item && o < history->observations; o++) {
        const enum unit unit = history->observation[o].measure.unit;
        sight[o].observation = &history->observation[o];
        struct weighted_sample sample = weighted_sort(evidence->simulated[o], NULL, evidence->paths, item);
        for (int q = 0; q < CALIBRATION_QUANTILES; q++)
            sight[o].prior[q] = likeness_unscaled(weighted_quantile(&sample, calibration_level[q]).value, unit);
        sight[o].rank = weighted_rank(&sample, evidence->given[o]);
        sample = weighted_sort(evidence->simulated[o], weight, evidence->paths, item);
        for (int q = 0; q < CALIBRATION_QUANTILES; q++)
            sight[o].posterior[q] = likeness_unscaled(weighted_quantile(&sample, calibration_level[q]).value, unit);
        const double low = weighted_quantile(&sample, 0.05).value, high = weighted_quantile(&sample, 0.95).value;
        sight[o].missed = evidence->given[o] < low - 2.0 * evidence->error[o] ||
                          evidence->given[o] > high + 2.0 * evidence->error[o];
    }
    free(item);
    return item != NULL;
}

/* --- The last month, held out --------------------------------------------------------------- */

/* What would be observed, error included. */
static void add_error(const struct evidence *evidence, int o, uint64_t seed, double *observed)
{
    for (int64_t p = 0; p < evidence->paths; p++) {
        double noise = draws_uniform(draws_threefry(seed, draws_place(DRAWS_HINDSIGHT, o), (uint64_t)p).first);
        draws_normals(&noise, 1);
        observed[p] = evidence->simulated[o][p] + evidence->error[o] * noise;
    }
}

static void hold_interval(const struct evidence *evidence, int o, enum unit unit, const double *observed,
                          const double *weight, struct weighted *item, double interval[2], bool *within)
{
    const struct weighted_sample sample = weighted_sort(observed, weight, evidence->paths, item);
    double low = weighted_quantile(&sample, 0.05).value, high = weighted_quantile(&sample, 0.95).value;
    double least = 0.0;
    for (int64_t p = 0; p < evidence->paths; p++)
        least = fmin(least, evidence->simulated[o][p]);
    low = fmax(low, least); /* noise makes no negative people */
    high = fmax(high, least);
    *within = evidence->given[o] >= low && evidence->given[o] <= high;
    interval[0] = likeness_unscaled(low, unit);
    interval[1] = likeness_unscaled(high, unit);
}

/* The forecast is made in the month of the last observation that is kept: who closes after it is still
 * possible, and who closed before it no longer, be it with the history or without. */
struct hindsight {
    struct evidence evidence; /* shares all but `possible` */
    double *open;             /* [paths] the same as weights */
    double *observed;         /* [paths] room */
    struct weighted *item;    /* [paths] room */
};

static bool hindsight_open(const struct batch *batch, int strategy, int month, const struct evidence *all,
                           struct hindsight *hindsight)
{
    const size_t paths = (size_t)all->paths;
    *hindsight = (struct hindsight){.evidence = *all};
    hindsight->evidence.possible = malloc(paths);
    hindsight->open = malloc(paths * sizeof(double));
    hindsight->observed = malloc(paths * sizeof(double));
    hindsight->item = malloc(paths * sizeof *hindsight->item);
    if (!hindsight->evidence.possible || !hindsight->open || !hindsight->observed || !hindsight->item)
        return false;
    lookback_possible(batch, strategy, month, hindsight->evidence.possible);
    for (int64_t p = 0; p < all->paths; p++)
        hindsight->open[p] = hindsight->evidence.possible[p];
    return true;
}

static void hindsight_close(struct hindsight *hindsight)
{
    free(hindsight->evidence.possible);
    free(hindsight->open);
    free(hindsight->observed);
    free(hindsight->item);
}

static void forecast_held(const struct calibration *calibration, struct hindsight *hindsight, double *weight,
                          struct calibration_held *held)
{
    struct evidence *evidence = &hindsight->evidence;
    struct weighing weighing = {.weight = weight};
    evidence->count = held->first;
    evidence_weigh(evidence, calibration->wanted, &weighing);
    held->widening = weighing.widening;
    held->effective = weighing.effective;
    const struct evidence_score after = evidence_score(evidence, weight, held->first, held->count);
    const struct evidence_score before = evidence_score(evidence, NULL, held->first, held->count);
    held->gain = (struct figure){after.value - before.value, hypot(after.error, before.error)};
    for (int i = 0; i < held->count; i++) {
        const int o = held->first + i;
        const enum unit unit = calibration->history->observation[o].measure.unit;
        add_error(evidence, o, calibration->seed, hindsight->observed);
        hold_interval(evidence, o, unit, hindsight->observed, hindsight->open, hindsight->item, held->before[i],
                      &held->within_before[i]);
        hold_interval(evidence, o, unit, hindsight->observed, weight, hindsight->item, held->interval[i],
                      &held->within[i]);
    }
}

static bool hold_out(const struct calibration *calibration, const struct batch *batch, const struct evidence *all,
                     double *weight, struct calibration_held *held)
{
    const struct history *history = calibration->history;
    *held = (struct calibration_held){.first = history->observations};
    while (held->first > 0 && history->observation[held->first - 1].measure.month == history->last)
        held->first--;
    if (held->first == 0)
        return true;
    held->count = history->observations - held->first;
    struct hindsight hindsight;
    const int month = history->observation[held->first - 1].measure.month;
    const bool room = hindsight_open(batch, calibration->company->strategy, month, all, &hindsight);
    if (room)
        forecast_held(calibration, &hindsight, weight, held);
    hindsight_close(&hindsight);
    return room;
}

/* --- The whole ------------------------------------------------------------------------------ */

static bool learn(struct calibration *calibration, const struct batch *batch, const struct evidence *evidence,
                  struct prior *prior, struct posterior **posterior)
{
    const int strategy = calibration->company->strategy;
    struct weighing weighing = {.weight = malloc((size_t)batch->paths * sizeof(double))};
    bool room = weighing.weight && hold_out(calibration, batch, evidence, weighing.weight, &calibration->held);
    if (room) {
        evidence_weigh(evidence, calibration->wanted, &weighing);
        calibration->effective = weighing.effective;
        calibration->widening = weighing.widening;
        calibration->misfit = weighing.misfit;
        calibration->nearest = weighing.nearest;
        room = calibration_see(calibration->history, evidence, weighing.weight, calibration->sight);
    }
    if (room && evidence_suffices(&weighing)) {
        *posterior = posterior_create(evidence, &weighing, prior, calibration->seed);
        room = *posterior && describe_numbers(*posterior, prior, calibration) &&
               learned_make(*posterior, prior, calibration->company->scenario, strategy, &calibration->learned);
        calibration->adjusted = room && (*posterior)->adjusted;
    }
    free(weighing.weight);
    return room;
}

static enum batch_end play(struct calibration *calibration, struct batch *batch, const struct batch_options *options,
                           void (*played)(void *data), void *data)
{
    const struct history *history = calibration->history;
    const int strategy = calibration->company->strategy, watch = lookback_watch(batch, history);
    struct batch_options own = *options;
    own.strategies = 1u << strategy;
    enum batch_end end = batch_play(batch, calibration->paths, &own);
    played(data);
    if (end != BATCH_DONE)
        return end;
    int column[FITS_MAX];
    for (int f = 0; f < history->fits; f++)
        column[f] = history->fit[f].column;
    struct evidence *evidence = lookback_read(batch, strategy, history, watch);
    struct prior *prior = prior_create(batch, strategy, calibration->paths, column, history->fits);
    struct posterior *posterior = NULL;
    end = evidence && prior && learn(calibration, batch, evidence, prior, &posterior) ? BATCH_DONE : BATCH_NO_MEMORY;
    if (end == BATCH_DONE && posterior)
        end = rerun_make(calibration, prior, posterior, &own, played, data);
    posterior_destroy(posterior);
    prior_destroy(prior);
    evidence_destroy(evidence);
    return end;
}

enum batch_end calibration_make(const struct history *history, const struct candidate *company, int64_t paths,
                                uint64_t seed, double wanted, const struct batch_options *options,
                                void (*played)(void *data), void *data, struct calibration *calibration,
                                struct complaints *complaints)
{
    *calibration = (struct calibration){
        .history = history, .company = company, .paths = paths, .seed = seed, .wanted = wanted};
    struct batch *batch = batch_create(company->scenario, seed, paths, complaints);
    enum batch_end end = batch ? play(calibration, batch, options, played, data) : BATCH_NO_MEMORY;
    batch_destroy(batch);
    if (end != BATCH_DONE)
        calibration_free(calibration);
    return end;
}

void calibration_free(struct calibration *calibration)
{
    learned_free(&calibration->learned);
    free(calibration->number);
    calibration->number = NULL;
}
