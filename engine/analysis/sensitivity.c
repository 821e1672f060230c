#include "analysis/sensitivity.h"

#include "analysis/measurement.h"
#include "analysis/neighbours.h"
#include "analysis/series.h"
#include "montecarlo/inputs.h"
#include "montecarlo/quantile.h"
#include "numerics/draws.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double LOW = 0.1, HIGH = 0.9;

enum { SWING_PART = 5, ROW_PART = 4, LEAST_WORLDS = 10 };

uint64_t sensitivity_other_seed(uint64_t seed) { return draws_threefry(seed, draws_place(DRAWS_SECOND_SEED, 0), 1).first; }

/* --- Creation ------------------------------------------------------------------------------- */

static unsigned strategies_of(const struct sensitivity_question *question)
{
    return 1u << question->strategy | (question->against >= 0 ? 1u << question->against : 0u);
}

static double quantile(const struct scenario *scenario, const struct factor *factor, int strategy, double share)
{
    if (strategy < 0 || !(factor->strategies & 1u << strategy))
        return NAN;
    const double value = quantile_of(&scenario->strategy[strategy].assumptions[factor->column].value, share);
    return fmin(fmax(value, factor->field->low), factor->field->high);
}

static void choose_years(struct sensitivity *sensitivity)
{
    static const int years[SENSITIVITY_YEARS] = {1, 2, 3, 5, 7, 10, 15};
    for (int y = 0; y < SENSITIVITY_YEARS; y++)
        if (12 * years[y] <= sensitivity->scenario->horizon)
            sensitivity->year[sensitivity->years++] = years[y];
}

struct sensitivity *sensitivity_create(const struct scenario *scenario, const struct sensitivity_question *question,
                                       FILE *talk)
{
    struct sensitivity *sensitivity = calloc(1, sizeof *sensitivity);
    if (!sensitivity)
        return NULL;
    sensitivity->scenario = scenario;
    sensitivity->question = *question;
    const int64_t swings = question->paths / SWING_PART, rows = 2 * question->paths / ROW_PART;
    sensitivity->swings = swings > LEAST_WORLDS ? swings : LEAST_WORLDS;
    sensitivity->rows = rows > LEAST_WORLDS ? rows : LEAST_WORLDS;
    choose_years(sensitivity);
    struct factors *factors = &sensitivity->factors;
    const char *trouble = NULL;
    if (!factors_find(scenario, strategies_of(question), factors))
        trouble = "more assumptions are uncertain than can be told apart at once (256)";
    else if (factors->count == 0)
        trouble = "nothing is uncertain: write some value as 'a to b', as in company.cash=$300k to $1M";
    if (trouble) {
        fprintf(talk, "sensitivity: %s\n", trouble);
        sensitivity_destroy(sensitivity);
        return NULL;
    }
    sensitivity->each = calloc((size_t)factors->count, sizeof *sensitivity->each);
    sensitivity->by_swing = calloc((size_t)factors->count, sizeof *sensitivity->by_swing);
    sensitivity->sobol = calloc((size_t)factors->groups + 1, sizeof *sensitivity->sobol);
    if (sensitivity->each && sensitivity->by_swing && sensitivity->sobol)
        return sensitivity;
    sensitivity_destroy(sensitivity);
    return NULL;
}

void sensitivity_destroy(struct sensitivity *sensitivity)
{
    if (!sensitivity)
        return;
    free(sensitivity->each);
    free(sensitivity->by_swing);
    free(sensitivity->sobol);
    free(sensitivity);
}

int64_t sensitivity_plays(const struct sensitivity *sensitivity)
{
    return sensitivity->question.paths + sensitivity->swings * (2 * sensitivity->factors.count + 1) +
           sensitivity->rows * (sensitivity->factors.groups + 3);
}

/* --- Playing -------------------------------------------------------------------------------- */

/* What the samples of one run share. */
struct running {
    struct sensitivity *sensitivity;
    struct series series;
    struct complaints *complaints;
    enum batch_end end; /* of what was played so far */
};

/* The outcome of every world; false when it was not played to the end. */
static bool play(struct running *run, struct batch *batch, int64_t paths, int watch, double *outcome)
{
    const struct sensitivity_question *question = &run->sensitivity->question;
    run->end = series_play(&run->series, batch, paths, strategies_of(question));
    if (run->end != BATCH_DONE)
        return false;
    measurement_take(batch, question->strategy, &question->measure, watch, outcome);
    if (question->against < 0)
        return true;
    double *other = malloc((size_t)paths * sizeof *other);
    if (!other) {
        run->end = BATCH_NO_MEMORY;
        return false;
    }
    measurement_take(batch, question->against, &question->measure, watch, other);
    for (int64_t p = 0; p < paths; p++)
        outcome[p] -= other[p];
    free(other);
    return true;
}

