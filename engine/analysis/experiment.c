#include "analysis/experiment.h"

#include "analysis/candidate.h"
#include "analysis/measurement.h"
#include "analysis/series.h"
#include "scenario/quantity.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SETTING_SIZE = 4200, ARMS = 4, THRESHOLD_STEPS = 10 };

/* An effect is gone when at most a fifth of it is left, and at the far end of the interval a third. */
static const double LEFT_MOST = 1.0 / 5.0, LEFT_AT_FAR_END = 1.0 / 3.0;

/* In fewer worlds all may agree by chance, and the interval is no wider than nothing. */
enum { WORLDS_LEAST = 30 };

/* The same four companies, with the same settings on top; the last two only for a contrast. */
struct variant {
    struct candidate arm[ARMS];
};

struct experiment {
    const struct claim *claim;
    int arms;
    struct variant plain, ablated, across[CLAIM_VALUES_MAX];
};

/* What was measured of one company, one value per world. */
struct measured {
    double *value;
    bool *open;
};

static const struct sheet_company *arm_of(const struct claim *claim, int arm)
{
    const struct sheet_company *arms[ARMS] = {&claim->base, &claim->change, &claim->than_base,
                                          &claim->than_change};
    return arms[arm];
}

/* --- Preparing ------------------------------------------------------------------------------ */

static bool prepare_case(const struct claim *claim, const struct sheet_company *arm, const char *const *more,
                         int mores, const char *what, struct candidate *prepared,
                         struct complaints *complaints)
{
    if (!candidate_load(claim->file, arm, more, mores, what, prepared, complaints))
        return false;
    if (claim->measure.observable >= 0 && claim->measure.month > prepared->scenario->horizon) {
        complaints_add(complaints, arm->place, "'%s' is asked for month %d, after the end of %s",
                       claim->measure.name, claim->measure.month, arm->scenario);
        return false;
    }
    return true;
}

/* Whether companies live through the same worlds, for as long. */
static bool are_comparable(const struct experiment *experiment, const struct variant *variant,
                           struct complaints *complaints)
{
    const struct scenario *first = variant->arm[0].scenario;
    for (int a = 0; a < experiment->arms; a++) {
        const struct scenario *other = variant->arm[a].scenario;
        const struct place place = arm_of(experiment->claim, a)->place;
        if (!candidate_may_be_paired(other, place, "companies of a claim", complaints))
            return false;
        if (other->horizon != first->horizon || other->sampling != first->sampling)
            complaints_add(complaints, place, "the companies of a claim differ in '%s'",
                           other->horizon != first->horizon ? "horizon" : "sampling");
        else
            continue;
        return false;
    }
    return true;
}

static bool prepare(const struct experiment *experiment, const char *const *more, int mores,
                    const char *what, struct variant *variant, struct complaints *complaints)
{
    bool ready = true;
    for (int a = 0; a < experiment->arms && ready; a++)
        ready = prepare_case(experiment->claim, arm_of(experiment->claim, a), more, mores, what,
                             &variant->arm[a], complaints);
    return ready && are_comparable(experiment, variant, complaints);
}

static bool prepare_across(struct experiment *experiment, struct complaints *complaints)
{
    const struct claim *claim = experiment->claim;
    for (int v = 0; v < claim->values; v++) {
        char setting[SETTING_SIZE];
        const char *more = setting;
        snprintf(setting, sizeof setting, "%s=%s", claim->across, claim->value[v]);
        if (!prepare(experiment, &more, 1, " with a value of 'across'", &experiment->across[v],
                     complaints))
            return false;
    }
    return true;
}

/* The changed company with one value of the threshold's key. */
static bool prepare_threshold(const struct claim *claim, double value, struct candidate *prepared,
                              struct complaints *complaints)
{
    char setting[SETTING_SIZE], text[64];
    const char *more = setting;
    quantity_write(value, claim->threshold_unit, text, sizeof text);
    snprintf(setting, sizeof setting, "%s=%s", claim->threshold, text);
    return prepare_case(claim, &claim->change, &more, 1, " with a value of 'threshold'", prepared,
                        complaints);
}

/* Both ends, so that a mistake is told before anything is played. */
static bool check_threshold(const struct claim *claim, struct complaints *complaints)
{
    const double ends[] = {claim->threshold_low, claim->threshold_high};
    bool sound = true;
    for (int e = 0; e < 2 && sound && claim->threshold; e++) {
        struct candidate prepared = {0};
        sound = prepare_threshold(claim, ends[e], &prepared, complaints);
        scenario_destroy(prepared.scenario);
    }
    return sound;
}

