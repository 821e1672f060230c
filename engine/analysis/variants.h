/* Many variants of a scenario in the same worlds, on several threads: each thread keeps one batch and
 * plays one task after the other with it. */
#ifndef ANALYSIS_VARIANTS_H
#define ANALYSIS_VARIANTS_H

#include "analysis/contest.h"
#include "montecarlo/batch.h"

/* What every task of one call is given. */
struct variants {
    const struct scenario *scenario;
    uint64_t seed;
    int64_t planned;                      /* paths of the sampling design, and the most of a task */
    const struct contest *contest;
    const struct batch_options *options;  /* threads, strategies, kernel, interrupted, progress */
};

/* What one thread has: a batch to restart, and room for values. */
struct variants_bench {
    const struct variants *variants;
    struct batch *batch;
    int watch;
    double *room;                         /* [3 planned] for contest_scores */
    double *score;                        /* [planned] */
};

/* Does task `number` on a bench, which begins with batch_restart. Tasks must not depend on each
 * other, nor on who does them. */
typedef enum batch_end variants_task(int number, struct variants_bench *bench, void *context);

/* Does tasks 0 .. count - 1; tells progress in tasks. After anything but BATCH_DONE those that were
 * begun are finished or failed, and the rest is not begun. Complains like batch_create. */
enum batch_end variants_run(const struct variants *variants, int count, variants_task *task, void *context,
                            struct complaints *complaints);

/* Plays what the bench's batch is set to, up to `paths`, on the calling thread's behalf. */
enum batch_end variants_play(struct variants_bench *bench, int64_t paths);

/* The score of a against b, over the worlds first .. batch->paths - 1. */
struct contest_sums variants_compare(struct variants_bench *bench, int a, int b, int64_t first);

#endif
