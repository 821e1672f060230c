#include "bench/programs.h"

#include "bench/stopwatch.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

const char *programs_find(const char *variable, const char *self, const char *name)
{
    static char path[4096];
    const char *told = getenv(variable), *slash = strrchr(self, '/');
    if (told && *told)
        snprintf(path, sizeof path, "%s", told);
    else
        snprintf(path, sizeof path, "%.*s%s", slash ? (int)(slash - self + 1) : 0, self, name);
    return access(path, X_OK) == 0 ? path : NULL;
}

/* Waits for a child; true when it ended well. */
static bool reap(pid_t child, struct rusage *usage)
{
    int status;
    while (wait4(child, &status, 0, usage) < 0)
        ;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool programs_run(const char *program, const char *file, int64_t paths, double *processor,
                  double *wall)
{
    char count[32], name[4096], where[4096];
    char run[] = "run", with_paths[] = "--paths", with_threads[] = "--threads", one[] = "1",
         quiet[] = "--quiet";
    char *arguments[] = {name, run, where, with_paths, count, with_threads, one, quiet, NULL};
    snprintf(count, sizeof count, "%lld", (long long)paths);
    snprintf(name, sizeof name, "%s", program);
    snprintf(where, sizeof where, "%s", file);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    double begun = stopwatch_wall();
    pid_t child;
    int failed = posix_spawn(&child, program, &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed)
        return false;
    struct rusage usage;
    bool well = reap(child, &usage);
    *wall = stopwatch_wall() - begun;
    *processor = (double)usage.ru_utime.tv_sec + 1e-6 * (double)usage.ru_utime.tv_usec +
                 (double)usage.ru_stime.tv_sec + 1e-6 * (double)usage.ru_stime.tv_usec;
    return well;
}

static void play_and_leave(const struct scenario *scenario, int64_t paths,
                           const struct batch_options *options)
{
    struct complaints *complaints = complaints_create();
    struct batch *batch = batch_create(scenario, scenario->seed, paths, complaints);
    bool played = batch && batch_play(batch, paths, options) == BATCH_DONE;
    _exit(played ? EXIT_SUCCESS : EXIT_FAILURE);
}

double programs_peak(const struct scenario *scenario, int64_t paths,
                     const struct batch_options *options)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        play_and_leave(scenario, paths, options);
    struct rusage usage;
    if (child < 0 || !reap(child, &usage))
        return -1.0;
    return (double)usage.ru_maxrss / 1024.0;
}
