/* What history tells of such companies, held against simulated ones. */
#include "analysis/factbook.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "commands/terminal.h"
#include "montecarlo/machine.h"
#include "report/facts_report.h"
#include "report/facts_table.h"
#include "scenario/shelf.h"

#include <stdlib.h>

struct facts_settings {
    int64_t paths, seed, threads;
    const char *out;
    bool no_charts, json, quiet;
};

const struct option facts_options[] = {
    {"out", "DIR", "the output folder; without it nothing is written", OPTION_TEXT,
     offsetof(struct facts_settings, out), 0, 0, NULL},
    {"paths", "N", "companies of every population, in place of its own number", OPTION_WHOLE,
     offsetof(struct facts_settings, paths), 2, FACTS_PATHS_MAX, NULL},
    {"seed", "N", "of the random numbers, in place of the file's", OPTION_WHOLE,
     offsetof(struct facts_settings, seed), 0, INT64_MAX, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE,
     offsetof(struct facts_settings, threads), 1, 256, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG, offsetof(struct facts_settings, no_charts),
     0, 0, NULL},
    {"json", NULL, "prints JSON in place of the table", OPTION_FLAG, offsetof(struct facts_settings, json), 0, 0, NULL},
    {"quiet", NULL, "shows no progress", OPTION_FLAG, offsetof(struct facts_settings, quiet), 0, 0, NULL},
    {0}};

static enum batch_end play(struct factbook *factbook, const struct facts_settings *settings,
                           const struct kernel *kernel, struct fact_finding *findings,
                           struct complaints *complaints)
{
    struct progress progress = progress_begin(settings->quiet);
    struct batch_options options = {
        .threads = settings->threads > 0 ? (int)settings->threads : machine_processors(),
        .kernel = kernel,
        .interrupted = &progress_interrupted,
        .progress = progress_tell,
        .data = &progress};
    enum batch_end end = factbook_run(factbook, &options, findings, complaints);
    progress_end(&progress);
    return end;
}

static int answer(const struct facts *facts, const struct fact_finding *findings, const struct facts_settings *settings)
{
    int code = COMMAND_DONE;
    if (settings->out &&
        facts_report_write(facts, findings, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        facts_table_json(facts, findings, stdout);
    else
        facts_table_write(facts, findings, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->quiet && !settings->json)
        fprintf(stderr, "\nTable, data and charts: %s (slides: %s/%s)\n", settings->out, settings->out,
                settings->no_charts ? "facts.json" : "deck.pdf");
    return code;
}

static int verify(const struct facts *facts, const struct facts_settings *settings, struct complaints *complaints)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    struct factbook *factbook = kernel && facts ? factbook_create(facts, complaints) : NULL;
    struct fact_finding *findings = factbook ? calloc(FACTS_MAX, sizeof *findings) : NULL;
    enum batch_end end = findings ? play(factbook, settings, kernel, findings, complaints) : BATCH_NO_MEMORY;
    if (code == COMMAND_DONE && complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        code = COMMAND_INPUT_WRONG;
    } else if (code == COMMAND_DONE && end != BATCH_DONE) {
        fputs(end == BATCH_INTERRUPTED ? "interrupted; nothing was written\n"
                                       : "facts: out of memory; fewer paths need less\n", stderr);
        code = COMMAND_WORLD_FAILED;
    } else if (code == COMMAND_DONE) {
        code = answer(facts, findings, settings);
    }
    free(findings);
    factbook_destroy(factbook);
    return code;
}

static void set(struct facts *facts, const struct facts_settings *settings)
{
    if (settings->seed >= 0)
        facts->seed = (uint64_t)settings->seed;
    for (int p = 0; p < facts->populations && settings->paths > 0; p++)
        facts->population[p].paths = settings->paths;
}

int facts_command(int argc, char **argv)
{
    (void)argc;
    struct facts_settings settings = {.paths = -1, .seed = -1, .threads = -1};
    char shelf[SHELF_PATH_MAX], shipped[SHELF_PATH_MAX + 20];
    const char *file = NULL;
    int operands = option_parse(facts_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (settings.out && facts_report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    snprintf(shipped, sizeof shipped, "%s/facts.yaml", shelf_scenarios(shelf));
    struct complaints *complaints = complaints_create();
    if (!complaints) {
        fputs("facts: out of memory\n", stderr);
        return COMMAND_WORLD_FAILED;
    }
    progress_catch();
    struct facts *facts = facts_load(operands > 0 ? file : shipped, complaints);
    if (facts)
        set(facts, &settings);
    int code = verify(facts, &settings, complaints);
    facts_destroy(facts);
    complaints_destroy(complaints);
    return code;
}
