/* Whole blocks of parameters: which columns are drawn, how, and for whom they are the same. */
#include "by_hand.h"
#include "fit.h"
#include "model/field.h"
#include "montecarlo/quantile.h"

#include <check.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ACCOUNTS = PARAMETER_COLUMN(market.accounts),
    ADOPTERS = PARAMETER_COLUMN(market.adopters_at_start),
    SERVICES = PARAMETER_COLUMN(market.services_need),
    HEADLINE = PARAMETER_COLUMN(market.headline),
    MATURITY = PARAMETER_COLUMN(market.months_to_mature),
    PEOPLE = PARAMETER_COLUMN(market.people_reachable),
    TRAINING = PARAMETER_COLUMN(market.training_need),
    LICENCE = PARAMETER_COLUMN(market.licence_price), /* anew every month */
    N = 4096
};

static double points[] = {100, 200, 500, 900}, levels[] = {0.05, 0.4, 0.7, 0.95};
static double weights[] = {0.5, 0.2, 0.2, 0.1};

static struct distribution shaped(enum shape shape, double a, double b, double c, double d)
{
    return by_hand_shape(shape, a, b, c, d);
}

/* Continuous distributions that the legal ranges of their columns do not cut. */
static void set_smooth(struct scenario *scenario)
{
    struct distribution normal = shaped(SHAPE_NORMAL, 5e6, 2e6, 0, 0);
    by_hand_set(scenario, -1, ACCOUNTS, shaped(SHAPE_LOGNORMAL, 4000, 0.7, 0, 0));
    by_hand_set(scenario, -1, ADOPTERS, shaped(SHAPE_GAMMA, 2, 300, 0, 0));
    by_hand_set(scenario, -1, SERVICES, by_hand_truncated(normal, 1e6, 9e6));
    by_hand_set(scenario, -1, HEADLINE, shaped(SHAPE_TRIANGULAR, -1, 0, 2, 0));
    by_hand_set(scenario, -1, MATURITY, shaped(SHAPE_PERT, 20, 40, 200, 0));
    by_hand_set(scenario, -1, PEOPLE, shaped(SHAPE_UNIFORM, 1e4, 1e6, 0, 0));
    by_hand_set(scenario, -1, TRAINING, shaped(SHAPE_BETA, 2, 3, 0, 5e4));
}

static const int SMOOTH[] = {ACCOUNTS, ADOPTERS, SERVICES, HEADLINE, MATURITY, PEOPLE, TRAINING};
enum { SMOOTHS = sizeof SMOOTH / sizeof *SMOOTH };

/* The distribution function by bisection of the quantile function, which has tests of its own. */
static double share(double x, const void *law)
{
    double low = 0, high = 1;
    for (int k = 0; k < 25; k++) {
        double middle = (low + high) / 2;
        if (quantile_of(law, middle) < x)
            low = middle;
        else
            high = middle;
    }
    return low;
}

START_TEST(margins_are_the_distributions_that_were_asked_for)
{
    struct scenario *scenario = by_hand_create(1, (enum sampling)_i);
    set_smooth(scenario);
    struct sampler *sampler = by_hand_sampler(scenario, 42, N);
    for (int k = 0; k < SMOOTHS; k++) {
        double *value = by_hand_values(sampler, 0, SMOOTH[k], N, LANES);
        const struct distribution *law = &scenario->strategy[0].assumptions[SMOOTH[k]].value;
        double distance = fit_distance(value, N, share, law);
        /* One path in each of N layers leaves a distance of at most 1/N; the grid moves shares by
         * less than 1e-4. */
        if (_i == SAMPLING_MONTE_CARLO)
            ck_assert_double_le(distance, FIT_FAR);
        else
            ck_assert_double_le(distance / sqrt(N), 1.0 / N + 1e-4);
        free(value);
    }
    sampler_destroy(sampler);
    by_hand_destroy(scenario);
}
END_TEST

