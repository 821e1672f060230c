#include "montecarlo/batch.h"

#include "model/field.h"
#include "montecarlo/sampler.h"

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { COMPACT_MONTHS = 6 };

/* What the threads of one batch_play share. */
struct work {
    struct batch *batch;
    const struct batch_options *options;
    int64_t first, paths;      /* this play is of paths first .. paths - 1 */
    _Atomic int64_t taken;     /* blocks handed out */
    _Atomic int64_t done;      /* paths finished */
    _Atomic int failed;        /* an enum batch_end */
    pthread_mutex_t lock;
    pthread_cond_t finished;
    int running;               /* threads, under the lock */
};

struct worker {
    struct work *work;
    pthread_t thread;
    struct block *block;
    struct sampler_workspace *workspace;
    struct tally *tally[STRATEGIES_MAX];
};

struct batch *batch_create(const struct scenario *scenario, uint64_t seed, int64_t planned,
                           struct complaints *complaints)
{
    struct batch *batch = calloc(1, sizeof *batch);
    if (!batch)
        return NULL;
    batch->scenario = scenario;
    batch->seed = seed;
    batch->closing_strategy = -1;
    batch->sampler = sampler_create(scenario, seed, planned, complaints);
    for (int s = 0; s < scenario->strategies && batch->sampler; s++)
        if (!(batch->tally[s] = tally_create(scenario->horizon)))
            break;
    if (batch->sampler && batch->tally[scenario->strategies - 1])
        return batch;
    batch_destroy(batch);
    return NULL;
}

void batch_destroy(struct batch *batch)
{
    if (!batch)
        return;
    for (int s = 0; s < STRATEGIES_MAX; s++) {
        free(batch->result[s]);
        tally_destroy(batch->tally[s]);
        for (int w = 0; w < WATCHES_MAX; w++)
            free(batch->watched[s][w]);
    }
    free(batch->closing);
    sampler_destroy(batch->sampler);
    free(batch);
}

void batch_place(struct batch *batch, const struct batch_place *place)
{
    assert(batch->paths == 0 && place->horizon <= HORIZON_MAX);
    batch->place = *place;
}

void batch_keep_closings(struct batch *batch, int strategy)
{
    assert(batch->paths == 0 && strategy < batch->scenario->strategies);
    batch->closing_strategy = strategy;
}

int batch_watch(struct batch *batch, enum observable observable, int month)
{
    assert(batch->paths == 0 && batch->watches < WATCHES_MAX);
    batch->watch[batch->watches] = (struct watch){observable, month};
    return batch->watches++;
}

static void fix(struct batch *batch, const struct fixing *fixing)
{
    assert(batch->paths == batch->first && batch->fixings < FIXINGS_MAX);
    assert(fixing->strategy < batch->scenario->strategies && fixing->column < PARAMETER_COLUMNS);
    batch->fixing[batch->fixings++] = *fixing;
}

void batch_fix(struct batch *batch, int strategy, int column, double value)
{
    fix(batch, &(struct fixing){.strategy = strategy, .column = column, .value = value});
}

void batch_fix_each(struct batch *batch, int strategy, int column, const double *values)
{
    fix(batch, &(struct fixing){.strategy = strategy, .column = column, .values = values});
}

void batch_restart(struct batch *batch, int64_t first)
{
    for (int s = 0; s < STRATEGIES_MAX; s++) {
        free(batch->result[s]);
        batch->result[s] = NULL;
        for (int w = 0; w < WATCHES_MAX; w++) {
            free(batch->watched[s][w]);
            batch->watched[s][w] = NULL;
        }
    }
    free(batch->closing);
    batch->closing = NULL;
    batch->fixings = 0;
    batch->paths = batch->first = first;
    batch->untallied = true;
}

