/* Why one strategy does better than another, part by part. */
#include "analysis/why.h"

#include "commands/command.h"
#include "commands/progress.h"
#include "commands/rivalry.h"
#include "report/why_json.h"
#include "report/why_report.h"
#include "report/why_table.h"

enum { PATHS_STANDARD = 20000, PATHS_LEAST = 100, PATHS_MOST = 1000000 };

struct why_settings {
    struct rivalry_settings rivalry;
    const char *out;
    bool mechanisms, no_charts, json;
};

#define RIVALRY(member) (offsetof(struct why_settings, rivalry) + offsetof(struct rivalry_settings, member))

const struct option why_options[] = {
    {"strategies", "A,B", "which two, by number or name; without it those of run's verdict", OPTION_TEXT,
     RIVALRY(strategies), 0, 0, NULL},
    {"of", "MEASURE", "what counts, as in closed or 'users@3 years'; take_home without it", OPTION_TEXT, RIVALRY(of), 0,
     0, NULL},
    {"mechanisms", NULL, "shares the difference out over mechanisms, too", OPTION_FLAG,
     offsetof(struct why_settings, mechanisms), 0, 0, NULL},
    {"out", "DIR", "the output folder; without it nothing is written", OPTION_TEXT, offsetof(struct why_settings, out), 0,
     0, NULL},
    {"paths", "N", "worlds for every combination; 20000 without it", OPTION_WHOLE, RIVALRY(play.paths), PATHS_LEAST,
     PATHS_MOST, NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE, RIVALRY(play.seed), 0, INT64_MAX,
     NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE, RIVALRY(play.threads), 1, 256,
     NULL},
    {"set", "KEY=VALUE", "overrides a value of the scenario, as in --set market.accounts=9000", OPTION_LIST,
     RIVALRY(play.set), 0, 0, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG, offsetof(struct why_settings, no_charts), 0,
     0, NULL},
    {"json", NULL, "prints why.json in place of the table", OPTION_FLAG, offsetof(struct why_settings, json), 0, 0, NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, RIVALRY(play.quiet), 0, 0, NULL},
    {0}};

static int answer(const struct why *why, const struct why_settings *settings)
{
    int code = COMMAND_DONE;
    if (settings->out && why_report_write(why, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        why_json_write(why, stdout);
    else
        why_table_write(why, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->rivalry.play.quiet && !settings->json)
        fprintf(stderr, "\nTable, data and charts: %s\n", settings->out);
    return code;
}

static int account_for(const struct scenario *scenario, const struct roster *roster, const struct measure *of,
                       const struct why_settings *settings, struct complaints *complaints)
{
    const struct play_settings *play = &settings->rivalry.play;
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    struct why *why = why_create(scenario, of, roster->strategy[0], roster->strategy[1], settings->mechanisms);
    struct progress progress = progress_begin(play->quiet);
    const struct batch_options options = rivalry_options(play, kernel, &progress);
    const uint64_t seed = play->seed >= 0 ? (uint64_t)play->seed : scenario->seed;
    const enum batch_end end = why ? why_run(why, seed, play->paths, &options, complaints) : BATCH_NO_MEMORY;
    progress_end(&progress);
    code = end == BATCH_DONE ? answer(why, settings) : rivalry_fail("why", end, complaints);
    why_destroy(why);
    return code;
}

static int look_at_two(const struct scenario *scenario, const struct why_settings *settings)
{
    struct complaints *complaints = complaints_create();
    struct roster roster;
    struct contest contest;
    int code = COMMAND_DONE;
    if (!complaints || !rivalry_read(&settings->rivalry, scenario, complaints, &roster, &contest)) {
        code = complaints ? rivalry_fail("why", BATCH_NO_MEMORY, complaints) : COMMAND_WORLD_FAILED;
    } else if (settings->rivalry.strategies && roster.count != 2) {
        complaints_add(complaints, (struct place){"--strategies", 1, 1}, "a difference is one of two; name two");
        code = rivalry_fail("why", BATCH_NO_MEMORY, complaints);
    } else if (roster.count == 2 ||
               rivalry_narrow(scenario, &settings->rivalry.play, settings->rivalry.play.paths, &roster, &code)) {
        code = account_for(scenario, &roster, &contest.measure, settings, complaints);
    }
    complaints_destroy(complaints);
    return code;
}

int why_command(int argc, char **argv)
{
    (void)argc;
    struct why_settings settings = {
        .rivalry = {.play = {.paths = PATHS_STANDARD, .seed = -1, .threads = -1}, .by = -1}};
    const char *file = NULL;
    int operands = option_parse(why_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0) {
        fputs("why: needs a scenario, as in 'playbook why plan.yaml'\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && why_report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    progress_catch();
    int code = COMMAND_DONE;
    struct scenario *scenario = play_load(file, &settings.rivalry.play.set, &code);
    if (scenario)
        code = look_at_two(scenario, &settings);
    scenario_destroy(scenario);
    return code;
}
