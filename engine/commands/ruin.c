/* Under which ordinary assumptions a company is ruined. */
#include "analysis/ruin.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "commands/terminal.h"
#include "montecarlo/machine.h"
#include "report/ruin_json.h"
#include "report/ruin_report.h"
#include "report/ruin_table.h"

#include <stdlib.h>

enum { MONTH_STANDARD = 24 };

struct ruin_settings {
    struct option_list set, strategy;
    int64_t paths, seed, threads, by;
    const char *of, *out;
    bool no_charts, json, quiet;
};

const struct option ruin_options[] = {
    {"strategy", "NAME", "whose ruin; the first one's if not told", OPTION_LIST, offsetof(struct ruin_settings, strategy), 0,
     0, NULL},
    {"by", "MONTH", "ruin is to be closed by the end of this month; 24 if not told", OPTION_WHOLE,
     offsetof(struct ruin_settings, by), 1, HORIZON_MAX, NULL},
    {"of", "MEASURE", "ruin is this instead: something true or false, such as closed", OPTION_TEXT,
     offsetof(struct ruin_settings, of), 0, 0, NULL},
    {"out", "DIR", "the output folder, with the box as a scenario; without it nothing is written", OPTION_TEXT,
     offsetof(struct ruin_settings, out), 0, 0, NULL},
    {"paths", "N", "worlds to play, in place of the scenario's number", OPTION_WHOLE, offsetof(struct ruin_settings, paths),
     200, 10000000, NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE, offsetof(struct ruin_settings, seed), 0,
     INT64_MAX - 1, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE,
     offsetof(struct ruin_settings, threads), 1, 256, NULL},
    {"set", "KEY=VALUE", "sets a value of the scenario; may be repeated", OPTION_LIST, offsetof(struct ruin_settings, set), 0,
     0, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG, offsetof(struct ruin_settings, no_charts), 0, 0,
     NULL},
    {"json", NULL, "prints ruin.json in place of the table", OPTION_FLAG, offsetof(struct ruin_settings, json), 0, 0, NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, offsetof(struct ruin_settings, quiet), 0, 0, NULL},
    {0}};

static struct ruin *create(const struct scenario *scenario, const struct ruin_settings *settings,
                           struct complaints *complaints)
{
    struct measure measure;
    unsigned strategies;
    int strategy = 0;
    if (settings->of &&
        (!measure_parse("--of", settings->of, complaints, &measure) || !play_measure(scenario, &measure, complaints)))
        return NULL;
    if (!play_strategies(scenario, &settings->strategy, &strategies, complaints))
        return NULL;
    while (!(strategies >> strategy & 1u))
        strategy++;
    if (settings->by > scenario->horizon) {
        complaints_add(complaints, (struct place){"--by", 1, 1}, "month %d is after the scenario's %d months",
                       (int)settings->by, scenario->horizon);
        return NULL;
    }
    int month = settings->by > 0 ? (int)settings->by : MONTH_STANDARD < scenario->horizon ? MONTH_STANDARD : scenario->horizon;
    return ruin_create(scenario, strategy, settings->of ? &measure : NULL, month, complaints);
}

static enum batch_end play(struct ruin *ruin, const struct ruin_settings *settings, const struct kernel *kernel,
                           struct complaints *complaints)
{
    struct progress progress = progress_begin(settings->quiet);
    struct batch_options options = {
        .threads = settings->threads > 0 ? (int)settings->threads : machine_processors(),
        .kernel = kernel,
        .interrupted = &progress_interrupted,
        .progress = progress_tell,
        .data = &progress};
    int64_t paths = settings->paths > 0 ? settings->paths : ruin->scenario->paths;
    uint64_t seed = settings->seed >= 0 ? (uint64_t)settings->seed : ruin->scenario->seed;
    enum batch_end end = ruin_play(ruin, paths, seed, &options, complaints);
    progress_end(&progress);
    return end;
}

static int answer(const struct ruin *ruin, const struct ruin_settings *settings)
{
    int code = COMMAND_DONE;
    if (settings->out && ruin_report_write(ruin, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        ruin_json_write(ruin, stdout);
    else
        ruin_table_write(ruin, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->quiet && !settings->json)
        fprintf(stderr, "\nTable, data, chart and the box as a scenario: %s\n", settings->out);
    return code;
}

static int seek(const char *file, const struct ruin_settings *settings, struct complaints *complaints)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    struct scenario *scenario = scenario_load(file, settings->set.item, settings->set.count, complaints);
    struct ruin *ruin = scenario ? create(scenario, settings, complaints) : NULL;
    enum batch_end end = ruin ? play(ruin, settings, kernel, complaints) : BATCH_NO_MEMORY;
    if (complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        code = COMMAND_INPUT_WRONG;
    } else if (end != BATCH_DONE) {
        fputs(end == BATCH_INTERRUPTED ? "interrupted; nothing was written\n"
                                       : "ruin: out of memory; fewer paths need less\n", stderr);
        code = COMMAND_WORLD_FAILED;
    } else {
        code = answer(ruin, settings);
    }
    ruin_destroy(ruin);
    scenario_destroy(scenario);
    return code;
}

int ruin_command(int argc, char **argv)
{
    (void)argc;
    struct ruin_settings settings = {.paths = -1, .seed = -1, .threads = -1, .by = -1};
    const char *file = NULL;
    int operands = option_parse(ruin_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    const char *wrong = operands == 0                      ? "ruin: needs a scenario, as in 'playbook ruin plan.yaml'\n"
                        : settings.of && settings.by > 0   ? "ruin: --of says itself when; it takes no --by\n"
                        : settings.strategy.count > 1      ? "ruin: one --strategy at a time\n"
                                                           : NULL;
    if (wrong) {
        fputs(wrong, stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && ruin_report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    struct complaints *complaints = complaints_create();
    int code = COMMAND_WORLD_FAILED;
    progress_catch();
    if (complaints)
        code = seek(file, &settings, complaints);
    else
        fputs("ruin: out of memory\n", stderr);
    complaints_destroy(complaints);
    return code;
}