void batch_prepare(const struct scenario *scenario, int strategy, uint64_t seed, struct block *block)
{
    const struct strategy *plan = &scenario->strategy[strategy];
    block->month = 0;
    block->horizon = scenario->horizon;
    block->seed = seed;
    block->apart = block->elapsed = 0;
    block->stages = plan->stages;
    block->rounds = plan->rounds;
    block->has_board = plan->has_board;
    block->changes = 0;
    for (int e = 0; e < scenario->events; e++) {
        const struct event *event = &scenario->event[e];
        if (event->strategy >= 0 && event->strategy != strategy)
            continue;
        struct change *change = &block->change[block->changes++];
        *change = (struct change){.first_month = event->first_month,
                                  .last_month = event->last_month,
                                  .column = event->column,
                                  .stage = event->stage,
                                  .multiply = event->multiply,
                                  .value = event->value};
        if (event->column >= 0) {
            enum section section;
            int repeat, spread;
            const struct field *field = fields_of_column(event->column, &section, &repeat, &spread);
            change->low = field->low;
            change->high = field->high;
        }
    }
}

/* The scenario's dates stay dates: who starts later finds some of its events going on, or over. What
 * lasts to the scenario's end lasts for good. */
static void start_later(struct block *block, int scenario_horizon, int elapsed)
{
    int kept = 0;
    for (int c = 0; c < block->changes; c++) {
        struct change change = block->change[c];
        if (change.column >= 0 && change.last_month == scenario_horizon - 1)
            change.last_month = elapsed + HORIZON_MAX;
        change.first_month -= elapsed;
        change.last_month -= elapsed;
        if (change.last_month < 0)
            continue;
        change.first_month = change.first_month > 0 ? change.first_month : 0;
        block->change[kept++] = change;
    }
    block->changes = kept;
}

/* Lanes beyond the block's paths hold the first one's value, as the sampler has it. */
static void apply_fixings(const struct batch *batch, int strategy, int64_t first, int n, struct parameters *given)
{
    double(*column)[STRIDE] = (void *)given;
    for (int f = 0; f < batch->fixings; f++) {
        const struct fixing *fixing = &batch->fixing[f];
        if (fixing->strategy != strategy)
            continue;
        double *lanes = column[fixing->column];
        for (int i = 0; i < STRIDE; i++)
            lanes[i] = !fixing->values ? fixing->value : fixing->values[first + (i < n ? i : 0)];
    }
}

/* The block's paths first .. first + n - 1, with all they draw but what the months bring. */
static void enter(const struct batch *batch, struct sampler_workspace *workspace, int strategy,
                  int64_t first, int n, struct block *block)
{
    const struct batch_place *place = &batch->place;
    batch_prepare(batch->scenario, strategy, batch->seed, block);
    block->n = n;
    for (int i = 0; i < n; i++)
        block->path[i] = (uint64_t)(place->company + first + i);
    if (!place->apart) {
        sampler_fill(batch->sampler, workspace, strategy, first, n, &block->given);
        apply_fixings(batch, strategy, first, n, &block->given);
        return;
    }
    struct sampler_paths paths = {place->company + first, place->market + first, place->climate + first};
    sampler_fill_apart(batch->sampler, workspace, strategy, paths, n, &block->given);
    apply_fixings(batch, strategy, first, n, &block->given);
    start_later(block, batch->scenario->horizon, place->elapsed);
    block->apart = 1;
    block->elapsed = place->elapsed;
    block->horizon = place->horizon > 0 ? place->horizon : block->horizon;
    for (int i = 0; i < n; i++) {
        block->market[i] = (uint64_t)(place->market + first + i);
        block->climate[i] = (uint64_t)(place->climate + first + i);
    }
}

static void keep_closings(struct batch *batch, int64_t first, int n, const struct block *block)
{
    for (int i = 0; i < n; i++)
        for (int r = 0; r < ROUNDS_MAX; r++)
            batch->closing[(first + i) * ROUNDS_MAX + r] = block->closing[r][i];
}

static int count_live(const struct block *block)
{
    int live = 0;
    for (int i = 0; i < block->n; i++)
        live += block->company.live[i] != 0.0;
    return live;
}

/* Which lanes live. */
static void note_living(const struct block *block, double living[STRIDE])
{
    memcpy(living, block->company.live, (size_t)block->n * sizeof *living);
}

/* Whether a company's last month was this one. */
static bool some_ended(const struct block *block, const double living[STRIDE])
{
    for (int i = 0; i < block->n; i++)
        if (living[i] != 0.0 && block->company.live[i] == 0.0)
            return true;
    return block->month == block->horizon;
}

