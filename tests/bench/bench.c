/* How fast, measured on one machine in one run:
 *
 *     bench [SCENARIO [PATHS [REPETITIONS]]]
 *
 * A machine that is busy, or changes its clock, shifts all programs alike: they are measured in
 * turn, and the bars are on ratios of neighbours. Each prints its bar and whether it was reached.
 */
#include "bench/light.h"
#include "bench/months.h"
#include "bench/programs.h"
#include "bench/stopwatch.h"
#include "bench/waterfalls.h"
#include "montecarlo/machine.h"

#include <gsl/gsl_errno.h>
#include <stdio.h>
#include <stdlib.h>

enum { LEVELS = 3 };

struct bench {
    const char *self, *file;
    int64_t paths;
    int repetitions;
    struct trial trial;
    const struct kernel *kernel[LEVELS]; /* NULL where the processor lacks the level */
    double month[LEVELS][REPETITIONS_MAX], plain[REPETITIONS_MAX]; /* seconds a company-month */
};

static const struct light *const light[LEVELS] = {
    &light_v2,
#ifndef KERNEL_ONLY
    &light_v3,
    &light_v4,
#endif
};

static void title(const char *text) { printf("\n%s\n", text); }

/* One line: what, the number, and the bar it should reach. */
static void line(const char *what, double number, const char *unit)
{
    printf("  %-52s %9.4g %s\n", what, number, unit);
}

static void bar(const char *what, double number, const char *unit, const char *asked, bool reached)
{
    printf("  %-52s %9.4g %-4s asked: %-11s %s\n", what, number, unit, asked,
           reached ? "reached" : "MISSED");
}

static void find_kernels(struct bench *bench)
{
    static const char *const levels[LEVELS] = {"v2", "v3", "v4"};
    const char *why;
    for (int l = 0; l < LEVELS; l++) {
        setenv("PLAYBOOK_ISA", levels[l], 1);
        bench->kernel[l] = light[l] ? machine_kernel(&why) : NULL;
    }
    unsetenv("PLAYBOOK_ISA");
}

static const struct kernel *best(const struct bench *bench)
{
    for (int l = LEVELS - 1; l > 0; l--)
        if (bench->kernel[l])
            return bench->kernel[l];
    return bench->kernel[0];
}

/* Every program in turn, as often as asked; the first round only warms up. */
static void time_months(struct bench *bench)
{
    double filled = 0.0, sampled = 0.0;
    for (int r = -1; r < bench->repetitions; r++) {
        int at = r < 0 ? 0 : r;
        for (int l = 0; l < LEVELS; l++) {
            if (!bench->kernel[l])
                continue;
            struct months months = months_in_lanes(&bench->trial, bench->kernel[l], bench->paths);
            bench->month[l][at] = months.seconds / (double)months.live;
            filled = (double)months.live / (double)months.lanes;
            sampled = months.sampling / (months.sampling + months.seconds);
        }
        struct months plain = months_in_plain(&bench->trial, r < 0 ? LANES : bench->paths / 4);
        bench->plain[at] = plain.seconds / (double)plain.live;
    }
    title("The model, nanoseconds a living company's month, one thread");
    for (int l = 0; l < LEVELS; l++)
        if (bench->kernel[l]) {
            double sorted[REPETITIONS_MAX];
            for (int r = 0; r < bench->repetitions; r++)
                sorted[r] = bench->month[l][r];
            char what[64];
            snprintf(what, sizeof what, "lanes, x86-64-%s", bench->kernel[l]->name);
            line(what, 1e9 * stopwatch_median(sorted, bench->repetitions), "ns");
        }
    double sorted[REPETITIONS_MAX];
    for (int r = 0; r < bench->repetitions; r++)
        sorted[r] = bench->plain[r];
    line("the plain program, GSL's taus2", 1e9 * stopwatch_median(sorted, bench->repetitions),
         "ns");
    line("lanes that live, of those computed", 100.0 * filled, "%");
    line("drawing the parameters, of both on the best level", 100.0 * sampled, "%");
}

