#include "analysis/optimum.h"

#include "analysis/evolve.h"
#include "analysis/series.h"
#include "analysis/use.h"
#include "numerics/draws.h"
#include "numerics/normal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Standard errors by which a try must keep a limit in the worlds of the search. */
static const double LIMIT_MARGIN = 2.0;

/* One batch that is played again and again. */
struct bench {
    struct optimum *optimum;
    struct series series;
    struct batch *batch;
    int watch, limit_watch[OPTIMUM_LIMITS_MAX];
    double *room;  /* [2 paths] */
    double *score; /* [paths] */
    enum batch_end end;
};

struct optimum *optimum_create(const struct optimum_task *task)
{
    struct optimum *optimum = calloc(1, sizeof *optimum);
    if (!optimum)
        return NULL;
    optimum->task = *task;
    optimum->try = calloc((size_t)task->tries + 1, sizeof *optimum->try);
    if (optimum->try)
        return optimum;
    optimum_destroy(optimum);
    return NULL;
}

void optimum_destroy(struct optimum *optimum)
{
    if (!optimum)
        return;
    free(optimum->try);
    free(optimum);
}

/* --- Playing -------------------------------------------------------------------------------- */

static bool bench_make(struct bench *bench, uint64_t seed, int64_t paths, struct complaints *complaints)
{
    const struct optimum_task *task = &bench->optimum->task;
    bench->batch = batch_create(task->scenario, seed, paths, complaints);
    bench->room = malloc(2 * (size_t)paths * sizeof *bench->room);
    bench->score = malloc((size_t)paths * sizeof *bench->score);
    if (!bench->batch || !bench->room || !bench->score)
        return false;
    bench->watch = objective_watch(bench->batch, &task->objective);
    for (int l = 0; l < task->limits; l++)
        bench->limit_watch[l] = objective_watch_limit(bench->batch, &task->limit[l]);
    return true;
}

static void bench_clear(struct bench *bench)
{
    batch_destroy(bench->batch);
    free(bench->room);
    free(bench->score);
    bench->batch = NULL;
    bench->room = bench->score = NULL;
}

/* Plays the strategy, with a plan laid over it or as it is (NULL). */
static bool play(struct bench *bench, const struct lever_plan *plan, int64_t paths)
{
    const int strategy = bench->optimum->task.strategy;
    batch_restart(bench->batch, 0);
    for (int i = 0; plan && i < plan->count; i++)
        batch_fix(bench->batch, strategy, plan->set[i].column, plan->set[i].value);
    bench->end = series_play(&bench->series, bench->batch, paths, 1u << strategy);
    return bench->end == BATCH_DONE;
}

static struct figure limit_value(const struct bench *bench, int l)
{
    const struct optimum_task *task = &bench->optimum->task;
    return objective_limit_value(&task->limit[l], bench->batch, task->strategy, bench->limit_watch[l], bench->room);
}

/* --- Trying --------------------------------------------------------------------------------- */

/* Whether the loader takes it. */
static bool loads(const struct optimum_task *task, const struct lever_plan *plan, struct complaints *complaints)
{
    const int all = task->count + plan->count;
    const char **settings = malloc((size_t)(all + 1) * sizeof *settings);
    char(*text)[LEVER_SETTING_SIZE] = malloc((size_t)(plan->count + 1) * sizeof *text);
    struct scenario *scenario = NULL;
    for (int i = 0; settings && i < task->count; i++)
        settings[i] = task->settings[i];
    for (int i = 0; settings && text && i < plan->count; i++) {
        lever_setting(plan, i, task->strategy, text[i]);
        settings[task->count + i] = text[i];
    }
    if (settings && text)
        scenario = scenario_load(task->file, settings, all, complaints);
    const bool legal = scenario != NULL;
    scenario_destroy(scenario);
    free(text);
    free(settings);
    return legal;
}

static bool is_refused(const struct optimum_task *task, const struct lever_plan *plan)
{
    struct complaints *ignored = complaints_create();
    const bool legal = ignored && loads(task, plan, ignored);
    complaints_destroy(ignored);
    return !legal;
}

/* Limits count in shares of what they allow, so that none drowns another. A try must keep them by a
 * margin: whatever is best within them is so by luck, too, and would break them in other worlds. */
