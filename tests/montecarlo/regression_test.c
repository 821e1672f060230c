/* Slopes against what they were made of. */
#include "montecarlo/regression.h"

#include "numerics/draws.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

enum { ROWS = 500, TERMS = 3 };

static double normal(uint64_t place, int64_t row)
{
    double u = draws_uniform(draws_threefry(3, place, (uint64_t)row).first);
    draws_normals(&u, 1);
    return u;
}

static void fill(double *regressors, double *weight)
{
    for (int64_t i = 0; i < ROWS; i++) {
        for (int t = 0; t < TERMS; t++)
            regressors[i * TERMS + t] = normal((uint64_t)t, i);
        weight[i] = exp(normal(10, i));
    }
}

START_TEST(an_exact_plane_is_found_exactly)
{
    static double regressors[ROWS * TERMS], weight[ROWS], response[ROWS];
    double slopes[TERMS];
    fill(regressors, weight);
    for (int64_t i = 0; i < ROWS; i++)
        response[i] = 7.0 + 2.0 * regressors[i * TERMS] - 0.5 * regressors[i * TERMS + 2];
    struct regression *regression = regression_create(regressors, weight, ROWS, TERMS);
    ck_assert_ptr_nonnull(regression);
    ck_assert(regression_slopes(regression, response, slopes));
    ck_assert_double_eq_tol(slopes[0], 2.0, 1e-10);
    ck_assert_double_eq_tol(slopes[1], 0.0, 1e-10);
    ck_assert_double_eq_tol(slopes[2], -0.5, 1e-10);
    regression_destroy(regression);
}
END_TEST

/* One regressor: weighted covariance over weighted variance. */
START_TEST(weights_count)
{
    static double regressors[ROWS * TERMS], weight[ROWS], response[ROWS], first[ROWS];
    fill(regressors, weight);
    double all = 0, mean_x = 0, mean_y = 0, xx = 0, xy = 0, slope;
    for (int64_t i = 0; i < ROWS; i++) {
        first[i] = regressors[i * TERMS];
        response[i] = first[i] * first[i] + normal(20, i);
        all += weight[i];
        mean_x += weight[i] * first[i];
        mean_y += weight[i] * response[i];
    }
    mean_x /= all;
    mean_y /= all;
    for (int64_t i = 0; i < ROWS; i++) {
        xx += weight[i] * (first[i] - mean_x) * (first[i] - mean_x);
        xy += weight[i] * (first[i] - mean_x) * (response[i] - mean_y);
    }
    struct regression *regression = regression_create(first, weight, ROWS, 1);
    ck_assert(regression_slopes(regression, response, &slope));
    ck_assert_double_eq_tol(slope, xy / xx, 1e-10);
    regression_destroy(regression);
}
END_TEST

/* A constant regressor and a copy of another have nothing of their own to say. */
START_TEST(regressors_that_say_the_same_do_no_harm)
{
    static double regressors[ROWS * TERMS], weight[ROWS], response[ROWS];
    double slopes[TERMS];
    fill(regressors, weight);
    for (int64_t i = 0; i < ROWS; i++) {
        regressors[i * TERMS + 1] = regressors[i * TERMS];
        regressors[i * TERMS + 2] = 0.0;
        response[i] = 3.0 * regressors[i * TERMS];
    }
    struct regression *regression = regression_create(regressors, weight, ROWS, TERMS);
    ck_assert(regression_slopes(regression, response, slopes));
    ck_assert_double_eq_tol(slopes[0] + slopes[1], 3.0, 1e-9);
    ck_assert(isfinite(slopes[2]));
    regression_destroy(regression);
    ck_assert_ptr_null(regression_create(regressors, weight, TERMS, TERMS));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("regression");
    TCase *tests = tcase_create("regression");
    tcase_add_test(tests, an_exact_plane_is_found_exactly);
    tcase_add_test(tests, weights_count);
    tcase_add_test(tests, regressors_that_say_the_same_do_no_harm);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