static void compare_months(struct bench *bench)
{
    title("Lanes against the plain program");
    const double asked[LEVELS] = {0.0, 8.0, 12.0};
    const char *const words[LEVELS] = {"", "8 times", "12 times"};
    for (int l = 0; l < LEVELS; l++) {
        if (!bench->kernel[l])
            continue;
        double ratio = stopwatch_ratio(bench->plain, bench->month[l], bench->repetitions);
        char what[64];
        snprintf(what, sizeof what, "the plain program / lanes %s", bench->kernel[l]->name);
        if (asked[l] > 0.0)
            bar(what, ratio, "", words[l], ratio >= asked[l]);
        else
            line(what, ratio, "");
    }
}

static void compare_light(struct bench *bench)
{
    title("Lanes against their draws and mathematics alone, nanoseconds a lane's month");
    for (int l = 0; l < LEVELS; l++) {
        if (!bench->kernel[l])
            continue;
        struct light_cost cost[REPETITIONS_MAX];
        double sums[REPETITIONS_MAX];
        for (int r = 0; r < bench->repetitions; r++) {
            cost[r] = months_of_light(&bench->trial, light[l], bench->kernel[l]);
            sums[r] = 1e-9 * cost[r].sum;
        }
        const struct light_cost *c = &cost[bench->repetitions / 2];
        printf(
            "  %s: uniforms %.1f, normals %.1f, exp %.1f, log %.1f, Poisson %.1f, binomial %.1f, "
            "divisions %.1f\n",
            light[l]->level, c->uniforms, c->normals, c->exps, c->logs, c->poissons, c->binomials,
            c->divisions);
        double ratio = stopwatch_ratio(bench->month[l], sums, bench->repetitions);
        char what[64];
        snprintf(what, sizeof what, "lanes %s / their sum (%.1f ns)", light[l]->level,
                 1e9 * stopwatch_median(sums, bench->repetitions));
        bar(what, ratio, "", "1.5 times", ratio <= 1.5);
    }
}

/* Seconds of a batch: sampling, months, tallies and results. */
struct batch_time {
    double wall, processor;
};

static struct batch_time time_batch(struct bench *bench, int64_t paths, int threads)
{
    struct batch_options options = {.threads = threads, .kernel = best(bench)};
    struct batch *batch =
        batch_create(bench->trial.scenario, bench->trial.seed, paths, bench->trial.complaints);
    struct batch_time begun = {stopwatch_wall(), stopwatch_process()};
    bool played = batch && batch_play(batch, paths, &options) == BATCH_DONE;
    struct batch_time time = {stopwatch_wall() - begun.wall,
                              stopwatch_process() - begun.processor};
    batch_destroy(batch);
    if (!played) {
        fputs("bench: a batch could not be played\n", stderr);
        exit(EXIT_FAILURE);
    }
    return time;
}

/* Wall-clock time tells little while other programs want the processors; the processor time of both
 * then tells what two threads cost beside what they share. */
static void compare_threads(struct bench *bench)
{
    title("Whole batches on the best level");
    double wall[2][REPETITIONS_MAX], processor[2][REPETITIONS_MAX];
    time_batch(bench, bench->paths, 2);
    for (int r = 0; r < bench->repetitions; r++)
        for (int t = 0; t < 2; t++) {
            struct batch_time time = time_batch(bench, 4 * bench->paths, t + 1);
            wall[t][r] = time.wall;
            processor[t][r] = time.processor;
        }
    double faster = stopwatch_ratio(wall[0], wall[1], bench->repetitions);
    double dearer = stopwatch_ratio(processor[1], processor[0], bench->repetitions);
    line("microseconds a path with all its strategies",
         1e6 * stopwatch_median(processor[0], bench->repetitions) / (4.0 * (double)bench->paths),
         "us");
    line("processor time of two threads / of one", dearer, "");
    if (machine_processors() > 1)
        bar("one thread / two threads, wall-clock", faster, "", "1.9 times", faster >= 1.9);
}

