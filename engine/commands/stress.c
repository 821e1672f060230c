/* What shocks do to every strategy, in the same worlds. */
#include "analysis/stress.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "commands/terminal.h"
#include "montecarlo/machine.h"
#include "report/stress_json.h"
#include "report/stress_report.h"
#include "report/stress_table.h"
#include "scenario/shelf.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

struct stress_settings {
    struct option_list set, shock, strategy;
    int64_t paths, seed, threads;
    const char *of, *out;
    bool no_charts, json, quiet;
};

const struct option stress_options[] = {
    {"shock", "FILE|NAME", "a shock: a file, or the name of one that is shipped; may be repeated", OPTION_LIST,
     offsetof(struct stress_settings, shock), 0, 0, NULL},
    {"strategy", "NAME", "a strategy to play, in place of all; may be repeated", OPTION_LIST,
     offsetof(struct stress_settings, strategy), 0, 0, NULL},
    {"of", "MEASURE", "what counts, such as 'revenue@60 months'; take_home if not told", OPTION_TEXT,
     offsetof(struct stress_settings, of), 0, 0, NULL},
    {"out", "DIR", "the output folder; without it nothing is written", OPTION_TEXT,
     offsetof(struct stress_settings, out), 0, 0, NULL},
    {"paths", "N", "worlds to play, in place of the scenario's number", OPTION_WHOLE,
     offsetof(struct stress_settings, paths), 2, 10000000, NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE,
     offsetof(struct stress_settings, seed), 0, INT64_MAX, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE,
     offsetof(struct stress_settings, threads), 1, 256, NULL},
    {"set", "KEY=VALUE", "sets a value of the scenario; may be repeated", OPTION_LIST,
     offsetof(struct stress_settings, set), 0, 0, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG,
     offsetof(struct stress_settings, no_charts), 0, 0, NULL},
    {"json", NULL, "prints stress.json in place of the table", OPTION_FLAG, offsetof(struct stress_settings, json), 0, 0,
     NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, offsetof(struct stress_settings, quiet), 0, 0, NULL},
    {0}};

/* Everything of one call. */
struct trial {
    int count;
    struct shock *shock[SHOCKS_MAX];
    struct scenario *scenario;
    struct measure measure;
    unsigned strategies;
    struct stress *stress;
};

/* A name that is shipped, or else a file. */
static bool load_shock(struct trial *trial, const char *name, struct complaints *complaints)
{
    char shelf[SHELF_PATH_MAX], path[SHELF_PATH_MAX + 256];
    snprintf(path, sizeof path, "%s/shocks/%.200s.yaml", shelf_scenarios(shelf), name);
    FILE *there = strchr(name, '/') || strchr(name, '.') ? NULL : fopen(path, "r");
    if (there)
        fclose(there);
    struct shock *shock = shock_load(there ? path : name, complaints);
    if (shock)
        trial->shock[trial->count++] = shock;
    return shock != NULL;
}

/* Of shocks that nobody named, those that begin after the scenario's end are left out, and told; unless that is all. */
static void drop_late(struct trial *trial)
{
    int kept = 0;
    for (int i = 0; i < trial->count; i++)
        kept += trial->shock[i]->first_month < trial->scenario->horizon;
    if (kept == 0)
        return;
    const int count = trial->count;
    for (int i = trial->count = 0; i < count; i++) {
        struct shock *shock = trial->shock[i];
        if (shock->first_month < trial->scenario->horizon) {
            trial->shock[trial->count++] = shock;
            continue;
        }
        fprintf(stderr, "stress: '%s' begins after the scenario's %d months and is left out\n", shock->title,
                trial->scenario->horizon);
        shock_destroy(shock);
    }
}

static bool load(struct trial *trial, const char *file, const struct stress_settings *settings,
                 const char *const *shocks, size_t count, struct complaints *complaints)
{
    bool sound = measure_parse("--of", settings->of ? settings->of : "take_home", complaints, &trial->measure);
    for (size_t i = 0; i < count && i < SHOCKS_MAX; i++) {
        for (size_t j = 0; j < i; j++)
            if (strcmp(shocks[i], shocks[j]) == 0) {
                complaints_add(complaints, (struct place){"--shock", 1, 1}, "'%s' is asked for twice", shocks[i]);
                sound = false;
            }
        sound = load_shock(trial, shocks[i], complaints) && sound;
    }
    trial->scenario = scenario_load(file, settings->set.item, settings->set.count, complaints);
    if (trial->scenario && sound && settings->shock.count == 0)
        drop_late(trial);
    if (!trial->scenario || !sound ||
        !play_strategies(trial->scenario, &settings->strategy, &trial->strategies, complaints) ||
        !play_measure(trial->scenario, &trial->measure, complaints))
        return false;
    trial->stress = stress_create(trial->scenario, trial->strategies, &trial->measure,
                                  (const struct shock *const *)trial->shock, trial->count, complaints);
    return trial->stress != NULL;
}

