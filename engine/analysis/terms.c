#include "analysis/terms.h"

#include "analysis/parties.h"
#include "analysis/series.h"
#include "analysis/simultaneous.h"
#include "scenario/measure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 7 };

/* A plan of the negotiation: what each world brings is kept from its play to its last use. */
struct arm {
    int last; /* effect that needs it; -1: none */
    double *wealth, *taken, *nothing, *returned, *invested, *lost, *raised;
    double *memory;
};

struct terms_game {
    struct negotiation *negotiation;
    struct arm arm[NEGOTIATION_PLANS];
    int without[TERMS_MAX], with[TERMS_MAX]; /* arm of each effect */
};

/* --- Creating ------------------------------------------------------------------------------- */

static bool prepare(struct terms *terms, int number)
{
    struct terms_game *game = terms->game;
    struct terms_effect *effect = &terms->effect[number];
    int *without = &game->without[number], *with = &game->with[number];
    enum negotiation_end end = negotiation_add(game->negotiation, effect->term, without, with, effect->why_not);
    if (end != NEGOTIATION_APPLIES)
        return end == NEGOTIATION_NOT;
    effect->in_plan = *with == 0;
    game->arm[*without].last = game->arm[*with].last = number;
    terms->apply++;
    return true;
}

static bool prepare_all(struct terms *terms)
{
    const struct negotiation *negotiation = terms->game->negotiation;
    const struct scenario *plan = negotiation->plan[0].scenario;
    for (int p = 0; p < NEGOTIATION_PLANS; p++)
        terms->game->arm[p].last = -1;
    terms->scenario = plan;
    terms->strategy = plan->strategy[negotiation->strategy].name;
    terms->version = PLAYBOOK_VERSION;
    for (int e = 0; e < terms->count; e++)
        if (!prepare(terms, e))
            return false;
    return true;
}

struct terms *terms_create(const char *file, const char *const *settings, int count, const char *strategy,
                           const struct term *const *term, int number, struct complaints *complaints)
{
    struct terms *terms = calloc(1, sizeof *terms);
    if (!terms)
        return NULL;
    terms->game = calloc(1, sizeof *terms->game);
    terms->effect = calloc((size_t)number + 1, sizeof *terms->effect);
    for (int e = 0; terms->effect && e < number; e++)
        terms->effect[terms->count++].term = term[e];
    if (terms->game && terms->effect)
        terms->game->negotiation = negotiation_create(file, settings, count, strategy, complaints);
    if (terms->game && terms->game->negotiation && prepare_all(terms))
        return terms;
    terms_destroy(terms);
    return NULL;
}

void terms_destroy(struct terms *terms)
{
    if (!terms)
        return;
    for (int a = 0; terms->game && a < NEGOTIATION_PLANS; a++)
        free(terms->game->arm[a].memory);
    if (terms->game)
        negotiation_destroy(terms->game->negotiation);
    free(terms->game);
    free(terms->effect);
    free(terms);
}

/* --- Playing -------------------------------------------------------------------------------- */

struct running {
    struct terms *terms;
    struct series series;
    struct complaints *complaints;
    double *work[3];
};

static void take(struct arm *arm, const struct batch *batch, int strategy)
{
    const struct result *result = batch->result[strategy];
    parties_wealth(batch, strategy, arm->wealth);
    for (int64_t i = 0; i < batch->paths; i++) {
        bool raised = result[i].rounds > 0;
        arm->taken[i] = result[i].founder_present;
        arm->nothing[i] = arm->taken[i] < MEASURE_NOTHING;
        arm->raised[i] = raised;
        /* In whole dollars: who just gets his money back has not lost by rounding of sums. */
        arm->invested[i] = raised ? rint(result[i].invested) : 0.0;
        arm->returned[i] = raised ? rint(result[i].investor_proceeds) : 0.0;
        arm->lost[i] = arm->returned[i] < arm->invested[i];
    }
}

static enum batch_end play_arm(struct running *run, int number)
{
    struct terms *terms = run->terms;
    const struct negotiation *negotiation = terms->game->negotiation;
    struct arm *arm = &terms->game->arm[number];
    if (arm->memory)
        return BATCH_DONE;
    size_t n = (size_t)terms->paths;
    struct batch *batch = batch_create(negotiation->plan[number].scenario, terms->seed, terms->paths, run->complaints);
    arm->memory = malloc(COLUMNS * n * sizeof *arm->memory);
    if (!batch || !arm->memory) {
        batch_destroy(batch);
        return BATCH_NO_MEMORY;
    }
    double **columns[COLUMNS] = {&arm->wealth,   &arm->taken, &arm->nothing, &arm->returned,
                                 &arm->invested, &arm->lost,  &arm->raised};
    for (size_t c = 0; c < COLUMNS; c++)
        *columns[c] = arm->memory + c * n;
    enum batch_end end = series_play(&run->series, batch, terms->paths, 1u << negotiation->strategy);
    if (end == BATCH_DONE)
        take(arm, batch, negotiation->strategy);
    batch_destroy(batch);
    return end;
}

