/* The best that a company can make of its levers. */
#include "analysis/evolve.h"
#include "analysis/optimum.h"
#include "analysis/regret.h"
#include "commands/command.h"
#include "commands/progress.h"
#include "commands/rivalry.h"
#include "report/optimum_json.h"
#include "report/optimum_report.h"
#include "report/optimum_table.h"
#include "report/regret_report.h"
#include "report/regret_table.h"


enum { TRIES_STANDARD = 120, TRIES_MOST = 5000, PATHS_STANDARD = 4000, PATHS_LEAST = 100, PATHS_MOST = 1000000,
       FRESH_TIMES = 5 };

struct optimise_settings {
    struct play_settings play;
    struct option_list lever, limit;
    const char *strategy, *maximise, *choices, *out;
    int64_t tries;
    bool no_charts, json;
};

#define PLAY(member) (offsetof(struct optimise_settings, play) + offsetof(struct play_settings, member))

const struct option optimise_options[] = {
    {"lever", "KEY=LOW..HIGH", "what may be chosen, and between which ends; a word alone for yes or no", OPTION_LIST,
     offsetof(struct optimise_settings, lever), 0, 0, NULL},
    {"strategy", "NAME", "whose, by number or name; the first without it", OPTION_TEXT,
     offsetof(struct optimise_settings, strategy), 0, 0, NULL},
    {"maximise", "WHAT", "certain, median, 'median MEASURE', or a MEASURE's mean; take_home without it", OPTION_TEXT,
     offsetof(struct optimise_settings, maximise), 0, 0, NULL},
    {"at-most", "LIMIT", "what must be kept, as in 'nothing<=60%' or 'closed<=40%'", OPTION_LIST,
     offsetof(struct optimise_settings, limit), 0, 0, NULL},
    {"choices", "FILE", "named settings to choose from, and scenarios to judge them in; prints outcomes and regret",
     OPTION_TEXT, offsetof(struct optimise_settings, choices), 0, 0, NULL},
    {"tries", "N", "how much is tried; 120 without it", OPTION_WHOLE, offsetof(struct optimise_settings, tries),
     EVOLVE_TRIES_LEAST, TRIES_MOST, NULL},
    {"out", "DIR", "the output folder; without it nothing is written", OPTION_TEXT,
     offsetof(struct optimise_settings, out), 0, 0, NULL},
    {"paths", "N", "worlds of a try; 4000 without it. The check takes five times as many", OPTION_WHOLE, PLAY(paths),
     PATHS_LEAST, PATHS_MOST, NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE, PLAY(seed), 0, INT64_MAX, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE, PLAY(threads), 1, 256, NULL},
    {"set", "KEY=VALUE", "overrides a value of the scenario, as in --set market.accounts=9000", OPTION_LIST, PLAY(set), 0,
     0, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG,
     offsetof(struct optimise_settings, no_charts), 0, 0, NULL},
    {"json", NULL, "prints JSON in place of the table", OPTION_FLAG, offsetof(struct optimise_settings, json), 0,
     0, NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, PLAY(quiet), 0, 0, NULL},
    {0}};

