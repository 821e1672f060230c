/* Weighted figures against those of values written as often as they weigh. */
#include "analysis/weighted.h"

#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

START_TEST(equal_weights_are_worth_their_number)
{
    const double equal[] = {2, 2, 2, 2}, one[] = {0, 5, 0}, none[] = {0, 0}, some[] = {3, 1};
    ck_assert_double_eq(weighted_effective(equal, 4), 4.0);
    ck_assert_double_eq(weighted_effective(one, 3), 1.0);
    ck_assert_double_eq(weighted_effective(none, 2), 0.0);
    ck_assert_double_eq_tol(weighted_effective(some, 2), 1.6, 1e-12);
}
END_TEST

START_TEST(quantiles_and_ranks_are_those_of_the_steps)
{
    const double value[] = {40, 10, 30, 20, 99}, weight[] = {1, 1, 1, 1, 0};
    struct weighted item[5];
    struct weighted_sample sample = weighted_sort(value, weight, 5, item);
    ck_assert_int_eq(sample.count, 4);
    ck_assert_double_eq_tol(weighted_quantile(&sample, 0.5).value, 25.0, 1e-9);
    ck_assert_double_eq_tol(weighted_quantile(&sample, 0.25).value, 15.0, 1e-9);
    ck_assert_double_eq(weighted_quantile(&sample, 0.01).value, 10.0);
    ck_assert_double_eq(weighted_quantile(&sample, 0.99).value, 40.0);
    ck_assert_double_eq_tol(weighted_rank(&sample, 25.0), 0.5, 1e-12);
    ck_assert_double_eq_tol(weighted_rank(&sample, 20.0), 0.375, 1e-12);
    ck_assert_double_eq(weighted_rank(&sample, 9.0), 0.0);
    ck_assert_double_eq_tol(weighted_rank(&sample, 41.0), 1.0, 1e-12);
}
END_TEST

/* A uniform density tilted by weights x has the quantiles of sqrt(u). */
START_TEST(weights_tilt_a_density)
{
    enum { N = 20000 };
    static double value[N], weight[N];
    static struct weighted item[N];
    for (int i = 0; i < N; i++)
        value[i] = weight[i] = ((i * 7919) % N + 0.5) / N;
    struct weighted_sample sample = weighted_sort(value, weight, N, item);
    for (double u = 0.1; u < 1.0; u += 0.1)
        ck_assert_double_eq_tol(weighted_quantile(&sample, u).value, sqrt(u), 1e-4);
    ck_assert_double_eq_tol(sample.effective, N * 0.75, 1.0);
    const struct figure mean = weighted_mean(value, weight, N);
    ck_assert_double_eq_tol(mean.value, 2.0 / 3.0, 1e-4);
    /* integral of x^2 (x - 2/3)^2, over (1/2)^2 */
    ck_assert_double_eq_tol(mean.error, sqrt(4.0 * (0.2 - 1.0 / 3.0 + 4.0 / 27.0) / N), 1e-6);
}
END_TEST

START_TEST(without_weights_all_count_the_same)
{
    const double value[] = {3, 1, 2};
    struct weighted item[3];
    struct weighted_sample sample = weighted_sort(value, NULL, 3, item);
    ck_assert_double_eq(sample.effective, 3.0);
    ck_assert_double_eq_tol(weighted_quantile(&sample, 0.5).value, 2.0, 1e-12);
}
END_TEST

RUNNER_MAIN("weighted", equal_weights_are_worth_their_number, quantiles_and_ranks_are_those_of_the_steps,
            weights_tilt_a_density, without_weights_all_count_the_same)
