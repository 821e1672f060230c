#include "analysis/variants.h"

#include "analysis/measurement.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

/* What the threads of one call share. */
struct work {
    const struct variants *variants;
    variants_task *task;
    void *context;
    int count;
    _Atomic int taken, done;
    _Atomic int end; /* an enum batch_end */
    pthread_mutex_t lock;
    pthread_cond_t finished;
    int running; /* threads, under the lock */
};

struct worker {
    struct work *work;
    struct variants_bench bench;
    pthread_t thread;
};

static bool interrupted(const struct work *work)
{
    const struct batch_options *options = work->variants->options;
    return options->interrupted && *options->interrupted;
}

static void *do_tasks(void *data)
{
    struct worker *worker = data;
    struct work *work = worker->work;
    while (atomic_load(&work->end) == BATCH_DONE) {
        if (interrupted(work)) {
            atomic_store(&work->end, BATCH_INTERRUPTED);
            break;
        }
        const int number = atomic_fetch_add(&work->taken, 1);
        if (number >= work->count)
            break;
        const enum batch_end end = work->task(number, &worker->bench, work->context);
        if (end != BATCH_DONE)
            atomic_store(&work->end, (int)end);
        atomic_fetch_add(&work->done, 1);
    }
    pthread_mutex_lock(&work->lock);
    work->running--;
    pthread_cond_signal(&work->finished);
    pthread_mutex_unlock(&work->lock);
    return NULL;
}

static bool equip(struct worker *worker, struct work *work, struct complaints *complaints)
{
    const struct variants *variants = work->variants;
    struct variants_bench *bench = &worker->bench;
    worker->work = work;
    bench->variants = variants;
    bench->batch = batch_create(variants->scenario, variants->seed, variants->planned, complaints);
    bench->room = malloc((size_t)variants->planned * 3 * sizeof(double));
    bench->score = malloc((size_t)variants->planned * sizeof(double));
    if (!bench->batch || !bench->room || !bench->score)
        return false;
    bench->watch = measurement_watch(bench->batch, &variants->contest->measure);
    batch_restart(bench->batch, 0);
    return true;
}

static bool start(struct worker *worker, struct work *work)
{
    pthread_mutex_lock(&work->lock);
    bool started = pthread_create(&worker->thread, NULL, do_tasks, worker) == 0;
    work->running += started;
    pthread_mutex_unlock(&work->lock);
    return started;
}

/* Tells the progress ten times a second until the last thread has signed off. */
static void wait_for_workers(struct work *work)
{
    const struct batch_options *options = work->variants->options;
    pthread_mutex_lock(&work->lock);
    while (work->running > 0) {
        struct timespec until;
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_nsec += 100 * 1000 * 1000;
        until.tv_sec += until.tv_nsec / 1000000000;
        until.tv_nsec %= 1000000000;
        pthread_cond_timedwait(&work->finished, &work->lock, &until);
        if (options->progress)
            options->progress(atomic_load(&work->done), work->count, options->data);
    }
    pthread_mutex_unlock(&work->lock);
}

/* Benches are made before any thread starts, so that only one complains. Fewer than asked for do the
 * same work. */
static void employ(struct worker *workers, int threads, struct work *work, struct complaints *complaints)
{
    int equipped = 0, started = 0;
    while (equipped < threads && equip(&workers[equipped], work, complaints))
        equipped++;
    while (started < equipped && start(&workers[started], work))
        started++;
    if (started == 0)
        atomic_store(&work->end, BATCH_NO_MEMORY);
    wait_for_workers(work);
    for (int w = 0; w < started; w++)
        pthread_join(workers[w].thread, NULL);
}

enum batch_end variants_run(const struct variants *variants, int count, variants_task *task, void *context,
                            struct complaints *complaints)
{
    if (count == 0)
        return BATCH_DONE;
    const int threads = variants->options->threads < count ? variants->options->threads : count;
    struct worker *workers = calloc((size_t)threads, sizeof *workers);
    if (!workers)
        return BATCH_NO_MEMORY;
    struct work work = {.variants = variants, .task = task, .context = context, .count = count};
    pthread_mutex_init(&work.lock, NULL);
    pthread_cond_init(&work.finished, NULL);
    employ(workers, threads, &work, complaints);
    for (int w = 0; w < threads; w++) {
        batch_destroy(workers[w].bench.batch);
        free(workers[w].bench.room);
        free(workers[w].bench.score);
    }
    free(workers);
    pthread_cond_destroy(&work.finished);
    pthread_mutex_destroy(&work.lock);
    return (enum batch_end)atomic_load(&work.end);
}

enum batch_end variants_play(struct variants_bench *bench, int64_t paths)
{
    struct batch_options options = *bench->variants->options;
    options.threads = 1; /* the others play variants of their own */
    options.progress = NULL;
    return batch_play(bench->batch, paths, &options);
}

struct contest_sums variants_compare(struct variants_bench *bench, int a, int b, int64_t first)
{
    struct contest_sums sums = {.worlds = 0};
    contest_scores(bench->batch, bench->variants->contest, bench->watch, a, b, first, bench->room, bench->score);
    contest_add(&sums, bench->score, bench->batch->paths - first);
    return sums;
}
