/* What commands that play a scenario share: load it, play it, say what went wrong. */
#ifndef COMMANDS_PLAY_H
#define COMMANDS_PLAY_H

#include "commands/option.h"
#include "montecarlo/batch.h"
#include "scenario/measure.h"

struct play_settings {
    struct option_list set;
    int64_t paths, seed, threads; /* -1: as the scenario says; all processors */
    double target_error;          /* 0: no target */
    bool quiet;
};

/* The scenario, or NULL after telling on stderr; *code then is the exit code. */
struct scenario *play_load(const char *file, const struct option_list *set, int *code);

/* A finished batch, or NULL after telling; *code then is the exit code. */
struct batch *play_batch(const struct scenario *scenario, const struct play_settings *settings, int *code);

/* The kernel, or NULL after telling. */
const struct kernel *play_kernel(int *code);

/* The strategy that an option names, by name or number; the first for NULL. -1 after telling; *code then
 * is the exit code. */
int play_strategy(const struct scenario *scenario, const char *option, const char *text, int *code);

/* The strategies of these names or numbers, a bit each; all of them when there is none. False after a
 * complaint. */
bool play_strategies(const struct scenario *scenario, const struct option_list *names, unsigned *strategies,
                     struct complaints *complaints);

/* Whether a measure's month lies within the scenario; false after a complaint. */
bool play_measure(const struct scenario *scenario, const struct measure *measure, struct complaints *complaints);

#endif
