#include "analysis/ruin.h"

#include "analysis/measurement.h"
#include "analysis/series.h"
#include "montecarlo/inputs.h"
#include "scenario/key_name.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ruin_memory {
    struct strategy strategy; /* of the boxed scenario */
    struct correlation *correlation;
};

/* --- Creating ------------------------------------------------------------------------------- */

/* The strategy by itself: what concerns others alone is left out, or its file would not load. */
static void stand_alone(struct ruin *ruin)
{
    const struct scenario *scenario = ruin->scenario;
    struct scenario *boxed = &ruin->boxed;
    *boxed = *scenario;
    ruin->memory->strategy = scenario->strategy[ruin->strategy];
    boxed->strategy = &ruin->memory->strategy;
    boxed->strategies = 1;
    boxed->correlation = ruin->memory->correlation;
    boxed->correlations = boxed->events = 0;
    for (int c = 0; c < scenario->correlations; c++) {
        const struct correlation *correlation = &scenario->correlation[c];
        bool both = true;
        for (int e = 0; e < 2; e++)
            both = both && boxed->strategy->assumptions[correlation->column[e]].value.shape != SHAPE_CONSTANT;
        if (both)
            boxed->correlation[boxed->correlations++] = *correlation;
    }
    for (int e = 0; e < scenario->events; e++) {
        struct event event = scenario->event[e];
        if (event.strategy >= 0 && event.strategy != ruin->strategy)
            continue;
        event.strategy = event.strategy < 0 ? -1 : 0;
        boxed->event[boxed->events++] = event;
    }
}

/* What a truncation cuts in two: numbers drawn once a path from a continuous distribution. */
static bool can_be_cut(const struct ruin *ruin, int column)
{
    const struct distribution *value = &ruin->scenario->strategy[ruin->strategy].assumptions[column].value;
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(column, &section, &repeat, &spread);
    return field->drawn == DRAWN_PATH && field->unit != UNIT_WORD && value->shape != SHAPE_CHOICE &&
           value->shape != SHAPE_POISSON && value->shape != SHAPE_DATA;
}

static bool is_anything_uncertain(const struct ruin *ruin)
{
    for (int column = 0; column < PARAMETER_COLUMNS; column++)
        if (ruin->scenario->strategy[ruin->strategy].assumptions[column].value.shape != SHAPE_CONSTANT && can_be_cut(ruin, column))
            return true;
    return false;
}

struct ruin *ruin_create(const struct scenario *scenario, int strategy, const struct measure *measure, int month,
                         struct complaints *complaints)
{
    if (measure && !measure->chance && measure->unit != UNIT_SHARE) {
        complaints_add(complaints, (struct place){"--of", 1, 1},
                       "what ruins is true or false, such as closed or take_home>=$1M; '%.60s' is neither", measure->name);
        return NULL;
    }
    struct ruin *ruin = calloc(1, sizeof *ruin);
    if (!ruin)
        return NULL;
    ruin->scenario = scenario;
    ruin->version = PLAYBOOK_VERSION;
    ruin->strategy = strategy;
    ruin->by_measure = measure != NULL;
    if (measure)
        ruin->measure = *measure;
    ruin->month = month;
    ruin->memory = calloc(1, sizeof *ruin->memory);
    if (ruin->memory)
        ruin->memory->correlation = calloc((size_t)scenario->correlations + 1, sizeof *ruin->memory->correlation);
    const bool uncertain = is_anything_uncertain(ruin);
    if (!uncertain)
        complaints_add(complaints, (struct place){scenario->file, 1, 1},
                       "nothing is uncertain that could be cut in two: write some value as 'a to b', as in company.cash=$300k to $1M");
    if (uncertain && ruin->memory && ruin->memory->correlation) {
        stand_alone(ruin);
        return ruin;
    }
    ruin_destroy(ruin);
    return NULL;
}

void ruin_destroy(struct ruin *ruin)
{
    if (ruin && ruin->memory)
        free(ruin->memory->correlation);
    if (ruin)
        free(ruin->memory);
    free(ruin);
}

/* --- The box -------------------------------------------------------------------------------- */

static bool is_coupled(const struct scenario *scenario, int column)
{
    for (int c = 0; c < scenario->correlations; c++)
        if (scenario->correlation[c].column[0] == column || scenario->correlation[c].column[1] == column)
            return true;
    return false;
}

static void name_column(struct ruin_side *side)
{
    enum section section;
    int repeat, spread;
    side->unit = fields_of_column(side->column, &section, &repeat, &spread)->unit;
    snprintf(side->key, sizeof side->key, "%s", key_name(side->column).text);
}

