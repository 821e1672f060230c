/* The loader's own cumulative shares, against GSL's. */
#include "scenario/cumulative.h"

#include <check.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

static void near_gsl(const struct distribution *value, double x, double expected)
{
    const double share = cumulative_share(value, x);
    ck_assert_msg(fabs(share - expected) < 1e-8, "shape %d (%g, %g) at %g: %.12g, GSL %.12g",
                  (int)value->shape, value->a, value->b, x, share, expected);
}

START_TEST(normal_and_lognormal)
{
    const struct distribution normal = {.shape = SHAPE_NORMAL, .a = 3, .b = 2};
    const struct distribution lognormal = {.shape = SHAPE_LOGNORMAL, .a = 3, .b = 0.7};
    for (double x = -10; x < 20; x += 0.37) {
        near_gsl(&normal, x, gsl_cdf_gaussian_P(x - 3, 2));
        near_gsl(&lognormal, x, x <= 0 ? 0 : gsl_cdf_lognormal_P(x, log(3), 0.7));
    }
}
END_TEST

START_TEST(gamma_of_every_shape)
{
    static const double shapes[] = {0.01, 0.5, 1, 2, 30, 1000};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        for (double z = -3; z < 5; z += 0.23) {
            const struct distribution gamma = {.shape = SHAPE_GAMMA, .a = shapes[i], .b = 3};
            const double x = fmax(3 * (shapes[i] + z * sqrt(shapes[i])), 1e-3);
            near_gsl(&gamma, x, gsl_cdf_gamma_P(x, shapes[i], 3));
        }
}
END_TEST

/* Beyond a shape of 100,000 an approximation takes over. */
START_TEST(gamma_goes_over_smoothly)
{
    const struct distribution exact = {.shape = SHAPE_GAMMA, .a = 1e5, .b = 1};
    const struct distribution nearly = {.shape = SHAPE_GAMMA, .a = 1e5 + 1e-6, .b = 1};
    for (double z = -3; z < 3; z += 0.23) {
        const double x = 1e5 + z * sqrt(1e5);
        ck_assert_double_eq_tol(cumulative_share(&exact, x), cumulative_share(&nearly, x), 1e-6);
    }
}
END_TEST

START_TEST(beta_and_pert)
{
    static const double shapes[] = {0.01, 0.5, 1, 2, 7, 300};
    for (size_t i = 0; i < 6; i++)
        for (size_t k = 0; k < 6; k++)
            for (double x = 0; x <= 1; x += 0.0625) {
                const struct distribution beta = {
                    .shape = SHAPE_BETA, .a = shapes[i], .b = shapes[k], .c = -2, .d = 6};
                near_gsl(&beta, -2 + 8 * x, gsl_cdf_beta_P(x, shapes[i], shapes[k]));
            }
    const struct distribution pert = {.shape = SHAPE_PERT, .a = 10, .b = 20, .c = 60};
    for (double x = 0; x < 70; x += 3)
        near_gsl(&pert, x, gsl_cdf_beta_P(fmin(fmax((x - 10) / 50, 0), 1), 1.8, 4.2));
}
END_TEST

START_TEST(poisson_counts_up_to_x)
{
    static const double means[] = {0.1, 1, 7.5, 200, 5000};
    for (size_t i = 0; i < sizeof means / sizeof *means; i++) {
        const struct distribution poisson = {.shape = SHAPE_POISSON, .a = means[i]};
        for (unsigned k = 0; k < 2 * means[i] + 5; k += 1 + k / 7) {
            near_gsl(&poisson, k, gsl_cdf_poisson_P(k, means[i]));
            near_gsl(&poisson, k + 0.5, gsl_cdf_poisson_P(k, means[i]));
        }
        near_gsl(&poisson, -1, 0);
    }
}
END_TEST

START_TEST(uniform_and_triangular)
{
    const struct distribution uniform = {.shape = SHAPE_UNIFORM, .a = 2, .b = 5};
    const struct distribution peak = {.shape = SHAPE_TRIANGULAR, .a = 0, .b = 1, .c = 4};
    const struct distribution ramp = {.shape = SHAPE_TRIANGULAR, .a = 0, .b = 4, .c = 4};
    near_gsl(&uniform, 1, 0);
    near_gsl(&uniform, 3, 1.0 / 3);
    near_gsl(&uniform, 6, 1);
    near_gsl(&peak, 1, 0.25);
    near_gsl(&peak, 2.5, 1 - 1.5 * 1.5 / 12);
    near_gsl(&ramp, 2, 0.25);
    near_gsl(&ramp, 4, 1);
}
END_TEST

START_TEST(shapes_given_by_points)
{
    double points[] = {1, 2, 4}, weights[] = {0.2, 0.3, 0.5}, quantiles[] = {0.1, 0.5, 0.9};
    const struct distribution choice = {
        .shape = SHAPE_CHOICE, .points = points, .weights = weights, .count = 3};
    const struct distribution data = {.shape = SHAPE_DATA, .points = points, .count = 3};
    const struct distribution steps = {
        .shape = SHAPE_QUANTILES, .points = points, .weights = quantiles, .count = 3};
    near_gsl(&choice, 0.9, 0);
    near_gsl(&choice, 2, 0.5);
    near_gsl(&choice, 9, 1);
    near_gsl(&data, 2, 2.0 / 3);
    near_gsl(&steps, 0.5, 0);
    near_gsl(&steps, 3, 0.7);
    near_gsl(&steps, 4, 1);
}
END_TEST

START_TEST(infinity_is_far_enough)
{
    double points[] = {1, 2}, weights[] = {0.5, 0.5};
    for (int shape = SHAPE_CONSTANT; shape <= SHAPE_DATA; shape++) {
        const struct distribution value = {.shape = (enum shape)shape,
                                           .a = 1,
                                           .b = 2,
                                           .c = 3,
                                           .d = 4,
                                           .points = points,
                                           .weights = weights,
                                           .count = 2};
        ck_assert_double_eq(cumulative_share(&value, INFINITY), 1);
        ck_assert_double_eq(cumulative_share(&value, -INFINITY), 0);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("cumulative");
    TCase *all = tcase_create("all");
    tcase_add_test(all, normal_and_lognormal);
    tcase_add_test(all, gamma_of_every_shape);
    tcase_add_test(all, gamma_goes_over_smoothly);
    tcase_add_test(all, beta_and_pert);
    tcase_add_test(all, poisson_counts_up_to_x);
    tcase_add_test(all, uniform_and_triangular);
    tcase_add_test(all, shapes_given_by_points);
    tcase_add_test(all, infinity_is_far_enough);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
