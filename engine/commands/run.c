/* All strategies of a scenario side by side: a verdict, tables, and a folder with everything. */
#include "analysis/cases.h"
#include "analysis/footing.h"
#include "analysis/summary.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "report/reading.h"
#include "report/records.h"
#include "report/report.h"
#include "report/summary_json.h"

#include <stddef.h>
#include <string.h>

struct run_settings {
    struct play_settings play;
    const char *out;
    bool records, no_charts, json;
};

const struct option run_options[] = {
    {"out", "DIR", "the output folder; without it nothing is written", OPTION_TEXT,
     offsetof(struct run_settings, out), 0, 0, NULL},
    {"paths", "N", "worlds to play, in place of the scenario's", OPTION_WHOLE,
     offsetof(struct run_settings, play.paths), 1, 100000000, NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE,
     offsetof(struct run_settings, play.seed), 0, INT64_MAX, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE,
     offsetof(struct run_settings, play.threads), 1, 256, NULL},
    {"set", "KEY=VALUE", "overrides a value of the scenario, as in --set market.accounts=9000",
     OPTION_LIST, offsetof(struct run_settings, play.set), 0, 0, NULL},
    {"target-error", "SHARE", "stops when the standard error of the verdict's shares is this small",
     OPTION_SHARE, offsetof(struct run_settings, play.target_error), 0, 0, NULL},
    {"records", NULL, "adds data/records.tsv: one row per world and strategy", OPTION_FLAG,
     offsetof(struct run_settings, records), 0, 0, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG,
     offsetof(struct run_settings, no_charts), 0, 0, NULL},
    {"json", NULL, "prints summary.json in place of the verdict", OPTION_FLAG,
     offsetof(struct run_settings, json), 0, 0, NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG,
     offsetof(struct run_settings, play.quiet), 0, 0, NULL},
    {0}};

static int add_records(const char *folder, void *context, FILE *talk)
{
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/data/records.tsv", folder);
    if (length < 0 || (size_t)length >= sizeof path) {
        fputs("the name of the output folder is too long\n", talk);
        return -1;
    }
    return records_write(context, path, talk);
}

static int print_answer(const struct summary *summary, bool json)
{
    if (json) {
        summary_json_write(summary, stdout);
    } else {
        report_verdict(summary, stdout);
        putchar('\n');
        report_table(summary, stdout);
    }
    /* main says why not. */
    return ferror(stdout) ? COMMAND_WORLD_FAILED : COMMAND_DONE;
}

/* What the report tells; only charts show single companies. False when memory ran out. */
static bool prepare(struct summary *summary, struct footing **footing, const struct batch *batch,
                    const struct kernel *kernel, bool charts)
{
    *footing = summary ? footing_create(batch, reading_of(summary).subject) : NULL;
    if (!*footing)
        return false;
    summary->footing = *footing;
    return !charts || cases_add(summary, batch, kernel);
}

static int answer(struct batch *batch, const struct run_settings *settings)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    struct summary *summary = summary_create(batch);
    struct footing *footing = NULL;
    if (!prepare(summary, &footing, batch, kernel, settings->out != NULL)) {
        summary_destroy(summary);
        footing_destroy(footing);
        fputs("run: out of memory\n", stderr);
        return COMMAND_WORLD_FAILED;
    }
    if (settings->out) {
        struct report_options options = {.charts = !settings->no_charts,
                                         .interrupted = &progress_interrupted,
                                         .more = settings->records ? add_records : NULL,
                                         .context = batch};
        if (report_write(summary, settings->out, &options, stderr))
            code = COMMAND_WORLD_FAILED;
    }
    int printed = print_answer(summary, settings->json);
    if (settings->out && code == COMMAND_DONE && !settings->play.quiet && !settings->json)
        fprintf(stderr, "\nVerdict, data and charts: %s (slides: %s/%s)\n", settings->out,
                settings->out, settings->no_charts ? "summary.json" : "deck.pdf");
    summary_destroy(summary);
    footing_destroy(footing);
    return printed > code ? printed : code;
}

int run_command(int argc, char **argv)
{
    (void)argc;
    struct run_settings settings = {.play = {.paths = -1, .seed = -1, .threads = -1}};
    const char *file = NULL;
    int operands = option_parse(run_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0) {
        fputs("run: needs a scenario, as in 'playbook run plan.yaml'\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.records && !settings.out) {
        fputs("run: --records needs --out\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    progress_catch();
    int code = COMMAND_DONE;
    struct scenario *scenario = play_load(file, &settings.play.set, &code);
    struct batch *batch = scenario ? play_batch(scenario, &settings.play, &code) : NULL;
    if (batch)
        code = answer(batch, &settings);
    batch_destroy(batch);
    scenario_destroy(scenario);
    return code;
}