START_TEST(counts_and_choices_have_their_frequencies)
{
    enum { MANY = 20000 };
    struct scenario *scenario = by_hand_create(1, (enum sampling)_i);
    by_hand_set(scenario, -1, ADOPTERS, shaped(SHAPE_POISSON, 3, 0, 0, 0));
    by_hand_set(scenario, -1, ACCOUNTS, by_hand_table(SHAPE_CHOICE, points, weights, 4));
    /* Coupling takes the scores, and not the uniform numbers, to the same frequencies. */
    by_hand_couple(scenario, ADOPTERS, ACCOUNTS, 0.5);
    struct sampler *sampler = by_hand_sampler(scenario, 3, MANY);
    double *poisson = by_hand_values(sampler, 0, ADOPTERS, MANY, LANES);
    double *choice = by_hand_values(sampler, 0, ACCOUNTS, MANY, LANES);
    double count[10] = {0}, expected[10], chosen[4] = {0}, wanted[4];
    for (int i = 0; i < MANY; i++) {
        ck_assert(poisson[i] == floor(poisson[i]));
        count[poisson[i] < 9 ? (int)poisson[i] : 9]++;
        for (int k = 0; k < 4; k++)
            chosen[k] += choice[i] == points[k];
    }
    for (unsigned k = 0; k < 9; k++)
        expected[k] = MANY * gsl_ran_poisson_pdf(k, 3);
    expected[9] = MANY * gsl_cdf_poisson_Q(8, 3);
    for (int k = 0; k < 4; k++)
        wanted[k] = MANY * weights[k];
    ck_assert_double_ge(fit_chance(count, expected, 10), 1e-4);
    ck_assert_double_ge(fit_chance(chosen, wanted, 4), 1e-4);
    ck_assert_double_eq(chosen[0] + chosen[1] + chosen[2] + chosen[3], MANY);
    free(poisson);
    free(choice);
    sampler_destroy(sampler);
    by_hand_destroy(scenario);
}
END_TEST

START_TEST(dimensions_are_the_uncertain_columns_in_order)
{
    struct scenario *scenario = by_hand_create(3, SAMPLING_MONTE_CARLO);
    by_hand_set(scenario, 2, SERVICES, shaped(SHAPE_UNIFORM, 1, 2, 0, 0));
    by_hand_set(scenario, 0, ADOPTERS, shaped(SHAPE_UNIFORM, 1, 2, 0, 0));
    by_hand_set(scenario, -1, HEADLINE, shaped(SHAPE_NORMAL, 0, 1, 0, 0));
    by_hand_set(scenario, -1, LICENCE, shaped(SHAPE_LOGNORMAL, 5e5, 0.4, 0, 0));
    struct sampler *sampler = by_hand_sampler(scenario, 1, N);
    ck_assert_int_eq(sampler_dimensions(sampler), 3);
    ck_assert_int_eq(sampler_column(sampler, 0), ADOPTERS);
    ck_assert_int_eq(sampler_column(sampler, 1), HEADLINE);
    ck_assert_int_eq(sampler_column(sampler, 2), SERVICES);
    sampler_destroy(sampler);
    by_hand_destroy(scenario);
}
END_TEST

START_TEST(constants_and_monthly_fields_fill_their_columns)
{
    struct scenario *scenario = by_hand_create(2, SAMPLING_LATIN_HYPERCUBE);
    by_hand_set(scenario, 0, ACCOUNTS, by_hand_constant(1234));
    by_hand_set(scenario, 1, ACCOUNTS, by_hand_constant(1e20)); /* beyond the legal range */
    by_hand_set(scenario, 0, LICENCE, shaped(SHAPE_LOGNORMAL, 5e5, 0.4, 0, 0));
    by_hand_set(scenario, 1, LICENCE, by_hand_constant(7e5));
    struct sampler *sampler = by_hand_sampler(scenario, 1, N);
    struct sampler_workspace *workspace = sampler_workspace_create(sampler);
    struct parameters *parameters = malloc(sizeof *parameters);
    for (int s = 0; s < 2; s++) {
        sampler_fill(sampler, workspace, s, 0, LANES < 3 ? 1 : 3, parameters);
        for (int i = 0; i < STRIDE; i++) {
            ck_assert_double_eq(parameters->market.accounts[i], s ? 1e8 : 1234);
            ck_assert_double_eq(parameters->market.licence_price[i], s ? 7e5 : 5e5);
            ck_assert_double_eq(parameters->market.licence_price_spread[i], s ? 0 : 0.4);
        }
    }
    free(parameters);
    sampler_workspace_destroy(workspace);
    sampler_destroy(sampler);
    by_hand_destroy(scenario);
}
END_TEST

START_TEST(values_are_clamped_and_short_blocks_are_padded)
{
    struct scenario *scenario = by_hand_create(1, SAMPLING_MONTE_CARLO);
    by_hand_set(scenario, -1, ACCOUNTS, shaped(SHAPE_LOGNORMAL, 20, 2, 0, 0)); /* from 10 */
    by_hand_set(scenario, -1, HEADLINE, shaped(SHAPE_NORMAL, 0, 3, 0, 0));     /* -3 to 3 */
    struct sampler *sampler = by_hand_sampler(scenario, 1, N);
    double *accounts = by_hand_values(sampler, 0, ACCOUNTS, N, LANES);
    double *headline = by_hand_values(sampler, 0, HEADLINE, N, LANES);
    int bounds[3] = {0};
    for (int i = 0; i < N; i++) {
        ck_assert(accounts[i] >= 10 && headline[i] >= -3 && headline[i] <= 3);
        bounds[0] += accounts[i] == 10;
        bounds[1] += headline[i] == -3;
        bounds[2] += headline[i] == 3;
    }
    ck_assert(bounds[0] > 0 && bounds[1] > 0 && bounds[2] > 0);

    struct sampler_workspace *workspace = sampler_workspace_create(sampler);
    struct parameters *parameters = malloc(sizeof *parameters);
    int n = LANES < 5 ? 1 : 5;
    sampler_fill(sampler, workspace, 0, 100, n, parameters);
    for (int i = 0; i < STRIDE; i++)
        ck_assert_double_eq(parameters->market.headline[i], headline[100 + (i < n ? i : 0)]);
    free(parameters);
    sampler_workspace_destroy(workspace);
    free(accounts);
    free(headline);
    sampler_destroy(sampler);
    by_hand_destroy(scenario);
}
END_TEST

