/* Quantiles against GSL's distribution functions, and means against integrals of quantiles. */
#include "by_hand.h"
#include "montecarlo/quantile.h"

#include <check.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <math.h>
#include <stdlib.h>

static const double LEVEL[] = {1e-9, 1e-4, 0.01, 0.1, 0.3, 0.5, 0.77, 0.95, 0.999, 1 - 1e-7};
enum { LEVELS = sizeof LEVEL / sizeof *LEVEL };

static struct distribution shaped(enum shape shape, double a, double b, double c, double d)
{
    return by_hand_shape(shape, a, b, c, d);
}

/* The distribution function, written down once more. */
static double share(const struct distribution *d, double x)
{
    switch (d->shape) {
    case SHAPE_NORMAL:
        return gsl_cdf_ugaussian_P((x - d->a) / d->b);
    case SHAPE_LOGNORMAL:
        return x > 0 ? gsl_cdf_lognormal_P(x, log(d->a), d->b) : 0;
    case SHAPE_UNIFORM:
        return gsl_cdf_flat_P(x, d->a, d->b);
    case SHAPE_TRIANGULAR:
        return x < d->b ? pow(x - d->a, 2) / (d->b - d->a) / (d->c - d->a)
                        : 1 - pow(d->c - x, 2) / (d->c - d->b) / (d->c - d->a);
    case SHAPE_PERT:
        return gsl_cdf_beta_P((x - d->a) / (d->c - d->a),
                              (d->c + 4 * d->b - 5 * d->a) / (d->c - d->a),
                              (5 * d->c - 4 * d->b - d->a) / (d->c - d->a));
    case SHAPE_BETA:
        return gsl_cdf_beta_P((x - d->c) / (d->d - d->c), d->a, d->b);
    default:
        return gsl_cdf_gamma_P(x, d->a, d->b);
    }
}

static struct distribution smooth(int i)
{
    switch (i) {
    case 0:
        return shaped(SHAPE_NORMAL, -3, 2, 0, 0);
    case 1:
        return shaped(SHAPE_LOGNORMAL, 5, 1.2, 0, 0);
    case 2:
        return shaped(SHAPE_UNIFORM, -1, 4, 0, 0);
    case 3:
        return shaped(SHAPE_TRIANGULAR, 2, 3, 9, 0);
    case 4:
        return shaped(SHAPE_TRIANGULAR, 2, 2, 9, 0);
    case 5:
        return shaped(SHAPE_TRIANGULAR, 2, 9, 9, 0);
    case 6:
        return shaped(SHAPE_PERT, 1, 2, 8, 0);
    case 7:
        return shaped(SHAPE_PERT, -1, 8, 8, 0);
    case 8:
        return shaped(SHAPE_BETA, 0.5, 0.7, 0, 1);
    case 9:
        return shaped(SHAPE_BETA, 3, 40, -2, 5);
    case 10:
        return shaped(SHAPE_GAMMA, 0.4, 3, 0, 0);
    case 11:
        return shaped(SHAPE_GAMMA, 9, 0.1, 0, 0);
    /* Where GSL's own inverses fail. */
    case 12:
        return shaped(SHAPE_GAMMA, 0.05, 1, 0, 0);
    case 13:
        return shaped(SHAPE_BETA, 0.05, 2, 0, 1);
    case 14:
        return shaped(SHAPE_BETA, 3, 1000, 0, 1);
    default:
        return shaped(SHAPE_GAMMA, 1e5, 1, 0, 0);
    }
}

enum { SMOOTH = 16 };

START_TEST(a_quantile_has_its_share_below_it)
{
    struct distribution d = smooth(_i);
    for (int k = 0; k < LEVELS; k++) {
        double x = quantile_of(&d, LEVEL[k]);
        ck_assert(isfinite(x));
        /* A double x moves the share by its rounding times the density: 1e-9 is far above that,
         * unless the density is infinite where x is rounded, at the upper end of a beta. */
        if (d.shape == SHAPE_BETA && d.d - x < 1e-7)
            continue;
        ck_assert_double_eq_tol(share(&d, x), LEVEL[k], 1e-9);
        ck_assert(LEVEL[k] > 1e-3 || x < 1e-300 || fabs(share(&d, x) / LEVEL[k] - 1) < 1e-6);
    }
}
END_TEST

START_TEST(truncation_keeps_the_shares_inside_and_nothing_outside)
{
    struct distribution whole = smooth(_i);
    double low = quantile_of(&whole, 0.2), high = quantile_of(&whole, 0.9);
    struct distribution both = by_hand_truncated(whole, low, high);
    struct distribution left = by_hand_truncated(whole, low, INFINITY);
    struct distribution right = by_hand_truncated(whole, -INFINITY, high);
    /* GSL's gamma share itself is off by 2e-8 at a shape of 1e5. */
    double tolerance = whole.shape == SHAPE_GAMMA && whole.a > 1e4 ? 1e-7 : 1e-9;
    for (int k = 0; k < LEVELS; k++) {
        double u = LEVEL[k], x = quantile_of(&both, u);
        ck_assert(x >= low && x <= high);
        ck_assert_double_eq_tol(share(&whole, x), 0.2 + 0.7 * u, tolerance);
        ck_assert_double_eq_tol(share(&whole, quantile_of(&left, u)), 0.2 + 0.8 * u, tolerance);
        ck_assert_double_eq_tol(share(&whole, quantile_of(&right, u)), 0.9 * u, tolerance);
    }
}
END_TEST

