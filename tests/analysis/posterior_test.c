/* Posteriors against closed forms: normal numbers, observed with normal luck and error. */
#include "analysis/posterior.h"

#include "analysis/weighted.h"
#include "numerics/draws.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PATHS = 40000, SEED = 5 };

static const double ERROR = 0.1, LUCK = 0.5;

static double normal(uint64_t place, int64_t path)
{
    double u = draws_uniform(draws_threefry(77, place, (uint64_t)path).first);
    draws_normals(&u, 1);
    return u;
}

/* Two numbers from a standard normal prior; the first is observed twice, each time with luck that both
 * observations share in part, the second never. */
struct toy {
    struct prior prior;
    struct prior_number number[2];
    double *value[2], *sorted[2];
    struct evidence *evidence;
    double *weight;
};

static struct toy toy_create(double seen_first, double seen_second)
{
    struct toy toy = {.evidence = evidence_create(PATHS, 2), .weight = malloc(PATHS * sizeof(double))};
    for (int n = 0; n < 2; n++) {
        toy.value[n] = malloc(PATHS * sizeof(double));
        toy.sorted[n] = malloc(PATHS * sizeof(double));
        for (int64_t p = 0; p < PATHS; p++)
            toy.value[n][p] = normal((uint64_t)n, p);
        memcpy(toy.sorted[n], toy.value[n], PATHS * sizeof(double));
        statistics_sort(toy.sorted[n], PATHS);
        toy.number[n] = (struct prior_number){.smooth = true, .value = toy.value[n], .sorted = toy.sorted[n]};
    }
    toy.prior = (struct prior){.paths = PATHS, .count = 2};
    toy.evidence->given[0] = seen_first;
    toy.evidence->given[1] = seen_second;
    toy.evidence->error[0] = toy.evidence->error[1] = ERROR;
    for (int64_t p = 0; p < PATHS; p++)
        for (int o = 0; o < 2; o++)
            toy.evidence->simulated[o][p] = toy.value[0][p] + LUCK * normal(10, p) + LUCK * normal(11 + (uint64_t)o, p);
    return toy;
}

static void toy_destroy(struct toy *toy)
{
    for (int n = 0; n < 2; n++) {
        free(toy->value[n]);
        free(toy->sorted[n]);
    }
    evidence_destroy(toy->evidence);
    free(toy->weight);
}

/* The mean of two observations says it all. */
static void expect_normal(struct toy *toy, double wanted, double most_widening)
{
    struct weighing weighing = {.weight = toy->weight};
    toy->prior.number = toy->number;
    evidence_weigh(toy->evidence, wanted, &weighing);
    ck_assert_double_le(weighing.widening, most_widening);
    struct posterior *posterior = posterior_create(toy->evidence, &weighing, &toy->prior, SEED);
    ck_assert_ptr_nonnull(posterior);
    const double seen = 0.5 * (toy->evidence->given[0] + toy->evidence->given[1]);
    const double noise = LUCK * LUCK * 1.5 + ERROR * ERROR * 0.5;
    const double mean[2] = {seen / (1.0 + noise), 0.0}, sd[2] = {sqrt(noise / (1.0 + noise)), 1.0};
    struct weighted *item = malloc((size_t)posterior->count * sizeof *item);
    for (int n = 0; n < 2; n++) {
        struct weighted_sample sample = weighted_sort(posterior->score[n], posterior->weight, posterior->count, item);
        const double root = sqrt(posterior->effective);
        ck_assert_double_eq_tol(weighted_quantile(&sample, 0.5).value, mean[n], 4.0 * 1.2533 * sd[n] / root);
        const double width = weighted_quantile(&sample, 0.95).value - weighted_quantile(&sample, 0.05).value;
        ck_assert_double_eq_tol(width, 3.2897 * sd[n], 4.0 * 3.0 * sd[n] / root);
    }
    free(item);
    posterior_destroy(posterior);
}

START_TEST(a_normal_posterior_is_found_without_widening)
{
    struct toy toy = toy_create(0.8, 0.6);
    expect_normal(&toy, 100.0, 1.0);
    toy_destroy(&toy);
}
END_TEST

/* Errors are widened several times; the regression takes back what that adds. */
START_TEST(a_normal_posterior_is_found_with_errors_widened)
{
    struct toy toy = toy_create(2.0, 1.9);
    expect_normal(&toy, 4000.0, 7.9);
    toy_destroy(&toy);
}
END_TEST

START_TEST(widened_errors_without_regression_would_be_wrong)
{
    struct toy toy = toy_create(2.0, 1.9);
    struct weighing weighing = {.weight = toy.weight};
    struct weighted *item = malloc(PATHS * sizeof *item);
    evidence_weigh(toy.evidence, 4000.0, &weighing);
    ck_assert_double_gt(weighing.widening, 2.0);
    struct weighted_sample sample = weighted_sort(toy.value[0], toy.weight, PATHS, item);
    const double noise = LUCK * LUCK * 1.5 + ERROR * ERROR * 0.5;
    const struct figure median = weighted_quantile(&sample, 0.5);
    ck_assert_double_gt(fabs(median.value - 1.95 / (1.0 + noise)), 5.0 * median.error);
    free(item);
    toy_destroy(&toy);
}
END_TEST

