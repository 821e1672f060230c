/* Values drawn in bulk against the exact quantiles. */
#include "by_hand.h"
#include "fit.h"
#include "montecarlo/margin.h"
#include "montecarlo/quantile.h"
#include "numerics/elementary.h"

#include <check.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

static double points[] = {1, 3, 3, 10, 40}, levels[] = {0.1, 0.5, 0.6, 0.9, 0.95};
static double weights[] = {0.2, 0.2, 0.1, 0.45, 0.05}, data[] = {-4, -1, 0, 0, 2, 7, 9};

static struct distribution shaped(enum shape shape, double a, double b, double c, double d)
{
    return by_hand_shape(shape, a, b, c, d);
}

/* The grid of this margin and every shape that is not computed in closed form. */
static struct distribution smooth(int i)
{
    struct distribution normal = shaped(SHAPE_NORMAL, 10, 4, 0, 0);
    struct distribution lognormal = shaped(SHAPE_LOGNORMAL, 10, 1.5, 0, 0);
    switch (i) {
    case 0:
        return by_hand_truncated(normal, 0, INFINITY);
    case 1:
        return by_hand_truncated(normal, 11, 12);
    case 2:
        return by_hand_truncated(normal, 18, INFINITY);
    case 3:
        return by_hand_truncated(lognormal, 0.5, 2000);
    case 4:
        return by_hand_truncated(lognormal, -INFINITY, 10);
    case 5:
        return shaped(SHAPE_PERT, 1, 2, 8, 0);
    case 6:
        return by_hand_truncated(shaped(SHAPE_PERT, 1, 1, 8, 0), 2, 7);
    case 7:
        return shaped(SHAPE_BETA, 2, 5, 0, 1);
    case 8:
        return shaped(SHAPE_BETA, 0.5, 0.5, -1, 1);
    case 9:
        return shaped(SHAPE_BETA, 30, 2, 0, 1);
    case 10:
        return shaped(SHAPE_GAMMA, 0.5, 10, 0, 0);
    case 11:
        return shaped(SHAPE_GAMMA, 2, 10, 0, 0);
    case 12:
        return shaped(SHAPE_GAMMA, 200, 10, 0, 0);
    case 13:
        return shaped(SHAPE_LOGNORMAL, 10, 1.5, 0, 0);
    case 14:
        return shaped(SHAPE_NORMAL, 10, 4, 0, 0);
    case 15:
        return shaped(SHAPE_UNIFORM, -2, 4, 0, 0);
    case 16:
        return by_hand_truncated(shaped(SHAPE_UNIFORM, -2, 4, 0, 0), -1, 9);
    case 17:
        return shaped(SHAPE_TRIANGULAR, -2, 4, 5, 0);
    case 18:
        return shaped(SHAPE_TRIANGULAR, 4, 4, 5, 0);
    case 19:
        return by_hand_truncated(shaped(SHAPE_TRIANGULAR, -2, 5, 5, 0), 0, 4.5);
    case 20:
        return by_hand_table(SHAPE_QUANTILES, points, levels, 5);
    case 21:
        return by_hand_truncated(by_hand_table(SHAPE_QUANTILES, points, levels, 5), 2, 30);
    case 22:
        return by_hand_table(SHAPE_DATA, data, NULL, 7);
    default:
        return by_hand_table(SHAPE_DATA, data, NULL, 1);
    }
}

enum { GRIDS = 13, SMOOTH = 24 };

static struct margin *margin_of(struct distribution d, double low, double high)
{
    struct margin *margin = margin_create(&d, low, high);
    ck_assert_ptr_nonnull(margin);
    return margin;
}

/* The value at one normal score. */
static double value_at(const struct margin *margin, double z)
{
    double u = gsl_cdf_ugaussian_P(z), value;
    margin_fill(margin, &u, &z, 1, &value);
    return value;
}

