#include "commands/rivalry.h"

#include "analysis/summary.h"
#include "commands/command.h"
#include "commands/terminal.h"
#include "montecarlo/machine.h"
#include "report/reading.h"

const char *const rivalry_by_words[] = {"wins", "mean", "median", NULL};

static bool check_measure(const struct scenario *scenario, const char *of, const struct measure *measure,
                          struct complaints *complaints)
{
    if (measure->observable < 0 || measure->month <= scenario->horizon)
        return true;
    complaints_add(complaints, (struct place){"--of", 1, 1}, "'%s' is asked for month %d, after the end of the scenario",
                   of, measure->month);
    return false;
}

bool rivalry_read(const struct rivalry_settings *settings, const struct scenario *scenario,
                  struct complaints *complaints, struct roster *roster, struct contest *contest)
{
    const char *of = settings->of ? settings->of : "take_home";
    bool sound = true;
    *roster = (struct roster){.count = 0};
    if (settings->strategies)
        sound = roster_parse("--strategies", settings->strategies, scenario, complaints, roster);
    for (int s = 0; !settings->strategies && s < scenario->strategies; s++)
        roster->strategy[roster->count++] = s;
    *contest = (struct contest){.by = CONTEST_WINS};
    if (!measure_parse("--of", of, complaints, &contest->measure) ||
        !check_measure(scenario, of, &contest->measure, complaints))
        return false;
    contest->measure.name = of;
    contest->by = settings->by >= 0 ? (enum contest_by)settings->by : CONTEST_WINS;
    if (sound && roster->count < 2) {
        complaints_add(complaints,
                       settings->strategies ? (struct place){"--strategies", 1, 1} : (struct place){scenario->file, 1, 1},
                       "it takes two strategies to be compared");
        return false;
    }
    return sound;
}

bool rivalry_narrow(const struct scenario *scenario, const struct play_settings *settings, int64_t paths,
                    struct roster *roster, int *code)
{
    struct play_settings first = *settings;
    first.paths = paths;
    first.target_error = 0.0;
    struct batch *batch = play_batch(scenario, &first, code);
    struct summary *summary = batch ? summary_create(batch) : NULL;
    if (summary) {
        const struct reading reading = reading_of(summary);
        *roster = (struct roster){2, {reading.subject, reading.rival}};
    } else if (batch) {
        fputs("out of memory\n", stderr);
        *code = COMMAND_WORLD_FAILED;
    }
    summary_destroy(summary);
    batch_destroy(batch);
    return summary != NULL;
}

struct batch_options rivalry_options(const struct play_settings *settings, const struct kernel *kernel,
                                     struct progress *progress)
{
    return (struct batch_options){.threads = settings->threads > 0 ? (int)settings->threads : machine_processors(),
                                  .kernel = kernel,
                                  .interrupted = &progress_interrupted,
                                  .progress = progress_tell,
                                  .data = progress};
}

int rivalry_fail(const char *verb, enum batch_end end, struct complaints *complaints)
{
    if (complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        return COMMAND_INPUT_WRONG;
    }
    if (end == BATCH_INTERRUPTED)
        fputs("interrupted; nothing was written\n", stderr);
    else
        fprintf(stderr, "%s: out of memory; fewer paths need less\n", verb);
    return COMMAND_WORLD_FAILED;
}
