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

static void catch(int number)
{
    progress_interrupted = number;
    signal(number, SIG_DFL);
}

void progress_catch(void)
{
    struct sigaction action = {.sa_handler = catch};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    /* A reader that goes away is an error of writing, not a reason to die half-way. */
    signal(SIGPIPE, SIG_IGN);
}