static void check_linear(struct bench *bench)
{
    title("Time against paths, one thread");
    enum { SIZES = 4 };
    double each[SIZES][REPETITIONS_MAX];
    for (int r = 0; r < bench->repetitions; r++)
        for (int s = 0; s < SIZES; s++) {
            int64_t paths = (int64_t)10000 << s;
            each[s][r] = time_batch(bench, paths, 1).processor / (double)paths;
        }
    for (int s = 1; s < SIZES; s++) {
        char what[64];
        double ratio = stopwatch_ratio(each[s], each[0], bench->repetitions);
        snprintf(what, sizeof what, "a path among %d000 / among 10000", 10 << s);
        bar(what, ratio, "", "0.9 to 1.1", ratio > 0.9 && ratio < 1.1);
    }
}

static void check_memory(struct bench *bench)
{
    title("Memory");
    struct batch_options options = {.threads = 2, .kernel = best(bench)};
    double megabytes = programs_peak(bench->trial.scenario, 1000000, &options);
    bar("peak of 1,000,000 paths", megabytes, "MB", "400 MB", megabytes > 0.0 && megabytes < 400.0);
}

static void time_waterfalls(void)
{
    title("Dividing a price, nanoseconds");
    waterfalls_cost(0);
    line("two SAFEs", waterfalls_cost(0), "ns");
    bar("two SAFEs and four rounds", waterfalls_cost(4), "ns", "1000 ns", waterfalls_cost(4) < 1000.0);
    line("two SAFEs and six rounds", waterfalls_cost(6), "ns");
}

/* The same text compiled for one lane, and what a program needs before its first path. */
static void time_programs(struct bench *bench)
{
    title("Programs");
    const char *program = programs_find("PLAYBOOK", bench->self, "playbook");
    double processor[REPETITIONS_MAX] = {0}, wall[REPETITIONS_MAX] = {0}, nothing, unused;
    bool well = program != NULL;
    for (int r = 0; r < bench->repetitions && well; r++)
        well = programs_run(program, bench->file, 1, &processor[r], &wall[r]);
    if (well)
        line("a run of one path, start to end", 1e3 * stopwatch_median(wall, bench->repetitions),
             "ms");

    program = programs_find("PLAYBOOK_ONE_LANE", bench->self, "playbook-one-lane");
    if (!program) {
        puts("  playbook-one-lane was not built; it comes with the tests");
        return;
    }
    int64_t paths = bench->paths / 4;
    struct months months = months_in_lanes(&bench->trial, best(bench), paths);
    well = programs_run(program, bench->file, 1, &nothing, &unused);
    for (int r = 0; r < bench->repetitions && well; r++) {
        well = programs_run(program, bench->file, paths, &processor[r], &wall[r]);
        processor[r] -= nothing;
    }
    if (well)
        line("one lane, a month with parameters and tallies",
             1e9 * stopwatch_median(processor, bench->repetitions) / (double)months.live, "ns");
}

int main(int argc, char **argv)
{
    struct bench bench = {.self = argv[0],
                          .file = argc > 1 ? argv[1] : "scenarios/openstack-2011.yaml",
                          .paths = argc > 2 ? atoll(argv[2]) : 8192,
                          .repetitions = argc > 3 ? atoi(argv[3]) : 7};
    if (bench.paths < 1024 || bench.repetitions < 1 || bench.repetitions > REPETITIONS_MAX) {
        fputs("usage: bench [SCENARIO [PATHS [REPETITIONS]]]    at least 1024 paths, 1 to 64 "
              "repetitions\n",
              stderr);
        return EXIT_FAILURE;
    }
    gsl_set_error_handler_off();
    trial_open(&bench.trial, bench.file, 1, bench.paths);
    find_kernels(&bench);
    printf("%s: %lld paths, %d strategies, %d months, blocks of %d lanes, medians of %d\n",
           bench.file, (long long)bench.paths, bench.trial.scenario->strategies,
           bench.trial.scenario->horizon, LANES, bench.repetitions);
    time_months(&bench);
    compare_months(&bench);
    compare_light(&bench);
    compare_threads(&bench);
    check_linear(&bench);
    check_memory(&bench);
    time_waterfalls();
    time_programs(&bench);
    trial_close(&bench.trial);
    return EXIT_SUCCESS;
}
