/* Calibration, tried on companies whose truth is known: some paths of one batch are taken for real
 * companies in turn, seen with errors of the stated size, and all other paths are weighed by them.
 *
 * Simulation-based calibration (Talts and others 2018): where the truth stands in its posterior must be
 * uniform. And the intervals that conditioning gives for later months must hold the truth as often as they
 * say. */
#include "analysis/measurement.h"
#include "analysis/posterior.h"
#include "analysis/weighted.h"
#include "montecarlo/machine.h"
#include "numerics/draws.h"
#include "report/runner.h"
#include "scenario/key.h"
#include "scenario/likeness.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PATHS = 16000, COMPANIES = 300, LATER = 3, EFFECTIVE = 100, SEED = 43 };

static const char *const keys[] = {"market.services_need", "market.accounts", "market.adoption_imitation",
                                   "company.skill", "company.expertise", "market.rival_services"};
enum { KEYS = sizeof keys / sizeof *keys };

static const struct watch_row {
    enum observable observable;
    int month;
} seen[] = {{OBSERVABLE_revenue, 6},   {OBSERVABLE_revenue, 12},   {OBSERVABLE_revenue, 18},
            {OBSERVABLE_headcount, 18}, {OBSERVABLE_cash, 18}},
  later[LATER] = {{OBSERVABLE_revenue, 30}, {OBSERVABLE_revenue, 42}, {OBSERVABLE_headcount, 30}};
enum { SEEN = sizeof seen / sizeof *seen };

/* One batch, in which every company is tried. */
struct trial {
    struct scenario *scenario;
    struct batch *batch;
    struct prior *prior;
    struct evidence *evidence;
    double *later[LATER]; /* [PATHS] */
    double *weight;
    struct weighted *item;
};

static struct batch *play(const struct scenario *scenario, struct complaints *complaints)
{
    struct batch *batch = batch_create(scenario, SEED, PATHS, complaints);
    ck_assert_ptr_nonnull(batch);
    for (int o = 0; o < SEEN; o++)
        batch_watch(batch, seen[o].observable, seen[o].month);
    for (int l = 0; l < LATER; l++)
        batch_watch(batch, later[l].observable, later[l].month);
    const char *why;
    const struct batch_options options = {.threads = 2, .strategies = 1, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    return batch;
}

static double *values_of(const double *values)
{
    double *copy = malloc(PATHS * sizeof *copy);
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, values, PATHS * sizeof *copy);
    return copy;
}

/* What the last `seen` months say; the companies are open and their owners' at the last of them. */
static struct evidence *look(const struct batch *batch)
{
    struct evidence *evidence = evidence_create(PATHS, SEEN);
    ck_assert_ptr_nonnull(evidence);
    for (int o = 0; o < SEEN; o++) {
        const enum unit unit = observable_table[seen[o].observable].unit;
        evidence->error[o] = HISTORY_ERROR;
        for (int64_t p = 0; p < PATHS; p++)
            evidence->simulated[o][p] = likeness_scaled(batch->watched[0][o][p], unit);
    }
    for (int64_t p = 0; p < PATHS; p++)
        evidence->possible[p] = measurement_is_open(&batch->result[0][p], seen[SEEN - 1].month, batch->scenario->horizon);
    return evidence;
}

static struct trial trial_create(void)
{
    static const char *const settings[] = {"horizon=42 months"};
    struct complaints *complaints = complaints_create();
    struct trial trial = {.scenario = scenario_load("scenarios/openstack-2011.yaml", settings, 1, complaints)};
    ck_assert_ptr_nonnull(trial.scenario);
    int column[KEYS];
    for (int k = 0; k < KEYS; k++) {
        struct key key;
        ck_assert(key_find(keys[k], &key));
        column[k] = key.column;
    }
    trial.batch = play(trial.scenario, complaints);
    trial.prior = prior_create(trial.batch, 0, PATHS, column, KEYS);
    ck_assert_ptr_nonnull(trial.prior);
    ck_assert_int_eq(trial.prior->count, KEYS);
    trial.evidence = look(trial.batch);
    for (int l = 0; l < LATER; l++)
        trial.later[l] = values_of(trial.batch->watched[0][SEEN + l]);
    trial.weight = malloc(PATHS * sizeof *trial.weight);
    trial.item = malloc(PATHS * sizeof *trial.item);
    complaints_destroy(complaints);
    return trial;
}

