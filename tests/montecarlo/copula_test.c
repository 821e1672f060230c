/* Correlated parameters: the ranks as asked, the margins untouched. */
#include "by_hand.h"
#include "fit.h"
#include "montecarlo/copula.h"

#include <check.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ACCOUNTS = PARAMETER_COLUMN(market.accounts),
    SERVICES = PARAMETER_COLUMN(market.services_need),
    HEADLINE = PARAMETER_COLUMN(market.headline),
    MATURITY = PARAMETER_COLUMN(market.months_to_mature),
    PEOPLE = PARAMETER_COLUMN(market.people_reachable),
    N = 20000
};

static struct scenario *five_columns(enum sampling sampling)
{
    struct scenario *scenario = by_hand_create(1, sampling);
    by_hand_set(scenario, -1, ACCOUNTS, by_hand_shape(SHAPE_LOGNORMAL, 4000, 0.7, 0, 0));
    by_hand_set(scenario, -1, SERVICES, by_hand_shape(SHAPE_GAMMA, 2, 90000, 0, 0));
    by_hand_set(scenario, -1, HEADLINE, by_hand_shape(SHAPE_NORMAL, 0, 0.5, 0, 0));
    by_hand_set(scenario, -1, MATURITY, by_hand_shape(SHAPE_UNIFORM, 20, 90, 0, 0));
    by_hand_set(scenario, -1, PEOPLE, by_hand_shape(SHAPE_PERT, 1e4, 2e4, 1e6, 0));
    return scenario;
}

static double rank_between(const struct scenario *scenario, uint64_t seed, int a, int b)
{
    struct sampler *sampler = by_hand_sampler(scenario, seed, N);
    double *x = by_hand_values(sampler, 0, a, N, LANES),
           *y = by_hand_values(sampler, 0, b, N, LANES);
    double rank = fit_rank_correlation(x, y, N);
    free(x);
    free(y);
    sampler_destroy(sampler);
    return rank;
}

START_TEST(uniforms_are_the_normal_distribution_function)
{
    for (double z = -6.9; z < 6.9; z += 0.01) {
        double u, exact = gsl_cdf_ugaussian_P(z);
        copula_uniforms(&z, 1, &u);
        /* Coefficients of 15 digits. */
        ck_assert_double_le(fabs(u - exact), 3e-15 * exact + 2e-16);
    }
    double far[] = {-40, 40}, u[2];
    copula_uniforms(far, 2, u);
    ck_assert(u[0] > 0 && u[0] < 1e-11 && u[1] < 1 && u[1] > 1 - 1e-11);
}
END_TEST

START_TEST(ranks_correlate_as_asked)
{
    struct scenario *scenario = five_columns((enum sampling)_i);
    by_hand_couple(scenario, ACCOUNTS, SERVICES, 0.7);
    by_hand_couple(scenario, MATURITY, SERVICES, -0.4);
    by_hand_couple(scenario, HEADLINE, PEOPLE, 0.2);
    /* The standard error of a rank correlation is at most about 1.1/sqrt(N). */
    double error = 4 * 1.1 / sqrt(N);
    ck_assert_double_eq_tol(rank_between(scenario, 1, ACCOUNTS, SERVICES), 0.7, error);
    ck_assert_double_eq_tol(rank_between(scenario, 1, SERVICES, MATURITY), -0.4, error);
    ck_assert_double_eq_tol(rank_between(scenario, 1, PEOPLE, HEADLINE), 0.2, error);
    ck_assert_double_eq_tol(rank_between(scenario, 1, ACCOUNTS, MATURITY), 0, error);
    ck_assert_double_eq_tol(rank_between(scenario, 1, ACCOUNTS, PEOPLE), 0, error);
    by_hand_destroy(scenario);
}
END_TEST

static double gamma_share(double x, const void *law)
{
    (void)law;
    return gsl_cdf_gamma_P(x, 2, 90000);
}

static double uniform_share(double x, const void *law)
{
    (void)law;
    return gsl_cdf_flat_P(x, 20, 90);
}

START_TEST(margins_stay_what_they_were)
{
    struct scenario *scenario = five_columns((enum sampling)_i);
    by_hand_couple(scenario, ACCOUNTS, SERVICES, 0.7);
    by_hand_couple(scenario, ACCOUNTS, MATURITY, -0.6);
    struct sampler *sampler = by_hand_sampler(scenario, 5, N);
    double *gamma = by_hand_values(sampler, 0, SERVICES, N, LANES);
    double *uniform = by_hand_values(sampler, 0, MATURITY, N, LANES);
    ck_assert_double_le(fit_distance(gamma, N, gamma_share, NULL), FIT_FAR);
    ck_assert_double_le(fit_distance(uniform, N, uniform_share, NULL), FIT_FAR);
    free(gamma);
    free(uniform);
    sampler_destroy(sampler);
    by_hand_destroy(scenario);
}
END_TEST

static void check_same_values(const struct sampler *a, const struct sampler *b, int column)
{
    double *x = by_hand_values(a, 0, column, 1000, LANES);
    double *y = by_hand_values(b, 0, column, 1000, LANES);
    ck_assert_mem_eq(x, y, 1000 * sizeof *x);
    free(x);
    free(y);
}

