#include "analysis/warning.h"

#include "analysis/measurement.h"
#include "numerics/draws.h"

#include <stdlib.h>

_Static_assert((int)INDICATORS_MAX <= (int)SCREENING_ROWS_MAX, "every indicator is tried");

/* The companies of one strategy that go on. */
struct cohort {
    int64_t *path;
    bool *event[WARNING_EVENTS], *held;
    double *good, *values;
    struct roc_case *work;
};

/* --- Creating ------------------------------------------------------------------------------- */

static bool check_months(const struct scenario *scenario, int at, int by, struct complaints *complaints)
{
    if (by > scenario->horizon)
        complaints_add(complaints, (struct place){"--by", 1, 1}, "month %d is after the scenario's %d months", by,
                       scenario->horizon);
    else if (at >= by)
        complaints_add(complaints, (struct place){"--at", 1, 1},
                       "month %d is too late to warn of what happens by month %d", at, by);
    return by <= scenario->horizon && at < by;
}

static bool check_good(const struct measure *good, struct complaints *complaints)
{
    const struct place place = {"--of", 1, 1};
    if (good->observable >= 0)
        complaints_add(complaints, place, "a good exit is told by its end, as in take_home>=$1M; '%.60s' changes",
                       good->name);
    else if (good->ending == ENDING_CLOSED)
        complaints_add(complaints, place, "to be closed is no good exit; it is told beside it");
    else if (!good->chance && good->unit != UNIT_SHARE)
        complaints_add(complaints, place, "a good exit is true or false, as in listed or %.60s>=$1M; '%.60s' is neither",
                       good->name, good->name);
    else if (good->chance && good->unit == UNIT_SHARE)
        complaints_add(complaints, place, "'%.60s' is true or false already; say it alone", good->name);
    else
        return true;
    return false;
}

struct warning *warning_create(const struct scenario *scenario, const struct roster *roster, const struct measure *good,
                               int at, int by, struct complaints *complaints)
{
    const bool in_time = check_months(scenario, at, by, complaints);
    if (!check_good(good, complaints) || !in_time)
        return NULL;
    struct warning *warning = calloc(1, sizeof *warning);
    if (!warning)
        return NULL;
    *warning = (struct warning){.scenario = scenario,
                                .version = PLAYBOOK_VERSION,
                                .at = at,
                                .by = by,
                                .good = *good,
                                .strategies = roster ? roster->count : scenario->strategies};
    warning->strategy = calloc((size_t)warning->strategies + 1, sizeof *warning->strategy);
    if (!warning->strategy) {
        warning_destroy(warning);
        return NULL;
    }
    for (int k = 0; k < warning->strategies; k++)
        warning->strategy[k].strategy = roster ? roster->strategy[k] : k;
    return warning;
}

void warning_destroy(struct warning *warning)
{
    if (warning)
        free(warning->strategy);
    free(warning);
}

/* --- Reading -------------------------------------------------------------------------------- */

bool warning_holds_out(int64_t path) { return draws_threefry(0, DRAWS_OTHER, (uint64_t)path).first & 1u; }

static bool cohort_create(struct cohort *cohort, int64_t paths)
{
    const size_t n = (size_t)paths + 1;
    *cohort = (struct cohort){.path = malloc(n * sizeof *cohort->path),
                              .held = malloc(n * sizeof *cohort->held),
                              .good = malloc(n * sizeof *cohort->good),
                              .values = malloc(n * sizeof *cohort->values),
                              .work = malloc(n * sizeof *cohort->work)};
    bool sound = cohort->path && cohort->held && cohort->good && cohort->values && cohort->work;
    for (int e = 0; e < WARNING_EVENTS; e++) {
        cohort->event[e] = malloc(n * sizeof *cohort->event[e]);
        sound = sound && cohort->event[e];
    }
    return sound;
}

static void cohort_destroy(struct cohort *cohort)
{
    free(cohort->path);
    free(cohort->held);
    free(cohort->good);
    free(cohort->values);
    free(cohort->work);
    for (int e = 0; e < WARNING_EVENTS; e++)
        free(cohort->event[e]);
}

