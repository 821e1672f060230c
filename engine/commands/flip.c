/* The value of each assumption at which the verdict between two strategies turns. */
#include "analysis/flip.h"

#include "commands/command.h"
#include "commands/progress.h"
#include "commands/rivalry.h"
#include "commands/terminal.h"
#include "report/flip_json.h"
#include "report/flip_report.h"
#include "report/flip_table.h"

enum { PATHS_STANDARD = 1200, PATHS_LEAST = 100, PATHS_MOST = 1000000 };

struct flip_settings {
    struct rivalry_settings rivalry;
    const char *out;
    bool all, no_charts, json;
};

#define RIVALRY(member) (offsetof(struct flip_settings, rivalry) + offsetof(struct rivalry_settings, member))

const struct option flip_options[] = {
    {"strategies", "A,B", "which two, by number or name; without it those of run's verdict", OPTION_TEXT,
     RIVALRY(strategies), 0, 0, NULL},
    {"of", "MEASURE", "what counts, as in proceeds or 'users@3 years'; take_home without it", OPTION_TEXT, RIVALRY(of),
     0, 0, NULL},
    {"by", "WORD", "wins, mean or median: which comparison must turn", OPTION_WORD, RIVALRY(by), 0, 0, rivalry_by_words},
    {"all", NULL, "tries constants, too: every number that either of the two uses", OPTION_FLAG,
     offsetof(struct flip_settings, all), 0, 0, NULL},
    {"out", "DIR", "the output folder; without it nothing is written", OPTION_TEXT, offsetof(struct flip_settings, out), 0,
     0, NULL},
    {"paths", "N", "worlds for every value; 1200 without it", OPTION_WHOLE, RIVALRY(play.paths), PATHS_LEAST, PATHS_MOST,
     NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE, RIVALRY(play.seed), 0, INT64_MAX,
     NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE, RIVALRY(play.threads), 1, 256,
     NULL},
    {"set", "KEY=VALUE", "overrides a value of the scenario, as in --set market.accounts=9000", OPTION_LIST,
     RIVALRY(play.set), 0, 0, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG, offsetof(struct flip_settings, no_charts), 0,
     0, NULL},
    {"json", NULL, "prints flip.json in place of the table", OPTION_FLAG, offsetof(struct flip_settings, json), 0, 0, NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, RIVALRY(play.quiet), 0, 0, NULL},
    {0}};

static int answer(const struct flip *flip, const struct flip_settings *settings)
{
    int code = COMMAND_DONE;
    if (settings->out && flip_report_write(flip, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        flip_json_write(flip, stdout);
    else
        flip_table_write(flip, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->rivalry.play.quiet && !settings->json)
        fprintf(stderr, "\nTable, data and chart: %s\n", settings->out);
    return code;
}

static int search(const struct scenario *scenario, const struct roster *roster, const struct contest *contest,
                  const struct flip_settings *settings, struct complaints *complaints)
{
    const struct play_settings *play = &settings->rivalry.play;
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    struct flip *flip = flip_create(scenario, contest, roster->strategy[0], roster->strategy[1], settings->all);
    if (flip && flip->count == 0) {
        fputs("flip: nothing is uncertain: write some value as 'a to b', as in company.cash=$300k to $1M, or try constants by --all\n",
              stderr);
        flip_destroy(flip);
        return COMMAND_INPUT_WRONG;
    }
    struct progress progress = progress_begin(play->quiet);
    const struct batch_options options = rivalry_options(play, kernel, &progress);
    const uint64_t seed = play->seed >= 0 ? (uint64_t)play->seed : scenario->seed;
    enum batch_end end = flip ? flip_run(flip, seed, play->paths, &options, complaints) : BATCH_NO_MEMORY;
    progress_end(&progress);
    code = end == BATCH_DONE ? answer(flip, settings) : rivalry_fail("flip", end, complaints);
    flip_destroy(flip);
    return code;
}

static int look_for_two(const struct scenario *scenario, const struct flip_settings *settings)
{
    struct complaints *complaints = complaints_create();
    struct roster roster;
    struct contest contest;
    int code = COMMAND_DONE;
    if (!complaints || !rivalry_read(&settings->rivalry, scenario, complaints, &roster, &contest)) {
        code = complaints ? rivalry_fail("flip", BATCH_NO_MEMORY, complaints) : COMMAND_WORLD_FAILED;
    } else if (settings->rivalry.strategies && roster.count != 2) {
        complaints_add(complaints, (struct place){"--strategies", 1, 1}, "a verdict turns between two; name two");
        code = rivalry_fail("flip", BATCH_NO_MEMORY, complaints);
    } else if (roster.count == 2 ||
               rivalry_narrow(scenario, &settings->rivalry.play, settings->rivalry.play.paths, &roster, &code)) {
        code = search(scenario, &roster, &contest, settings, complaints);
    }
    complaints_destroy(complaints);
    return code;
}

int flip_command(int argc, char **argv)
{
    (void)argc;
    struct flip_settings settings = {
        .rivalry = {.play = {.paths = PATHS_STANDARD, .seed = -1, .threads = -1}, .by = -1}};
    const char *file = NULL;
    int operands = option_parse(flip_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0) {
        fputs("flip: needs a scenario, as in 'playbook flip plan.yaml'\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && flip_report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    progress_catch();
    int code = COMMAND_DONE;
    struct scenario *scenario = play_load(file, &settings.rivalry.play.set, &code);
    if (scenario)
        code = look_for_two(scenario, &settings);
    scenario_destroy(scenario);
    return code;
}
