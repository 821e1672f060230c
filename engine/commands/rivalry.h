/* What commands that hold strategies against each other share: which, and by what. */
#ifndef COMMANDS_RIVALRY_H
#define COMMANDS_RIVALRY_H

#include "analysis/contest.h"
#include "commands/play.h"
#include "commands/progress.h"
#include "scenario/roster.h"

struct rivalry_settings {
    struct play_settings play;
    const char *strategies, *of; /* as written, or NULL */
    int by;                      /* enum contest_by, or -1: not asked */
};

extern const char *const rivalry_by_words[]; /* wins, mean, median; NULL at the end */

/* Who, and by what; not asked: all strategies, take_home, wins. False after a complaint, or without one
 * when memory ran out. */
bool rivalry_read(const struct rivalry_settings *settings, const struct scenario *scenario,
                  struct complaints *complaints, struct roster *roster, struct contest *contest);

/* The two that the verdict of `run` compares, when more are left. False when they could not be
 * played, *code then is the exit code. */
bool rivalry_narrow(const struct scenario *scenario, const struct play_settings *settings, int64_t paths,
                    struct roster *roster, int *code);

/* How a batch of these settings is played. */
struct batch_options rivalry_options(const struct play_settings *settings, const struct kernel *kernel,
                                     struct progress *progress);

/* Says why something did not end with BATCH_DONE, or shows the complaints; the exit code. */
int rivalry_fail(const char *verb, enum batch_end end, struct complaints *complaints);

#endif