START_TEST(scores_and_values_turn_into_each_other)
{
    struct toy toy = toy_create(0.0, 0.0);
    toy.prior.number = toy.number;
    for (int64_t p = 0; p < PATHS; p += 997) {
        const double value = toy.value[0][p], score = prior_score(&toy.prior, 0, value);
        ck_assert_double_eq_tol(prior_value(&toy.prior, 0, score), value, 1e-6);
        ck_assert_double_eq_tol(score, value, 4.0 / sqrt(PATHS) * (1.0 + value * value));
    }
    ck_assert_double_le(prior_value(&toy.prior, 0, 60.0), toy.sorted[0][PATHS - 1]);
    ck_assert_double_ge(prior_value(&toy.prior, 0, -60.0), toy.sorted[0][0]);
    toy_destroy(&toy);
}
END_TEST

/* Of one normal observation with normal noise the chance density is known. */
START_TEST(the_score_is_the_log_of_the_predictive_density)
{
    struct toy toy = toy_create(0.8, 0.6);
    const double variance = 1.0 + 2.0 * LUCK * LUCK + ERROR * ERROR;
    const double expected = -0.5 * 0.8 * 0.8 / variance - 0.5 * log(2.0 * M_PI * variance);
    struct evidence_score score = evidence_score(toy.evidence, NULL, 0, 1);
    ck_assert_double_lt(score.error, 0.05);
    ck_assert_double_eq_tol(score.value, expected, 4.0 * score.error);
    toy.evidence->count = 1; /* the second, once the first is known */
    struct weighing weighing = {.weight = toy.weight};
    evidence_weigh(toy.evidence, 10.0, &weighing);
    const double both = 1.0 + LUCK * LUCK, slope = both / variance;
    const double rest = variance - both * both / variance, residual = 0.6 - slope * 0.8;
    score = evidence_score(toy.evidence, toy.weight, 1, 1);
    ck_assert_double_eq_tol(score.value, -0.5 * residual * residual / rest - 0.5 * log(2.0 * M_PI * rest),
                            4.0 * score.error);
    toy_destroy(&toy);
}
END_TEST

/* However far away they all are, the nearest few weigh much the same; so how far they are counts, too. */
START_TEST(paths_that_miss_what_was_observed_do_not_suffice)
{
    struct toy toy = toy_create(0.8, 0.6);
    struct weighing weighing = {.weight = toy.weight};
    evidence_weigh(toy.evidence, 100.0, &weighing);
    ck_assert(evidence_suffices(&weighing));
    ck_assert_double_lt(fabs(weighing.misfit - 1.0), 0.1);
    toy.evidence->given[0] = toy.evidence->given[1] = 30.0;
    evidence_weigh(toy.evidence, 100.0, &weighing);
    ck_assert(!evidence_suffices(&weighing));
    ck_assert_double_gt(weighing.misfit, 10.0);
    toy_destroy(&toy);
}
END_TEST

/* Errors that are wide enough hide that no path is near: all lie between 0 and 1, seen is 4 ± 1. */
START_TEST(errors_are_not_widened_until_anything_is_near)
{
    enum { FEW = 200 };
    double weight[FEW];
    struct evidence *evidence = evidence_create(FEW, 1);
    struct weighing weighing = {.weight = weight};
    for (int p = 0; p < FEW; p++)
        evidence->simulated[0][p] = (double)p / (FEW - 1);
    evidence->given[0] = 4.0;
    evidence->error[0] = 1.0;
    evidence_weigh(evidence, 0.95 * FEW, &weighing);
    ck_assert_double_eq_tol(weighing.nearest, 3.0, 1e-12);
    ck_assert_double_ge(weighing.effective, EVIDENCE_LEAST);
    ck_assert_double_lt(weighing.misfit, EVIDENCE_MISFIT);
    ck_assert(!evidence_suffices(&weighing));
    evidence->given[0] = 2.9;
    evidence_weigh(evidence, 0.95 * FEW, &weighing);
    ck_assert_double_eq_tol(weighing.nearest, 1.9, 1e-12);
    ck_assert(evidence_suffices(&weighing));
    evidence_destroy(evidence);
}
END_TEST

START_TEST(what_cannot_be_weighs_nothing)
{
    struct toy toy = toy_create(0.8, 0.6);
    struct weighing weighing = {.weight = toy.weight};
    for (int64_t p = 0; p < PATHS; p++)
        toy.evidence->possible[p] = p % 2 == 0;
    evidence_weigh(toy.evidence, 100.0, &weighing);
    for (int64_t p = 1; p < PATHS; p += 2)
        ck_assert_double_eq(toy.weight[p], 0.0);
    memset(toy.evidence->possible, 0, PATHS);
    evidence_weigh(toy.evidence, 100.0, &weighing);
    ck_assert_double_eq(weighing.effective, 0.0);
    ck_assert(!evidence_suffices(&weighing));
    toy_destroy(&toy);
}
END_TEST

RUNNER_MAIN("posterior", a_normal_posterior_is_found_without_widening,
            a_normal_posterior_is_found_with_errors_widened,
            widened_errors_without_regression_would_be_wrong,
            scores_and_values_turn_into_each_other,
            the_score_is_the_log_of_the_predictive_density,
            paths_that_miss_what_was_observed_do_not_suffice,
            errors_are_not_widened_until_anything_is_near, what_cannot_be_weighs_nothing)