static double quantile_at(double u, void *distribution) { return quantile_of(distribution, u); }

static double integral(struct distribution *d)
{
    gsl_integration_workspace *space = gsl_integration_workspace_alloc(2000);
    gsl_function function = {quantile_at, d};
    double result, error;
    gsl_integration_qags(&function, 0, 1, 1e-7, 1e-7, 2000, space, &result, &error);
    gsl_integration_workspace_free(space);
    return result;
}

START_TEST(the_mean_is_the_integral_of_the_quantiles)
{
    struct distribution d = smooth(_i);
    /* qags is asked for 1e-7 and the lognormal's pole at 1 costs it a digit or two. */
    double scale = 1e-5 * (1 + fabs(quantile_of(&d, 0.99)));
    ck_assert_double_eq_tol(quantile_mean(&d), integral(&d), scale);
    struct distribution cut = by_hand_truncated(d, quantile_of(&d, 0.3), quantile_of(&d, 0.95));
    ck_assert_double_eq_tol(quantile_mean(&cut), integral(&cut), scale);
    struct distribution left = by_hand_truncated(d, quantile_of(&d, 0.3), INFINITY);
    ck_assert_double_eq_tol(quantile_mean(&left), integral(&left), scale);
}
END_TEST

START_TEST(poisson_quantiles_are_the_first_count_that_reaches_the_share)
{
    const double mean[] = {0.01, 0.7, 5, 40, 3000};
    struct distribution d = shaped(SHAPE_POISSON, mean[_i], 0, 0, 0);
    for (double u = 0.0005; u < 1; u += 0.001) {
        double k = quantile_of(&d, u);
        ck_assert(k == floor(k) && k >= 0);
        ck_assert_double_ge(gsl_cdf_poisson_P((unsigned)k, d.a), u * (1 - 1e-12));
        ck_assert(k == 0 || gsl_cdf_poisson_P((unsigned)k - 1, d.a) < u);
    }
}
END_TEST

START_TEST(poisson_truncation_includes_its_ends)
{
    struct distribution d = by_hand_truncated(shaped(SHAPE_POISSON, 3, 0, 0, 0), 2, 4);
    double p[3], mass = 0, mean = 0;
    for (int k = 2; k <= 4; k++)
        mass += p[k - 2] =
            gsl_cdf_poisson_P((unsigned)k, 3) - gsl_cdf_poisson_P((unsigned)k - 1, 3);
    for (int k = 2; k <= 4; k++)
        mean += k * p[k - 2] / mass;
    ck_assert_double_eq(quantile_of(&d, 1e-9), 2);
    ck_assert_double_eq(quantile_of(&d, p[0] / mass - 1e-9), 2);
    ck_assert_double_eq(quantile_of(&d, p[0] / mass + 1e-9), 3);
    ck_assert_double_eq(quantile_of(&d, (p[0] + p[1]) / mass + 1e-9), 4);
    ck_assert_double_eq(quantile_of(&d, 1 - 1e-12), 4);
    ck_assert_double_eq_tol(quantile_mean(&d), mean, 1e-12);
}
END_TEST

/* The Cornish-Fisher expansion with two more terms than the engine takes. */
static double expansion(double z, double mean, double skewness, double excess)
{
    double first = (z * z - 1) * skewness / 6;
    double second =
        (z * z * z - 3 * z) * excess / 24 - (2 * z * z * z - 5 * z) * pow(skewness, 2) / 36;
    return mean + sqrt(mean) * (z + first + second);
}

START_TEST(very_large_counts_and_gammas_are_as_good_as_normal)
{
    double mean = _i ? 1e10 : 3e6, sd = sqrt(mean);
    struct distribution count = shaped(SHAPE_POISSON, mean, 0, 0, 0);
    struct distribution amount = shaped(SHAPE_GAMMA, mean, 2, 0, 0);
    for (int k = 0; k < LEVELS; k++) {
        double z = gsl_cdf_ugaussian_Pinv(LEVEL[k]);
        ck_assert_double_eq_tol(quantile_of(&count, LEVEL[k]), expansion(z, mean, 1 / sd, 1 / mean),
                                1);
        /* The first term left out is below 1e-5 standard deviations. */
        ck_assert_double_eq_tol(quantile_of(&amount, LEVEL[k]) / 2,
                                expansion(z, mean, 2 / sd, 6 / mean), 1e-5 * sd);
        struct distribution cut = by_hand_truncated(amount, 2 * mean, INFINITY);
        ck_assert_double_ge(quantile_of(&cut, LEVEL[k]), 2 * mean);
        ck_assert(k == 0 || quantile_of(&count, LEVEL[k]) > quantile_of(&count, LEVEL[k - 1]));
    }
    ck_assert_double_eq(quantile_mean(&count), mean);
}
END_TEST

