/* Companies whose story is known, played from what was knowable when they began, and scored. */
#include "analysis/backtest.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "commands/terminal.h"
#include "montecarlo/machine.h"
#include "report/backtest_json.h"
#include "report/backtest_report.h"
#include "report/backtest_table.h"
#include "scenario/shelf.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PATHS_STANDARD = 20000, SEED_STANDARD = 2007 };

struct backtest_settings {
    int64_t paths, seed, threads;
    const char *out, *base_rates;
    bool no_charts, json, quiet;
};

const struct option backtest_options[] = {
    {"out", "DIR", "the output folder; without it nothing is written", OPTION_TEXT,
     offsetof(struct backtest_settings, out), 0, 0, NULL},
    {"paths", "N", "worlds for every case, in place of its own number", OPTION_WHOLE,
     offsetof(struct backtest_settings, paths), 100, 10000000, NULL},
    {"base-rates", "FILE", "what becomes of companies at large; the shipped file, if not told", OPTION_TEXT,
     offsetof(struct backtest_settings, base_rates), 0, 0, NULL},
    {"seed", "N", "of the random numbers", OPTION_WHOLE, offsetof(struct backtest_settings, seed), 0, INT64_MAX, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE,
     offsetof(struct backtest_settings, threads), 1, 256, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG,
     offsetof(struct backtest_settings, no_charts), 0, 0, NULL},
    {"json", NULL, "prints backtest.json in place of the table", OPTION_FLAG,
     offsetof(struct backtest_settings, json), 0, 0, NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, offsetof(struct backtest_settings, quiet), 0, 0, NULL},
    {0}};

/* All cases of one call. */
struct inquiry {
    int count;
    struct base_rates *rates;
    struct precedent *precedent[BACKTEST_CASES_MAX];
    struct foretelling *foretelling[BACKTEST_CASES_MAX];
    struct prediction prediction[BACKTEST_CASES_MAX];
    struct backtest backtest;
    int64_t worlds, played, playing; /* of all cases, of those that are done, of this one */
    struct progress progress;
};

static int64_t paths_of(const struct precedent *precedent, const struct backtest_settings *settings)
{
    return settings->paths > 0 ? settings->paths : precedent->paths > 0 ? precedent->paths : PATHS_STANDARD;
}

/* A case that is given twice would count twice. */
static bool is_repeated(const glob_t *files, size_t at)
{
    char *path = realpath(files->gl_pathv[at], NULL);
    bool repeated = false;
    for (size_t f = 0; path && f < at && !repeated; f++) {
        char *other = realpath(files->gl_pathv[f], NULL);
        repeated = other && strcmp(other, path) == 0;
        free(other);
    }
    free(path);
    return repeated;
}

/* Every case with its scenario; on a mistake anywhere nothing is played. */
static bool load(struct inquiry *inquiry, const glob_t *files, const struct backtest_settings *settings,
                 struct complaints *complaints)
{
    inquiry->rates = base_rates_load(settings->base_rates, complaints);
    bool sound = inquiry->rates != NULL;
    for (size_t f = 0; f < files->gl_pathc; f++) {
        if (is_repeated(files, f)) {
            complaints_add(complaints, (struct place){files->gl_pathv[f], 1, 1}, "this case is given twice");
            return false;
        }
        struct precedent *precedent = precedent_load(files->gl_pathv[f], complaints);
        struct foretelling *foretelling = precedent ? prediction_prepare(precedent, complaints) : NULL;
        inquiry->precedent[inquiry->count] = precedent;
        inquiry->foretelling[inquiry->count++] = foretelling;
        if (precedent)
            inquiry->worlds += paths_of(precedent, settings);
        if (!foretelling)
            sound = false;
    }
    return sound;
}

static void tell_progress(int64_t done, int64_t all, void *data)
{
    struct inquiry *inquiry = data;
    int64_t part = all > 0 ? (int64_t)((double)inquiry->playing * (double)done / (double)all) : 0;
    progress_tell(inquiry->played + part, inquiry->worlds, &inquiry->progress);
}

static enum batch_end play(struct inquiry *inquiry, const struct backtest_settings *settings,
                           const struct kernel *kernel, struct complaints *complaints)
{
    struct batch_options options = {
        .threads = settings->threads > 0 ? (int)settings->threads : machine_processors(),
        .kernel = kernel,
        .interrupted = &progress_interrupted,
        .progress = tell_progress,
        .data = inquiry};
    enum batch_end end = BATCH_DONE;
    inquiry->progress = progress_begin(settings->quiet);
    for (int c = 0; c < inquiry->count && end == BATCH_DONE; c++) {
        inquiry->playing = paths_of(inquiry->precedent[c], settings);
        end = prediction_make(inquiry->foretelling[c], inquiry->rates, inquiry->playing, (uint64_t)settings->seed,
                              &options, &inquiry->prediction[c], complaints);
        inquiry->played += inquiry->playing;
    }
    progress_end(&inquiry->progress);
    return end;
}