static void compare(struct running *run, const struct arm *before, const struct arm *after, struct terms_effect *effect)
{
    int64_t n = run->terms->paths;
    double *work = run->work[0];
    effect->nothing = paired_mean(before->nothing, after->nothing, n, work);
    effect->median = paired_median(before->taken, after->taken, n, work);
    effect->mean = paired_mean(before->taken, after->taken, n, work);
    effect->multiple = paired_ratio(before->returned, before->invested, after->returned, after->invested, n, work);
    effect->loss_ratio = paired_ratio(before->lost, before->raised, after->lost, after->raised, n, work);
    memcpy(run->work[1], before->wealth, (size_t)n * sizeof *work);
    memcpy(run->work[2], after->wealth, (size_t)n * sizeof *work);
    effect->certain = paired_certain(run->work[1], run->work[2], n, parties_aversion(run->terms->scenario));
}

static void describe_plan(struct running *run, const struct batch *job, const struct arm *arm)
{
    int64_t n = run->terms->paths, nothing = 0;
    double *work = run->work[0];
    struct terms_plan *plan = &run->terms->plan;
    memcpy(work, arm->wealth, (size_t)n * sizeof *work);
    plan->certain = statistics_certain(work, n, parties_aversion(run->terms->scenario));
    plan->certain.value -= parties_wealth(job, 0, work);
    for (int64_t i = 0; i < n; i++)
        nothing += arm->nothing[i] > 0.0;
    plan->nothing = statistics_share(nothing, n);
    plan->mean = statistics_mean(arm->taken, n);
    memcpy(work, arm->taken, (size_t)n * sizeof *work);
    statistics_sort(work, n);
    plan->median = statistics_quantile(work, n, 0.5);
    plan->multiple = statistics_ratio(arm->returned, arm->invested, n);
    plan->loss_ratio = statistics_ratio(arm->lost, arm->raised, n);
}

static void forget(struct terms_game *game, int effect)
{
    for (int a = 0; a < NEGOTIATION_PLANS; a++)
        if (game->arm[a].last <= effect) {
            free(game->arm[a].memory);
            game->arm[a].memory = NULL;
        }
}

static enum batch_end play_all(struct running *run)
{
    struct terms *terms = run->terms;
    struct terms_game *game = terms->game;
    const struct batch nobody = {.scenario = terms->scenario};
    enum batch_end end = play_arm(run, 0);
    if (end == BATCH_DONE)
        describe_plan(run, &nobody, &game->arm[0]);
    for (int e = 0; e < terms->count && end == BATCH_DONE; e++) {
        int without = game->without[e], with = game->with[e];
        if (terms->effect[e].why_not[0] != '\0')
            continue;
        end = play_arm(run, without);
        if (end == BATCH_DONE)
            end = play_arm(run, with);
        if (end == BATCH_DONE)
            compare(run, &game->arm[without], &game->arm[with], &terms->effect[e]);
        forget(game, e);
    }
    return end;
}

/* Of everything that the table shows of every term. */
static void widen(struct terms *terms)
{
    for (int e = 0; e < terms->count; e++) {
        struct terms_effect *effect = &terms->effect[e];
        struct paired *shown[] = {&effect->certain, &effect->nothing, &effect->median, &effect->mean, &effect->multiple,
                                  &effect->loss_ratio};
        const int columns = sizeof shown / sizeof *shown;
        terms->claims = columns * terms->apply;
        for (int c = 0; c < columns; c++)
            simultaneous_widen(shown[c], terms->claims);
    }
}

/* The costliest first; of equal ones, those that stood first. */
static void sort(struct terms *terms)
{
    for (int e = 1; e < terms->count; e++) {
        struct terms_effect moved = terms->effect[e];
        int to = e;
        for (; to > 0; to--) {
            const struct terms_effect *above = &terms->effect[to - 1];
            bool last = above->why_not[0] != '\0', lasts = moved.why_not[0] != '\0';
            if (last == lasts ? lasts || !(moved.certain.value < above->certain.value) : lasts)
                break;
            terms->effect[to] = *above;
        }
        terms->effect[to] = moved;
    }
}

enum batch_end terms_play(struct terms *terms, int64_t paths, uint64_t seed, const struct batch_options *options,
                          struct complaints *complaints)
{
    struct running run = {.terms = terms, .series = {options, terms->game->negotiation->plans * paths, 0},
                          .complaints = complaints};
    terms->paths = paths;
    terms->seed = seed;
    bool room = true;
    for (int w = 0; w < 3; w++)
        room = (run.work[w] = malloc((size_t)paths * sizeof **run.work)) != NULL && room;
    enum batch_end end = room ? play_all(&run) : BATCH_NO_MEMORY;
    for (int w = 0; w < 3; w++)
        free(run.work[w]);
    if (end == BATCH_DONE) {
        widen(terms);
        sort(terms);
    }
    return end;
}
