#include "commands/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { BAR = 30 };

volatile sig_atomic_t progress_interrupted;

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

struct progress progress_begin(bool quiet)
{
    return (struct progress){.shown = !quiet && isatty(STDERR_FILENO), .began = seconds()};
}

void progress_tell(int64_t done, int64_t all, void *data)
{
    struct progress *progress = data;
    double spent = seconds() - progress->began;
    if (!progress->shown || spent < 1.0 || done <= 0)
        return;
    char bar[BAR + 1] = {0};
    for (int i = 0; i < BAR; i++)
        bar[i] = i * all < BAR * done ? '=' : ' ';
    double left = spent * (double)(all - done) / (double)done;
    fprintf(stderr, "\r[%s] %3d%%, %.0f s left ", bar, (int)(100 * done / all), left);
    progress->drawn = true;
}

void progress_end(struct progress *progress)
{
    if (progress->drawn)
        fprintf(stderr, "\r%*s\r", BAR + 30, "");
    progress->drawn = false;
}

/* Some senders signal twice at once; whoever insists a third time is obeyed at once. */
static void catch(int number)
{
    static volatile sig_atomic_t times;
    progress_interrupted = number;
    if (++times == 3)
        signal(number, SIG_DFL);
}

void progress_catch(void)
{
    struct sigaction action = {.sa_handler = catch};
    const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction inherited;
        sigaction(signals[i], NULL, &inherited);
        if (inherited.sa_handler != SIG_IGN) /* as under nohup */
            sigaction(signals[i], &action, NULL);
    }
    /* A reader that goes away is an error of writing, not a reason to die half-way. */
    signal(SIGPIPE, SIG_IGN);
}
