#include "report/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { AT_A_TIME = 2, OUTPUT = 1, ERRORS = 2 };

/* A program that was started, and the pipe from its standard output or standard error. */
struct child {
    pid_t process;
    int pipe;
    double deadline;
    size_t used;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* The environment without what would make gnuplot behave otherwise elsewhere. */
static char **clean_environment(void)
{
    static char utf8[] = "LC_ALL=C.UTF-8";
    size_t count = 0, kept = 0;
    while (environ[count] != NULL)
        count++;
    char **clean = malloc((count + 2) * sizeof *clean);
    if (clean == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (strncmp(environ[i], "GNUPLOT_", 8) != 0 && strncmp(environ[i], "GNUTERM", 7) != 0 &&
            strncmp(environ[i], "LC_ALL=", 7) != 0)
            clean[kept++] = environ[i];
    /* gnuplot turns texts of its own into UTF-8, and warns in a locale where it cannot. */
    clean[kept++] = utf8;
    clean[kept] = NULL;
    return clean;
}

/* In the new process: nothing but calls that are safe after fork in a program with threads. */
static void become(char *const *arguments, char **environment, const char *folder, int stream,
                   int writer, int trouble)
{
    int nothing = open("/dev/null", O_RDWR);
    int other = stream == OUTPUT ? ERRORS : OUTPUT;
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL); /* ignored here, and exec would keep that */
    if (nothing >= 0 && dup2(nothing, 0) >= 0 && dup2(nothing, other) >= 0 &&
        dup2(writer, stream) >= 0 && (folder == NULL || chdir(folder) == 0)) {
        environ = environment;
        execvp(arguments[0], arguments);
    }
    int reason = errno;
    ssize_t written = write(trouble, &reason, sizeof reason);
    (void)written;
    _exit(127);
}

static void make_private(int descriptor)
{
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

/* Starts a program with one of its streams in a pipe. 0, or errno. */
static int start(struct child *child, char *const *arguments, const char *folder, int stream)
{
    char **environment = clean_environment();
    int words[2], trouble[2];
    if (environment == NULL)
        return ENOMEM;
    if (pipe(words) != 0) {
        free(environment);
        return errno;
    }
    if (pipe(trouble) != 0) {
        int reason = errno;
        close(words[0]);
        close(words[1]);
        free(environment);
        return reason;
    }
    for (int i = 0; i < 2; i++) {
        make_private(words[i]);
        make_private(trouble[i]);
    }
    pid_t process = fork();
    if (process == 0)
        become(arguments, environment, folder, stream, words[1], trouble[1]);
    int reason = process < 0 ? errno : 0;
    close(words[1]);
    close(trouble[1]);
    free(environment);
    /* The pipe closes by itself when the program begins. */
    if (process > 0 && read(trouble[0], &reason, sizeof reason) == (ssize_t)sizeof reason)
        waitpid(process, NULL, 0);
    close(trouble[0]);
    if (reason != 0) {
        close(words[0]);
        return reason;
    }
    child->process = process;
    child->pipe = words[0];
    child->used = 0;
    fcntl(child->pipe, F_SETFL, O_NONBLOCK);
    return 0;
}

/* Takes what the pipe holds, keeping what fits. False at its end. */
static bool listen_to(struct child *child, char *words, size_t size)
{
    char block[1024];
    for (int turn = 0; turn < 64; turn++) { /* then the others and the clock are looked at */
        ssize_t length = read(child->pipe, block, sizeof block);
        if (length < 0)
            return errno == EAGAIN || errno == EINTR;
        if (length == 0)
            return false;
        size_t room = size - 1 - child->used;
        size_t kept = (size_t)length < room ? (size_t)length : room;
        memcpy(words + child->used, block, kept);
        child->used += kept;
        words[child->used] = '\0';
    }
    return true;
}

/* Waits for a process that has closed its pipe, or shall die. */
static int finish(struct child *child, bool kill_it)
{
    int status = -1;
    close(child->pipe);
    while (!kill_it) {
        pid_t ended = waitpid(child->process, &status, WNOHANG);
        if (ended == child->process)
            return status;
        if (ended < 0 && errno != EINTR)
            return -1;
        kill_it = now() > child->deadline;
        nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
    }
    kill(child->process, SIGKILL);
    while (waitpid(child->process, &status, 0) < 0 && errno == EINTR)
        continue;
    return -1;
}

/* Fontconfig talks of its cache when it cannot write one; that spoils no picture. */
static bool says_something(const char *words)
{
    while (*words != '\0') {
        size_t length = strcspn(words, "\n");
        if (length > 0 && strspn(words, " \t\r") < length && strncmp(words, "Fontconfig ", 11) != 0)
            return true;
        words += length + (words[length] != '\0');
    }
    return false;
}

static void begin(struct gnuplot_run *run, struct child *child)
{
    const char *program = run->program != NULL ? run->program : "gnuplot";
    char name[256], script[256];
    snprintf(name, sizeof name, "%s", program);
    snprintf(script, sizeof script, "%s", run->script);
    /* -d: not the user's own start-up file. */
    char option[] = "-d", evaluate[] = "-e", suffix[] = "SUFFIX = '.partial'";
    char *arguments[] = {name, option, evaluate, suffix, script, NULL};
    run->words[0] = '\0';
    int reason = start(child, arguments, run->folder, ERRORS);
    child->deadline = now() + run->seconds;
    if (reason != 0) {
        child->process = 0;
        run->end = reason == ENOENT ? GNUPLOT_MISSING : GNUPLOT_NOT_STARTED;
        snprintf(run->words, sizeof run->words, "%s", strerror(reason));
    }
}

static void end(struct gnuplot_run *run, struct child *child, enum gnuplot_end reason)
{
    int status = finish(child, reason != GNUPLOT_DONE);
    bool slow = status == -1 && now() > child->deadline;
    child->process = 0;
    run->end = reason != GNUPLOT_DONE                      ? reason
               : slow                                      ? GNUPLOT_TOO_SLOW
               : status != 0 || says_something(run->words) ? GNUPLOT_COMPLAINED
                                                           : GNUPLOT_DONE;
}

/* Waits until one of the children has something to say, or a tenth of a second. */
static void watch(struct gnuplot_run *const *run, struct child *child, int count,
                  volatile sig_atomic_t *interrupted)
{
    struct pollfd pipes[AT_A_TIME];
    for (int i = 0; i < count; i++)
        pipes[i] =
            (struct pollfd){.fd = child[i].process > 0 ? child[i].pipe : -1, .events = POLLIN};
    poll(pipes, (nfds_t)count, 100);
    for (int i = 0; i < count; i++) {
        if (child[i].process <= 0)
            continue;
        if (interrupted != NULL && *interrupted)
            end(run[i], &child[i], GNUPLOT_INTERRUPTED);
        else if (pipes[i].revents != 0 &&
                 !listen_to(&child[i], run[i]->words, sizeof run[i]->words))
            end(run[i], &child[i], GNUPLOT_DONE);
        else if (now() > child[i].deadline)
            end(run[i], &child[i], GNUPLOT_TOO_SLOW);
    }
}

bool gnuplot_run_all(struct gnuplot_run *run, int count, volatile sig_atomic_t *interrupted)
{
    struct child child[AT_A_TIME] = {{0}};
    struct gnuplot_run *its[AT_A_TIME] = {NULL};
    int next = 0, busy;
    do {
        busy = 0;
        for (int i = 0; i < AT_A_TIME; i++) {
            while (child[i].process <= 0 && next < count) {
                its[i] = &run[next++];
                its[i]->end = GNUPLOT_INTERRUPTED;
                if (interrupted == NULL || !*interrupted)
                    begin(its[i], &child[i]);
            }
            busy += child[i].process > 0;
        }
        if (busy > 0)
            watch(its, child, AT_A_TIME, interrupted);
    } while (busy > 0 || next < count);
    bool done = true;
    for (int i = 0; i < count; i++)
        done = done && run[i].end == GNUPLOT_DONE;
    return done;
}

bool gnuplot_font(const char *family, char *found, size_t size)
{
    char program[] = "fc-match", option[] = "-f", format[] = "%{family[0]}", name[128];
    snprintf(name, sizeof name, "%s", family);
    char *arguments[] = {program, option, format, name, NULL};
    struct child child;
    found[0] = '\0';
    if (start(&child, arguments, NULL, OUTPUT) != 0)
        return false;
    child.deadline = now() + 20;
    bool open = true;
    while (open && now() < child.deadline) {
        struct pollfd pipe_end = {.fd = child.pipe, .events = POLLIN};
        poll(&pipe_end, 1, 100);
        open = listen_to(&child, found, size);
    }
    return finish(&child, open) == 0 && found[0] != '\0';
}