static struct batch *begin(struct running *run, const struct scenario *scenario, uint64_t seed, int64_t paths)
{
    struct batch *batch = batch_create(scenario, seed, paths, run->complaints);
    run->end = batch ? run->end : BATCH_NO_MEMORY;
    return batch;
}

/* --- The worlds of the scenario ------------------------------------------------------------- */

static void play_worlds(struct running *run)
{
    struct sensitivity *sensitivity = run->sensitivity;
    const struct sensitivity_question *question = &sensitivity->question;
    double *outcome = malloc((size_t)question->paths * sizeof *outcome);
    struct batch *batch = begin(run, sensitivity->scenario, question->seed, question->paths);
    run->end = outcome ? run->end : BATCH_NO_MEMORY;
    if (batch && outcome) {
        const int watch = measurement_watch(batch, &question->measure);
        for (int y = 0; y < sensitivity->years; y++)
            batch_watch(batch, question->over, 12 * sensitivity->year[y]);
        if (play(run, batch, question->paths, watch, outcome) && !neighbours_explain(sensitivity, batch, outcome))
            run->end = BATCH_NO_MEMORY;
    }
    batch_destroy(batch);
    free(outcome);
}

/* --- The tornado ---------------------------------------------------------------------------- */

static bool play_fixed(struct running *run, const struct factor *factor, const double value[2], double *outcome)
{
    struct sensitivity *sensitivity = run->sensitivity;
    const int strategy[2] = {sensitivity->question.strategy, sensitivity->question.against};
    struct batch *batch = begin(run, sensitivity->scenario, sensitivity->question.seed, sensitivity->swings);
    if (!batch)
        return false;
    for (int s = 0; s < 2; s++)
        if (isfinite(value[s]))
            batch_fix(batch, strategy[s], factor->column, value[s]);
    const int watch = measurement_watch(batch, &sensitivity->question.measure);
    const bool done = play(run, batch, sensitivity->swings, watch, outcome);
    batch_destroy(batch);
    return done;
}

/* A few factors: insertion. */
static void sort_swings(struct sensitivity *sensitivity)
{
    int *order = sensitivity->by_swing;
    for (int f = 0; f < sensitivity->factors.count; f++) {
        int at = f;
        for (; at > 0 && tornado_before(&sensitivity->each[f].bar, &sensitivity->each[order[at - 1]].bar); at--)
            order[at] = order[at - 1];
        order[at] = f;
    }
}

static void play_tornado(struct running *run)
{
    struct sensitivity *sensitivity = run->sensitivity;
    const size_t n = (size_t)sensitivity->swings;
    double *low = malloc(n * sizeof *low), *high = malloc(n * sizeof *high);
    run->end = low && high ? run->end : BATCH_NO_MEMORY;
    const double free_of[2] = {NAN, NAN};
    if (run->end == BATCH_DONE && play_fixed(run, &sensitivity->factors.factor[0], free_of, low))
        sensitivity->middle = statistics_mean(low, (int64_t)n);
    for (int f = 0; f < sensitivity->factors.count && run->end == BATCH_DONE; f++) {
        const struct factor *factor = &sensitivity->factors.factor[f];
        struct sensitivity_factor *each = &sensitivity->each[f];
        const int strategy[2] = {sensitivity->question.strategy, sensitivity->question.against};
        for (int s = 0; s < 2; s++) {
            each->low[s] = quantile(sensitivity->scenario, factor, strategy[s], LOW);
            each->high[s] = quantile(sensitivity->scenario, factor, strategy[s], HIGH);
        }
        if (play_fixed(run, factor, each->low, low) && play_fixed(run, factor, each->high, high))
            each->bar = tornado_measure(low, high, (int64_t)n, sensitivity->factors.count);
    }
    free(low);
    free(high);
    if (run->end == BATCH_DONE)
        sort_swings(sensitivity);
}

/* --- Sobol's indices ------------------------------------------------------------------------ */

/* The rows of A and B: a batch that is never played, and what it draws. */
struct rows {
    struct scenario scenario; /* drawn independently */
    uint64_t seed[2];
    struct inputs *inputs[2][2]; /* of A and B; of the strategy and the other */
};

