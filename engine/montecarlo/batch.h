/* Thousands of paths of every strategy of a scenario, on several threads. */
#ifndef MONTECARLO_BATCH_H
#define MONTECARLO_BATCH_H

#include "model/kernel.h"
#include "model/observable.h"
#include "montecarlo/tally.h"
#include "scenario/complaint.h"
#include "scenario/scenario.h"

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

enum { WATCHES_MAX = 512, FIXINGS_MAX = 512 };

/* One observable of every path at the end of month `month` (1 is the first). A company that was
 * sold or listed before counts with what it had then, one that closed with 0. */
struct watch {
    enum observable observable;
    int month;                              /* 1..horizon */
};

/* How companies of one batch stand to those of others in the same worlds. All zero: path p is a
 * company alone in world p, from its first month to the scenario's horizon. */
struct batch_place {
    bool apart;                             /* what follows is not all zero */
    int64_t company, market, climate;       /* path p's luck is that of company + p, market + p, climate + p */
    int elapsed;                            /* months that the worlds have turned before the companies start */
    int horizon;                            /* months that they are played; 0: the scenario's */
};

/* A column of one strategy that does not hold what was drawn, but one value, or one for each path. */
struct fixing {
    int strategy, column;
    double value;
    const double *values; /* by path, or NULL */
};

struct batch {
    const struct scenario *scenario;
    uint64_t seed;
    int64_t paths;                          /* played so far */
    struct result *result[STRATEGIES_MAX];  /* [paths] each, in path order */
    struct tally *tally[STRATEGIES_MAX];
    struct sampler *sampler;
    int watches;
    struct watch watch[WATCHES_MAX];
    double *watched[STRATEGIES_MAX][WATCHES_MAX]; /* [paths] each */
    struct batch_place place;
    struct closing *closing;                /* [paths][ROUNDS_MAX] of the one strategy that is asked
                                               to keep them; as many are set as rounds have closed */
    int closing_strategy;                   /* -1: nobody's are kept */
    int fixings;
    struct fixing fixing[FIXINGS_MAX];
    bool untallied;                         /* restarted: what the months bring is not tallied */
    int64_t first;                          /* restarted: the first path that is played */
};

struct batch_options {
    int threads;                            /* 1..256 */
    unsigned strategies;                    /* bit s: play strategy s; 0: all. What is not played is 0 */
    const struct kernel *kernel;
    const volatile sig_atomic_t *interrupted; /* may be NULL */
    void (*progress)(int64_t done, int64_t all, void *data); /* may be NULL; called about ten times a
                                                second, from the caller's thread */
    void *data;
};

/* Shut down or acqui-hired: what everybody means by 'closed'. */
bool batch_is_closed(const struct result *result);

enum batch_end { BATCH_DONE, BATCH_INTERRUPTED, BATCH_NO_MEMORY };

/* An empty batch, with the sampling design for `planned` paths. The scenario must outlive it.
 * NULL after a complaint, or without one when memory is short. */
struct batch *batch_create(const struct scenario *scenario, uint64_t seed, int64_t planned,
                           struct complaints *complaints);
void batch_destroy(struct batch *batch); /* takes NULL */

/* Watches one more thing; before anything is played. Returns its number. */
int batch_watch(struct batch *batch, enum observable observable, int month);

/* Gives the companies their place; before anything is played. Nothing is tallied then. */
void batch_place(struct batch *batch, const struct batch_place *place);

/* Keeps every closing of one strategy; before anything is played. */
void batch_keep_closings(struct batch *batch, int strategy);

/* Replaces what a column of a strategy holds (model/parameters.h) by one value; before anything is
 * played. Within the legal range of the field, in the engine's unit. All else is drawn as before: the
 * worlds stay the same. The last word on a column holds. */
void batch_fix(struct batch *batch, int strategy, int column, double value);

/* The same with a value for every path that will be played; the array must outlive the batch. */
void batch_fix_each(struct batch *batch, int strategy, int column, const double *values);

/* Forgets all paths and fixings, so that another variant can be played with the same sampler, which
 * costs more to make than a few hundred paths. The next path is `first`: what stands below it among
 * the results must not be read. Nothing is tallied any more. */
void batch_restart(struct batch *batch, int64_t first);

/* Plays on until there are `paths` paths. What is already there stays as it is; unless the end is
 * BATCH_DONE, the batch must not be read any more. The same bits for any number of threads and
 * any kernel. */
enum batch_end batch_play(struct batch *batch, int64_t paths, const struct batch_options *options);

/* Copies what does not change between blocks of one strategy into `block`: seed, horizon, counts of
 * stages and rounds, dated changes. */
void batch_prepare(const struct scenario *scenario, int strategy, uint64_t seed, struct block *block);

#endif
