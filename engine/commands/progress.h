/* A line on the terminal that tells how far a long job is. */
#ifndef COMMANDS_PROGRESS_H
#define COMMANDS_PROGRESS_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool shown;    /* only on a terminal, and only after a second */
    bool drawn;
    double began;  /* seconds */
};

struct progress progress_begin(bool quiet);
/* Matches batch_options.progress; `data` is a struct progress. */
void progress_tell(int64_t done, int64_t all, void *data);
void progress_end(struct progress *progress);

/* Set by Ctrl-C, a hang-up or a request to terminate, once progress_catch was called; the third one
 * ends the program at once. */
extern volatile sig_atomic_t progress_interrupted;
void progress_catch(void);

#endif
