/* A shipped scenario, opened for both programs: the sampler gives every path its parameters, the
 * same for the engine and for the plain program. */
#ifndef STATISTICS_TRIAL_H
#define STATISTICS_TRIAL_H

#include "montecarlo/batch.h"
#include "statistics/plain.h"

#include <stdint.h>

struct trial {
    struct complaints *complaints;
    struct scenario *scenario;
    struct sampler *sampler;
    struct sampler_workspace *workspace;
    struct parameters *parameters; /* of one block */
    const struct kernel *kernel;
    uint64_t seed;
};

/* The program ends with a message when the scenario cannot be opened. */
void trial_open(struct trial *trial, const char *file, uint64_t seed, int64_t paths);
void trial_close(struct trial *trial);

/* Parameters of the paths first .. first + n - 1 in lanes 0 .. n - 1. */
void trial_fill(struct trial *trial, int strategy, int64_t first, int n);

/* A cleared block, freed by the caller. */
struct block *trial_block(void);

#endif
