/* Batches that are played one after another, each on all threads, and whose progress is told as one. Tasks that
 * need a thread each are for variants.h. */
#ifndef ANALYSIS_SERIES_H
#define ANALYSIS_SERIES_H

#include "montecarlo/batch.h"

struct series {
    const struct batch_options *options; /* threads, kernel, interrupted, progress */
    int64_t all;                         /* companies to be played, in all: worlds times strategies */
    int64_t played;                      /* so far */
};

/* Plays these strategies (bit s) of the batch. */
enum batch_end series_play(struct series *series, struct batch *batch, int64_t paths, unsigned strategies);

#endif