START_TEST(values_are_quantiles)
{
    struct distribution d = smooth(_i);
    struct margin *margin = margin_of(d, -INFINITY, INFINITY);
    double spread = quantile_of(&d, 0.75) - quantile_of(&d, 0.25), before = -INFINITY;
    /* The bound of the grid: h^2/8 times the second derivative, which is below 5 times the value
     * for these shapes. What rises like a high power of u near its lower end is held against a
     * hundredth of its spread instead. The others only round, and so does u: half its last digit,
     * 6e-17, is 6e-17/phi(z) of z, up to 3e-8 where z = 6.2. */
    double error = _i < GRIDS ? 1e-4 : 1e-7;
    /* Irrational steps, so that grid points are not favoured. */
    for (double z = -6.2; z < 6.2; z += 0.0031415926) {
        double exact = quantile_of(&d, gsl_cdf_ugaussian_P(z)), value = value_at(margin, z);
        ck_assert_double_le(fabs(value - exact), error * fmax(fabs(exact), spread / 100) + 1e-13);
        ck_assert_double_ge(value, before - 1e-13);
        before = value;
    }
    margin_destroy(margin);
}
END_TEST

START_TEST(values_beyond_the_grid_are_those_of_its_ends)
{
    struct distribution d = smooth(_i);
    struct margin *margin = margin_of(d, -INFINITY, INFINITY);
    double ends[2] = {value_at(margin, -6.4999999), value_at(margin, 6.4999999)};
    ck_assert_double_eq_tol(value_at(margin, -9), ends[0], 1e-4 * fabs(ends[0]));
    ck_assert_double_eq_tol(value_at(margin, 9), ends[1], 1e-4 * fabs(ends[1]));
    margin_destroy(margin);
}
END_TEST

START_TEST(values_stay_in_the_legal_range)
{
    struct distribution d = smooth(_i);
    double low = quantile_of(&d, 0.2), high = quantile_of(&d, 0.7);
    struct margin *margin = margin_of(d, low, high);
    for (double z = -8; z < 8; z += 0.01) {
        double value = value_at(margin, z);
        ck_assert(value >= low && value <= high);
    }
    ck_assert_double_eq(value_at(margin, -5), low);
    ck_assert_double_eq(value_at(margin, 5), high);
    margin_destroy(margin);
}
END_TEST

/* Every step is taken at exactly the share where the quantile takes it. */
static void check_steps(struct distribution d)
{
    struct margin *margin = margin_of(d, -INFINITY, INFINITY);
    ck_assert(!margin_reads_scores(margin));
    for (int i = 0; i < 20000; i++) {
        double u = (i + 0.5) / 20000, value;
        margin_fill(margin, &u, NULL, 1, &value);
        ck_assert_double_eq(value, quantile_of(&d, u));
    }
    margin_destroy(margin);
}

START_TEST(counts_and_choices_are_exact)
{
    check_steps(shaped(SHAPE_POISSON, 0.02, 0, 0, 0));
    check_steps(shaped(SHAPE_POISSON, 4.4, 0, 0, 0));
    check_steps(by_hand_truncated(shaped(SHAPE_POISSON, 4.4, 0, 0, 0), 1, 6));
    check_steps(by_hand_truncated(shaped(SHAPE_POISSON, 4.4, 0, 0, 0), 5, INFINITY));
    check_steps(shaped(SHAPE_POISSON, 12345, 0, 0, 0));
    check_steps(by_hand_table(SHAPE_CHOICE, points, weights, 5));
    check_steps(by_hand_table(SHAPE_CHOICE, points, weights, 1));
    check_steps(by_hand_truncated(by_hand_table(SHAPE_CHOICE, points, weights, 5), 3, 39));
}
END_TEST

START_TEST(choices_may_be_written_in_any_order)
{
    double mixed[] = {7, -2, 3}, shares[] = {0.2, 0.5, 0.3};
    check_steps(by_hand_table(SHAPE_CHOICE, mixed, shares, 3));
}
END_TEST

int main(void)
{
    gsl_set_error_handler_off();
    Suite *suite = suite_create("margin");
    TCase *tests = tcase_create("margin");
    suite_add_tcase(suite, tests);
    tcase_add_loop_test(tests, values_are_quantiles, 0, SMOOTH);
    tcase_add_loop_test(tests, values_beyond_the_grid_are_those_of_its_ends, 0, GRIDS);
    tcase_add_loop_test(tests, values_stay_in_the_legal_range, 0, GRIDS);
    tcase_add_test(tests, counts_and_choices_are_exact);
    tcase_add_test(tests, choices_may_be_written_in_any_order);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