/* Who goes on after the early month, and what becomes of each by the later one. */
static int64_t assemble(const struct warning *warning, const struct batch *batch, int strategy, struct cohort *cohort)
{
    int64_t going = 0;
    measurement_take(batch, strategy, &warning->good, -1, cohort->good);
    for (int64_t p = 0; p < batch->paths; p++) {
        const struct result *result = &batch->result[strategy][p];
        if (!measurement_is_open(result, warning->at, warning->scenario->horizon))
            continue;
        const bool ended = !measurement_is_open(result, warning->by, warning->scenario->horizon);
        const bool sold = result->outcome == OUTCOME_ACQUIRED || result->outcome == OUTCOME_IPO;
        cohort->path[going] = p;
        cohort->held[going] = warning_holds_out(p);
        cohort->event[WARNING_DEATH][going] = ended && !sold;
        cohort->event[WARNING_EXIT][going] = ended && sold && cohort->good[p] > 0.0;
        going++;
    }
    return going;
}

/* The best that is claimed, tenth by tenth. */
static void divide(const struct warning *warning, const struct batch *batch, struct warning_strategy *of, int event,
                   struct cohort *cohort)
{
    const struct screening_row *best = screening_best(&of->event[event]);
    int64_t held = 0, warned = 0;
    if (!best)
        return;
    indicator_take(&warning->indicators, best->number, batch, of->strategy, cohort->path, of->going, cohort->values);
    for (int64_t i = 0; i < of->going; i++)
        if (cohort->held[i]) {
            cohort->work[held++] = (struct roc_case){cohort->values[i], cohort->event[event][i]};
            warned += screening_warns(best, cohort->values[i]);
        }
    roc_sort(cohort->work, held);
    of->tenths[event] = tenths_of(cohort->work, held);
    of->warned[event] = (double)warned / (double)held;
}

/* The best two that are claimed, against the best one. False when memory ran out. */
static bool join(const struct warning *warning, const struct batch *batch, struct warning_strategy *of, int event,
                 const struct cohort *cohort)
{
    const struct screening_row *rows[PAIRING_CANDIDATES];
    const double *values[PAIRING_CANDIDATES];
    const int candidates = pairing_candidates(&of->event[event], rows);
    double *memory = malloc(((size_t)(of->going * candidates) + 1) * sizeof *memory);
    if (!memory)
        return false;
    for (int c = 0; c < candidates; c++) {
        values[c] = memory + c * of->going;
        indicator_take(&warning->indicators, rows[c]->number, batch, of->strategy, cohort->path, of->going,
                       memory + c * of->going);
    }
    of->pairing[event] = pairing_find(&of->event[event], rows, values, candidates);
    free(memory);
    return true;
}

static enum batch_end judge(const struct warning *warning, const struct batch *batch, struct warning_strategy *of,
                            struct cohort *cohort, const volatile sig_atomic_t *interrupted)
{
    of->going = assemble(warning, batch, of->strategy, cohort);
    for (int e = 0; e < WARNING_EVENTS; e++)
        screening_begin(&of->event[e], cohort->event[e], cohort->held, of->going);
    for (int i = 0; i < warning->indicators.count; i++) {
        if (interrupted && *interrupted)
            return BATCH_INTERRUPTED;
        indicator_take(&warning->indicators, i, batch, of->strategy, cohort->path, of->going, cohort->values);
        for (int e = 0; e < WARNING_EVENTS; e++)
            screening_try(&of->event[e], i, cohort->values, cohort->work);
    }
    if (!screening_settle(of->event, WARNING_EVENTS))
        return BATCH_NO_MEMORY;
    for (int e = 0; e < WARNING_EVENTS; e++) {
        divide(warning, batch, of, e, cohort);
        if (!join(warning, batch, of, e, cohort))
            return BATCH_NO_MEMORY;
    }
    /* What they were counted from is gone in a moment. */
    for (int e = 0; e < WARNING_EVENTS; e++)
        of->event[e].event = of->event[e].held = NULL;
    return BATCH_DONE;
}

enum batch_end warning_play(struct warning *warning, int64_t paths, uint64_t seed, const struct batch_options *options,
                            struct complaints *complaints)
{
    struct batch *batch = batch_create(warning->scenario, seed, paths, complaints);
    struct batch_options all = *options;
    struct cohort cohort = {0};
    warning->paths = paths;
    warning->seed = seed;
    if (!batch)
        return BATCH_NO_MEMORY;
    all.strategies = 0;
    for (int k = 0; k < warning->strategies; k++)
        all.strategies |= 1u << warning->strategy[k].strategy;
    indicator_watch(&warning->indicators, batch, warning->at);
    enum batch_end end = cohort_create(&cohort, paths) ? batch_play(batch, paths, &all) : BATCH_NO_MEMORY;
    for (int k = 0; end == BATCH_DONE && k < warning->strategies; k++)
        end = judge(warning, batch, &warning->strategy[k], &cohort, options->interrupted);
    cohort_destroy(&cohort);
    batch_destroy(batch);
    return end;
}
