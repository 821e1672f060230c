#include "analysis/stress.h"

#include "analysis/measurement.h"
#include "analysis/series.h"
#include "analysis/simultaneous.h"
#include "scenario/measure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What each world brings to one strategy. */
enum column { TAKEN, HAS_NOTHING, HAS_CLOSED, MEASURED, COLUMNS };

enum { SHOWN = 5 }; /* intervals of one strategy under one shock: these, and the median */

struct arm {
    double *column[STRATEGIES_MAX][COLUMNS];
    double *memory;
};

struct running {
    struct stress *stress;
    struct series series;
    struct complaints *complaints;
    struct arm before, after;
    double *work;
};

/* --- Creating ------------------------------------------------------------------------------- */

static void choose(struct stress *stress, unsigned strategies)
{
    for (int s = 0; s < stress->scenario->strategies; s++)
        if (strategies == 0 || (strategies >> s & 1u))
            stress->strategy[stress->strategies++] = s;
}

static bool prepare(struct stress *stress, const struct shock *const *shock, struct complaints *complaints)
{
    bool sound = true;
    for (int r = 0; sound && r < stress->rows; r++) {
        const bool all = r == stress->shocks;
        stress->row[r] = (struct stress_row){.shock = all ? NULL : shock[r], .best = -1};
        sound = shock_apply(stress->scenario, all ? shock : shock + r, all ? stress->shocks : 1, &stress->shocked[r],
                            complaints);
    }
    return sound;
}

struct stress *stress_create(const struct scenario *scenario, unsigned strategies, const struct measure *measure,
                             const struct shock *const *shock, int shocks, struct complaints *complaints)
{
    struct stress *stress = calloc(1, sizeof *stress);
    if (!stress)
        return NULL;
    stress->scenario = scenario;
    stress->version = PLAYBOOK_VERSION;
    stress->measure = *measure;
    stress->is_share = measure_is_share(measure);
    stress->wants_less = measure->observable < 0 && measure->ending == ENDING_CLOSED;
    stress->shocks = shocks;
    stress->rows = shocks > 1 ? shocks + 1 : shocks;
    choose(stress, strategies);
    stress->shocked = calloc((size_t)stress->rows + 1, sizeof *stress->shocked);
    if (stress->shocked && prepare(stress, shock, complaints))
        return stress;
    stress_destroy(stress);
    return NULL;
}

void stress_destroy(struct stress *stress)
{
    if (stress)
        free(stress->shocked);
    free(stress);
}

/* --- Playing -------------------------------------------------------------------------------- */

static bool arm_create(struct arm *arm, const struct stress *stress)
{
    const size_t n = (size_t)stress->paths;
    arm->memory = malloc((size_t)(stress->strategies * COLUMNS) * n * sizeof *arm->memory);
    for (int k = 0; arm->memory && k < stress->strategies; k++)
        for (int c = 0; c < COLUMNS; c++)
            arm->column[k][c] = arm->memory + (size_t)(k * COLUMNS + c) * n;
    return arm->memory != NULL;
}

static void take(const struct stress *stress, const struct batch *batch, int watch, struct arm *arm)
{
    for (int k = 0; k < stress->strategies; k++) {
        const int s = stress->strategy[k];
        for (int64_t i = 0; i < batch->paths; i++) {
            const struct result *result = &batch->result[s][i];
            arm->column[k][TAKEN][i] = result->founder_present;
            arm->column[k][HAS_NOTHING][i] = result->founder_present < MEASURE_NOTHING;
            arm->column[k][HAS_CLOSED][i] = batch_is_closed(result);
        }
        measurement_take(batch, s, &stress->measure, watch, arm->column[k][MEASURED]);
    }
}

static enum batch_end play_arm(struct running *run, const struct scenario *scenario, struct arm *arm)
{
    struct stress *stress = run->stress;
    struct batch *batch = batch_create(scenario, stress->seed, stress->paths, run->complaints);
    if (!batch)
        return BATCH_NO_MEMORY;
    const int watch = measurement_watch(batch, &stress->measure);
    unsigned strategies = 0;
    for (int k = 0; k < stress->strategies; k++)
        strategies |= 1u << stress->strategy[k];
    enum batch_end end = series_play(&run->series, batch, stress->paths, strategies);
    if (end == BATCH_DONE)
        take(stress, batch, watch, arm);
    batch_destroy(batch);
    return end;
}

/* --- Comparing ------------------------------------------------------------------------------ */

static void describe(struct running *run, int k)
{
    const int64_t n = run->stress->paths;
    double *const *column = run->before.column[k];
    struct stress_base *base = &run->stress->base[k];
    memcpy(run->work, column[TAKEN], (size_t)n * sizeof *run->work);
    statistics_sort(run->work, n);
    base->median = statistics_quantile(run->work, n, 0.5);
    base->mean = statistics_mean(column[TAKEN], n);
    base->nothing = statistics_mean(column[HAS_NOTHING], n);
    base->closed = statistics_mean(column[HAS_CLOSED], n);
    base->measure = statistics_mean(column[MEASURED], n);
}

