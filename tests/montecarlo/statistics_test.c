/* Estimates against closed forms, and their errors against what sampling shows. */
#include "montecarlo/statistics.h"

#include "montecarlo/stream.h"

#include <check.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { MONTHS_MAX = 360 };

static void expect_close(double value, double expected, double tolerance)
{
    ck_assert_msg(fabs(value - expected) <= tolerance, "%.17g, not %.17g", value, expected);
}

/* Money out at the start, money back once. */
START_TEST(the_return_of_one_payment_is_the_root_of_its_multiple)
{
    static const struct {
        double in, out;
        int months;
    } deals[] = {{100, 110, 12},  {100, 110, 1}, {1e6, 3.7e6, 60}, {5, 1, 48},
                 {1e9, 1e9, 120}, {1, 1000, 12}, {1, 50, 360},     {1e13, 1, 360}};
    for (size_t i = 0; i < sizeof deals / sizeof *deals; i++) {
        double flow[MONTHS_MAX + 1] = {0};
        flow[0] = -deals[i].in;
        flow[deals[i].months] = deals[i].out;
        double expected = pow(deals[i].out / deals[i].in, 12.0 / deals[i].months) - 1;
        double wide = statistics_irr(flow, MONTHS_MAX);
        expect_close(statistics_irr(flow, deals[i].months), expected, 1e-9 * (1 + expected));
        expect_close(wide, expected, 1e-9 * (1 + expected));
    }
}
END_TEST

START_TEST(the_return_does_not_depend_on_when_the_first_money_goes_out)
{
    double flow[MONTHS_MAX + 1] = {0};
    flow[17] = -2e6;
    flow[17 + 36] = 5e6;
    expect_close(statistics_irr(flow, 120), pow(2.5, 1.0 / 3) - 1, 1e-9);
}
END_TEST

/* A price is what an annuity's payments are worth at a rate; the rate comes back. */
START_TEST(the_return_of_an_annuity_is_the_rate_that_prices_it)
{
    static const double yearly[] = {-0.5, -0.02, 0.01, 0.08, 0.4, 9};
    for (size_t i = 0; i < sizeof yearly / sizeof *yearly; i++) {
        double growth = pow(1 + yearly[i], 1.0 / 12), rate = growth - 1;
        for (int months = 6; months <= 240; months *= 2) {
            double flow[MONTHS_MAX + 1] = {0};
            flow[0] = -1000 * (1 - pow(growth, -months)) / rate;
            for (int m = 1; m <= months; m++)
                flow[m] = 1000;
            expect_close(statistics_irr(flow, months), yearly[i], 1e-8 * (1 + yearly[i]));
        }
    }
}
END_TEST

START_TEST(without_money_both_ways_there_is_no_return)
{
    double nothing[13] = {0}, loss[13] = {-5, 0, -3}, gift[13] = {0, 7}, level[1] = {-4};
    ck_assert(isnan(statistics_irr(nothing, 12)));
    ck_assert(isnan(statistics_irr(loss, 12)));
    ck_assert(isnan(statistics_irr(gift, 12)));
    ck_assert(isnan(statistics_irr(level, 0)));
}
END_TEST

/* -99.9% a year and 100,000% a year are the ends of what is looked for. */
START_TEST(returns_beyond_the_range_are_none)
{
    double flow[13] = {-1};
    flow[12] = 0.0009;
    ck_assert(isnan(statistics_irr(flow, 12)));
    flow[12] = 0.0011;
    expect_close(statistics_irr(flow, 12), -0.9989, 1e-9);
    flow[12] = 1002;
    ck_assert(isnan(statistics_irr(flow, 12)));
    flow[12] = 1000;
    expect_close(statistics_irr(flow, 12), 999, 1e-5);
}
END_TEST

START_TEST(shares_have_the_binomial_error)
{
    struct figure share = statistics_share(30, 120);
    expect_close(share.value, 0.25, 0);
    expect_close(share.error, sqrt(0.25 * 0.75 / 120), 1e-15);
    share = statistics_share(0, 400);
    expect_close(share.value, 0, 0);
    expect_close(share.error, 1.0 / 400, 0);
    share = statistics_share(400, 400);
    expect_close(share.value, 1, 0);
    expect_close(share.error, 1.0 / 400, 0);
    share = statistics_share(1, 1);
    expect_close(share.value, 1, 0);
    expect_close(share.error, 1, 0);
    share = statistics_share(30000000, 100000000);
    expect_close(share.error, sqrt(0.21 / 1e8), 1e-18);
}
END_TEST

