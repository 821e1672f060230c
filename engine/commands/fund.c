/* A venture fund over simulated companies that share their worlds. */
#include "analysis/fund_figures.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "commands/terminal.h"
#include "montecarlo/machine.h"
#include "report/fund_json.h"
#include "report/fund_report.h"
#include "report/fund_table.h"

#include <stdlib.h>

struct fund_settings {
    int64_t funds, seed, threads;
    const char *out;
    bool no_charts, json, quiet;
};

const struct option fund_options[] = {
    {"out", "DIR", "the output folder; without it nothing is written", OPTION_TEXT,
     offsetof(struct fund_settings, out), 0, 0, NULL},
    {"funds", "N", "funds to play, in place of the file's number", OPTION_WHOLE,
     offsetof(struct fund_settings, funds), 2, 1000000, NULL},
    {"seed", "N", "of the random numbers, in place of the file's", OPTION_WHOLE,
     offsetof(struct fund_settings, seed), 0, INT64_MAX, NULL},
    {"threads", "N", "processors to use; the answer does not depend on it", OPTION_WHOLE,
     offsetof(struct fund_settings, threads), 1, 256, NULL},
    {"no-charts", NULL, "writes data and scripts, draws nothing", OPTION_FLAG,
     offsetof(struct fund_settings, no_charts), 0, 0, NULL},
    {"json", NULL, "prints fund.json in place of the table", OPTION_FLAG,
     offsetof(struct fund_settings, json), 0, 0, NULL},
    {"quiet", NULL, "says nothing but the result", OPTION_FLAG, offsetof(struct fund_settings, quiet), 0, 0,
     NULL},
    {0}};

struct playing {
    int plays, played;
    struct progress progress;
};

static void tell_progress(int64_t done, int64_t all, void *data)
{
    struct playing *playing = data;
    int64_t parts = 1000, part = all > 0 ? parts * done / all : 0;
    progress_tell(playing->played * parts + part, playing->plays * parts, &playing->progress);
}

static void count_play(void *data)
{
    struct playing *playing = data;
    playing->played++;
}

static enum batch_end play(const struct portfolio *portfolio, const struct fund_settings *settings,
                           const struct kernel *kernel, struct fund_figures *figures,
                           struct complaints *complaints)
{
    struct playing playing = {.plays = fund_figures_plays(portfolio->fund)};
    struct batch_options options = {
        .threads = settings->threads > 0 ? (int)settings->threads : machine_processors(),
        .kernel = kernel,
        .interrupted = &progress_interrupted,
        .progress = tell_progress,
        .data = &playing};
    playing.progress = progress_begin(settings->quiet);
    enum batch_end end = fund_figures_make(portfolio, &options, count_play, &playing, figures, complaints);
    progress_end(&playing.progress);
    return end;
}

static int answer(const struct fund_figures *figures, const struct fund_settings *settings)
{
    int code = COMMAND_DONE;
    if (settings->out && fund_report_write(figures, settings->out, !settings->no_charts,
                                           &progress_interrupted, stderr))
        code = COMMAND_WORLD_FAILED;
    if (settings->json)
        fund_json_write(figures, stdout);
    else
        fund_table_write(figures, stdout);
    if (ferror(stdout))
        return COMMAND_WORLD_FAILED; /* main says why */
    if (settings->out && code == COMMAND_DONE && !settings->quiet && !settings->json)
        fprintf(stderr, "\nTable, data and charts: %s (slides: %s/%s)\n", settings->out, settings->out,
                settings->no_charts ? "fund.json" : "deck.pdf");
    return code;
}

static int manage(const struct fund *fund, const struct fund_settings *settings,
                  struct complaints *complaints)
{
    int code = COMMAND_DONE;
    const struct kernel *kernel = play_kernel(&code);
    struct portfolio *portfolio = kernel && fund ? portfolio_create(fund, complaints) : NULL;
    struct fund_figures *figures = portfolio ? malloc(sizeof *figures) : NULL;
    enum batch_end end = figures ? play(portfolio, settings, kernel, figures, complaints) : BATCH_NO_MEMORY;
    if (code == COMMAND_DONE && complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        code = COMMAND_INPUT_WRONG;
    } else if (code == COMMAND_DONE && end != BATCH_DONE) {
        fputs(end == BATCH_INTERRUPTED ? "interrupted; nothing was written\n"
                                       : "fund: out of memory; fewer funds need less\n", stderr);
        code = COMMAND_WORLD_FAILED;
    } else if (code == COMMAND_DONE) {
        code = answer(figures, settings);
    }
    free(figures);
    portfolio_destroy(portfolio);
    return code;
}

int fund_command(int argc, char **argv)
{
    (void)argc;
    struct fund_settings settings = {.funds = -1, .seed = -1, .threads = -1};
    const char *file = NULL;
    int operands = option_parse(fund_options, &settings, argv, &file, 1);
    if (operands < 0)
        return COMMAND_INPUT_WRONG;
    if (operands == 0) {
        fputs("fund: needs a fund, as in 'playbook fund fund.yaml'\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (settings.out && fund_report_check(settings.out, stderr))
        return COMMAND_INPUT_WRONG;
    struct complaints *complaints = complaints_create();
    if (!complaints) {
        fputs("fund: out of memory\n", stderr);
        return COMMAND_WORLD_FAILED;
    }
    progress_catch();
    struct fund *fund = fund_load(file, complaints);
    if (fund && settings.funds > 0)
        fund->funds = settings.funds;
    if (fund && settings.seed >= 0)
        fund->seed = (uint64_t)settings.seed;
    int code = COMMAND_INPUT_WRONG;
    if (fund && fund->companies * fund->funds > FUND_PATHS_MAX)
        fputs("fund: --funds times the fund's companies is more than 20,000,000\n", stderr);
    else
        code = manage(fund, &settings, complaints);
    fund_destroy(fund);
    complaints_destroy(complaints);
    return code;
}
