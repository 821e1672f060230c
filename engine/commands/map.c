/* Who wins over two parameters. */
#include "analysis/phase.h"
#include "commands/command.h"
#include "commands/progress.h"
#include "commands/rivalry.h"
#include "commands/terminal.h"
#include "report/phase_json.h"
#include "report/phase_kept.h"
#include "report/phase_report.h"
#include "report/phase_table.h"

#include <string.h>
#include <time.h>

enum { CELLS_STANDARD = 40, PATHS_OF_TWO = 2000, PATHS_OF_MORE = 400, PROBE_PATHS = 128 };

/* Companies of all cells, so that nobody asks for a week by mistake. */
static const int64_t PLAYS_MOST = 200000000;

static const double SECONDS_BETWEEN = 2.0;

struct map_settings {
    struct rivalry_settings rivalry;
    const char *x, *y, *out;
    int64_t cells;
    bool no_charts, json;
};

#define RIVALRY(member) (offsetof(struct map_settings, rivalry) + offsetof(struct rivalry_settings, member))

const struct option map_options[] = {
    {"x", "KEY=LOW..HIGH", "what is laid out from left to right; the range of nine worlds in ten without one", OPTION_TEXT,
     offsetof(struct map_settings, x), 0, 0, NULL},
    {"y", "KEY=LOW..HIGH", "and what from below to above", OPTION_TEXT, offsetof(struct map_settings, y), 0, 0, NULL},
    {"strategies", "A,B,...", "which, by number or name; all without it", OPTION_TEXT, RIVALRY(strategies), 0, 0, NULL},
    {"of", "MEASURE", "what counts, as in proceeds or 'users@3 years'; take_home without it", OPTION_TEXT, RIVALRY(of), 0,
     0, NULL},
    {"by", "WORD", "wins or mean: how strategies are compared", OPTION_WORD, RIVALRY(by), 0, 0, rivalry_by_words},
    {"cells", "N", "cells a side; 40 without it", OPTION_WHOLE, offsetof(struct map_settings, cells), PHASE_CELLS_LEAST,
     PHASE_CELLS_MOST, NULL},
    {"paths", "N", "worlds for a cell on average, at most; 2000 without it, or 400 for more than two strategies", OPTION_WHOLE, RIVALRY(play.paths),
     PHASE_PATHS_LEAST, PHASE_PATHS_MOST, NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE, RIVALRY(play.seed), 0, INT64_MAX,
     NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE, RIVALRY(play.threads), 1, 256,
     NULL},
    {"set", "KEY=VALUE", "overrides a value of the scenario, as in --set market.accounts=9000", OPTION_LIST,
     RIVALRY(play.set), 0, 0, NULL},
    {"out", "DIR", "the output folder; a map that was interrupted goes on from there", OPTION_TEXT,
     offsetof(struct map_settings, out), 0, 0, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG, offsetof(struct map_settings, no_charts), 0, 0,
     NULL},
    {"json", NULL, "prints map.json in place of the map", OPTION_FLAG, offsetof(struct map_settings, json), 0, 0, NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, RIVALRY(play.quiet), 0, 0, NULL},
    {0}};