struct experiment *experiment_create(const struct claim *claim, struct complaints *complaints)
{
    struct experiment *experiment = calloc(1, sizeof *experiment);
    if (!experiment)
        return NULL;
    experiment->claim = claim;
    experiment->arms = claim->contrast ? 4 : 2;
    if (prepare(experiment, NULL, 0, "", &experiment->plain, complaints) &&
        prepare(experiment, claim->ablation, claim->ablations, " without the mechanism",
                &experiment->ablated, complaints) &&
        prepare_across(experiment, complaints) && check_threshold(claim, complaints))
        return experiment;
    experiment_destroy(experiment);
    return NULL;
}

static void forget(struct variant *variant)
{
    for (int a = 0; a < ARMS; a++)
        scenario_destroy(variant->arm[a].scenario);
}

void experiment_destroy(struct experiment *experiment)
{
    if (!experiment)
        return;
    forget(&experiment->plain);
    forget(&experiment->ablated);
    for (int v = 0; v < CLAIM_VALUES_MAX; v++)
        forget(&experiment->across[v]);
    free(experiment);
}

int experiment_plays(const struct experiment *experiment)
{
    const struct claim *claim = experiment->claim;
    return experiment->arms * (2 + claim->values) + (claim->threshold ? THRESHOLD_STEPS + 2 : 0);
}

/* --- Playing -------------------------------------------------------------------------------- */

/* What the parts of one run share. */
struct running {
    const struct claim *claim;
    int64_t paths;
    uint64_t seed;
    struct series series;
    struct complaints *complaints;
    struct measured measured[ARMS];
    double *difference; /* room for one value per world */
};

static enum batch_end play_case(struct running *run, const struct candidate *played,
                                const struct measured *measured)
{
    struct batch *batch = batch_create(played->scenario, run->seed, run->paths, run->complaints);
    if (!batch)
        return BATCH_NO_MEMORY;
    int watch = measurement_watch(batch, &run->claim->measure);
    enum batch_end end = series_play(&run->series, batch, run->paths, 1u << played->strategy);
    if (end == BATCH_DONE) {
        measurement_take(batch, played->strategy, &run->claim->measure, watch, measured->value);
        for (int64_t p = 0; p < run->paths; p++)
            measured->open[p] = measurement_is_open(&batch->result[played->strategy][p],
                                                    run->claim->measure.month, played->scenario->horizon);
    }
    batch_destroy(batch);
    return end;
}

static double compare(const struct claim *claim, double base, double change)
{
    double difference = change - base;
    if (claim->compare == COMPARE_MEAN)
        return difference;
    const double level = measure_level(&claim->measure);
    return difference > level ? 1.0 : difference < -level ? -1.0 : 0.0;
}

/* The mean over the worlds that count, and how many those are. */
static struct figure mean_effect(const struct running *run, int64_t *worlds)
{
    const struct measured *m = run->measured;
    int64_t n = 0;
    for (int64_t p = 0; p < run->paths; p++) {
        if (run->claim->among == AMONG_OPEN && !(m[0].open[p] && m[1].open[p]))
            continue;
        double effect = compare(run->claim, m[0].value[p], m[1].value[p]);
        if (run->claim->contrast)
            effect -= compare(run->claim, m[2].value[p], m[3].value[p]);
        run->difference[n++] = effect;
    }
    *worlds = n;
    return statistics_mean(run->difference, n);
}

static struct figure mean_level(const struct running *run, int arm)
{
    int64_t n = 0;
    for (int64_t p = 0; p < run->paths; p++)
        if (run->claim->among == AMONG_ALL || (run->measured[0].open[p] && run->measured[1].open[p]))
            run->difference[n++] = run->measured[arm].value[p];
    return statistics_mean(run->difference, n);
}

static enum batch_end play_variant(struct running *run, const struct variant *variant,
                                   struct figure *effect, int64_t *worlds)
{
    int arms = run->claim->contrast ? 4 : 2;
    for (int a = 0; a < arms; a++) {
        enum batch_end end = play_case(run, &variant->arm[a], &run->measured[a]);
        if (end != BATCH_DONE)
            return end;
    }
    *effect = mean_effect(run, worlds);
    return BATCH_DONE;
}