START_TEST(means_have_the_error_of_their_deviations)
{
    const double values[] = {2, 4, 4, 4, 5, 5, 7, 9}; /* squares about 5 sum to 32 */
    struct figure mean = statistics_mean(values, 8);
    expect_close(mean.value, 5, 1e-15);
    expect_close(mean.error, sqrt(32.0 / 7 / 8), 1e-15);
    mean = statistics_mean(values, 2);
    expect_close(mean.value, 3, 1e-15);
    expect_close(mean.error, 1, 1e-15);
    mean = statistics_mean(values, 1);
    expect_close(mean.value, 2, 0);
    ck_assert(isnan(mean.error));
    mean = statistics_mean(values, 0);
    ck_assert(isnan(mean.value) && isnan(mean.error));
    const double same[] = {3, 3, 3};
    mean = statistics_mean(same, 3);
    ck_assert(mean.value == 3 && mean.error == 0);
}
END_TEST

START_TEST(sorting_ascends)
{
    double values[] = {3, -1, 1e12, 0, 3, -1e-9};
    const double sorted[] = {-1, -1e-9, 0, 3, 3, 1e12};
    statistics_sort(values, 6);
    ck_assert(memcmp(values, sorted, sizeof sorted) == 0);
    statistics_sort(values, 0);
}
END_TEST

/* The values 0, 1, ... n - 1: quantile u stands at u (n - 1), between its neighbours. */
START_TEST(quantiles_of_a_ladder_are_its_rungs)
{
    enum { N = 101 };
    double ladder[N];
    for (int i = 0; i < N; i++)
        ladder[i] = i;
    for (double u = 0.05; u < 1; u += 0.05) {
        struct figure quantile = statistics_quantile(ladder, N, u);
        expect_close(quantile.value, u * (N - 1), 1e-9);
        double spread = sqrt(u * (1 - u) / N);
        double low = fmax(u - spread, 0), high = fmin(u + spread, 1);
        expect_close(quantile.error, (high - low) / 2 * (N - 1), 1e-9);
    }
    expect_close(statistics_quantile(ladder, 2, 0.25).value, 0.25, 1e-15);
}
END_TEST

START_TEST(quantiles_of_little_data)
{
    const double one[] = {7}, two[] = {1, 3}, same[] = {2, 2, 2, 2};
    struct figure quantile = statistics_quantile(one, 0, 0.5);
    ck_assert(isnan(quantile.value) && isnan(quantile.error));
    quantile = statistics_quantile(one, 1, 0.9);
    ck_assert(quantile.value == 7 && isnan(quantile.error));
    quantile = statistics_quantile(two, 2, 0.5);
    expect_close(quantile.value, 2, 1e-15);
    expect_close(quantile.error, sqrt(0.125) * 2, 1e-12);
    quantile = statistics_quantile(same, 4, 0.99);
    ck_assert(quantile.value == 2 && quantile.error == 0);
}
END_TEST

/* Uniform numbers: error sqrt(u (1 - u) / n) over a density of 1; exponential: over 1 - u. What is
 * announced agrees with that, and with how far the quantiles of many samples scatter. */
static void expect_errors(double u, bool exponential)
{
    enum { SAMPLES = 400, N = 2000 };
    static double values[N];
    double expected = sqrt(u * (1 - u) / N) / (exponential ? 1 - u : 1);
    double truth = exponential ? -log(1 - u) : u;
    double announced = 0, off = 0, squares = 0;
    for (int sample = 0; sample < SAMPLES; sample++) {
        gsl_rng *rng = stream_create(7, (uint64_t)sample);
        for (int i = 0; i < N; i++) {
            double x = gsl_rng_uniform_pos(rng);
            values[i] = exponential ? -log(x) : x;
        }
        gsl_rng_free(rng);
        statistics_sort(values, N);
        struct figure quantile = statistics_quantile(values, N, u);
        announced += quantile.error / SAMPLES;
        off += (quantile.value - truth) / SAMPLES;
        squares += (quantile.value - truth) * (quantile.value - truth) / SAMPLES;
    }
    ck_assert_msg(fabs(announced / expected - 1) < 0.1, "u %g: announced %g, should be %g", u,
                  announced, expected);
    /* The scatter of 400 samples is itself known to 3.5%. */
    ck_assert_msg(fabs(sqrt(squares) / expected - 1) < 0.15, "u %g: scatter %g, should be %g", u,
                  sqrt(squares), expected);
    ck_assert_msg(fabs(off) < 4 * expected / sqrt(SAMPLES) + expected * 0.05, "u %g: off by %g", u,
                  off);
}

