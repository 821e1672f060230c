#include "statistics/trial.h"

#include "montecarlo/machine.h"
#include "montecarlo/sampler.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *cleared(size_t size)
{
    size = (size + 63) / 64 * 64;
    void *memory = aligned_alloc(64, size);
    if (!memory) {
        fputs("out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    return memset(memory, 0, size);
}

struct block *trial_block(void) { return cleared(sizeof(struct block)); }

void trial_open(struct trial *trial, const char *file, uint64_t seed, int64_t paths)
{
    const char *why = NULL;
    *trial = (struct trial){
        .complaints = complaints_create(), .kernel = machine_kernel(&why), .seed = seed};
    trial->scenario = scenario_load(file, NULL, 0, trial->complaints);
    if (trial->scenario)
        trial->sampler = sampler_create(trial->scenario, seed, paths, trial->complaints);
    if (trial->sampler)
        trial->workspace = sampler_workspace_create(trial->sampler);
    if (!trial->kernel || !trial->workspace) {
        complaints_print(trial->complaints, stderr, false);
        fprintf(stderr, "%s: cannot be played\n", file);
        exit(EXIT_FAILURE);
    }
    trial->parameters = cleared(sizeof *trial->parameters);
}

void trial_close(struct trial *trial)
{
    free(trial->parameters);
    sampler_workspace_destroy(trial->workspace);
    sampler_destroy(trial->sampler);
    scenario_destroy(trial->scenario);
    complaints_destroy(trial->complaints);
}

void trial_fill(struct trial *trial, int strategy, int64_t first, int n)
{
    sampler_fill(trial->sampler, trial->workspace, strategy, first, n, trial->parameters);
}