static enum batch_end play(struct trial *trial, const struct stress_settings *settings, const struct kernel *kernel,
                           struct complaints *complaints)
{
    struct progress progress = progress_begin(settings->quiet);
    struct batch_options options = {
        .threads = settings->threads > 0 ? (int)settings->threads : machine_processors(),
        .kernel = kernel,
        .interrupted = &progress_interrupted,
        .progress = progress_tell,
        .data = &progress};
    int64_t paths = settings->paths > 0 ? settings->paths : trial->scenario->paths;
    uint64_t seed = settings->seed >= 0 ? (uint64_t)settings->seed : trial->scenario->seed;
    enum batch_end end = stress_play(trial->stress, paths, seed, &options, complaints);
    progress_end(&progress);
    return end;
}

static int answer(const struct stress *stress, const struct stress_settings *settings)
{
    int code = COMMAND_DONE;
    if (settings->out &&
        stress_report_write(stress, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        stress_json_write(stress, stdout);
    else
        stress_table_write(stress, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->quiet && !settings->json)
        fprintf(stderr, "\nTable, data and chart: %s\n", settings->out);
    return code;
}

static int try(const char *file, const struct stress_settings *settings, const char *const *shocks, size_t count,
               struct complaints *complaints)
{
    struct trial trial = {.count = 0};
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    bool sound = load(&trial, file, settings, shocks, count, complaints);
    enum batch_end end = sound ? play(&trial, settings, kernel, complaints) : BATCH_NO_MEMORY;
    if (complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        code = COMMAND_INPUT_WRONG;
    } else if (end != BATCH_DONE) {
        fputs(end == BATCH_INTERRUPTED ? "interrupted; nothing was written\n"
                                       : "stress: out of memory; fewer paths need less\n", stderr);
        code = COMMAND_WORLD_FAILED;
    } else {
        code = answer(trial.stress, settings);
    }
    stress_destroy(trial.stress);
    scenario_destroy(trial.scenario);
    for (int i = 0; i < trial.count; i++)
        shock_destroy(trial.shock[i]);
    return code;
}

/* The shipped shocks, in the order of their names. */
static bool find_shipped(glob_t *found)
{
    char shelf[SHELF_PATH_MAX], pattern[SHELF_PATH_MAX + 20];
    snprintf(pattern, sizeof pattern, "%s/shocks/*.yaml", shelf_scenarios(shelf));
    if (glob(pattern, 0, NULL, found) == 0 && found->gl_pathc <= SHOCKS_MAX)
        return true;
    fprintf(stderr, "stress: there is none at %s, or more than %d\n", pattern, SHOCKS_MAX);
    return false;
}

int stress_command(int argc, char **argv)
{
    (void)argc;
    struct stress_settings settings = {.paths = -1, .seed = -1, .threads = -1};
    const char *file = NULL;
    int operands = option_parse(stress_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0 || settings.shock.count > SHOCKS_MAX) {
        fputs(operands == 0 ? "stress: needs a scenario, as in 'playbook stress plan.yaml'\n"
                            : "stress: too many shocks\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && stress_report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    glob_t shipped = {0};
    if (settings.shock.count == 0 && !find_shipped(&shipped))
        return COMMAND_WORLD_FAILED;
    const char *const *shocks = settings.shock.count ? settings.shock.item : (const char *const *)shipped.gl_pathv;
    size_t count = settings.shock.count ? (size_t)settings.shock.count : shipped.gl_pathc;
    struct complaints *complaints = complaints_create();
    int code = COMMAND_WORLD_FAILED;
    progress_catch();
    if (complaints)
        code = try(file, &settings, shocks, count, complaints);
    else
        fputs("stress: out of memory\n", stderr);
    complaints_destroy(complaints);
    globfree(&shipped);
    return code;
}