START_TEST(quantile_errors_are_those_of_sampling)
{
    static const double levels[] = {0.1, 0.25, 0.5, 0.75, 0.9, 0.95};
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        expect_errors(levels[i], false);
        expect_errors(levels[i], true);
    }
}
END_TEST

/* --- Certainty equivalents ------------------------------------------------------------------ */

static struct figure certain(const double *wealth, int n, double aversion)
{
    double copy[20000];
    ck_assert_int_le(n, 20000);
    memcpy(copy, wealth, (size_t)n * sizeof *copy);
    return statistics_certain(copy, n, aversion);
}

START_TEST(what_is_certain_is_worth_itself)
{
    static const double amounts[] = {1e4, 123456.789, 3e9};
    for (size_t a = 0; a < 3; a++)
        for (double aversion = 0; aversion <= 10; aversion += 0.25) {
            double wealth[50];
            for (int i = 0; i < 50; i++)
                wealth[i] = amounts[a];
            expect_close(certain(wealth, 50, aversion).value, amounts[a], 0);
            expect_close(certain(wealth, 50, aversion).error, 0, 0);
        }
    double none[1];
    ck_assert(isnan(statistics_certain(none, 0, 2).value));
}
END_TEST

START_TEST(special_aversions_are_the_means_of_school)
{
    static const double wealth[] = {1e4, 2e5, 3e5, 7e6, 1.1e6, 9e8, 2e4};
    enum { N = 7 };
    double inverse = 0, logs[N];
    for (int i = 0; i < N; i++) {
        inverse += 1 / wealth[i] / N;
        logs[i] = log(wealth[i]);
    }
    struct figure mean = statistics_mean(wealth, N), log_mean = statistics_mean(logs, N);
    struct figure neutral = certain(wealth, N, 0), logarithmic = certain(wealth, N, 1);
    expect_close(neutral.value, mean.value, 1e-6);
    expect_close(neutral.error, mean.error, 1e-6);
    expect_close(logarithmic.value / exp(log_mean.value), 1, 1e-12);
    expect_close(logarithmic.error / (exp(log_mean.value) * log_mean.error), 1, 1e-12);
    expect_close(certain(wealth, N, 2).value * inverse, 1, 1e-12);
    /* The logarithm is the limit, from both sides. */
    expect_close(certain(wealth, N, 1 + 1e-7).value / logarithmic.value, 1, 1e-5);
    expect_close(certain(wealth, N, 1 - 1e-7).value / logarithmic.value, 1, 1e-5);
    /* Who minds risk more takes less, and never less than the worst. */
    for (double aversion = 0.5; aversion <= 10; aversion += 0.5) {
        double value = certain(wealth, N, aversion).value;
        ck_assert_double_lt(value, certain(wealth, N, aversion - 0.5).value);
        ck_assert_double_gt(value, 1e4);
    }
}
END_TEST

/* Lognormal wealth has a closed form: its median, times exp(variance (1 - aversion) / 2). */
START_TEST(lognormal_wealth_has_its_closed_form)
{
    enum { N = 20000 };
    static const double spreads[] = {0.1, 0.5, 1};
    static double wealth[N];
    for (size_t s = 0; s < 3; s++) {
        for (int i = 0; i < N; i++)
            wealth[i] = 3e5 * exp(spreads[s] * gsl_cdf_ugaussian_Pinv((i + 0.5) / N));
        for (double aversion = 0; aversion <= 2; aversion += 0.5) {
            double expected = 3e5 * exp(spreads[s] * spreads[s] * (1 - aversion) / 2);
            expect_close(certain(wealth, N, aversion).value / expected, 1, 1e-3);
        }
    }
}
END_TEST