START_TEST(other_columns_notice_nothing)
{
    struct scenario *alone = five_columns((enum sampling)_i);
    struct scenario *coupled = five_columns((enum sampling)_i);
    by_hand_couple(coupled, SERVICES, MATURITY, 0.6);
    struct sampler *a = by_hand_sampler(alone, 2, 1000), *b = by_hand_sampler(coupled, 2, 1000);
    check_same_values(a, b, ACCOUNTS);
    check_same_values(a, b, HEADLINE);
    check_same_values(a, b, PEOPLE);
    sampler_destroy(a);
    sampler_destroy(b);
    by_hand_destroy(alone);
    by_hand_destroy(coupled);
}
END_TEST

START_TEST(perfect_correlation_is_possible)
{
    struct scenario *scenario = five_columns(SAMPLING_MONTE_CARLO);
    by_hand_couple(scenario, ACCOUNTS, SERVICES, 1);
    by_hand_couple(scenario, ACCOUNTS, MATURITY, -1);
    by_hand_couple(scenario, SERVICES, MATURITY, -1);
    /* The matrix gets a shade of 1e-10, that is a noise of 1.4e-5 standard deviations: neighbours
     * among 20000 may change places, ranks hardly move. */
    ck_assert_double_ge(rank_between(scenario, 1, ACCOUNTS, SERVICES), 1 - 1e-6);
    ck_assert_double_le(rank_between(scenario, 1, ACCOUNTS, MATURITY), -1 + 1e-6);
    by_hand_destroy(scenario);
}
END_TEST

START_TEST(a_constant_cannot_be_coupled)
{
    struct scenario *scenario = five_columns(SAMPLING_MONTE_CARLO);
    by_hand_set(scenario, -1, SERVICES, by_hand_constant(5));
    by_hand_couple(scenario, ACCOUNTS, SERVICES, 0.9);
    struct scenario *alone = five_columns(SAMPLING_MONTE_CARLO);
    struct sampler *a = by_hand_sampler(scenario, 2, 1000), *b = by_hand_sampler(alone, 2, 1000);
    check_same_values(a, b, ACCOUNTS);
    sampler_destroy(a);
    sampler_destroy(b);
    by_hand_destroy(scenario);
    by_hand_destroy(alone);
}
END_TEST

/* The text of the one complaint about a scenario; the caller frees it. */
static char *complaint_about(const struct scenario *scenario)
{
    struct complaints *complaints = complaints_create();
    ck_assert_ptr_null(sampler_create(scenario, 1, N, complaints));
    ck_assert_int_eq(complaints_count(complaints), 1);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    complaints_print(complaints, out, false);
    fclose(out);
    complaints_destroy(complaints);
    return text;
}

START_TEST(a_contradiction_names_those_who_contradict_each_other)
{
    struct scenario *scenario = five_columns(SAMPLING_MONTE_CARLO);
    by_hand_couple(scenario, ACCOUNTS, HEADLINE, 0.3);
    by_hand_couple(scenario, ACCOUNTS, SERVICES, 0.9);
    by_hand_couple(scenario, SERVICES, MATURITY, 0.9);
    by_hand_couple(scenario, MATURITY, ACCOUNTS, -0.9);
    by_hand_couple(scenario, HEADLINE, PEOPLE, 0.5);
    char *text = complaint_about(scenario);
    ck_assert_ptr_nonnull(strstr(text, "by-hand.yaml:1:1: "));
    ck_assert_ptr_nonnull(
        strstr(text, "market.accounts, market.months_to_mature, market.services_need "));
    ck_assert_ptr_null(strstr(text, "headline"));
    ck_assert_ptr_null(strstr(text, "people_reachable"));
    free(text);
    by_hand_destroy(scenario);
}
END_TEST

START_TEST(stages_and_rounds_are_named_as_scenarios_name_them)
{
    struct scenario *scenario = by_hand_create(1, SAMPLING_MONTE_CARLO);
    const int column[] = {PARAMETER_COLUMN(stage[1].release_interval),
                          PARAMETER_COLUMN(stage[STAGES_MAX].release_interval),
                          PARAMETER_COLUMN(round[2].pre_money)};
    for (int i = 0; i < 3; i++)
        by_hand_set(scenario, -1, column[i], by_hand_shape(SHAPE_UNIFORM, 1, 2, 0, 0));
    by_hand_couple(scenario, column[0], column[1], 0.9);
    by_hand_couple(scenario, column[1], column[2], 0.9);
    char *text = complaint_about(scenario);
    ck_assert_ptr_nonnull(strstr(
        text, "stages.2.release_interval, board.stage.release_interval, rounds.3.pre_money "));
    free(text);
    by_hand_destroy(scenario);
}
END_TEST

int main(void)
{
    gsl_set_error_handler_off();
    Suite *suite = suite_create("copula");
    TCase *tests = tcase_create("copula");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, uniforms_are_the_normal_distribution_function);
    tcase_add_loop_test(tests, ranks_correlate_as_asked, 0, 3);
    tcase_add_loop_test(tests, margins_stay_what_they_were, 0, 3);
    tcase_add_loop_test(tests, other_columns_notice_nothing, 0, 3);
    tcase_add_test(tests, perfect_correlation_is_possible);
    tcase_add_test(tests, a_constant_cannot_be_coupled);
    tcase_add_test(tests, a_contradiction_names_those_who_contradict_each_other);
    tcase_add_test(tests, stages_and_rounds_are_named_as_scenarios_name_them);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