/* Strategies 0 and 2 are alike, 1 differs in one column and has a constant in another. */
static struct scenario *three_strategies(enum sampling sampling)
{
    struct scenario *scenario = by_hand_create(3, sampling);
    set_smooth(scenario);
    by_hand_set(scenario, 1, ACCOUNTS, shaped(SHAPE_NORMAL, 1e6, 1e5, 0, 0));
    by_hand_set(scenario, 1, HEADLINE, by_hand_constant(0.5));
    by_hand_set(scenario, -1, PARAMETER_COLUMN(stage[2].until_users),
                by_hand_table(SHAPE_QUANTILES, points, levels, 4));
    by_hand_couple(scenario, ACCOUNTS, PEOPLE, 0.5);
    return scenario;
}

START_TEST(equal_strategies_get_equal_bits)
{
    struct scenario *scenario = three_strategies((enum sampling)_i);
    struct sampler *sampler = by_hand_sampler(scenario, 8, N);
    struct sampler_workspace *workspace = sampler_workspace_create(sampler);
    struct parameters *a = malloc(sizeof *a), *b = malloc(sizeof *b);
    for (int first = 0; first < N; first += 1000) {
        sampler_fill(sampler, workspace, 0, first, LANES, a);
        sampler_fill(sampler, workspace, 2, first, LANES, b);
        ck_assert_mem_eq(a, b, sizeof *a);
        sampler_fill(sampler, workspace, 1, first, LANES, b);
        ck_assert_mem_eq(&a->market.services_need, &b->market.services_need,
                         sizeof a->market.services_need);
    }
    free(a);
    free(b);
    sampler_workspace_destroy(workspace);
    sampler_destroy(sampler);
    by_hand_destroy(scenario);
}
END_TEST

START_TEST(a_key_that_is_written_differently_sees_the_same_world)
{
    struct scenario *scenario = three_strategies((enum sampling)_i);
    struct sampler *sampler = by_hand_sampler(scenario, 8, N);
    double *lognormal = by_hand_values(sampler, 0, ACCOUNTS, N, LANES);
    double *normal = by_hand_values(sampler, 1, ACCOUNTS, N, LANES);
    for (int i = 0; i < N; i++)
        ck_assert_double_eq_tol(log(lognormal[i] / 4000) / 0.7, (normal[i] - 1e6) / 1e5, 1e-9);
    free(lognormal);
    free(normal);
    sampler_destroy(sampler);
    by_hand_destroy(scenario);
}
END_TEST

/* The values of all columns, path by path. */
static double *worlds(const struct sampler *sampler, int strategy, int paths, int block)
{
    double *all = malloc(sizeof(double) * PARAMETER_COLUMNS * (size_t)paths);
    for (int k = 0; k < sampler_dimensions(sampler); k++) {
        double *value = by_hand_values(sampler, strategy, sampler_column(sampler, k), paths, block);
        memcpy(all + (size_t)k * (size_t)paths, value, sizeof(double) * (size_t)paths);
        free(value);
    }
    return all;
}

START_TEST(blocks_order_and_neighbours_change_nothing)
{
    enum { PATHS = 600 };
    struct scenario *scenario = three_strategies((enum sampling)_i);
    struct sampler *sampler = by_hand_sampler(scenario, 8, PATHS);
    struct sampler_workspace *workspace = sampler_workspace_create(sampler);
    struct parameters *parameters = malloc(sizeof *parameters);
    const int size[] = {1, 7, 64, LANES};
    for (int s = 0; s < 3; s++) {
        double *whole = worlds(sampler, s, PATHS, LANES);
        /* Backward, strategies in turn, blocks of any size. */
        for (int k = 0; k < 60; k++) {
            int n = size[k % 4] < LANES ? size[k % 4] : LANES;
            int first = (PATHS - n) * (59 - k) / 59;
            sampler_fill(sampler, workspace, k % 3, first, n, parameters);
            sampler_fill(sampler, workspace, s, first, n, parameters);
            for (int d = 0; d < sampler_dimensions(sampler); d++)
                for (int i = 0; i < n; i++)
                    if (by_hand_lane(parameters, sampler_column(sampler, d), i) !=
                        whole[d * PATHS + first + i])
                        ck_abort_msg("path %d differs in a block of %d", first + i, n);
        }
        free(whole);
    }
    free(parameters);
    sampler_workspace_destroy(workspace);
    sampler_destroy(sampler);
    by_hand_destroy(scenario);
}
END_TEST

