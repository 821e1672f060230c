/* Estimators of facts. */
#include "analysis/sample.h"

#include "report/runner.h"

#include <math.h>

START_TEST(a_share_that_is_none_or_all_has_an_error)
{
    double a[] = {0, 0, 0, 0}, b[] = {1, 1, 1, 1};
    ck_assert_double_eq(sample_ratio(a, b, 4).figure.error, 0.25);
    ck_assert_double_eq(sample_ratio(b, b, 4).figure.error, 0.25);
    ck_assert(isnan(sample_ratio(a, a, 4).figure.value));
    ck_assert_int_eq(sample_ratio(a, a, 4).count, 0);
}
END_TEST

START_TEST(months_are_spread_over_their_month)
{
    double months[] = {5, 4, 5, 5, 5};
    sample_spread_months(months, 5);
    static const double spread[] = {4, 4.625, 4.875, 5.125, 5.375};
    for (int i = 0; i < 5; i++)
        ck_assert_double_eq(months[i], spread[i]);
}
END_TEST

START_TEST(ratios_of_medians_take_both_errors)
{
    double a[101], b[101], c[101];
    for (int i = 0; i <= 100; i++) {
        a[i] = 100 + i;
        b[i] = c[i] = 50 + i;
    }
    struct figure over = sample_median(c, 101).figure, top = sample_median(a, 101).figure;
    struct sample ratio = sample_median_ratio(a, 101, b, 101);
    ck_assert_double_eq_tol(ratio.figure.value, 1.5, 1e-12);
    ck_assert_double_eq_tol(ratio.figure.error,
                            1.5 * hypot(top.error / top.value, over.error / over.value), 1e-12);
    ck_assert(isnan(sample_median_ratio(a, 0, b, 101).figure.value));
}
END_TEST

/* Distance 1/4 of two samples of 100: lambda = (sqrt 50 + 0.12 + 0.11 / sqrt 50) / 4, Q = 0.0031 (Numerical
 * Recipes' function of the same). */
START_TEST(kolmogorov_and_smirnov)
{
    double a[100], b[100];
    for (int i = 0; i < 100; i++) {
        a[i] = i;
        b[i] = i + 25;
    }
    const double n = sqrt(50.0), lambda = (n + 0.12 + 0.11 / n) * 0.25;
    double sum = 0.0;
    for (int k = 1; k < 20; k++)
        sum += 2.0 * (k % 2 ? 1.0 : -1.0) * exp(-2.0 * k * k * lambda * lambda);
    ck_assert_double_eq_tol(sample_same(a, 100, b, 100).figure.value, sum, 1e-12);
    ck_assert_double_eq_tol(sum, 0.0030, 2e-4);
    ck_assert_double_eq(sample_same(a, 100, a, 100).figure.value, 1.0);
}
END_TEST

RUNNER_MAIN("sample", a_share_that_is_none_or_all_has_an_error, months_are_spread_over_their_month,
            ratios_of_medians_take_both_errors, kolmogorov_and_smirnov)
