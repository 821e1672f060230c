/* Which assumptions an outcome depends on. */
#include "analysis/sensitivity.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "commands/terminal.h"
#include "montecarlo/machine.h"
#include "report/sensitivity_json.h"
#include "report/sensitivity_report.h"
#include "report/sensitivity_table.h"
#include "scenario/nearest.h"

#include <string.h>

enum { PATHS_MOST_STANDARD = 20000 };

struct sensitivity_settings {
    struct play_settings play;
    const char *of, *strategy, *against, *over, *out;
    int scale;
    bool no_charts, json;
};

enum scale { SCALE_RANK, SCALE_DOLLARS };
static const char *const scales[] = {"rank", "dollars", NULL};

const struct option sensitivity_options[] = {
    {"of", "MEASURE", "the outcome, as in take_home, 'take_home>=$1M', closed, 'users@36 months'; take_home",
     OPTION_TEXT, offsetof(struct sensitivity_settings, of), 0, 0, NULL},
    {"strategy", "NAME", "whose outcome, by name or number; the first strategy's, if not told", OPTION_TEXT,
     offsetof(struct sensitivity_settings, strategy), 0, 0, NULL},
    {"against", "NAME", "asks what the difference to this strategy depends on, in the same worlds", OPTION_TEXT,
     offsetof(struct sensitivity_settings, against), 0, 0, NULL},
    {"over", "OBSERVABLE", "what is followed over the years, as in revenue, users, headcount; revenue", OPTION_TEXT,
     offsetof(struct sensitivity_settings, over), 0, 0, NULL},
    {"scale", "SCALE", "of what the spread is: rank, or dollars (any unit), where a few worlds may be all", OPTION_WORD,
     offsetof(struct sensitivity_settings, scale), 0, 0, scales},
    {"out", "DIR", "the output folder; without it nothing is written", OPTION_TEXT,
     offsetof(struct sensitivity_settings, out), 0, 0, NULL},
    {"paths", "N", "worlds, in place of the scenario's (20,000 at most); samples grow with them", OPTION_WHOLE,
     offsetof(struct sensitivity_settings, play.paths), 100, 1000000, NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE,
     offsetof(struct sensitivity_settings, play.seed), 0, INT64_MAX, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE,
     offsetof(struct sensitivity_settings, play.threads), 1, 256, NULL},
    {"set", "KEY=VALUE", "overrides a value of the scenario, as in --set market.accounts=9000", OPTION_LIST,
     offsetof(struct sensitivity_settings, play.set), 0, 0, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG,
     offsetof(struct sensitivity_settings, no_charts), 0, 0, NULL},
    {"json", NULL, "prints sensitivity.json in place of the tables", OPTION_FLAG,
     offsetof(struct sensitivity_settings, json), 0, 0, NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, offsetof(struct sensitivity_settings, play.quiet), 0, 0,
     NULL},
    {0}};

/* --- What is asked -------------------------------------------------------------------------- */

static int find_observable(const char *name)
{
    const char *known[OBSERVABLES + 1];
    for (int o = 0; o < OBSERVABLES; o++) {
        known[o] = observable_table[o].key;
        if (strcmp(known[o], name) == 0)
            return o;
    }
    known[OBSERVABLES] = NULL;
    const char *nearest = nearest_word(name, known);
    fprintf(stderr, "sensitivity: '%s' is nothing that can be followed over the years", name);
    fprintf(stderr, nearest ? "; did you mean '%s'?\n" : "\n", nearest);
    return -1;
}

static bool read_measure(const char *text, const struct scenario *scenario, struct measure *measure)
{
    struct complaints *complaints = complaints_create();
    bool read = complaints && measure_parse("--of", text, complaints, measure);
    if (complaints && complaints_count(complaints) > 0)
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
    complaints_destroy(complaints);
    if (read && measure->observable >= 0 && measure->month > scenario->horizon) {
        fprintf(stderr, "sensitivity: the scenario ends after %d months\n", scenario->horizon);
        read = false;
    }
    return read;
}

