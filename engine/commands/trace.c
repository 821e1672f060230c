/* One world, told as a dated story for every strategy. */
#include "analysis/chronicle.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "report/story.h"

#include <stdlib.h>

enum which { WHICH_MEDIAN, WHICH_BEST, WHICH_WORST };

struct trace_settings {
    struct play_settings play;
    const char *strategy;
    int64_t path;
    int which;
};

static const char *const which_words[] = {"median", "best", "worst", NULL};

const struct option trace_options[] = {
    {"path", "N", "tells world number N, counted from 0", OPTION_WHOLE,
     offsetof(struct trace_settings, path), 0, 99999999, NULL},
    {"which", "WORLD", "the world that is median, best or worst for the founders", OPTION_WORD,
     offsetof(struct trace_settings, which), 0, 0, which_words},
    {"strategy", "NAME", "whose founders that means, by name or number; the first strategy's, if not told",
     OPTION_TEXT, offsetof(struct trace_settings, strategy), 0, 0, NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE,
     offsetof(struct trace_settings, play.seed), 0, INT64_MAX, NULL},
    {"paths", "N", "worlds to choose from, in place of the scenario's", OPTION_WHOLE,
     offsetof(struct trace_settings, play.paths), 1, 100000000, NULL},
    {"set", "KEY=VALUE", "overrides a value of the scenario, as in --set market.accounts=9000",
     OPTION_LIST, offsetof(struct trace_settings, play.set), 0, 0, NULL},
    {0}};

struct standing {
    double take_home;
    int month;
    int64_t path;
};

static int by_take_home(const void *a, const void *b)
{
    const struct standing *x = a, *y = b;
    if (x->take_home != y->take_home)
        return x->take_home < y->take_home ? -1 : 1;
    /* Among equals, who lasted longer did better. */
    if (x->month != y->month)
        return x->month < y->month ? -1 : 1;
    return x->path < y->path ? -1 : 1;
}

/* The path that stands where `which` says among the strategy's; -1 without memory. */
static int64_t choose(const struct batch *batch, int strategy, enum which which)
{
    struct standing *order = malloc((size_t)batch->paths * sizeof *order);
    if (!order)
        return -1;
    for (int64_t i = 0; i < batch->paths; i++) {
        const struct result *result = &batch->result[strategy][i];
        order[i] = (struct standing){result->founder_present, result->month, i};
    }
    qsort(order, (size_t)batch->paths, sizeof *order, by_take_home);
    int64_t place = which == WHICH_MEDIAN ? batch->paths / 2 : which == WHICH_BEST ? batch->paths - 1 : 0;
    int64_t path = order[place].path;
    free(order);
    return path;
}

static int tell_all(const struct batch *batch, uint64_t seed, int64_t path, int chosen_for,
                    const struct trace_settings *settings)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    for (int s = 0; s < batch->scenario->strategies && kernel; s++) {
        struct chronicle *chronicle =
            chronicle_create(batch->scenario, batch->sampler, kernel, seed, s, path);
        if (!chronicle) {
            fputs("trace: out of memory\n", stderr);
            return COMMAND_WORLD_FAILED;
        }
        char who[512];
        if (s == chosen_for && settings->path < 0)
            snprintf(who, sizeof who, "%s, in world %lld, the %s of %lld for its founders",
                     batch->scenario->strategy[s].name, (long long)path,
                     which_words[settings->which], (long long)batch->paths);
        else
            snprintf(who, sizeof who, "%s, in world %lld", batch->scenario->strategy[s].name,
                     (long long)path);
        if (s > 0)
            putchar('\n');
        story_tell(batch->scenario, s, chronicle, who, stdout);
        chronicle_destroy(chronicle);
    }
    return code;
}

static int trace(const struct scenario *scenario, struct trace_settings *settings)
{
    int code = COMMAND_DONE;
    const int strategy = play_strategy(scenario, "--strategy", settings->strategy, &code);
    if (strategy < 0)
        return code;
    int64_t planned = settings->play.paths >= 0 ? settings->play.paths : scenario->paths;
    if (settings->path >= planned)
        planned = settings->path + 1;
    if (settings->path >= 0 && scenario->sampling == SAMPLING_MONTE_CARLO)
        planned = 1; /* a path needs no other */
    settings->play.paths = planned;
    struct batch *batch = play_batch(scenario, &settings->play, &code);
    if (!batch)
        return code;
    int64_t path = settings->path >= 0 ? settings->path : choose(batch, strategy, (enum which)settings->which);
    if (path < 0) {
        fputs("trace: out of memory\n", stderr);
        code = COMMAND_WORLD_FAILED;
    } else {
        code = tell_all(batch, batch->seed, path, strategy, settings);
    }
    batch_destroy(batch);
    return code;
}

int trace_command(int argc, char **argv)
{
    (void)argc;
    struct trace_settings settings = {.play = {.paths = -1, .seed = -1, .threads = -1}, .path = -1};
    const char *file = NULL;
    int operands = option_parse(trace_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0) {
        fputs("trace: needs a scenario, as in 'playbook trace plan.yaml'\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    progress_catch();
    int code = COMMAND_DONE;
    struct scenario *scenario = play_load(file, &settings.play.set, &code);
    if (scenario)
        code = trace(scenario, &settings);
    scenario_destroy(scenario);
    return code;
}