START_TEST(seeds_matter)
{
    struct scenario *scenario = three_strategies((enum sampling)_i);
    struct sampler *a = by_hand_sampler(scenario, 8, N), *b = by_hand_sampler(scenario, 9, N);
    for (int k = 0; k < SMOOTHS; k++) {
        double *x = by_hand_values(a, 0, SMOOTH[k], N, LANES);
        double *y = by_hand_values(b, 0, SMOOTH[k], N, LANES);
        int same = 0;
        for (int i = 0; i < N; i++)
            same += x[i] == y[i];
        ck_assert_int_lt(same, 3);
        free(x);
        free(y);
    }
    sampler_destroy(a);
    sampler_destroy(b);
    by_hand_destroy(scenario);
}
END_TEST

/* More uncertain columns than GSL has Sobol axes: each is a layer-by-layer sample of its own. */
START_TEST(a_hundred_dimensions_are_all_drawn)
{
    struct scenario *scenario = by_hand_create(1, (enum sampling)_i);
    int dimensions = 0;
    for (int column = 0; column < PARAMETER_COLUMNS && dimensions < 100; column++) {
        enum section section;
        int repeat, spread;
        const struct field *field = fields_of_column(column, &section, &repeat, &spread);
        if (field->drawn != DRAWN_PATH)
            continue;
        by_hand_set(scenario, -1, column, shaped(SHAPE_UNIFORM, field->low, field->high, 0, 0));
        dimensions++;
    }
    struct sampler *sampler = by_hand_sampler(scenario, 6, 512);
    ck_assert_int_eq(sampler_dimensions(sampler), 100);
    for (int k = 0; k < 100; k++) {
        int column = sampler_column(sampler, k);
        double *value = by_hand_values(sampler, 0, column, 512, LANES);
        double distance =
            fit_distance(value, 512, share, &scenario->strategy[0].assumptions[column].value);
        ck_assert_double_le(distance, _i == SAMPLING_MONTE_CARLO ? FIT_FAR : 1.0001 / sqrt(512));
        free(value);
    }
    sampler_destroy(sampler);
    by_hand_destroy(scenario);
}
END_TEST

START_TEST(bounds_that_leave_nothing_are_a_mistake)
{
    struct scenario *scenario = by_hand_create(2, SAMPLING_MONTE_CARLO);
    struct distribution normal = shaped(SHAPE_NORMAL, 0, 0.1, 0, 0);
    by_hand_set(scenario, 1, HEADLINE, by_hand_truncated(normal, 2, 3));
    struct complaints *complaints = complaints_create();
    ck_assert_ptr_null(sampler_create(scenario, 1, N, complaints));
    ck_assert_int_eq(complaints_count(complaints), 1);
    char *text = NULL, place[40];
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    complaints_print(complaints, out, false);
    fclose(out);
    snprintf(place, sizeof place, "by-hand.yaml:%d:1: ", HEADLINE + 1);
    ck_assert_ptr_nonnull(strstr(text, place));
    free(text);
    complaints_destroy(complaints);
    by_hand_destroy(scenario);
}
END_TEST

int main(void)
{
    gsl_set_error_handler_off();
    Suite *suite = suite_create("sampler");
    TCase *tests = tcase_create("sampler");
    suite_add_tcase(suite, tests);
    tcase_add_loop_test(tests, margins_are_the_distributions_that_were_asked_for, 0, 3);
    tcase_add_loop_test(tests, counts_and_choices_have_their_frequencies, 0, 3);
    tcase_add_test(tests, dimensions_are_the_uncertain_columns_in_order);
    tcase_add_test(tests, constants_and_monthly_fields_fill_their_columns);
    tcase_add_test(tests, values_are_clamped_and_short_blocks_are_padded);
    tcase_add_loop_test(tests, equal_strategies_get_equal_bits, 0, 3);
    tcase_add_loop_test(tests, a_key_that_is_written_differently_sees_the_same_world, 0, 3);
    tcase_add_loop_test(tests, blocks_order_and_neighbours_change_nothing, 0, 3);
    tcase_add_loop_test(tests, seeds_matter, 0, 3);
    tcase_add_loop_test(tests, a_hundred_dimensions_are_all_drawn, 0, 3);
    tcase_add_test(tests, bounds_that_leave_nothing_are_a_mistake);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