/* Keeps the unfinished map from time to time, and when it is interrupted. */
struct keeping {
    const char *folder;
    double last;
    bool kept, failed;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void keep(const struct phase *phase, void *data)
{
    struct keeping *keeping = data;
    if (keeping->failed || (!progress_interrupted && now() - keeping->last < SECONDS_BETWEEN))
        return;
    keeping->failed = phase_kept_write(phase, keeping->folder, stderr) != 0;
    keeping->kept = !keeping->failed;
    keeping->last = now();
}

static int answer(const struct phase *phase, const struct map_settings *settings)
{
    int code = COMMAND_DONE;
    if (settings->out && phase_report_write(phase, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        phase_json_write(phase, stdout);
    else
        phase_table_write(phase, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->rivalry.play.quiet && !settings->json)
        fprintf(stderr, "\nMap, data and chart: %s\n", settings->out);
    return code;
}

static int play(struct phase *phase, const struct map_settings *settings, const struct kernel *kernel,
                struct complaints *complaints)
{
    const bool quiet = settings->rivalry.play.quiet;
    struct keeping keeping = {.folder = settings->out, .last = now()};
    const struct phase_keeper keeper = {settings->out ? keep : NULL, &keeping};
    struct progress progress = progress_begin(quiet);
    const struct batch_options options = rivalry_options(&settings->rivalry.play, kernel, &progress);
    const enum batch_end end = phase_run(phase, &options, &keeper, complaints);
    progress_end(&progress);
    if (end == BATCH_DONE)
        return answer(phase, settings);
    if (end == BATCH_INTERRUPTED && keeping.kept) {
        fprintf(stderr, "interrupted; the same command goes on from %s/" PHASE_KEPT_NAME "\n", settings->out);
        return COMMAND_WORLD_FAILED;
    }
    return rivalry_fail("map", end, complaints);
}

static int draw(const struct scenario *scenario, const struct roster *roster, const struct contest *contest,
                const struct phase_axis axis[2], const struct map_settings *settings, struct complaints *complaints)
{
    const struct play_settings *asked = &settings->rivalry.play;
    const uint64_t seed = asked->seed >= 0 ? (uint64_t)asked->seed : scenario->seed;
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    struct phase *phase = phase_create(scenario, roster, contest, axis, (int)settings->cells, seed, asked->paths);
    if (!phase)
        return rivalry_fail("map", BATCH_NO_MEMORY, complaints);
    const enum phase_kept kept = settings->out ? phase_kept_read(phase, settings->out, stderr) : PHASE_KEPT_NONE;
    if (kept == PHASE_KEPT_TAKEN && !asked->quiet)
        fprintf(stderr, "going on with %lld worlds that are there\n", (long long)phase_worlds(phase));
    code = kept == PHASE_KEPT_FOREIGN  ? COMMAND_INPUT_WRONG
           : kept == PHASE_KEPT_FAILED ? COMMAND_WORLD_FAILED
                                       : play(phase, settings, kernel, complaints);
    phase_destroy(phase);
    return code;
}

/* Both axes, in names' memory; the second is read even when the first is wrong. */
static bool read_axes(const struct map_settings *settings, const struct scenario *scenario, const struct roster *roster,
                      struct complaints *complaints, char names[2][SPAN_NAME_SIZE], struct phase_axis axis[2])
{
    const char *const option[] = {"--x", "--y"}, *const text[] = {settings->x, settings->y};
    bool sound = true;
    for (int a = 0; a < 2; a++) {
        struct span span;
        sound = span_parse(option[a], text[a], complaints, names[a], &span) &&
                phase_axis_make(option[a], &span, scenario, roster, complaints, &axis[a]) && sound;
    }
    if (sound && axis[0].key.column == axis[1].key.column) {
        complaints_add(complaints, (struct place){"--y", 1, 1}, "'%s' is laid out twice; a map has two keys", axis[1].name);
        return false;
    }
    return sound;
}

/* A design that cannot be sampled is told before anything else; and GSL is told not to abort. */
static bool probe(const struct scenario *scenario, struct complaints *complaints)
{
    struct batch *batch = batch_create(scenario, scenario->seed, PROBE_PATHS, complaints);
    batch_destroy(batch);
    return batch != NULL;
}

static bool is_affordable(const struct map_settings *settings, const struct roster *roster, struct complaints *complaints)
{
    const int64_t plays = settings->cells * settings->cells * settings->rivalry.play.paths * roster->count;
    if (plays <= PLAYS_MOST)
        return true;
    complaints_add(complaints, (struct place){"--paths", 1, 1},
                   "%lld x %lld cells of %lld worlds for %d strategies are %lld companies; %lld are the most",
                   (long long)settings->cells, (long long)settings->cells, (long long)settings->rivalry.play.paths,
                   roster->count, (long long)plays, (long long)PLAYS_MOST);
    return false;
}

static int survey(const struct scenario *scenario, const struct map_settings *asked)
{
    struct map_settings own = *asked;
    const struct map_settings *settings = &own;
    struct complaints *complaints = complaints_create();
    struct roster roster;
    struct contest contest;
    struct phase_axis axis[2];
    char names[2][SPAN_NAME_SIZE];
    int code;
    const bool read = complaints && rivalry_read(&settings->rivalry, scenario, complaints, &roster, &contest);
    if (read && own.rivalry.play.paths < 0)
        own.rivalry.play.paths = roster.count == 2 ? PATHS_OF_TWO : PATHS_OF_MORE;
    if (read && probe(scenario, complaints) && read_axes(settings, scenario, &roster, complaints, names, axis) &&
        is_affordable(settings, &roster, complaints))
        code = draw(scenario, &roster, &contest, axis, settings, complaints);
    else
        code = complaints ? rivalry_fail("map", BATCH_NO_MEMORY, complaints) : COMMAND_WORLD_FAILED;
    complaints_destroy(complaints);
    return code;
}

int map_command(int argc, char **argv)
{
    (void)argc;
    struct map_settings settings = {
        .rivalry = {.play = {.paths = -1, .seed = -1, .threads = -1}, .by = -1}, .cells = CELLS_STANDARD};
    const char *file = NULL;
    int operands = option_parse(map_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0 || !settings.x || !settings.y) {
        fputs("map: needs a scenario and two keys, as in 'playbook map plan.yaml --x market.accounts --y company.skill'\n",
              stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.rivalry.by == CONTEST_MEDIAN) {
        fputs("map: --by median is not kept cell by cell; use wins or mean\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && phase_report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    progress_catch();
    int code = COMMAND_DONE;
    struct scenario *scenario = play_load(file, &settings.rivalry.play.set, &code);
    if (scenario)
        code = survey(scenario, &settings);
    scenario_destroy(scenario);
    return code;
}