/* The changed company with the threshold's key at one value: how far its mean is above the level. */
static enum batch_end exceed(struct running *run, double value, double *excess)
{
    const struct claim *claim = run->claim;
    struct candidate played = {0};
    if (!prepare_threshold(claim, value, &played, run->complaints))
        return BATCH_NO_MEMORY;
    enum batch_end end = play_case(run, &played, &run->measured[1]);
    if (end == BATCH_DONE)
        *excess = statistics_mean(run->measured[1].value, run->paths).value - claim->threshold_level;
    scenario_destroy(played.scenario);
    return end;
}

/* Halves the interval, on a scale of logs. */
static enum batch_end find_threshold(struct running *run, double *threshold)
{
    double low = run->claim->threshold_low, high = run->claim->threshold_high;
    double at_low = 0.0, at_high = 0.0, at = 0.0;
    enum batch_end end = exceed(run, low, &at_low);
    if (end == BATCH_DONE)
        end = exceed(run, high, &at_high);
    *threshold = NAN;
    if (end != BATCH_DONE || (at_low < 0.0) == (at_high < 0.0))
        return end;
    for (int step = 0; step < THRESHOLD_STEPS && end == BATCH_DONE; step++) {
        double middle = sqrt(low * high);
        end = exceed(run, middle, &at);
        if ((at < 0.0) == (at_low < 0.0))
            low = middle;
        else
            high = middle;
    }
    if (end == BATCH_DONE)
        *threshold = sqrt(low * high);
    return end;
}

static void judge(struct finding *finding)
{
    double margin = EXPERIMENT_WIDTH * finding->effect.error;
    double meant = finding->claim->expect == EXPECT_HIGHER ? finding->effect.value : -finding->effect.value;
    finding->verdict = meant > margin    ? VERDICT_HOLDS
                       : meant < -margin ? VERDICT_DOES_NOT_HOLD
                                         : VERDICT_UNCLEAR;
    if (finding->worlds < WORLDS_LEAST)
        finding->verdict = VERDICT_UNCLEAR;
    double left = finding->effect.value < 0.0 ? -finding->ablated.value : finding->ablated.value;
    double most = left + EXPERIMENT_WIDTH * finding->ablated.error, whole = fabs(finding->effect.value);
    finding->vanishes = left <= LEFT_MOST * whole && most <= LEFT_AT_FAR_END * whole;
}

static enum batch_end run_all(struct running *run, const struct experiment *experiment,
                              struct finding *finding)
{
    int64_t worlds;
    enum batch_end end = play_variant(run, &experiment->plain, &finding->effect, &finding->worlds);
    if (end != BATCH_DONE)
        return end;
    finding->base = mean_level(run, 0);
    finding->change = mean_level(run, 1);
    end = play_variant(run, &experiment->ablated, &finding->ablated, &worlds);
    if (end == BATCH_DONE) {
        finding->ablated_base = mean_level(run, 0);
        finding->ablated_change = mean_level(run, 1);
    }
    for (int v = 0; v < run->claim->values && end == BATCH_DONE; v++)
        end = play_variant(run, &experiment->across[v], &finding->across[v], &worlds);
    if (end == BATCH_DONE && run->claim->threshold)
        end = find_threshold(run, &finding->threshold);
    judge(finding);
    return end;
}

enum batch_end experiment_run(struct experiment *experiment, int64_t paths, uint64_t seed,
                              const struct batch_options *options, struct finding *finding,
                              struct complaints *complaints)
{
    struct running run = {.claim = experiment->claim, .paths = paths, .seed = seed,
                          .series = {options, experiment_plays(experiment) * paths, 0},
                          .complaints = complaints};
    size_t n = (size_t)paths;
    *finding = (struct finding){.claim = experiment->claim, .threshold = NAN};
    run.difference = malloc(n * sizeof *run.difference);
    bool room = run.difference != NULL;
    for (int a = 0; a < experiment->arms; a++) {
        run.measured[a].value = malloc(n * sizeof *run.measured[a].value);
        run.measured[a].open = malloc(n * sizeof *run.measured[a].open);
        room = room && run.measured[a].value && run.measured[a].open;
    }
    enum batch_end end = room ? run_all(&run, experiment, finding) : BATCH_NO_MEMORY;
    for (int a = 0; a < experiment->arms; a++) {
        free(run.measured[a].value);
        free(run.measured[a].open);
    }
    free(run.difference);
    return end;
}
