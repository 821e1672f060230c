/* Programs that are missing, complain, hang or are interrupted. Shell scripts stand in for
 * gnuplot where it would have to misbehave. */
#include "report/gnuplot.h"

#include "report/files.h"
#include "report/runner.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static char place[FILES_PATH_SIZE], program[FILES_PATH_SIZE + 16];

/* A program of the given lines. */
static void begin(const char *lines)
{
    files_begin(place);
    char text[1024];
    snprintf(text, sizeof text, "#!/bin/sh\n%s\n", lines);
    files_write(place, "fake", text);
    snprintf(program, sizeof program, "%s/fake", place);
    ck_assert_int_eq(chmod(program, 0755), 0);
}

static struct gnuplot_run fake_run(double seconds)
{
    return (struct gnuplot_run){
        .folder = place, .script = "x.gp", .program = program, .seconds = seconds};
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

START_TEST(a_quiet_program_has_done_its_work)
{
    begin("echo \"$@\" > arguments; echo to standard output; cat > stdin");
    struct gnuplot_run run = fake_run(10);
    ck_assert(gnuplot_run_all(&run, 1, NULL));
    ck_assert_int_eq(run.end, GNUPLOT_DONE);
    /* In its folder, without the user's own start-up file, and with nothing to read. */
    char *arguments = files_read(place, "arguments"), *standard_input = files_read(place, "stdin");
    ck_assert_str_eq(arguments, "-d -e SUFFIX = '.partial' x.gp\n");
    ck_assert_str_eq(standard_input, "");
    free(arguments);
    free(standard_input);
    files_end(place);
}
END_TEST

START_TEST(a_missing_program_is_known_as_missing)
{
    begin("true");
    struct gnuplot_run run = fake_run(10);
    run.program = "no-such-program-of-that-name";
    ck_assert(!gnuplot_run_all(&run, 1, NULL));
    ck_assert_int_eq(run.end, GNUPLOT_MISSING);
    files_end(place);
}
END_TEST

START_TEST(any_word_on_standard_error_is_a_failure)
{
    begin("echo 'warning: Skipping data file with no valid points' >&2; exit 0");
    struct gnuplot_run run = fake_run(10);
    ck_assert(!gnuplot_run_all(&run, 1, NULL));
    ck_assert_int_eq(run.end, GNUPLOT_COMPLAINED);
    ck_assert_ptr_nonnull(strstr(run.words, "no valid points"));
    files_end(place);
}
END_TEST

START_TEST(a_failure_without_words_is_a_failure)
{
    begin("exit 3");
    struct gnuplot_run run = fake_run(10);
    ck_assert(!gnuplot_run_all(&run, 1, NULL));
    ck_assert_int_eq(run.end, GNUPLOT_COMPLAINED);
    files_end(place);
}
END_TEST

START_TEST(fontconfig_may_talk_of_its_cache)
{
    begin("echo 'Fontconfig error: No writable cache directories' >&2; echo >&2");
    struct gnuplot_run run = fake_run(10);
    ck_assert(gnuplot_run_all(&run, 1, NULL));
    files_end(place);
}
END_TEST

START_TEST(a_flood_of_words_is_cut)
{
    begin(
        "i=0; while [ $i -lt 3000 ]; do echo 'the same line over and over' >&2; i=$((i+1)); done");
    struct gnuplot_run run = fake_run(30);
    ck_assert(!gnuplot_run_all(&run, 1, NULL));
    ck_assert_int_eq(run.end, GNUPLOT_COMPLAINED);
    ck_assert_uint_eq(strlen(run.words), GNUPLOT_WORDS_SIZE - 1);
    files_end(place);
}
END_TEST

START_TEST(a_program_that_hangs_is_stopped)
{
    begin("exec sleep 100");
    struct gnuplot_run run = fake_run(0.3);
    double start = now();
    ck_assert(!gnuplot_run_all(&run, 1, NULL));
    ck_assert_int_eq(run.end, GNUPLOT_TOO_SLOW);
    ck_assert_double_lt(now() - start, 20);
    files_end(place);
}
END_TEST

START_TEST(a_program_that_closes_its_pipe_and_hangs_is_stopped)
{
    begin("exec sleep 100 2>&-");
    struct gnuplot_run run = fake_run(0.3);
    ck_assert(!gnuplot_run_all(&run, 1, NULL));
    ck_assert_int_eq(run.end, GNUPLOT_TOO_SLOW);
    files_end(place);
}
END_TEST

START_TEST(an_interruption_stops_what_runs_and_starts_nothing)
{
    begin("exec sleep 100");
    volatile sig_atomic_t interrupted = 1;
    struct gnuplot_run run[3] = {fake_run(60), fake_run(60), fake_run(60)};
    ck_assert(!gnuplot_run_all(run, 3, &interrupted));
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(run[i].end, GNUPLOT_INTERRUPTED);
    files_end(place);
}
END_TEST

static volatile sig_atomic_t alarm_rang;

static void ring(int number)
{
    (void)number;
    alarm_rang = 1;
}

START_TEST(an_interruption_in_the_middle_ends_it_soon)
{
    begin("exec sleep 100");
    alarm_rang = 0;
    signal(SIGUSR1, ring);
    /* Check uses SIGALRM itself. */
    timer_t timer;
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1};
    ck_assert_int_eq(timer_create(CLOCK_MONOTONIC, &event, &timer), 0);
    struct itimerspec in_a_moment = {.it_value = {.tv_nsec = 200000000}};
    ck_assert_int_eq(timer_settime(timer, 0, &in_a_moment, NULL), 0);
    struct gnuplot_run run[3] = {fake_run(60), fake_run(60), fake_run(60)};
    double start = now();
    ck_assert(!gnuplot_run_all(run, 3, &alarm_rang));
    ck_assert_double_lt(now() - start, 20);
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(run[i].end, GNUPLOT_INTERRUPTED);
    timer_delete(timer);
    files_end(place);
}
END_TEST

