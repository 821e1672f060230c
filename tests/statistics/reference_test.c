/* The engine against the plain program with luck of its own: the same scenarios, the same
 * parameters for each path, other random numbers. Statistics of both must agree within sampling
 * error.
 *
 * A path's pair of results differs in luck alone, so the mean of the differences has a standard
 * error that the differences themselves tell, whatever the parameters have in common. */
#include "statistics/trial.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { PATHS = 20000, YEARS = 4 };

/* 2 scenarios x 3 strategies x some 50 comparisons: at 4.5 standard errors one false alarm in five
 * hundred choices of the seeds, which are fixed. */
static const double standard_errors = 4.5;

/* Kolmogorov and Smirnov's statistic for six comparisons, one false alarm in a thousand:
 * sqrt(log(2 * 6 / 0.001) / 2). Pairs that share parameters come out closer still. */
static const double largest_gap = 2.17;

/* Paths that would hold a sum of revenue if all that hold any held the same. */
static const double least_holders = 400.0;

static const char *const shipped[] = {"scenarios/openstack-2011.yaml",
                                      "scenarios/innovation-market.yaml"};
enum { SHIPPED = sizeof shipped / sizeof *shipped };

static const int years[YEARS] = {1, 3, 5, 8};
static const double revenues[] = {1e4, 1e5, 1e6, 1e7};
enum { REVENUES = sizeof revenues / sizeof *revenues };

/* What the plain program found. */
struct plain_run {
    struct result result[PATHS];
    float revenue[YEARS][PATHS];                           /* yearly; 0 once it is over */
    double stream[YEARS][STREAMS], square[YEARS][STREAMS]; /* sums over paths, of thousands */
};

static void record_year(struct plain_run *run, int path, int y, const struct plain_life *life)
{
    const struct plain_billing *year = &life->company.year;
    const double streams[STREAMS] = {
        [STREAM_SERVICES] = year->services,       [STREAM_TRAINING] = year->training,
        [STREAM_SUPPORT] = year->support,         [STREAM_SUBSCRIPTION] = year->subscription,
        [STREAM_VALUE_ADDED] = year->value_added, [STREAM_LICENCES] = year->licences,
        [STREAM_ADVERTISING] = year->advertising};
    run->revenue[y][path] = (float)life->company.revenue;
    for (int s = 0; s < STREAMS; s++) {
        double thousands = round(streams[s] / 1e3); /* as the tally counts them */
        run->stream[y][s] += thousands;
        run->square[y][s] += thousands * thousands;
    }
}

static void play_plain(struct trial *trial, int strategy, gsl_rng *rng, struct plain_run *run)
{
    for (int64_t first = 0; first < PATHS; first += LANES) {
        int n = PATHS - first < LANES ? (int)(PATHS - first) : LANES;
        trial_fill(trial, strategy, first, n);
        for (int i = 0; i < n; i++) {
            struct plain_life life = {
                .scenario = trial->scenario, .strategy = strategy, .luck = {.rng = rng}};
            plain_read(trial->parameters, i, &life.given);
            plain_start(&life);
            while (!life.over) {
                plain_month(&life);
                for (int y = 0; y < YEARS && !life.over; y++)
                    if (life.month == 12 * years[y])
                        record_year(run, (int)first + i, y, &life);
            }
            run->result[first + i] = life.result;
        }
    }
}

struct verdict {
    int comparisons, beyond;
    double worst;
};

static void compare(struct verdict *verdict, const char *what, double engine, double plain,
                    double error)
{
    double z = (engine - plain) / error;
    verdict->comparisons++;
    verdict->worst = fmax(verdict->worst, fabs(z));
    if (!(fabs(z) <= standard_errors)) {
        verdict->beyond++;
        printf("  %s: %.6g in the engine, %.6g in the plain program: %.1f standard errors\n", what,
               engine, plain, z);
    }
}

/* Means of a quantity of the results, in pairs. One pair's worth of error where none differ. */
static void compare_means(struct verdict *verdict, const char *what, const struct result *engine,
                          const struct result *plain, double (*of)(const struct result *, double),
                          double argument)
{
    double sums[2] = {0}, squares = 0.0;
    for (int i = 0; i < PATHS; i++) {
        double a = of(&engine[i], argument), b = of(&plain[i], argument);
        sums[0] += a;
        sums[1] += b;
        squares += (a - b) * (a - b);
    }
    double mean = (sums[0] - sums[1]) / PATHS;
    double error = sqrt(fmax(squares / PATHS - mean * mean, 1.0 / PATHS) / PATHS);
    compare(verdict, what, sums[0] / PATHS, sums[1] / PATHS, error);
}