static int answer(struct inquiry *inquiry, const struct backtest_settings *settings)
{
    int code = COMMAND_DONE;
    struct backtest *backtest = &inquiry->backtest;
    backtest_score(inquiry->prediction, inquiry->count, inquiry->rates, (uint64_t)settings->seed, backtest);
    if (settings->out &&
        backtest_report_write(backtest, settings->out, !settings->no_charts, &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        backtest_json_write(backtest, stdout);
    else
        backtest_table_write(backtest, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->quiet && !settings->json)
        fprintf(stderr, "\nTable, data and charts: %s (slides: %s/%s)\n", settings->out, settings->out,
                settings->no_charts ? "backtest.json" : "deck.pdf");
    return code;
}

static int inquire(struct inquiry *inquiry, const glob_t *files, const struct backtest_settings *settings,
                   struct complaints *complaints)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    bool sound = load(inquiry, files, settings, complaints);
    enum batch_end end = sound ? play(inquiry, settings, kernel, complaints) : BATCH_NO_MEMORY;
    if (complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        return COMMAND_INPUT_WRONG;
    }
    if (end == BATCH_DONE)
        return answer(inquiry, settings);
    fputs(end == BATCH_INTERRUPTED ? "interrupted; nothing was written\n"
                                   : "backtest: out of memory; fewer paths need less\n", stderr);
    return COMMAND_WORLD_FAILED;
}

/* --- Which cases ---------------------------------------------------------------------------- */

/* Adds a file, or the YAML files of a folder in the order of their names. */
static int add_files(const char *operand, glob_t *files)
{
    struct stat status;
    char pattern[SHELF_PATH_MAX + 20];
    const size_t before = files->gl_pathc;
    const int flags = GLOB_NOCHECK | (before > 0 ? GLOB_APPEND : 0);
    if (stat(operand, &status) != 0 || !S_ISDIR(status.st_mode))
        return glob(operand, flags | GLOB_NOMAGIC, NULL, files) == 0 ? COMMAND_DONE : COMMAND_WORLD_FAILED;
    snprintf(pattern, sizeof pattern, "%s/*.yaml", operand);
    if (glob(pattern, flags & ~GLOB_NOCHECK, NULL, files) == 0)
        return COMMAND_DONE;
    fprintf(stderr, "backtest: there is no case in %s\n", operand);
    return COMMAND_INPUT_WRONG;
}

static int find_files(const char *const *operands, int count, glob_t *files)
{
    char shelf[SHELF_PATH_MAX], shipped[SHELF_PATH_MAX + 20];
    snprintf(shipped, sizeof shipped, "%s/companies", shelf_scenarios(shelf));
    int code = count == 0 ? add_files(shipped, files) : COMMAND_DONE;
    for (int i = 0; i < count && code == COMMAND_DONE; i++)
        code = add_files(operands[i], files);
    if (code == COMMAND_DONE && files->gl_pathc > BACKTEST_CASES_MAX) {
        fprintf(stderr, "backtest: %zu cases, and at most %d are played at once\n", files->gl_pathc, BACKTEST_CASES_MAX);
        code = COMMAND_INPUT_WRONG;
    }
    return code;
}

int backtest_command(int argc, char **argv)
{
    (void)argc;
    struct backtest_settings settings = {.paths = -1, .seed = SEED_STANDARD, .threads = -1};
    const char *operands[BACKTEST_CASES_MAX];
    int count = option_parse(backtest_options, &settings, argv, operands, BACKTEST_CASES_MAX);
    if (count < 0 || (settings.out && backtest_report_check(settings.out, stderr)))
        return COMMAND_INPUT_WRONG;
    glob_t files = {0};
    int code = find_files(operands, count, &files);
    struct inquiry *inquiry = calloc(1, sizeof *inquiry);
    struct complaints *complaints = complaints_create();
    if (!inquiry || !complaints) {
        fputs("backtest: out of memory\n", stderr);
        code = COMMAND_WORLD_FAILED;
    }
    progress_catch();
    if (code == COMMAND_DONE)
        code = inquire(inquiry, &files, &settings, complaints);
    for (int c = 0; inquiry && c < inquiry->count; c++) {
        prediction_forget(inquiry->foretelling[c]);
        precedent_destroy(inquiry->precedent[c]);
    }
    if (inquiry)
        base_rates_destroy(inquiry->rates);
    complaints_destroy(complaints);
    free(inquiry);
    globfree(&files);
    return code;
}