/* Of lanes that lived when the month began: what they have at its end, or had at their own. */
static void read_watches(const struct batch *batch, int strategy, int64_t first,
                         const struct block *block, const double living[STRIDE])
{
    const bool ended = some_ended(block, living);
    for (int w = 0; w < batch->watches; w++) {
        if (block->month > batch->watch[w].month || (block->month < batch->watch[w].month && !ended))
            continue;
        double values[STRIDE];
        double *watched = batch->watched[strategy][w] + first;
        observable_read(batch->watch[w].observable, block, values);
        for (int i = 0; i < block->n; i++)
            if (living[i] != 0.0)
                watched[block->origin[i]] = values[i];
    }
}

bool batch_is_closed(const struct result *result)
{
    return result->outcome == OUTCOME_SHUT_DOWN || result->outcome == OUTCOME_ACQUIHIRED;
}

/* Companies that have closed have nothing; others who have ended, have gone on in other hands. */
static void settle_watches(const struct batch *batch, int strategy, int64_t first, int n)
{
    const struct result *result = batch->result[strategy] + first;
    for (int w = 0; w < batch->watches; w++) {
        double *watched = batch->watched[strategy][w] + first;
        for (int i = 0; i < n; i++)
            if (result[i].outcome != OUTCOME_PRIVATE && result[i].month <= batch->watch[w].month) {
                if (batch_is_closed(&result[i]))
                    watched[i] = 0.0;
                else if (batch->watch[w].observable == OBSERVABLE_open)
                    watched[i] = 1.0;
            }
    }
}

static void play_block(struct worker *worker, int strategy, int64_t first, int n)
{
    const struct work *work = worker->work;
    const struct kernel *kernel = work->options->kernel;
    struct block *block = worker->block;
    /* A tally's months are those of the scenario, and of one variant. */
    struct tally *tally = work->batch->place.apart || work->batch->untallied ? NULL : worker->tally[strategy];
    double living[STRIDE];

    enter(work->batch, worker->workspace, strategy, first, n, block);
    kernel->start(block);
    if (tally)
        tally_month(tally, block);
    while (block->month < block->horizon) {
        note_living(block, living);
        kernel->month(block);
        if (tally)
            tally_month(tally, block);
        read_watches(work->batch, strategy, first, block, living);
        if (block->month % COMPACT_MONTHS == 0) {
            int live = count_live(block);
            if (live == 0)
                break;
            if (live < block->n - block->n / 4)
                kernel->compact(block);
        }
    }
    if (tally)
        tally_block(tally, block, n);
    if (work->batch->closing_strategy == strategy)
        keep_closings(work->batch, first, n, block);
    for (int i = 0; i < n; i++)
        work->batch->result[strategy][first + i] = block->result[i];
    settle_watches(work->batch, strategy, first, n);
}

static bool interrupted(const struct work *work)
{
    return work->options->interrupted && *work->options->interrupted;
}

static void *play_blocks(void *data)
{
    struct worker *worker = data;
    struct work *work = worker->work;
    for (;;) {
        int64_t first = work->first + LANES * atomic_fetch_add(&work->taken, 1);
        if (first >= work->paths || atomic_load(&work->failed) != BATCH_DONE)
            break;
        if (interrupted(work)) {
            atomic_store(&work->failed, BATCH_INTERRUPTED);
            break;
        }
        int64_t left = work->paths - first;
        int n = left < LANES ? (int)left : LANES;
        for (int s = 0; s < work->batch->scenario->strategies; s++)
            if (work->options->strategies == 0 || work->options->strategies & 1u << s)
                play_block(worker, s, first, n);
        atomic_fetch_add(&work->done, n);
    }
    pthread_mutex_lock(&work->lock);
    work->running--;
    pthread_cond_signal(&work->finished);
    pthread_mutex_unlock(&work->lock);
    return NULL;
}