static double outcome_is(const struct result *r, double outcome) { return r->outcome == outcome; }
static double cause_is(const struct result *r, double cause) { return r->cause == cause; }
static double rounds_are(const struct result *r, double rounds) { return r->rounds == rounds; }
static double ended_by(const struct result *r, double month) { return r->month <= month; }
static double months(const struct result *r, double unused) { return r->month + 0.0 * unused; }
static double stage(const struct result *r, double unused) { return r->stage + 0.0 * unused; }
static double share(const struct result *r, double unused)
{
    return 100.0 * r->founders_share + 0.0 * unused;
}
static double log_founders(const struct result *r, double unit)
{
    return log1p(r->founder_proceeds / unit);
}
static double log_present(const struct result *r, double unit)
{
    return log1p(r->founder_present / unit);
}
static double log_pool(const struct result *r, double unit)
{
    return log1p(r->pool_proceeds / unit);
}
static double log_investors(const struct result *r, double unit)
{
    return log1p(r->investor_proceeds / unit);
}
static double log_proceeds(const struct result *r, double unit)
{
    return log1p(r->proceeds / unit);
}
static double log_invested(const struct result *r, double unit)
{
    return log1p(r->invested / unit);
}
static double log_revenue(const struct result *r, double unit) { return log1p(r->revenue / unit); }
static double founders_above(const struct result *r, double dollars)
{
    return r->founder_proceeds > dollars;
}
static double investors_above(const struct result *r, double multiple)
{
    return r->invested > 0.0 && r->investor_proceeds > multiple * r->invested;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double *sorted_proceeds(const struct result *result)
{
    double *proceeds = malloc(PATHS * sizeof *proceeds);
    ck_assert_ptr_nonnull(proceeds);
    for (int i = 0; i < PATHS; i++)
        proceeds[i] = result[i].founder_proceeds;
    qsort(proceeds, PATHS, sizeof *proceeds, ascending);
    return proceeds;
}

static void compare_ends(struct verdict *verdict, const struct result *engine,
                         const struct result *plain)
{
    for (int o = 0; o < OUTCOMES; o++)
        compare_means(verdict, "an outcome's share", engine, plain, outcome_is, o);
    for (int c = 0; c < CAUSES; c++)
        compare_means(verdict, "a cause's share", engine, plain, cause_is, c);
    for (int r = 0; r <= ROUNDS_MAX; r++)
        compare_means(verdict, "share with so many rounds", engine, plain, rounds_are, r);
    for (int y = 0; y < YEARS; y++)
        compare_means(verdict, "share ended by a year", engine, plain, ended_by, 12.0 * years[y]);
    compare_means(verdict, "months", engine, plain, months, 0.0);
    compare_means(verdict, "stage", engine, plain, stage, 0.0);
    compare_means(verdict, "founders' share", engine, plain, share, 0.0);
    compare_means(verdict, "log founders' proceeds", engine, plain, log_founders, 1.0);
    compare_means(verdict, "log founders' present value", engine, plain, log_present, 1.0);
    compare_means(verdict, "log pool's proceeds", engine, plain, log_pool, 1.0);
    compare_means(verdict, "log investors' proceeds", engine, plain, log_investors, 1.0);
    compare_means(verdict, "log proceeds", engine, plain, log_proceeds, 1.0);
    compare_means(verdict, "log invested", engine, plain, log_invested, 1.0);
    compare_means(verdict, "log revenue at the end", engine, plain, log_revenue, 1.0);
    for (double multiple = 1.0; multiple <= 10.0; multiple *= sqrt(10.0))
        compare_means(verdict, "investors' multiple", engine, plain, investors_above, multiple);
}

/* Quantiles, read as the share of paths above what the engine's quantile is. */
static void compare_quantiles(struct verdict *verdict, const struct result *engine,
                              const struct result *plain)
{
    const double levels[] = {0.25, 0.5, 0.75, 0.9, 0.97, 0.99};
    double *sorted = sorted_proceeds(engine);
    for (size_t q = 0; q < sizeof levels / sizeof *levels; q++)
        compare_means(verdict, "share above a quantile of founders' proceeds", engine, plain,
                      founders_above, sorted[(int)(levels[q] * PATHS)]);
    free(sorted);
}

/* Largest gap between the two distributions of founders' proceeds, in its own unit. */
static double gap(const struct result *engine, const struct result *plain)
{
    double *a = sorted_proceeds(engine), *b = sorted_proceeds(plain), worst = 0.0;
    for (int i = 0, k = 0; i < PATHS && k < PATHS;) {
        double at = fmin(a[i], b[k]);
        while (i < PATHS && a[i] <= at)
            i++;
        while (k < PATHS && b[k] <= at)
            k++;
        worst = fmax(worst, fabs((double)(i - k)) / PATHS);
    }
    free(a);
    free(b);
    return worst * sqrt(PATHS / 2.0);
}

/* Open companies with revenue above a bound, from the engine's tally, whose buckets begin at powers
 * of two: the largest one below the bound. */
static double tally_above(const struct tally *tally, int quarter, double bound)
{
    int bucket = 128 * (int)floor(log2(bound / 1024.0));
    double count = 0.0;
    for (int b = bucket; b < TALLY_BUCKETS; b++)
        count += tally->revenue[quarter * TALLY_BUCKETS + b];
    return count;
}

static void compare_years(struct verdict *verdict, const struct tally *tally,
                          const struct plain_run *run)
{
    for (int y = 0; y < YEARS; y++) {
        int quarter = 12 * years[y] / TALLY_QUARTER;
        for (int r = 0; r < REVENUES; r++) {
            float bound = (float)(1024.0 * exp2(floor(log2(revenues[r] / 1024.0))));
            double engine = tally_above(tally, quarter, revenues[r]) / PATHS, plain = 0.0;
            for (int i = 0; i < PATHS; i++)
                plain += run->revenue[y][i] >= bound;
            plain /= PATHS;
            double both = 0.5 * (engine + plain);
            compare(verdict, "share with that much revenue after a year", engine, plain,
                    sqrt(fmax(2.0 * both * (1.0 - both), 1.0 / PATHS) / PATHS));
        }
        /* Sums of revenue, with the error that the plain program's own tell; unless so few paths
         * hold most of them that they tell nothing. */
        for (int s = 0; s < STREAMS; s++) {
            double holders = run->stream[y][s] * run->stream[y][s] / fmax(run->square[y][s], 1.0);
            if (holders < least_holders)
                continue;
            double engine = (double)tally->stream[quarter * STREAMS + s] / PATHS;
            double plain = run->stream[y][s] / PATHS;
            double variance = run->square[y][s] / PATHS - plain * plain;
            compare(verdict, "a stream's mean revenue after a year", engine, plain,
                    sqrt(2.0 * fmax(variance, 0.0) / PATHS));
        }
    }
}

START_TEST(statistics_agree)
{
    struct trial trial;
    trial_open(&trial, shipped[_i], 11, PATHS);
    struct batch *batch = batch_create(trial.scenario, trial.seed, PATHS, trial.complaints);
    struct batch_options options = {.threads = 2, .kernel = trial.kernel};
    struct plain_run *run = malloc(sizeof *run);
    ck_assert(batch && run);
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(rng, 1u + (unsigned long)_i);
    for (int s = 0; s < trial.scenario->strategies; s++) {
        *run = (struct plain_run){0};
        play_plain(&trial, s, rng, run);
        printf("%s, %s:\n", trial.scenario->name, trial.scenario->strategy[s].name);
        struct verdict verdict = {0};
        compare_ends(&verdict, batch->result[s], run->result);
        compare_quantiles(&verdict, batch->result[s], run->result);
        compare_years(&verdict, batch->tally[s], run);
        double widest = gap(batch->result[s], run->result);
        printf("  %d comparisons, the worst at %.1f standard errors; largest gap %.2f\n",
               verdict.comparisons, verdict.worst, widest);
        ck_assert_int_eq(verdict.beyond, 0);
        ck_assert_double_le(widest, largest_gap);
    }
    gsl_rng_free(rng);
    free(run);
    batch_destroy(batch);
    trial_close(&trial);
}
END_TEST

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0); /* a failed test leaves its process without flushing */
    Suite *suite = suite_create("reference");
    TCase *scenarios = tcase_create("scenarios");
    tcase_set_timeout(scenarios, 300);
    tcase_add_loop_test(scenarios, statistics_agree, 0, SHIPPED);
    suite_add_tcase(suite, scenarios);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