static void describe(struct ruin *ruin, const struct prim_side *found, int column, const double *value, double *work,
                     struct ruin_side *side)
{
    const int64_t n = ruin->paths;
    int64_t below = 0, upto = 0;
    *side = (struct ruin_side){.column = column, .low = found->low, .high = found->high,
                               .significance = found->significance, .coupled = is_coupled(&ruin->boxed, column)};
    name_column(side);
    for (int64_t i = 0; i < n; i++) {
        below += value[i] < found->low;
        upto += value[i] <= found->high;
    }
    side->below = (double)below / (double)n;
    side->upto = (double)upto / (double)n;
    memcpy(work, value, (size_t)n * sizeof *work);
    statistics_sort(work, n);
    side->least = statistics_quantile(work, n, 0.05).value;
    side->most = statistics_quantile(work, n, 0.95).value;
}

static void cut(struct ruin *ruin, const struct ruin_side *side)
{
    struct distribution *value = &ruin->memory->strategy.assumptions[side->column].value;
    double low = value->truncated ? value->low : -INFINITY, high = value->truncated ? value->high : INFINITY;
    value->truncated = true;
    value->low = fmax(low, side->low);
    value->high = fmin(high, side->high);
}

static bool search(struct ruin *ruin, const struct inputs *inputs, const bool *failed)
{
    const size_t room = (size_t)inputs->count + 1;
    const double **value = malloc(room * sizeof *value);
    int *column = malloc(room * sizeof *column);
    double *work = malloc((size_t)ruin->paths * sizeof *work);
    bool good = value && column && work;
    for (int i = 0; good && i < inputs->count; i++)
        if (can_be_cut(ruin, inputs->column[i])) {
            value[ruin->inputs] = inputs->value[i];
            column[ruin->inputs++] = inputs->column[i];
        }
    good = good && prim_find(value, ruin->inputs, failed, ruin->paths, ruin->paths / 2, &ruin->box);
    for (int s = 0; good && s < ruin->box.sides; s++) {
        const struct prim_side *side = &ruin->box.side[s];
        describe(ruin, side, column[side->input], value[side->input], work, &ruin->side[s]);
        cut(ruin, &ruin->side[s]);
    }
    free(value);
    free(column);
    free(work);
    return good;
}

/* --- Playing -------------------------------------------------------------------------------- */

/* Plays one strategy and says in which worlds it failed. */
static enum batch_end play(const struct ruin *ruin, struct series *series, struct batch *batch, int strategy,
                           bool *failed)
{
    const int64_t paths = ruin->paths;
    double *values = malloc((size_t)paths * sizeof *values);
    const int watch = ruin->by_measure ? measurement_watch(batch, &ruin->measure) : -1;
    enum batch_end end = values ? series_play(series, batch, paths, 1u << strategy) : BATCH_NO_MEMORY;
    if (end == BATCH_DONE && ruin->by_measure)
        measurement_take(batch, strategy, &ruin->measure, watch, values);
    for (int64_t i = 0; end == BATCH_DONE && i < paths; i++) {
        const struct result *result = &batch->result[strategy][i];
        failed[i] = ruin->by_measure ? values[i] >= 0.5 : batch_is_closed(result) && result->month <= ruin->month;
    }
    free(values);
    return end;
}

static struct figure count(const bool *failed, int64_t n)
{
    int64_t failures = 0;
    for (int64_t i = 0; i < n; i++)
        failures += failed[i];
    return statistics_share(failures, n);
}

/* Fresh worlds: another seed. */
static enum batch_end try_again(struct ruin *ruin, struct series *series, bool *failed, struct complaints *complaints)
{
    struct batch *batch = batch_create(&ruin->boxed, ruin->seed + 1, ruin->paths, complaints);
    enum batch_end end = batch ? play(ruin, series, batch, 0, failed) : BATCH_NO_MEMORY;
    if (end == BATCH_DONE)
        ruin->again = count(failed, ruin->paths);
    batch_destroy(batch);
    return end;
}

enum batch_end ruin_play(struct ruin *ruin, int64_t paths, uint64_t seed, const struct batch_options *options,
                         struct complaints *complaints)
{
    struct series series = {options, 2 * paths, 0};
    ruin->paths = paths;
    ruin->seed = seed;
    ruin->again = ruin->density = (struct figure){NAN, NAN};
    bool *failed = malloc((size_t)paths * sizeof *failed);
    struct batch *batch = failed ? batch_create(ruin->scenario, seed, paths, complaints) : NULL;
    enum batch_end end = batch ? play(ruin, &series, batch, ruin->strategy, failed) : BATCH_NO_MEMORY;
    struct inputs *inputs = end == BATCH_DONE ? inputs_create(batch, ruin->strategy, paths) : NULL;
    if (end == BATCH_DONE) {
        ruin->rate = count(failed, paths);
        end = inputs && search(ruin, inputs, failed) ? BATCH_DONE : BATCH_NO_MEMORY;
    }
    inputs_destroy(inputs);
    batch_destroy(batch);
    if (end == BATCH_DONE && ruin->box.held_out.inside > 0)
        ruin->density = statistics_share(ruin->box.held_out.inside_failed, ruin->box.held_out.inside);
    if (end == BATCH_DONE && prim_survives(&ruin->box))
        end = try_again(ruin, &series, failed, complaints);
    free(failed);
    return end;
}