static bool worker_start(struct worker *worker, struct work *work)
{
    const struct scenario *scenario = work->batch->scenario;
    worker->work = work;
    /* Cleared once, so that no step ever reads what was never written. */
    size_t size = (sizeof *worker->block + 63) / 64 * 64;
    worker->block = aligned_alloc(64, size);
    worker->workspace = sampler_workspace_create(work->batch->sampler);
    if (!worker->block || !worker->workspace)
        return false;
    for (size_t i = 0; i < size; i++)
        ((unsigned char *)worker->block)[i] = 0;
    for (int s = 0; s < scenario->strategies && !work->batch->untallied; s++)
        if (!(worker->tally[s] = tally_create(scenario->horizon)))
            return false;
    pthread_mutex_lock(&work->lock);
    bool started = pthread_create(&worker->thread, NULL, play_blocks, worker) == 0;
    work->running += started;
    pthread_mutex_unlock(&work->lock);
    return started;
}

static void worker_finish(struct worker *worker)
{
    free(worker->block);
    sampler_workspace_destroy(worker->workspace);
    for (int s = 0; s < STRATEGIES_MAX; s++)
        tally_destroy(worker->tally[s]);
}

/* Tells the progress ten times a second until the last thread has signed off. */
static void wait_for_workers(struct work *work)
{
    pthread_mutex_lock(&work->lock);
    while (work->running > 0) {
        struct timespec until;
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_nsec += 100 * 1000 * 1000;
        until.tv_sec += until.tv_nsec / 1000000000;
        until.tv_nsec %= 1000000000;
        pthread_cond_timedwait(&work->finished, &work->lock, &until);
        if (work->options->progress)
            work->options->progress(atomic_load(&work->done), work->paths - work->first,
                                    work->options->data);
    }
    pthread_mutex_unlock(&work->lock);
}

/* Room for `paths` items of `size`, the new ones cleared; NULL when memory is short. The first are
 * cleared by the system as the threads reach them. */
static void *enlarge(void *old, int64_t had, int64_t paths, size_t size)
{
    if (!old)
        return calloc((size_t)paths, size);
    char *items = realloc(old, (size_t)paths * size);
    if (items)
        memset(items + (size_t)had * size, 0, (size_t)(paths - had) * size);
    return items;
}

static bool make_room(struct batch *batch, int64_t paths)
{
    for (int s = 0; s < batch->scenario->strategies; s++) {
        struct result *result = enlarge(batch->result[s], batch->paths, paths, sizeof *result);
        if (!result)
            return false;
        batch->result[s] = result;
        for (int w = 0; w < batch->watches; w++) {
            double *watched = enlarge(batch->watched[s][w], batch->paths, paths, sizeof *watched);
            if (!watched)
                return false;
            batch->watched[s][w] = watched;
        }
    }
    if (batch->closing_strategy >= 0) {
        size_t size = ROUNDS_MAX * sizeof *batch->closing;
        struct closing *closing = enlarge(batch->closing, batch->paths, paths, size);
        if (!closing)
            return false;
        batch->closing = closing;
    }
    return true;
}

enum batch_end batch_play(struct batch *batch, int64_t paths, const struct batch_options *options)
{
    if (paths <= batch->paths)
        return BATCH_DONE;
    int64_t blocks = (paths - batch->paths + LANES - 1) / LANES;
    int threads = options->threads < blocks ? options->threads : (int)blocks;
    struct worker *workers = calloc((size_t)threads, sizeof *workers);
    if (!workers || !make_room(batch, paths)) {
        free(workers);
        return BATCH_NO_MEMORY;
    }
    struct work work = {.batch = batch, .options = options, .first = batch->paths, .paths = paths};
    pthread_mutex_init(&work.lock, NULL);
    pthread_cond_init(&work.finished, NULL);
    int started = 0;
    while (started < threads && worker_start(&workers[started], &work))
        started++;
    if (started == 0) /* fewer threads than asked for do the same work */
        atomic_store(&work.failed, BATCH_NO_MEMORY);
    wait_for_workers(&work);
    for (int w = 0; w < started; w++) {
        pthread_join(workers[w].thread, NULL);
        for (int s = 0; s < batch->scenario->strategies && !batch->untallied; s++)
            tally_merge(batch->tally[s], workers[w].tally[s]);
    }
    for (int w = 0; w < threads; w++)
        worker_finish(&workers[w]);
    free(workers);
    pthread_cond_destroy(&work.finished);
    pthread_mutex_destroy(&work.lock);
    batch->paths = paths;
    return (enum batch_end)atomic_load(&work.failed);
}
