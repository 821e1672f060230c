/* What a company's history teaches about the numbers of a scenario. */
#include "analysis/calibration.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "commands/terminal.h"
#include "montecarlo/machine.h"
#include "report/calibration_report.h"
#include "report/calibration_table.h"

#include <stdlib.h>

enum { PATHS_STANDARD = 100000, EFFECTIVE_STANDARD = 400 };

struct calibrate_settings {
    int64_t paths, seed, threads, effective;
    const char *data, *strategy, *of, *out;
    struct option_list set;
    bool no_charts, quiet;
};

const struct option calibrate_options[] = {
    {"data", "FILE", "the history: what was observed, how exactly, and what is to be learnt", OPTION_TEXT,
     offsetof(struct calibrate_settings, data), 0, 0, NULL},
    {"strategy", "NAME", "the strategy that the company followed, by name or number; the first unless told", OPTION_TEXT,
     offsetof(struct calibrate_settings, strategy), 0, 0, NULL},
    {"of", "KEY,…", "learns these numbers alone, in place of the history's 'fit'", OPTION_TEXT,
     offsetof(struct calibrate_settings, of), 0, 0, NULL},
    {"out", "DIR", "the output folder, with the calibrated scenario; without it nothing is written", OPTION_TEXT,
     offsetof(struct calibrate_settings, out), 0, 0, NULL},
    {"set", "KEY=VALUE", "overrides a value of the scenario; may be repeated", OPTION_LIST,
     offsetof(struct calibrate_settings, set), 0, 0, NULL},
    {"paths", "N", "worlds to play; 100000 unless told", OPTION_WHOLE, offsetof(struct calibrate_settings, paths),
     100, 10000000, NULL},
    {"effective", "N", "errors are widened until as many worlds are left; 400 unless told", OPTION_WHOLE,
     offsetof(struct calibrate_settings, effective), 50, 100000, NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE,
     offsetof(struct calibrate_settings, seed), 0, INT64_MAX, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE,
     offsetof(struct calibrate_settings, threads), 1, 256, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG,
     offsetof(struct calibrate_settings, no_charts), 0, 0, NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, offsetof(struct calibrate_settings, quiet), 0, 0,
     NULL},
    {0}};

struct playing {
    int played;
    struct progress progress;
};

static void tell_progress(int64_t done, int64_t all, void *data)
{
    struct playing *playing = data;
    const int64_t parts = 1000, part = all > 0 ? parts * done / all : 0;
    progress_tell(playing->played * parts + part, CALIBRATION_PLAYS * parts, &playing->progress);
}

static void count_play(void *data)
{
    struct playing *playing = data;
    playing->played++;
}

static enum batch_end play(const struct history *history, const struct candidate *company,
                           const struct calibrate_settings *settings, const struct kernel *kernel,
                           struct calibration *calibration, struct complaints *complaints)
{
    struct playing playing = {.progress = progress_begin(settings->quiet)};
    struct batch_options options = {
        .threads = settings->threads > 0 ? (int)settings->threads : machine_processors(),
        .kernel = kernel,
        .interrupted = &progress_interrupted,
        .progress = tell_progress,
        .data = &playing};
    const uint64_t seed = settings->seed >= 0 ? (uint64_t)settings->seed : company->scenario->seed;
    enum batch_end end = calibration_make(history, company, settings->paths, seed, (double)settings->effective,
                                          &options, count_play, &playing, calibration, complaints);
    progress_end(&playing.progress);
    return end;
}

static int answer(const struct calibration *calibration, const struct calibrate_settings *settings)
{
    if (!calibration->learned.memory) {
        fputs("calibrate: ", stderr);
        calibration_table_refuse(calibration->sight, calibration->history->observations, calibration->effective,
                                 calibration->nearest, calibration->paths, stderr);
        return COMMAND_INPUT_WRONG;
    }
    int code = COMMAND_DONE;
    if (settings->out &&
        calibration_report_write(calibration, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    calibration_table_write(calibration, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->quiet)
        fprintf(stderr, "\nTable, data and charts: %s; to play on: playbook run %s/calibrated.yaml\n", settings->out,
                settings->out);
    return code;
}

static int calibrate(const char *file, const struct calibrate_settings *settings, struct complaints *complaints)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    struct candidate company = {.strategy = -1};
    struct calibration calibration;
    struct history *history = history_load(settings->data, complaints);
    bool loaded = history && (!settings->of || history_fit(history, "--of", settings->of, complaints)) &&
                  calibration_load(history, file, settings->strategy, settings->set.item, settings->set.count,
                                   &company, complaints);
    enum batch_end end = loaded ? play(history, &company, settings, kernel, &calibration, complaints) : BATCH_NO_MEMORY;
    if (complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        code = COMMAND_INPUT_WRONG;
    } else if (end != BATCH_DONE) {
        fputs(end == BATCH_INTERRUPTED ? "interrupted; nothing was written\n"
                                       : "calibrate: out of memory; fewer paths need less\n", stderr);
        code = COMMAND_WORLD_FAILED;
    } else {
        code = answer(&calibration, settings);
    }
    if (end == BATCH_DONE)
        calibration_free(&calibration);
    scenario_destroy(company.scenario);
    history_destroy(history);
    return code;
}

int calibrate_command(int argc, char **argv)
{
    (void)argc;
    struct calibrate_settings settings = {
        .paths = PATHS_STANDARD, .seed = -1, .threads = -1, .effective = EFFECTIVE_STANDARD};
    const char *file = NULL;
    const int operands = option_parse(calibrate_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0 || !settings.data) {
        fputs("calibrate: needs a scenario and a history, as in 'playbook calibrate plan.yaml --data history.yaml'\n",
              stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && calibration_report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    struct complaints *complaints = complaints_create();
    if (!complaints) {
        fputs("calibrate: out of memory\n", stderr);
        return COMMAND_WORLD_FAILED;
    }
    progress_catch();
    const int code = calibrate(file, &settings, complaints);
    complaints_destroy(complaints);
    return code;
}