START_TEST(choices_come_in_ascending_order)
{
    double points[] = {5, -1, 2, 2}, weights[] = {0.25, 0.25, 0.25, 0.25};
    struct distribution d = by_hand_table(SHAPE_CHOICE, points, weights, 4);
    ck_assert_double_eq(quantile_of(&d, 0.2), -1);
    ck_assert_double_eq(quantile_of(&d, 0.3), 2);
    ck_assert_double_eq(quantile_of(&d, 0.7), 2);
    ck_assert_double_eq(quantile_of(&d, 0.8), 5);
    ck_assert_double_eq(quantile_mean(&d), 2);
    struct distribution cut = by_hand_truncated(d, 0, 5);
    ck_assert_double_eq(quantile_of(&cut, 1e-9), 2);
    ck_assert_double_eq(quantile_of(&cut, 0.66), 2);
    ck_assert_double_eq(quantile_of(&cut, 0.67), 5);
    ck_assert_double_eq(quantile_mean(&cut), 3);
}
END_TEST

START_TEST(tables_are_linear_between_and_clamped_outside)
{
    double points[] = {1, 3, 3, 10}, weights[] = {0.1, 0.5, 0.6, 0.9};
    struct distribution d = by_hand_table(SHAPE_QUANTILES, points, weights, 4);
    ck_assert_double_eq(quantile_of(&d, 0.05), 1);
    ck_assert_double_eq_tol(quantile_of(&d, 0.3), 2, 1e-14);
    ck_assert_double_eq(quantile_of(&d, 0.55), 3);
    ck_assert_double_eq_tol(quantile_of(&d, 0.75), 6.5, 1e-14);
    ck_assert_double_eq(quantile_of(&d, 0.97), 10);
    /* 0.1 * 1 + 0.4 * 2 + 0.1 * 3 + 0.3 * 6.5 + 0.1 * 10 */
    ck_assert_double_eq_tol(quantile_mean(&d), 4.15, 1e-14);

    /* From 2 to 3 with the lump of 0.1 at 3: shares 0.3 to 0.6. */
    struct distribution cut = by_hand_truncated(d, 2, 3);
    ck_assert_double_eq_tol(quantile_of(&cut, 1.0 / 3), 2.5, 1e-14);
    ck_assert_double_eq(quantile_of(&cut, 0.9), 3);
    ck_assert_double_eq_tol(quantile_mean(&cut), 2.0 / 3 * 2.5 + 1.0 / 3 * 3, 1e-14);
}
END_TEST

START_TEST(data_are_interpolated)
{
    double points[] = {2, 4, 8};
    struct distribution d = by_hand_table(SHAPE_DATA, points, NULL, 3);
    ck_assert_double_eq_tol(quantile_of(&d, 0.25), 3, 1e-14);
    ck_assert_double_eq_tol(quantile_of(&d, 0.75), 6, 1e-14);
    ck_assert_double_eq_tol(quantile_mean(&d), 4.5, 1e-14);
    struct distribution single = by_hand_table(SHAPE_DATA, points, NULL, 1);
    ck_assert_double_eq(quantile_of(&single, 0.01), 2);
    ck_assert_double_eq(quantile_of(&single, 0.99), 2);
    ck_assert_double_eq(quantile_mean(&single), 2);
}
END_TEST

START_TEST(nothing_between_the_bounds_gives_the_nearest_bound)
{
    struct distribution d = shaped(SHAPE_NORMAL, 0, 1, 0, 0);
    struct distribution above = by_hand_truncated(d, 50, INFINITY);
    struct distribution below = by_hand_truncated(d, -INFINITY, -50);
    ck_assert_double_eq(quantile_of(&above, 0.5), 50);
    ck_assert_double_eq(quantile_of(&below, 0.5), -50);
    ck_assert_double_eq(quantile_mean(&above), 50);
    ck_assert_double_eq(quantile_mean(&below), -50);
}
END_TEST

int main(void)
{
    gsl_set_error_handler_off();
    Suite *suite = suite_create("quantile");
    TCase *tests = tcase_create("quantile");
    suite_add_tcase(suite, tests);
    tcase_add_loop_test(tests, a_quantile_has_its_share_below_it, 0, SMOOTH);
    tcase_add_loop_test(tests, truncation_keeps_the_shares_inside_and_nothing_outside, 0, SMOOTH);
    tcase_add_loop_test(tests, the_mean_is_the_integral_of_the_quantiles, 0, SMOOTH);
    tcase_add_loop_test(tests, poisson_quantiles_are_the_first_count_that_reaches_the_share, 0, 5);
    tcase_add_test(tests, poisson_truncation_includes_its_ends);
    tcase_add_loop_test(tests, very_large_counts_and_gammas_are_as_good_as_normal, 0, 2);
    tcase_add_test(tests, choices_come_in_ascending_order);
    tcase_add_test(tests, tables_are_linear_between_and_clamped_outside);
    tcase_add_test(tests, data_are_interpolated);
    tcase_add_test(tests, nothing_between_the_bounds_gives_the_nearest_bound);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