static void value_try(struct bench *bench, struct optimum_try *try, double margin)
{
    const struct optimum_task *task = &bench->optimum->task;
    try->aim = objective_value(&task->objective, bench->batch, task->strategy, bench->watch, bench->room, bench->score);
    try->ruin = objective_ruin(bench->batch, task->strategy);
    try->excess = 0.0;
    for (int l = 0; l < task->limits; l++) {
        const double most = task->limit[l].most;
        const struct figure value = limit_value(bench, l);
        try->excess += fmax(value.value + margin * value.error - most, 0.0) / (most != 0.0 ? fabs(most) : 1.0);
    }
}

/* The values of a number that was tried before need not be played again. */
static const struct optimum_try *find_known(const struct optimum *optimum, const double *value)
{
    for (int t = 1; t < optimum->tried; t++)
        if (memcmp(optimum->try[t].value, value, (size_t)optimum->task.levers * sizeof *value) == 0)
            return &optimum->try[t];
    return NULL;
}

static bool judge(const double *x, struct evolve_value *value, void *context)
{
    struct bench *bench = context;
    struct optimum *optimum = bench->optimum;
    const struct optimum_task *task = &optimum->task;
    struct optimum_try try = {.aim = NAN, .ruin = NAN, .excess = INFINITY};
    struct lever_plan plan;
    for (int l = 0; l < task->levers; l++)
        try.value[l] = lever_value(&task->lever[l], x[l]);
    const struct optimum_try *known = find_known(optimum, try.value);
    if (known) {
        *value = (struct evolve_value){known->aim, known->excess};
        bench->series.played += task->paths;
        return true;
    }
    lever_plan(task->lever, task->levers, task->scenario, task->strategy, try.value, &plan);
    if (is_refused(task, &plan)) {
        optimum->refused++;
        bench->series.played += task->paths;
    } else {
        if (!play(bench, &plan, task->paths))
            return false;
        value_try(bench, &try, LIMIT_MARGIN);
    }
    optimum->try[optimum->tried++] = try;
    *value = (struct evolve_value){try.aim, try.excess};
    return true;
}

/* --- What it comes to ----------------------------------------------------------------------- */

static bool try_better(const struct optimum_try *a, const struct optimum_try *b)
{
    const struct evolve_value first = {a->aim, a->excess}, second = {b->aim, b->excess};
    return evolve_better(first, second);
}

static void find_best(struct optimum *optimum)
{
    optimum->best = 0;
    for (int t = 1; t < optimum->tried; t++)
        if (try_better(&optimum->try[t], &optimum->try[optimum->best]))
            optimum->best = t;
    if (optimum->try[optimum->best].excess > 0.0)
        optimum->best = -1;
}

static void find_frontier(struct optimum *optimum)
{
    for (int t = 0; t < optimum->tried; t++) {
        struct optimum_try *try = &optimum->try[t];
        try->efficient = isfinite(try->aim);
        for (int o = 0; o < optimum->tried && try->efficient; o++) {
            const struct optimum_try *other = &optimum->try[o];
            const bool no_worse = other->aim >= try->aim && other->ruin <= try->ruin;
            const bool better = other->aim > try->aim || other->ruin < try->ruin;
            try->efficient = !(no_worse && (better || o < t));
        }
    }
}

static bool check(struct bench *bench, struct optimum_check *result, double *gain)
{
    const struct optimum *optimum = bench->optimum;
    const struct optimum_task *task = &optimum->task;
    const int64_t paths = result->paths;
    for (int which = 0; which < 2; which++) {
        if (!play(bench, which ? &optimum->plan : NULL, paths))
            return false;
        const double value = objective_value(&task->objective, bench->batch, task->strategy, bench->watch, bench->room,
                                             bench->score);
        for (int64_t p = 0; p < paths; p++)
            gain[p] = which ? bench->score[p] - gain[p] : bench->score[p];
        *(which ? &result->best : &result->base) =
            (struct figure){value, statistics_mean(bench->score, paths).error};
        *(which ? &result->ruin_best : &result->ruin_base) = objective_ruin(bench->batch, task->strategy);
        for (int l = 0; l < task->limits; l++)
            (which ? result->limit_best : result->limit_base)[l] = limit_value(bench, l).value;
    }
    result->gain = statistics_mean(gain, paths);
    return true;
}

