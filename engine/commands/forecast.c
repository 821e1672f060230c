/* How one company goes on, given its history so far. */
#include "analysis/outlook.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "commands/terminal.h"
#include "montecarlo/machine.h"
#include "report/calibration_table.h"
#include "report/outlook_report.h"
#include "report/outlook_table.h"

#include <stdlib.h>

enum { PATHS_STANDARD = 100000, EFFECTIVE_STANDARD = 200 };

struct forecast_settings {
    int64_t paths, seed, threads, effective;
    const char *actuals, *strategy, *out;
    struct option_list set;
    bool no_charts, quiet;
};

const struct option forecast_options[] = {
    {"actuals", "FILE", "the history: what the company has seen so far", OPTION_TEXT,
     offsetof(struct forecast_settings, actuals), 0, 0, NULL},
    {"strategy", "NAME", "the strategy that the company follows, by name or number; the first unless told", OPTION_TEXT,
     offsetof(struct forecast_settings, strategy), 0, 0, NULL},
    {"out", "DIR", "the output folder; without it nothing is written", OPTION_TEXT,
     offsetof(struct forecast_settings, out), 0, 0, NULL},
    {"set", "KEY=VALUE", "overrides a value of the scenario; may be repeated", OPTION_LIST,
     offsetof(struct forecast_settings, set), 0, 0, NULL},
    {"paths", "N", "worlds to play; 100000 unless told", OPTION_WHOLE, offsetof(struct forecast_settings, paths), 100,
     10000000, NULL},
    {"effective", "N", "errors are widened until as many worlds are left; 200 unless told", OPTION_WHOLE,
     offsetof(struct forecast_settings, effective), 50, 100000, NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE,
     offsetof(struct forecast_settings, seed), 0, INT64_MAX, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE,
     offsetof(struct forecast_settings, threads), 1, 256, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG,
     offsetof(struct forecast_settings, no_charts), 0, 0, NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, offsetof(struct forecast_settings, quiet), 0, 0, NULL},
    {0}};

static enum batch_end play(const struct history *history, const struct candidate *company,
                           const struct forecast_settings *settings, const struct kernel *kernel,
                           struct outlook *outlook, struct complaints *complaints)
{
    struct progress progress = progress_begin(settings->quiet);
    struct batch_options options = {
        .threads = settings->threads > 0 ? (int)settings->threads : machine_processors(),
        .kernel = kernel,
        .interrupted = &progress_interrupted,
        .progress = progress_tell,
        .data = &progress};
    const uint64_t seed = settings->seed >= 0 ? (uint64_t)settings->seed : company->scenario->seed;
    enum batch_end end = outlook_make(history, company, settings->paths, seed, (double)settings->effective, &options,
                                       outlook, complaints);
    progress_end(&progress);
    return end;
}

static int answer(const struct outlook *outlook, const struct forecast_settings *settings)
{
    if (!outlook->enough) {
        fputs("forecast: ", stderr);
        calibration_table_refuse(outlook->sight, outlook->history->observations, outlook->effective,
                                 outlook->nearest, outlook->paths, stderr);
        return COMMAND_INPUT_WRONG;
    }
    int code = COMMAND_DONE;
    if (settings->out &&
        outlook_report_write(outlook, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    outlook_table_write(outlook, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->quiet)
        fprintf(stderr, "\nTable, data and charts: %s\n", settings->out);
    return code;
}

static int foretell(const char *file, const struct forecast_settings *settings, struct complaints *complaints)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    struct candidate company = {.strategy = -1};
    struct outlook *outlook = malloc(sizeof *outlook);
    struct history *history = history_load(settings->actuals, complaints);
    bool loaded = history && outlook &&
                  calibration_load(history, file, settings->strategy, settings->set.item, settings->set.count,
                                   &company, complaints);
    enum batch_end end = loaded ? play(history, &company, settings, kernel, outlook, complaints) : BATCH_NO_MEMORY;
    if (complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        code = COMMAND_INPUT_WRONG;
    } else if (end != BATCH_DONE) {
        fputs(end == BATCH_INTERRUPTED ? "interrupted; nothing was written\n"
                                       : "forecast: out of memory; fewer paths need less\n", stderr);
        code = COMMAND_WORLD_FAILED;
    } else {
        code = answer(outlook, settings);
    }
    free(outlook);
    scenario_destroy(company.scenario);
    history_destroy(history);
    return code;
}

int forecast_command(int argc, char **argv)
{
    (void)argc;
    struct forecast_settings settings = {
        .paths = PATHS_STANDARD, .seed = -1, .threads = -1, .effective = EFFECTIVE_STANDARD};
    const char *file = NULL;
    const int operands = option_parse(forecast_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0 || !settings.actuals) {
        fputs("forecast: needs a scenario and a history, as in 'playbook forecast plan.yaml --actuals history.yaml'\n",
              stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && outlook_report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    struct complaints *complaints = complaints_create();
    if (!complaints) {
        fputs("forecast: out of memory\n", stderr);
        return COMMAND_WORLD_FAILED;
    }
    progress_catch();
    const int code = foretell(file, &settings, complaints);
    complaints_destroy(complaints);
    return code;
}