/* How much of its measure the second keeps beyond the first; 'with' and 'without' the shock. */
static struct paired compare_kept(const struct running *run, const double *first_with, const double *first_without,
                                  const double *second_with, const double *second_without)
{
    const int64_t n = run->stress->paths;
    return paired_ratio(first_with, first_without, second_with, second_without, n, run->work);
}

static void compare(const struct running *run, int k, struct stress_effect *effect)
{
    const struct stress *stress = run->stress;
    double *const *before = run->before.column[k], *const *after = run->after.column[k];
    const int64_t n = stress->paths;
    effect->median = paired_median(before[TAKEN], after[TAKEN], n, run->work);
    effect->mean = paired_mean(before[TAKEN], after[TAKEN], n, run->work);
    effect->nothing = paired_mean(before[HAS_NOTHING], after[HAS_NOTHING], n, run->work);
    effect->closed = paired_mean(before[HAS_CLOSED], after[HAS_CLOSED], n, run->work);
    effect->measure = paired_mean(before[MEASURED], after[MEASURED], n, run->work);
    effect->kept = stress->is_share
                       ? effect->measure
                       : compare_kept(run, before[MEASURED], before[MEASURED], after[MEASURED], before[MEASURED]);
    struct paired *shown[] = {&effect->median, &effect->mean, &effect->nothing, &effect->closed, &effect->measure, &effect->kept};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        simultaneous_widen(shown[i], stress->claims);
}

/* Whether strategy k loses clearly less than strategy o: with the shock less without, of the one beyond the
 * other, so that what luck they share cancels. */
static bool bears_better(const struct running *run, int k, int o, double *change)
{
    const struct stress *stress = run->stress;
    const double *mine[2] = {run->before.column[k][MEASURED], run->after.column[k][MEASURED]};
    const double *other[2] = {run->before.column[o][MEASURED], run->after.column[o][MEASURED]};
    struct paired more;
    if (stress->is_share) {
        double *changes[2] = {change, change + stress->paths};
        for (int64_t i = 0; i < stress->paths; i++) {
            changes[0][i] = other[1][i] - other[0][i];
            changes[1][i] = mine[1][i] - mine[0][i];
        }
        more = paired_mean(changes[0], changes[1], stress->paths, run->work);
    } else {
        more = compare_kept(run, other[1], other[0], mine[1], mine[0]);
    }
    simultaneous_widen(&more, stress->claims);
    return paired_is_clear(&more) && (stress->wants_less ? more.value < 0.0 : more.value > 0.0);
}

static int find_best(const struct running *run, double *change)
{
    for (int k = 0; k < run->stress->strategies && run->stress->strategies > 1; k++) {
        bool best = true;
        for (int o = 0; best && o < run->stress->strategies; o++)
            best = o == k || bears_better(run, k, o, change);
        if (best)
            return k;
    }
    return -1;
}

static enum batch_end play_rows(struct running *run, double *change)
{
    struct stress *stress = run->stress;
    enum batch_end end = play_arm(run, stress->scenario, &run->before);
    for (int k = 0; end == BATCH_DONE && k < stress->strategies; k++)
        describe(run, k);
    for (int r = 0; end == BATCH_DONE && r < stress->rows; r++) {
        end = play_arm(run, &stress->shocked[r], &run->after);
        for (int k = 0; end == BATCH_DONE && k < stress->strategies; k++)
            compare(run, k, &stress->row[r].effect[k]);
        if (end == BATCH_DONE)
            stress->row[r].best = find_best(run, change);
    }
    return end;
}

enum batch_end stress_play(struct stress *stress, int64_t paths, uint64_t seed, const struct batch_options *options,
                           struct complaints *complaints)
{
    struct running run = {.stress = stress, .series = {options, (stress->rows + 1) * stress->strategies * paths, 0},
                          .complaints = complaints};
    stress->paths = paths;
    stress->seed = seed;
    /* The measure's change in itself and as a share excludes zero alike: it counts once. */
    stress->claims = stress->rows * stress->strategies * SHOWN + stress->rows * stress->strategies * (stress->strategies - 1) / 2;
    run.work = malloc((size_t)paths * sizeof *run.work);
    double *change = malloc(2 * (size_t)paths * sizeof *change);
    enum batch_end end = BATCH_NO_MEMORY;
    if (run.work && change && arm_create(&run.before, stress) && arm_create(&run.after, stress))
        end = play_rows(&run, change);
    free(run.before.memory);
    free(run.after.memory);
    free(run.work);
    free(change);
    return end;
}