/* The question; false after telling what is wrong with it, *code then is the exit code. */
static bool ask(const struct sensitivity_settings *settings, const struct scenario *scenario,
                struct sensitivity_question *question, int *code)
{
    const int64_t standard = scenario->paths < PATHS_MOST_STANDARD ? scenario->paths : PATHS_MOST_STANDARD;
    *question = (struct sensitivity_question){
        .against = -1,
        .dollars = settings->scale == SCALE_DOLLARS,
        .paths = settings->play.paths > 0 ? settings->play.paths : standard < 100 ? 100 : standard,
        .seed = settings->play.seed >= 0 ? (uint64_t)settings->play.seed : scenario->seed};
    if ((question->strategy = play_strategy(scenario, "--strategy", settings->strategy, code)) < 0)
        return false;
    if (settings->against && (question->against = play_strategy(scenario, "--against", settings->against, code)) < 0)
        return false;
    *code = COMMAND_INPUT_WRONG;
    if (question->against == question->strategy) {
        fputs("sensitivity: --against names the strategy itself\n", stderr);
        return false;
    }
    const int over = find_observable(settings->over ? settings->over : "revenue");
    question->over = (enum observable)over;
    return over >= 0 && read_measure(settings->of ? settings->of : "take_home", scenario, &question->measure);
}

/* --- The answer ----------------------------------------------------------------------------- */

static int answer(const struct sensitivity *sensitivity, const struct sensitivity_settings *settings)
{
    int code = COMMAND_DONE;
    if (settings->out && sensitivity_report_write(sensitivity, settings->out, !settings->no_charts,
                                                  &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        sensitivity_json_write(sensitivity, stdout);
    else
        sensitivity_table_write(sensitivity, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->play.quiet && !settings->json)
        fprintf(stderr, "\nTables, data and charts: %s (slides: %s/%s)\n", settings->out, settings->out,
                settings->no_charts ? "sensitivity.json" : "deck.pdf");
    return code;
}

static int run(struct sensitivity *sensitivity, const struct sensitivity_settings *settings,
               const struct kernel *kernel, struct complaints *complaints)
{
    struct progress progress = progress_begin(settings->play.quiet);
    const struct batch_options options = {
        .threads = settings->play.threads > 0 ? (int)settings->play.threads : machine_processors(),
        .kernel = kernel,
        .interrupted = &progress_interrupted,
        .progress = progress_tell,
        .data = &progress};
    const enum batch_end end = sensitivity_run(sensitivity, &options, complaints);
    progress_end(&progress);
    if (complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        return COMMAND_INPUT_WRONG;
    }
    if (end == BATCH_DONE)
        return answer(sensitivity, settings);
    fputs(end == BATCH_INTERRUPTED ? "interrupted; nothing was written\n"
                                   : "sensitivity: out of memory; fewer paths need less\n", stderr);
    return COMMAND_WORLD_FAILED;
}

static int investigate(const struct scenario *scenario, const struct sensitivity_settings *settings)
{
    struct sensitivity_question question;
    int code = COMMAND_DONE;
    if (!ask(settings, scenario, &question, &code))
        return code;
    code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    struct sensitivity *sensitivity = sensitivity_create(scenario, &question, stderr);
    if (!sensitivity)
        return COMMAND_INPUT_WRONG;
    struct complaints *complaints = complaints_create();
    code = complaints ? run(sensitivity, settings, kernel, complaints) : COMMAND_WORLD_FAILED;
    complaints_destroy(complaints);
    sensitivity_destroy(sensitivity);
    return code;
}

int sensitivity_command(int argc, char **argv)
{
    (void)argc;
    struct sensitivity_settings settings = {.play = {.paths = -1, .seed = -1, .threads = -1}};
    const char *file = NULL;
    int operands = option_parse(sensitivity_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0) {
        fputs("sensitivity: needs a scenario, as in 'playbook sensitivity plan.yaml'\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && sensitivity_report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    progress_catch();
    int code = COMMAND_DONE;
    struct scenario *scenario = play_load(file, &settings.play.set, &code);
    if (scenario)
        code = investigate(scenario, &settings);
    scenario_destroy(scenario);
    return code;
}