START_TEST(many_run_and_one_failure_spoils_only_its_own)
{
    begin("case $4 in bad.gp) echo no >&2;; esac");
    struct gnuplot_run run[7];
    for (int i = 0; i < 7; i++) {
        run[i] = fake_run(20);
        run[i].script = i == 4 ? "bad.gp" : "good.gp";
    }
    ck_assert(!gnuplot_run_all(run, 7, NULL));
    for (int i = 0; i < 7; i++)
        ck_assert_int_eq(run[i].end, i == 4 ? GNUPLOT_COMPLAINED : GNUPLOT_DONE);
    files_end(place);
}
END_TEST

START_TEST(the_environment_cannot_lead_gnuplot_astray)
{
    begin("env > environment");
    setenv("GNUTERM", "nonsense", 1);
    setenv("GNUPLOT_LIB", "/elsewhere", 1);
    struct gnuplot_run run = fake_run(10);
    ck_assert(gnuplot_run_all(&run, 1, NULL));
    char *environment = files_read(place, "environment");
    ck_assert_ptr_null(strstr(environment, "GNU"));
    ck_assert_ptr_nonnull(strstr(environment, "PATH="));
    free(environment);
    files_end(place);
}
END_TEST

RUNNER_MAIN("gnuplot", a_quiet_program_has_done_its_work, a_missing_program_is_known_as_missing,
            any_word_on_standard_error_is_a_failure, a_failure_without_words_is_a_failure,
            fontconfig_may_talk_of_its_cache, a_flood_of_words_is_cut,
            a_program_that_hangs_is_stopped, a_program_that_closes_its_pipe_and_hangs_is_stopped,
            an_interruption_stops_what_runs_and_starts_nothing,
            an_interruption_in_the_middle_ends_it_soon,
            many_run_and_one_failure_spoils_only_its_own,
            the_environment_cannot_lead_gnuplot_astray)
