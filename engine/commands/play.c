#include "commands/play.h"

#include "analysis/summary.h"
#include "commands/command.h"
#include "commands/progress.h"
#include "commands/terminal.h"
#include "montecarlo/machine.h"
#include "scenario/roster.h"

#include <stdio.h>

/* --target-error begins with this many paths and doubles them up to this many times the plan. */
enum { PATHS_AT_FIRST = 2000, TIMES_AT_MOST = 100 };

struct scenario *play_load(const char *file, const struct option_list *set, int *code)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        complaints ? scenario_load(file, set->item, set->count, complaints) : NULL;
    if (!scenario && complaints && complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        *code = COMMAND_INPUT_WRONG;
    } else if (!scenario) {
        fprintf(stderr, "%s: out of memory\n", file);
        *code = COMMAND_WORLD_FAILED;
    }
    complaints_destroy(complaints);
    return scenario;
}

const struct kernel *play_kernel(int *code)
{
    const char *why;
    const struct kernel *kernel = machine_kernel(&why);
    if (!kernel) {
        fprintf(stderr, "%s\n", why);
        *code = COMMAND_INPUT_WRONG;
    }
    return kernel;
}

static struct batch *create(const struct scenario *scenario, uint64_t seed, int64_t planned, int *code)
{
    struct complaints *complaints = complaints_create();
    struct batch *batch = complaints ? batch_create(scenario, seed, planned, complaints) : NULL;
    if (!batch && complaints && complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        *code = COMMAND_INPUT_WRONG;
    } else if (!batch) {
        fputs("out of memory\n", stderr);
        *code = COMMAND_WORLD_FAILED;
    }
    complaints_destroy(complaints);
    return batch;
}

/* Largest standard error of the shares that the verdict rests on; negative without memory. */
static double verdict_error(const struct batch *batch)
{
    struct summary *summary = summary_create(batch);
    double worst = summary ? summary->strategy[0].chance_nothing.error : -1.0;
    for (int p = 0; summary && p < summary->pairs; p++)
        if (summary->pair[p].a_wins.error > worst)
            worst = summary->pair[p].a_wins.error;
    summary_destroy(summary);
    return worst;
}

static enum batch_end play_to_target(struct batch *batch, int64_t planned, double target,
                                     const struct batch_options *options)
{
    int64_t most = planned <= INT64_MAX / TIMES_AT_MOST ? planned * TIMES_AT_MOST : planned;
    if (most > 100000000)
        most = 100000000;
    for (int64_t paths = PATHS_AT_FIRST < most ? PATHS_AT_FIRST : most;; paths *= 2) {
        enum batch_end end = batch_play(batch, paths < most ? paths : most, options);
        if (end != BATCH_DONE)
            return end;
        double error = verdict_error(batch);
        if (error < 0.0)
            return BATCH_NO_MEMORY;
        if (error <= target)
            return BATCH_DONE;
        if (paths >= most) {
            fprintf(stderr, "stopped at %lld worlds with an error of %.2g; the target was %.2g\n",
                    (long long)batch->paths, error, target);
            return BATCH_DONE;
        }
    }
}

struct batch *play_batch(const struct scenario *scenario, const struct play_settings *settings, int *code)
{
    uint64_t seed = settings->seed >= 0 ? (uint64_t)settings->seed : scenario->seed;
    int64_t paths = settings->paths >= 0 ? settings->paths : scenario->paths;
    if (settings->target_error > 0.0 && scenario->sampling == SAMPLING_LATIN_HYPERCUBE) {
        fputs("--target-error cannot extend a Latin hypercube; use --set sampling=sobol or "
              "monte-carlo\n", stderr);
        *code = COMMAND_INPUT_WRONG;
        return NULL;
    }
    const struct kernel *kernel = play_kernel(code);
    struct batch *batch = kernel ? create(scenario, seed, paths, code) : NULL;
    if (!batch)
        return NULL;
    struct progress progress = progress_begin(settings->quiet);
    struct batch_options options = {
        .threads = settings->threads > 0 ? (int)settings->threads : machine_processors(),
        .kernel = kernel,
        .interrupted = &progress_interrupted,
        .progress = progress_tell,
        .data = &progress};
    enum batch_end end = settings->target_error > 0.0
                             ? play_to_target(batch, paths, settings->target_error, &options)
                             : batch_play(batch, paths, &options);
    progress_end(&progress);
    if (end == BATCH_DONE)
        return batch;
    fputs(end == BATCH_INTERRUPTED ? "interrupted; nothing was written\n"
                                   : "out of memory; fewer paths need less\n", stderr);
    *code = COMMAND_WORLD_FAILED;
    batch_destroy(batch);
    return NULL;
}

bool play_strategies(const struct scenario *scenario, const struct option_list *names, unsigned *strategies,
                     struct complaints *complaints)
{
    *strategies = names->count == 0 ? (1u << scenario->strategies) - 1u : 0u;
    for (int n = 0; n < names->count; n++) {
        const int s = roster_one((struct place){"--strategy", n + 1, 1}, names->item[n], scenario, complaints);
        if (s < 0)
            return false;
        *strategies |= 1u << s;
    }
    return true;
}

int play_strategy(const struct scenario *scenario, const char *option, const char *text, int *code)
{
    if (!text)
        return 0;
    struct complaints *complaints = complaints_create();
    const int strategy = complaints ? roster_one((struct place){option, 1, 1}, text, scenario, complaints) : -1;
    *code = strategy >= 0 ? COMMAND_DONE : complaints ? COMMAND_INPUT_WRONG : COMMAND_WORLD_FAILED;
    if (complaints)
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
    else
        fputs("out of memory\n", stderr);
    complaints_destroy(complaints);
    return strategy;
}

bool play_measure(const struct scenario *scenario, const struct measure *measure, struct complaints *complaints)
{
    if (measure->observable < 0 || measure->month <= scenario->horizon)
        return true;
    complaints_add(complaints, (struct place){"--of", 1, 1}, "month %d is after the scenario's %d months", measure->month,
                   scenario->horizon);
    return false;
}