static struct trial trial;

/* Company number `company` is some possible path; it is seen with error, and weighed by all others. */
static int64_t become(int company, struct weighing *weighing)
{
    struct evidence *evidence = trial.evidence;
    int64_t path = (int64_t)(draws_threefry(SEED, DRAWS_OTHER + 99, (uint64_t)company).first % PATHS);
    while (!evidence->possible[path])
        path = (path + 1) % PATHS;
    for (int o = 0; o < SEEN; o++) {
        double noise = draws_uniform(draws_threefry(SEED, DRAWS_OTHER + 100 + (uint64_t)o, (uint64_t)path).first);
        draws_normals(&noise, 1);
        evidence->given[o] = evidence->simulated[o][path] + evidence->error[o] * noise;
    }
    weighing->weight = trial.weight;
    evidence->possible[path] = 0;
    evidence_weigh(evidence, EFFECTIVE, weighing);
    evidence->possible[path] = 1;
    return path;
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Kolmogorov and Smirnov's distance from the uniform distribution, times the root of the count, with
 * Stephens' correction for small ones; 1.884 is passed by any of six once in a hundred by chance. */
static double distance_from_uniform(double *rank, int n)
{
    double most = 0.0;
    qsort(rank, (size_t)n, sizeof *rank, ascending);
    for (int i = 0; i < n; i++)
        most = fmax(most, fmax(rank[i] - (double)i / n, (i + 1.0) / n - rank[i]));
    return most * (sqrt(n) + 0.12 + 0.11 / sqrt(n));
}

START_TEST(the_truth_stands_anywhere_in_its_posterior)
{
    trial = trial_create();
    static double rank[KEYS][COMPANIES];
    double widening = 0.0;
    for (int c = 0; c < COMPANIES; c++) {
        struct weighing weighing;
        const int64_t path = become(c, &weighing);
        widening += weighing.widening / COMPANIES;
        struct posterior *posterior = posterior_create(trial.evidence, &weighing, trial.prior, SEED);
        ck_assert_ptr_nonnull(posterior);
        for (int k = 0; k < KEYS; k++) {
            const struct weighted_sample sample =
                weighted_sort(posterior->score[k], posterior->weight, posterior->count, trial.item);
            rank[k][c] = weighted_rank(&sample, prior_score(trial.prior, k, trial.prior->number[k].value[path]));
        }
        posterior_destroy(posterior);
    }
    for (int k = 0; k < KEYS; k++) {
        const double distance = distance_from_uniform(rank[k], COMPANIES);
        ck_assert_msg(distance < 1.884, "%s: %.2f", keys[k], distance);
    }
    ck_assert_double_gt(widening, 1.1); /* so the regression is tried, too */
}
END_TEST

START_TEST(nine_in_ten_later_values_lie_in_their_interval)
{
    trial = trial_create();
    int within[LATER] = {0};
    static double width[LATER][COMPANIES];
    double prior_width[LATER] = {0};
    for (int c = 0; c < COMPANIES; c++) {
        struct weighing weighing;
        const int64_t path = become(c, &weighing);
        for (int l = 0; l < LATER; l++) {
            struct weighted_sample sample = weighted_sort(trial.later[l], trial.weight, PATHS, trial.item);
            const double low = weighted_quantile(&sample, 0.05).value, high = weighted_quantile(&sample, 0.95).value;
            within[l] += trial.later[l][path] >= low && trial.later[l][path] <= high;
            width[l][c] = high - low;
            sample = weighted_sort(trial.later[l], NULL, PATHS, trial.item);
            prior_width[l] = weighted_quantile(&sample, 0.95).value - weighted_quantile(&sample, 0.05).value;
        }
    }
    for (int l = 0; l < LATER; l++) {
        ck_assert_double_ge((double)within[l] / COMPANIES, 0.85);
        ck_assert_double_le((double)within[l] / COMPANIES, 0.95);
        /* The typical company's, above all that of the next year's revenue; those that grow beyond all
         * others stay open. */
        qsort(width[l], COMPANIES, sizeof *width[l], ascending);
        ck_assert_double_lt(width[l][COMPANIES / 2], (l == 0 ? 0.8 : 1.0) * prior_width[l]);
    }
}
END_TEST

RUNNER_MAIN("calibration law", the_truth_stands_anywhere_in_its_posterior,
            nine_in_ten_later_values_lie_in_their_interval)