static int answer(const struct optimum *optimum, const struct optimise_settings *settings)
{
    int code = COMMAND_DONE;
    if (settings->out &&
        optimum_report_write(optimum, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        optimum_json_write(optimum, stdout);
    else
        optimum_table_write(optimum, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->play.quiet && !settings->json)
        fprintf(stderr, "\nTable, data and chart: %s\n", settings->out);
    return code;
}

/* --- What is asked -------------------------------------------------------------------------- */

static bool is_twice(const struct optimum_task *task, const struct lever *lever, struct complaints *complaints)
{
    for (int l = 0; l < task->levers; l++)
        if (task->lever[l].key.column == lever->key.column) {
            complaints_add(complaints, (struct place){"--lever", 1, 1}, "'%s' is given twice", lever->name);
            return true;
        }
    return false;
}

static bool read_levers(const struct optimise_settings *settings, struct optimum_task *task, struct complaints *complaints)
{
    const struct place place = {"--lever", 1, 1};
    if (settings->lever.count == 0 || settings->lever.count > LEVERS_MAX) {
        complaints_add(complaints, place, "name 1 to %d levers, as in --lever playbook.marketing=0%%..10%%", LEVERS_MAX);
        return false;
    }
    for (int l = 0; l < settings->lever.count; l++) {
        struct lever lever;
        if (!lever_parse("--lever", settings->lever.item[l], task->scenario, task->strategy, complaints, &lever) ||
            is_twice(task, &lever, complaints))
            return false;
        task->lever[task->levers++] = lever;
    }
    return true;
}

static bool read_limits(const struct optimise_settings *settings, struct optimum_task *task, struct complaints *complaints)
{
    const int horizon = task->scenario->horizon;
    if (settings->limit.count > OPTIMUM_LIMITS_MAX) {
        complaints_add(complaints, (struct place){"--at-most", 1, 1}, "at most %d limits", OPTIMUM_LIMITS_MAX);
        return false;
    }
    for (int l = 0; l < settings->limit.count; l++)
        if (!objective_parse_limit("--at-most", settings->limit.item[l], horizon, complaints, &task->limit[task->limits++]))
            return false;
    return true;
}

static bool read_strategy(const struct optimise_settings *settings, struct optimum_task *task, struct complaints *complaints)
{
    if (settings->strategy)
        task->strategy = roster_one((struct place){"--strategy", 1, 1}, settings->strategy, task->scenario, complaints);
    return task->strategy >= 0;
}

static bool read_task(const struct optimise_settings *settings, struct optimum_task *task, struct complaints *complaints)
{
    const char *maximise = settings->maximise ? settings->maximise : "take_home";
    return read_strategy(settings, task, complaints) && read_levers(settings, task, complaints) &&
           objective_parse("--maximise", maximise, task->scenario->horizon, complaints, &task->objective) &&
           read_limits(settings, task, complaints);
}

/* --- Doing it ------------------------------------------------------------------------------- */

static int search(const struct optimum_task *task, const struct optimise_settings *settings, struct complaints *complaints)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    struct optimum *optimum = optimum_create(task);
    struct progress progress = progress_begin(settings->play.quiet);
    const struct batch_options options = rivalry_options(&settings->play, kernel, &progress);
    const enum batch_end end = optimum ? optimum_run(optimum, &options, complaints) : BATCH_NO_MEMORY;
    progress_end(&progress);
    code = end == BATCH_DONE ? answer(optimum, settings) : rivalry_fail("optimise", end, complaints);
    optimum_destroy(optimum);
    return code;
}

static int optimise(const char *file, const struct scenario *scenario, const struct optimise_settings *settings)
{
    struct complaints *complaints = complaints_create();
    struct optimum_task task = {
        .scenario = scenario,
        .file = file,
        .settings = settings->play.set.item,
        .count = settings->play.set.count,
        .seed = settings->play.seed >= 0 ? (uint64_t)settings->play.seed : scenario->seed,
        .paths = settings->play.paths,
        .fresh_paths = FRESH_TIMES * settings->play.paths,
        .tries = (int)settings->tries,
    };
    const bool sound = complaints && read_task(settings, &task, complaints);
    const int code = sound        ? search(&task, settings, complaints)
                     : complaints ? rivalry_fail("optimise", BATCH_NO_MEMORY, complaints)
                                  : COMMAND_WORLD_FAILED;
    complaints_destroy(complaints);
    return code;
}

/* --- Choices -------------------------------------------------------------------------------- */

static int tell(const struct regret *regret, const struct optimise_settings *settings)
{
    int code = COMMAND_DONE;
    if (settings->out && regret_report_write(regret, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        regret_table_json(regret, stdout);
    else
        regret_table_write(regret, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->play.quiet && !settings->json)
        fprintf(stderr, "\nTable, data and chart: %s\n", settings->out);
    return code;
}

static int judge(const struct choices *choices, const struct objective *objective,
                 const struct optimise_settings *settings, struct complaints *complaints)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    struct regret regret;
    struct progress progress = progress_begin(true);
    const struct batch_options options = rivalry_options(&settings->play, kernel, &progress);
    const uint64_t seed = (uint64_t)settings->play.seed;
    const enum batch_end end =
        regret_run(&regret, choices, objective, settings->play.seed >= 0 ? &seed : NULL,
                   FRESH_TIMES * settings->play.paths, &options, complaints);
    return end == BATCH_DONE ? tell(&regret, settings) : rivalry_fail("optimise", end, complaints);
}

static int choose(const char *file, const struct optimise_settings *settings)
{
    struct complaints *complaints = complaints_create();
    struct objective objective;
    const char *maximise = settings->maximise ? settings->maximise : "take_home";
    if (settings->lever.count || settings->limit.count || settings->play.set.count || settings->strategy) {
        fputs("optimise: --choices says itself what is set; it goes with --maximise, --paths, --seed, --threads, --out and --json\n",
              stderr);
        complaints_destroy(complaints);
        return COMMAND_INPUT_WRONG;
    }
    const bool sound = complaints && objective_parse("--maximise", maximise, HORIZON_MAX, complaints, &objective);
    struct choices *choices = sound ? choices_load(settings->choices, file, complaints) : NULL;
    const int code = choices      ? judge(choices, &objective, settings, complaints)
                     : complaints ? rivalry_fail("optimise", BATCH_NO_MEMORY, complaints)
                                  : COMMAND_WORLD_FAILED;
    choices_destroy(choices);
    complaints_destroy(complaints);
    return code;
}

int optimise_command(int argc, char **argv)
{
    (void)argc;
    struct optimise_settings settings = {.play = {.paths = PATHS_STANDARD, .seed = -1, .threads = -1},
                                         .tries = TRIES_STANDARD};
    const char *file = NULL;
    int operands = option_parse(optimise_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0) {
        fputs("optimise: needs a scenario, as in 'playbook optimise plan.yaml'\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && (settings.choices ? regret_report_check : optimum_report_check)(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    progress_catch();
    if (settings.choices)
        return choose(file, &settings);
    int code = COMMAND_DONE;
    struct scenario *scenario = play_load(file, &settings.play.set, &code);
    if (scenario)
        code = optimise(file, scenario, &settings);
    scenario_destroy(scenario);
    return code;
}
