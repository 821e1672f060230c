/* Which figures of an early month warn of what comes. */
#include "analysis/warning.h"
#include "commands/command.h"
#include "commands/rivalry.h"
#include "report/warning_json.h"
#include "report/warning_report.h"
#include "report/warning_table.h"

enum { AT_STANDARD = 12, BY_STANDARD = 60 };

struct warn_settings {
    struct play_settings play;
    int64_t at, by;
    const char *of, *strategy, *out;
    bool no_charts, json;
};

const struct option warn_options[] = {
    {"at", "MONTH", "the month whose figures are read; 12 if not told", OPTION_WHOLE, offsetof(struct warn_settings, at), 1,
     HORIZON_MAX, NULL},
    {"by", "MONTH", "the end of this month is foretold; 60 if not told, or the last", OPTION_WHOLE,
     offsetof(struct warn_settings, by), 1, HORIZON_MAX, NULL},
    {"of", "MEASURE", "what makes an exit a good one; take_home>=$1M if not told", OPTION_TEXT,
     offsetof(struct warn_settings, of), 0, 0, NULL},
    {"strategy", "NAMES", "some of the strategies, by number or name, with commas between; all if not told", OPTION_TEXT,
     offsetof(struct warn_settings, strategy), 0, 0, NULL},
    {"out", "DIR", "the output folder; without it nothing is written", OPTION_TEXT, offsetof(struct warn_settings, out), 0,
     0, NULL},
    {"paths", "N", "worlds to play, in place of the scenario's number", OPTION_WHOLE,
     offsetof(struct warn_settings, play.paths), 200, 10000000, NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE,
     offsetof(struct warn_settings, play.seed), 0, INT64_MAX, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE,
     offsetof(struct warn_settings, play.threads), 1, 256, NULL},
    {"set", "KEY=VALUE", "sets a value of the scenario; may be repeated", OPTION_LIST,
     offsetof(struct warn_settings, play.set), 0, 0, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG, offsetof(struct warn_settings, no_charts), 0,
     0, NULL},
    {"json", NULL, "prints warning.json in place of the table", OPTION_FLAG, offsetof(struct warn_settings, json), 0, 0,
     NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, offsetof(struct warn_settings, play.quiet), 0, 0, NULL},
    {0}};

static struct warning *create(const struct scenario *scenario, const struct warn_settings *settings,
                              struct complaints *complaints)
{
    struct measure good;
    struct roster roster;
    const int last = BY_STANDARD < scenario->horizon ? BY_STANDARD : scenario->horizon;
    if (!measure_parse("--of", settings->of ? settings->of : "take_home>=$1M", complaints, &good) ||
        (settings->strategy && !roster_parse("--strategy", settings->strategy, scenario, complaints, &roster)))
        return NULL;
    return warning_create(scenario, settings->strategy ? &roster : NULL, &good,
                          settings->at > 0 ? (int)settings->at : AT_STANDARD, settings->by > 0 ? (int)settings->by : last,
                          complaints);
}

static int answer(const struct warning *warning, const struct warn_settings *settings)
{
    int code = COMMAND_DONE;
    if (settings->out &&
        warning_report_write(warning, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        warning_json_write(warning, stdout);
    else
        warning_table_write(warning, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->play.quiet && !settings->json)
        fprintf(stderr, "\nTable, data and charts: %s\n", settings->out);
    return code;
}

static int foretell(const char *file, const struct warn_settings *settings, struct complaints *complaints)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    enum batch_end end = BATCH_NO_MEMORY;
    struct scenario *scenario = scenario_load(file, settings->play.set.item, settings->play.set.count, complaints);
    struct warning *warning = scenario ? create(scenario, settings, complaints) : NULL;
    if (warning) {
        struct progress progress = progress_begin(settings->play.quiet);
        const struct batch_options options = rivalry_options(&settings->play, kernel, &progress);
        const int64_t paths = settings->play.paths > 0 ? settings->play.paths : scenario->paths;
        const uint64_t seed = settings->play.seed >= 0 ? (uint64_t)settings->play.seed : scenario->seed;
        end = warning_play(warning, paths, seed, &options, complaints);
        progress_end(&progress);
    }
    code = end == BATCH_DONE ? answer(warning, settings) : rivalry_fail("warn", end, complaints);
    warning_destroy(warning);
    scenario_destroy(scenario);
    return code;
}

int warn_command(int argc, char **argv)
{
    (void)argc;
    struct warn_settings settings = {.play = {.paths = -1, .seed = -1, .threads = -1}, .at = -1, .by = -1};
    const char *file = NULL;
    const int operands = option_parse(warn_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0) {
        fputs("warn: needs a scenario, as in 'playbook warn plan.yaml'\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && warning_report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    struct complaints *complaints = complaints_create();
    int code = COMMAND_WORLD_FAILED;
    progress_catch();
    if (complaints)
        code = foretell(file, &settings, complaints);
    else
        fputs("warn: out of memory\n", stderr);
    complaints_destroy(complaints);
    return code;
}
