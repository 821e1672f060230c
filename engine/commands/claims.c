/* The articles' claims, each measured in the same worlds with and without its mechanism. */
#include "analysis/experiment.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "commands/terminal.h"
#include "montecarlo/machine.h"
#include "report/findings.h"
#include "scenario/shelf.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

enum { CLAIMS_MAX = 200, SEED_STANDARD = 2007 };

struct claims_settings {
    int64_t paths, seed, threads;
    bool json, quiet;
};

const struct option claims_options[] = {
    {"paths", "N", "worlds for every claim, in place of its own number", OPTION_WHOLE,
     offsetof(struct claims_settings, paths), 2, 10000000, NULL},
    {"seed", "N", "of the random numbers", OPTION_WHOLE, offsetof(struct claims_settings, seed), 0,
     INT64_MAX, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE,
     offsetof(struct claims_settings, threads), 1, 256, NULL},
    {"json", NULL, "prints JSON in place of the table", OPTION_FLAG,
     offsetof(struct claims_settings, json), 0, 0, NULL},
    {"quiet", NULL, "shows no progress", OPTION_FLAG, offsetof(struct claims_settings, quiet), 0, 0, NULL},
    {0}};

/* All claims of one call. */
struct inquiry {
    int count;
    int plays, played, playing; /* companies: of all claims, of those that are done, of this one */
    struct claim *claim[CLAIMS_MAX];
    struct experiment *experiment[CLAIMS_MAX];
    struct finding finding[CLAIMS_MAX];
    struct progress progress;
};

/* Every claim with all its scenarios, up to the first that does not load: complaints quote the
 * settings of one company. On a mistake anywhere nothing is played. */
static bool load(struct inquiry *inquiry, const char *const *files, size_t count, struct complaints *complaints)
{
    bool sound = true;
    for (size_t f = 0; f < count && f < CLAIMS_MAX; f++) {
        struct claim *claim = claim_load(files[f], complaints);
        struct experiment *experiment = claim ? experiment_create(claim, complaints) : NULL;
        inquiry->claim[inquiry->count] = claim;
        inquiry->experiment[inquiry->count++] = experiment;
        if (experiment)
            inquiry->plays += experiment_plays(experiment);
        else if (claim)
            return false;
        else
            sound = false;
    }
    return sound;
}

static void tell_progress(int64_t done, int64_t all, void *data)
{
    struct inquiry *inquiry = data;
    int64_t parts = 1000, part = all > 0 ? parts * inquiry->playing * done / all : 0;
    progress_tell(inquiry->played * parts + part, inquiry->plays * parts, &inquiry->progress);
}

static enum batch_end play(struct inquiry *inquiry, const struct claims_settings *settings,
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
        int64_t paths = settings->paths > 0 ? settings->paths : inquiry->claim[c]->paths;
        inquiry->playing = experiment_plays(inquiry->experiment[c]);
        end = experiment_run(inquiry->experiment[c], paths, (uint64_t)settings->seed, &options,
                             &inquiry->finding[c], complaints);
        inquiry->played += inquiry->playing;
    }
    progress_end(&inquiry->progress);
    return end;
}

static int print(const struct inquiry *inquiry, const struct claims_settings *settings)
{
    int64_t paths = settings->paths > 0 ? settings->paths : 0;
    uint64_t seed = (uint64_t)settings->seed;
    if (settings->json) {
        findings_json(inquiry->finding, inquiry->count, paths, seed, stdout);
    } else {
        for (int c = 0; c < inquiry->count; c++)
            findings_write(&inquiry->finding[c], c + 1, stdout);
        findings_conclude(inquiry->finding, inquiry->count, paths, seed, stdout);
    }
    return ferror(stdout) ? COMMAND_WORLD_FAILED : COMMAND_DONE; /* main says why */
}

static int inquire(struct inquiry *inquiry, const char *const *files, size_t count,
                   const struct claims_settings *settings, struct complaints *complaints)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    if (!kernel)
        return code;
    bool sound = load(inquiry, files, count, complaints);
    enum batch_end end = sound ? play(inquiry, settings, kernel, complaints) : BATCH_NO_MEMORY;
    if (complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        return COMMAND_INPUT_WRONG;
    }
    if (end == BATCH_DONE)
        return print(inquiry, settings);
    fputs(end == BATCH_INTERRUPTED ? "interrupted\n" : "claims: out of memory\n", stderr);
    return COMMAND_WORLD_FAILED;
}

/* The shipped claims, in the order of their names. */
static int find_shipped(glob_t *found)
{
    char shelf[SHELF_PATH_MAX], pattern[SHELF_PATH_MAX + 20];
    snprintf(pattern, sizeof pattern, "%s/claims/*.yaml", shelf_scenarios(shelf));
    const int trouble = glob(pattern, 0, NULL, found);
    if (trouble == 0 && found->gl_pathc <= CLAIMS_MAX)
        return COMMAND_DONE;
    if (trouble == 0)
        fprintf(stderr, "claims: there are %zu at %s, and at most %d are played at once\n", found->gl_pathc,
                pattern, CLAIMS_MAX);
    else
        fprintf(stderr, "claims: there is none at %s\n", pattern);
    return COMMAND_WORLD_FAILED;
}

int claims_command(int argc, char **argv)
{
    (void)argc;
    struct claims_settings settings = {.paths = -1, .seed = SEED_STANDARD, .threads = -1};
    const char *files[CLAIMS_MAX];
    int count = option_parse(claims_options, &settings, argv, files, CLAIMS_MAX);
    if (count < 0)
        return COMMAND_INPUT_WRONG;
    glob_t shipped = {0};
    int code = count == 0 ? find_shipped(&shipped) : COMMAND_DONE;
    for (size_t f = 0; code == COMMAND_DONE && f < shipped.gl_pathc; f++)
        files[count++] = shipped.gl_pathv[f];
    struct inquiry *inquiry = calloc(1, sizeof *inquiry);
    struct complaints *complaints = complaints_create();
    if (!inquiry || !complaints) {
        fputs("claims: out of memory\n", stderr);
        code = COMMAND_WORLD_FAILED;
    }
    progress_catch();
    if (code == COMMAND_DONE)
        code = inquire(inquiry, files, (size_t)count, &settings, complaints);
    for (int c = 0; inquiry && c < inquiry->count; c++) {
        experiment_destroy(inquiry->experiment[c]);
        claim_destroy(inquiry->claim[c]);
    }
    complaints_destroy(complaints);
    free(inquiry);
    globfree(&shipped);
    return code;
}
