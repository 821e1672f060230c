#include "analysis/replay.h"

#include "montecarlo/batch.h"

#include <stdlib.h>
#include <string.h>

struct block *replay_prepare(const struct scenario *scenario, const struct sampler *sampler,
                             uint64_t seed, int strategy, int64_t path)
{
    struct block *block = aligned_alloc(64, (sizeof *block + 63) / 64 * 64);
    struct sampler_workspace *workspace = sampler_workspace_create(sampler);
    if (block && workspace) {
        memset(block, 0, sizeof *block);
        batch_prepare(scenario, strategy, seed, block);
        sampler_fill(sampler, workspace, strategy, path, 1, &block->given);
        block->n = 1;
        block->path[0] = (uint64_t)path;
    } else {
        free(block);
        block = NULL;
    }
    sampler_workspace_destroy(workspace);
    return block;
}