static bool draw_rows(struct running *run, struct rows *rows)
{
    const struct sensitivity *sensitivity = run->sensitivity;
    const struct sensitivity_question *question = &sensitivity->question;
    rows->scenario = *sensitivity->scenario;
    rows->scenario.sampling = SAMPLING_MONTE_CARLO;
    rows->seed[0] = question->seed;
    rows->seed[1] = sensitivity_other_seed(question->seed);
    bool drawn = true;
    for (int side = 0; side < 2 && drawn; side++) {
        struct batch *batch = begin(run, &rows->scenario, rows->seed[side], sensitivity->rows);
        drawn = batch && (rows->inputs[side][0] = inputs_create(batch, question->strategy, sensitivity->rows)) &&
                (question->against < 0 ||
                 (rows->inputs[side][1] = inputs_create(batch, question->against, sensitivity->rows)));
        batch_destroy(batch);
    }
    run->end = drawn ? run->end : BATCH_NO_MEMORY;
    return drawn;
}

static void forget_rows(struct rows *rows)
{
    for (int side = 0; side < 2; side++)
        for (int s = 0; s < 2; s++)
            inputs_destroy(rows->inputs[side][s]);
}

/* Gives the columns of a group, or of all (-1), the values of one side. */
static void fix_group(const struct sensitivity *sensitivity, const struct rows *rows, struct batch *batch, int side,
                      int group)
{
    const int strategy[2] = {sensitivity->question.strategy, sensitivity->question.against};
    for (int s = 0; s < 2 && strategy[s] >= 0; s++) {
        const struct inputs *inputs = rows->inputs[side][s];
        for (int c = 0; c < inputs->count; c++)
            for (int f = 0; f < sensitivity->factors.count; f++)
                if (sensitivity->factors.factor[f].column == inputs->column[c] &&
                    (group < 0 || sensitivity->factors.factor[f].group == group))
                    batch_fix_each(batch, strategy[s], inputs->column[c], inputs->value[c]);
    }
}

/* The luck and the parameters of one side, but for those of a group, which come from the other. */
static bool play_row(struct running *run, const struct rows *rows, int side, int group, bool replaced, double *outcome)
{
    const struct sensitivity *sensitivity = run->sensitivity;
    struct batch *batch = begin(run, &rows->scenario, rows->seed[side], sensitivity->rows);
    if (!batch)
        return false;
    if (replaced)
        fix_group(sensitivity, rows, batch, 1 - side, group);
    const int watch = measurement_watch(batch, &sensitivity->question.measure);
    const bool done = play(run, batch, sensitivity->rows, watch, outcome);
    batch_destroy(batch);
    return done;
}

static void play_sobol(struct running *run)
{
    struct sensitivity *sensitivity = run->sensitivity;
    const int groups = sensitivity->factors.groups, parameters = groups + 1;
    const size_t n = (size_t)sensitivity->rows;
    struct rows rows = {0};
    /* a, b, one for each parameter, and room for sorting */
    double *room = malloc(n * (size_t)(parameters + 4) * sizeof *room);
    double **ab = malloc((size_t)parameters * sizeof *ab);
    bool ready = room && ab && draw_rows(run, &rows);
    run->end = room && ab ? run->end : BATCH_NO_MEMORY;
    double *a = room, *b = room ? room + n : NULL;
    ready = ready && play_row(run, &rows, 0, 0, false, a) && play_row(run, &rows, 1, 0, false, b);
    for (int g = 0; g < parameters && ready; g++) {
        ab[g] = room + (size_t)(g + 2) * n;
        /* A with the luck of B is B with all of A's parameters. */
        ready = g < groups ? play_row(run, &rows, 0, g, true, ab[g]) : play_row(run, &rows, 1, -1, true, ab[g]);
    }
    if (ready && !sensitivity->question.dollars)
        sobol_rank(a, b, ab, parameters, (int64_t)n, room + (size_t)(parameters + 2) * n);
    if (ready && !sobol_indices(a, b, (const double *const *)ab, parameters, (int64_t)n,
                                sensitivity_other_seed(rows.seed[1]), sensitivity->sobol))
        run->end = BATCH_NO_MEMORY;
    forget_rows(&rows);
    free(room);
    free(ab);
}

enum batch_end sensitivity_run(struct sensitivity *sensitivity, const struct batch_options *options,
                               struct complaints *complaints)
{
    struct running run = {.sensitivity = sensitivity, .complaints = complaints, .end = BATCH_DONE};
    const int strategies = sensitivity->question.against >= 0 ? 2 : 1;
    run.series = (struct series){options, sensitivity_plays(sensitivity) * strategies, 0};
    play_worlds(&run);
    if (run.end == BATCH_DONE)
        play_tornado(&run);
    if (run.end == BATCH_DONE)
        play_sobol(&run);
    return run.end;
}
