/* What the terms of a term sheet are worth to a founder, later rounds included. */
#include "analysis/terms.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "commands/terminal.h"
#include "montecarlo/machine.h"
#include "report/terms_json.h"
#include "report/terms_report.h"
#include "report/terms_table.h"
#include "scenario/shelf.h"

#include <glob.h>
#include <stdlib.h>

/* Companies that fail whatever the terms tell nothing: it takes many worlds to see a small difference. */
enum { PATHS_STANDARD = 100000 };

struct terms_settings {
    struct option_list set, term;
    int64_t paths, seed, threads;
    const char *strategy, *out;
    bool no_charts, json, quiet;
};

const struct option terms_options[] = {
    {"strategy", "NAME", "whose funding plan, by name or number; without it the first that has rounds", OPTION_TEXT,
     offsetof(struct terms_settings, strategy), 0, 0, NULL},
    {"term", "FILE", "a term of your own, in place of those that are shipped; may be repeated", OPTION_LIST,
     offsetof(struct terms_settings, term), 0, 0, NULL},
    {"out", "DIR", "the output folder; without it nothing is written", OPTION_TEXT,
     offsetof(struct terms_settings, out), 0, 0, NULL},
    {"paths", "N", "worlds to play, 100,000 if not told", OPTION_WHOLE, offsetof(struct terms_settings, paths), 2, 10000000,
     NULL},
    {"seed", "N", "of the random numbers, in place of the scenario's", OPTION_WHOLE,
     offsetof(struct terms_settings, seed), 0, INT64_MAX, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE,
     offsetof(struct terms_settings, threads), 1, 256, NULL},
    {"set", "KEY=VALUE", "sets a value of the scenario; may be repeated", OPTION_LIST,
     offsetof(struct terms_settings, set), 0, 0, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG,
     offsetof(struct terms_settings, no_charts), 0, 0, NULL},
    {"json", NULL, "prints terms.json in place of the table", OPTION_FLAG, offsetof(struct terms_settings, json), 0, 0,
     NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, offsetof(struct terms_settings, quiet), 0, 0, NULL},
    {0}};

/* All terms of one call. */
struct sheet {
    int count;
    struct term *term[TERMS_MAX];
};

/* On a mistake anywhere nothing is played. */
static bool load(struct sheet *sheet, const char *const *files, size_t count, struct complaints *complaints)
{
    bool sound = true;
    for (size_t f = 0; f < count && f < TERMS_MAX; f++) {
        struct term *term = term_load(files[f], complaints);
        sound = sound && term;
        if (term)
            sheet->term[sheet->count++] = term;
    }
    return sound;
}

static enum batch_end play(struct terms *terms, const struct terms_settings *settings, const struct kernel *kernel,
                           struct complaints *complaints)
{
    struct progress progress = progress_begin(settings->quiet);
    struct batch_options options = {
        .threads = settings->threads > 0 ? (int)settings->threads : machine_processors(),
        .kernel = kernel,
        .interrupted = &progress_interrupted,
        .progress = progress_tell,
        .data = &progress};
    int64_t paths = settings->paths > 0 ? settings->paths : PATHS_STANDARD;
    uint64_t seed = settings->seed >= 0 ? (uint64_t)settings->seed : terms->scenario->seed;
    enum batch_end end = terms_play(terms, paths, seed, &options, complaints);
    progress_end(&progress);
    return end;
}

static int answer(const struct terms *terms, const struct terms_settings *settings)
{
    int code = COMMAND_DONE;
    if (settings->out &&
        terms_report_write(terms, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        terms_json_write(terms, stdout);
    else
        terms_table_write(terms, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->quiet && !settings->json)
        fprintf(stderr, "\nTable, data and chart: %s\n", settings->out);
    return code;
}

static int negotiate(const char *file, const struct terms_settings *settings, const char *const *files, size_t count,
                     struct sheet *sheet, struct complaints *complaints)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    struct terms *terms = NULL;
    if (load(sheet, files, count, complaints))
        terms = terms_create(file, settings->set.item, settings->set.count, settings->strategy,
                             (const struct term *const *)sheet->term, sheet->count, complaints);
    enum batch_end end = terms ? play(terms, settings, kernel, complaints) : BATCH_NO_MEMORY;
    if (complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        code = COMMAND_INPUT_WRONG;
    } else if (end != BATCH_DONE) {
        fputs(end == BATCH_INTERRUPTED ? "interrupted; nothing was written\n"
                                       : "terms: out of memory; fewer paths need less\n", stderr);
        code = COMMAND_WORLD_FAILED;
    } else {
        code = answer(terms, settings);
    }
    terms_destroy(terms);
    return code;
}

/* The shipped terms, in the order of their names. */
static bool find_shipped(glob_t *found)
{
    char shelf[SHELF_PATH_MAX], pattern[SHELF_PATH_MAX + 20];
    snprintf(pattern, sizeof pattern, "%s/terms/*.yaml", shelf_scenarios(shelf));
    if (glob(pattern, 0, NULL, found) == 0 && found->gl_pathc <= TERMS_MAX)
        return true;
    fprintf(stderr, "terms: there is none at %s, or more than %d\n", pattern, TERMS_MAX);
    return false;
}

int terms_command(int argc, char **argv)
{
    (void)argc;
    struct terms_settings settings = {.paths = -1, .seed = -1, .threads = -1};
    const char *file = NULL;
    int operands = option_parse(terms_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0 || settings.term.count > TERMS_MAX) {
        fputs(operands == 0 ? "terms: needs a scenario, as in 'playbook terms plan.yaml'\n"
                            : "terms: too many terms\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && terms_report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    glob_t shipped = {0};
    if (settings.term.count == 0 && !find_shipped(&shipped))
        return COMMAND_WORLD_FAILED;
    const char *const *files = settings.term.count ? settings.term.item : (const char *const *)shipped.gl_pathv;
    size_t count = settings.term.count ? (size_t)settings.term.count : shipped.gl_pathc;
    struct sheet sheet = {.count = 0};
    struct complaints *complaints = complaints_create();
    int code = COMMAND_WORLD_FAILED;
    progress_catch();
    if (complaints)
        code = negotiate(file, &settings, files, count, &sheet, complaints);
    else
        fputs("terms: out of memory\n", stderr);
    for (int t = 0; t < sheet.count; t++)
        term_destroy(sheet.term[t]);
    complaints_destroy(complaints);
    globfree(&shipped);
    return code;
}