START_TEST(the_error_of_a_certainty_equivalent_is_that_of_sampling)
{
    enum { N = 500, SAMPLES = 400 };
    gsl_rng *rng = stream_create(5, 8);
    double wealth[N], value[SAMPLES], error = 0;
    for (int k = 0; k < SAMPLES; k++) {
        for (int i = 0; i < N; i++)
            wealth[i] = 1e5 * exp(0.6 * gsl_cdf_ugaussian_Pinv(gsl_rng_uniform_pos(rng)));
        struct figure figure = statistics_certain(wealth, N, 3);
        value[k] = figure.value;
        error += figure.error / SAMPLES;
    }
    double spread = statistics_mean(value, SAMPLES).error * sqrt(SAMPLES);
    expect_close(error / spread, 1, 0.15); /* four standard errors of a spread of 400 */
    gsl_rng_free(rng);
}
END_TEST

START_TEST(ratios_pool_what_they_divide)
{
    const double over[] = {3, 0, 9}, under[] = {1, 2, 3};
    struct figure ratio = statistics_ratio(over, under, 3); /* 2; residuals 1, -4, 3 */
    expect_close(ratio.value, 2, 1e-15);
    expect_close(ratio.error, sqrt(26.0 / (2 * 3)) / 2, 1e-15);
    const double twice[] = {2, 4, 6};
    ratio = statistics_ratio(twice, under, 3);
    expect_close(ratio.value, 2, 1e-15);
    expect_close(ratio.error, 0, 1e-15);
    ratio = statistics_ratio(over, under, 1);
    expect_close(ratio.value, 3, 1e-15);
    ck_assert(isnan(ratio.error));
    ratio = statistics_ratio(over, under, 0);
    ck_assert(isnan(ratio.value) && isnan(ratio.error));
    const double zero[] = {0, 0, 0};
    ratio = statistics_ratio(over, zero, 3);
    ck_assert(isnan(ratio.value) && isnan(ratio.error));
}
END_TEST

/* Over a constant, a ratio is a mean: so is its error. */
START_TEST(a_ratio_over_a_constant_has_the_error_of_a_mean)
{
    enum { N = 500 };
    double over[N], under[N];
    gsl_rng *rng = stream_create(3, 1);
    for (int i = 0; i < N; i++) {
        over[i] = gsl_rng_uniform(rng);
        under[i] = 4;
    }
    gsl_rng_free(rng);
    struct figure ratio = statistics_ratio(over, under, N), mean = statistics_mean(over, N);
    expect_close(ratio.value, mean.value / 4, 1e-15);
    expect_close(ratio.error, mean.error / 4, 1e-15);
}
END_TEST

int main(void)
{
    gsl_set_error_handler_off();
    Suite *suite = suite_create("statistics");
    TCase *tests = tcase_create("statistics");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, the_return_of_one_payment_is_the_root_of_its_multiple);
    tcase_add_test(tests, the_return_does_not_depend_on_when_the_first_money_goes_out);
    tcase_add_test(tests, the_return_of_an_annuity_is_the_rate_that_prices_it);
    tcase_add_test(tests, without_money_both_ways_there_is_no_return);
    tcase_add_test(tests, returns_beyond_the_range_are_none);
    tcase_add_test(tests, shares_have_the_binomial_error);
    tcase_add_test(tests, means_have_the_error_of_their_deviations);
    tcase_add_test(tests, sorting_ascends);
    tcase_add_test(tests, quantiles_of_a_ladder_are_its_rungs);
    tcase_add_test(tests, quantiles_of_little_data);
    tcase_add_test(tests, quantile_errors_are_those_of_sampling);
    tcase_add_test(tests, what_is_certain_is_worth_itself);
    tcase_add_test(tests, special_aversions_are_the_means_of_school);
    tcase_add_test(tests, lognormal_wealth_has_its_closed_form);
    tcase_add_test(tests, the_error_of_a_certainty_equivalent_is_that_of_sampling);
    tcase_add_test(tests, ratios_pool_what_they_divide);
    tcase_add_test(tests, a_ratio_over_a_constant_has_the_error_of_a_mean);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