static enum batch_end check_in(struct bench *bench, struct optimum_check *result, struct complaints *complaints)
{
    double *gain = malloc((size_t)result->paths * sizeof *gain);
    bench->end = BATCH_NO_MEMORY;
    bench_clear(bench);
    if (gain && bench_make(bench, result->seed, result->paths, complaints))
        check(bench, result, gain);
    free(gain);
    return bench->end;
}

static enum batch_end check_both(struct bench *bench, struct complaints *complaints)
{
    struct optimum *optimum = bench->optimum;
    const struct optimum_task *task = &optimum->task;
    const uint64_t fresh = draws_threefry(task->seed, draws_place(DRAWS_FRESH_SEED, 0), 0).first >> 1;
    lever_plan(task->lever, task->levers, task->scenario, task->strategy, optimum->try[optimum->best].value,
               &optimum->plan);
    optimum->seen = (struct optimum_check){.seed = task->seed, .paths = task->paths};
    optimum->fresh = (struct optimum_check){.seed = fresh, .paths = task->fresh_paths};
    enum batch_end end = check_in(bench, &optimum->seen, complaints);
    if (end == BATCH_DONE)
        end = check_in(bench, &optimum->fresh, complaints);
    const struct figure gain = optimum->fresh.gain;
    optimum->clear = gain.value - NORMAL_95 * gain.error > 0.0;
    optimum->keeps_limits = true;
    for (int l = 0; l < task->limits; l++)
        optimum->keeps_limits = optimum->keeps_limits && optimum->fresh.limit_best[l] <= task->limit[l].most;
    return end;
}

/* Where the strategy stands now, as far as the levers reach. */
static void find_start(const struct optimum_task *task, double *x)
{
    for (int l = 0; l < task->levers; l++) {
        const struct lever *lever = &task->lever[l];
        const double now = use_median(task->scenario, task->strategy, lever->key.column);
        const double words = lever->key.field->unit == UNIT_WORD ? 1.0 : 0.0;
        const double at = (now + words / 2.0 - lever->low) / (lever->high + words - lever->low);
        x[l] = fmin(fmax(at, 0.0), 1.0);
    }
}

static enum batch_end search(struct bench *bench, struct complaints *complaints)
{
    struct optimum *optimum = bench->optimum;
    const struct optimum_task *task = &optimum->task;
    double start[LEVERS_MAX], best[LEVERS_MAX];
    struct evolve_value value;
    if (!play(bench, NULL, task->paths))
        return bench->end;
    struct optimum_try *base = &optimum->try[optimum->tried++];
    value_try(bench, base, 0.0);
    for (int l = 0; l < task->levers; l++)
        base->value[l] = NAN;
    find_start(task, start);
    const struct evolve evolve = {.dimensions = task->levers, .tries = task->tries, .seed = task->seed, .start = start,
                                  .judge = judge, .context = bench};
    if (!evolve_run(&evolve, best, &value))
        return bench->end != BATCH_DONE ? bench->end : BATCH_NO_MEMORY;
    find_frontier(optimum);
    find_best(optimum);
    if (optimum->refused == optimum->tried - 1) {
        lever_plan(task->lever, task->levers, task->scenario, task->strategy, optimum->try[1].value, &optimum->plan);
        loads(task, &optimum->plan, complaints);
        return BATCH_NO_MEMORY;
    }
    return optimum->best > 0 ? check_both(bench, complaints) : BATCH_DONE;
}

enum batch_end optimum_run(struct optimum *optimum, const struct batch_options *options, struct complaints *complaints)
{
    const struct optimum_task *task = &optimum->task;
    struct bench bench = {.optimum = optimum, .end = BATCH_NO_MEMORY,
                          .series = {options, (task->tries + 3) * task->paths + 2 * task->fresh_paths, 0}};
    enum batch_end end = BATCH_NO_MEMORY;
    if (bench_make(&bench, task->seed, task->paths, complaints))
        end = search(&bench, complaints);
    bench_clear(&bench);
    return end;
}
