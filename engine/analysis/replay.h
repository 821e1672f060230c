/* One company in one world once more, by itself: what a batch forgot of its months can be looked at. */
#ifndef ANALYSIS_REPLAY_H
#define ANALYSIS_REPLAY_H

#include "model/block.h"
#include "montecarlo/sampler.h"
#include "scenario/scenario.h"

/* A block of one lane, ready for the kernel's start and for month after month, which give the same
 * bits as in a batch. The caller frees it. NULL when memory is short. */
struct block *replay_prepare(const struct scenario *scenario, const struct sampler *sampler,
                             uint64_t seed, int strategy, int64_t path);

#endif
