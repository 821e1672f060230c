/* Every way to write a distribution, and what it means. */
#include "told.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double Z95 = 1.6448536269514722, Z90 = 1.2815515655446004;

/* The value of one key when the scenario says `text` about it, without its points. */
static struct distribution read(const char *section, const char *key, const char *text)
{
    char yaml[1000], dotted[100];
    snprintf(yaml, sizeof yaml, SMALLEST "%s: {%s: %s}\n", section, key, text);
    snprintf(dotted, sizeof dotted, "%s.%s", section, key);
    struct scenario *scenario = told_scenario(yaml);
    const struct distribution value = told_assumption(scenario, 0, dotted)->value;
    scenario_destroy(scenario);
    return value;
}

static void check(struct distribution value, enum shape shape, double a, double b, double c,
                  double d)
{
    ck_assert_int_eq(value.shape, shape);
    ck_assert_double_eq_tol(value.a, a, 1e-12 + 1e-9 * fabs(a));
    ck_assert_double_eq_tol(value.b, b, 1e-12 + 1e-9 * fabs(b));
    ck_assert_double_eq_tol(value.c, c, 1e-12 + 1e-9 * fabs(c));
    ck_assert_double_eq_tol(value.d, d, 1e-12 + 1e-9 * fabs(d));
}

START_TEST(a_constant)
{
    const struct distribution value = read("market", "accounts", "4000");
    check(value, SHAPE_CONSTANT, 4000, 0, 0, 0);
    ck_assert(!value.truncated);
    ck_assert(isinf(value.low) && isinf(value.high));
    check(read("climate", "regime", "shut"), SHAPE_CONSTANT, 2, 0, 0, 0);
}
END_TEST

START_TEST(an_interval_above_zero_is_lognormal)
{
    check(read("market", "accounts", "2000 to 8000"), SHAPE_LOGNORMAL, 4000, log(4) / (2 * Z95), 0,
          0);
    ck_assert(!read("market", "accounts", "2000 to 8000").truncated);
}
END_TEST

START_TEST(an_interval_that_touches_zero_is_normal)
{
    check(read("market", "headline", "-0.5 to 1.5"), SHAPE_NORMAL, 0.5, 1 / Z95, 0, 0);
    check(read("company", "users", "0 to 100"), SHAPE_NORMAL, 50, 50 / Z95, 0, 0);
    /* A field that may be negative is normal even above zero. */
    check(read("market", "rival_appeal", "0.2 to 0.4"), SHAPE_NORMAL, 0.3, 0.1 / Z95, 0, 0);
}
END_TEST

START_TEST(an_interval_of_shares_stays_within_them)
{
    const struct distribution value = read("market", "differentiation", "20 to 80%");
    check(value, SHAPE_LOGNORMAL, 0.4, log(4) / (2 * Z95), 0, 0);
    ck_assert(value.truncated);
    ck_assert_double_eq(value.low, 0);
    ck_assert_double_eq(value.high, 1);
}
END_TEST

START_TEST(normal_and_lognormal)
{
    check(read("market", "accounts", "{normal: {mean: 4000, sd: 500}}"), SHAPE_NORMAL, 4000, 500, 0,
          0);
    check(read("market", "accounts", "{lognormal: {median: 4000, sd_log: 0.5}}"), SHAPE_LOGNORMAL,
          4000, 0.5, 0, 0);
    check(read("market", "accounts", "{lognormal: {mean: 4000, sd_log: 0.5}}"), SHAPE_LOGNORMAL,
          4000 * exp(-0.125), 0.5, 0, 0);
    check(read("market", "accounts", "{lognormal: {p10: 1000, p90: 9000}}"), SHAPE_LOGNORMAL, 3000,
          log(9) / (2 * Z90), 0, 0);
    check(read("market", "accounts", "{lognormal: {p5: 1000, p95: 9000}}"), SHAPE_LOGNORMAL, 3000,
          log(9) / (2 * Z95), 0, 0);
}
END_TEST

/* Whatever pair of numbers a lognormal is given by, its moments must be those. */
START_TEST(lognormal_by_its_moments)
{
    const struct distribution mean =
        read("market", "services_need", "{lognormal: {mean: $200k, sd: $150k}}");
    const double w = exp(mean.b * mean.b);
    ck_assert_double_eq_tol(mean.a * sqrt(w), 200e3, 1e-6);
    ck_assert_double_eq_tol(mean.a * sqrt(w * (w - 1)), 150e3, 1e-6);
    const struct distribution median =
        read("market", "services_need", "{lognormal: {median: $200k, sd: $150k}}");
    const double v = exp(median.b * median.b);
    ck_assert_double_eq(median.a, 200e3);
    ck_assert_double_eq_tol(median.a * sqrt(v * (v - 1)), 150e3, 1e-6);
}
END_TEST

START_TEST(bounded_shapes)
{
    check(read("market", "accounts", "{uniform: [2000, 8k]}"), SHAPE_UNIFORM, 2000, 8000, 0, 0);
    check(read("market", "accounts", "{uniform: {low: 2000, high: 8000}}"), SHAPE_UNIFORM, 2000,
          8000, 0, 0);
    check(read("market", "accounts", "{triangular: {low: 1000, mode: 1000, high: 8000}}"),
          SHAPE_TRIANGULAR, 1000, 1000, 8000, 0);
    check(read("market", "accounts", "{pert: {high: 8000, low: 1000, mode: 3000}}"), SHAPE_PERT,
          1000, 3000, 8000, 0);
    check(read("market", "differentiation", "{beta: {alpha: 2, beta: 3}}"), SHAPE_BETA, 2, 3, 0, 1);
    check(read("company", "cash", "{beta: {alpha: 2, beta: 3, low: $1M, high: $2M}}"), SHAPE_BETA,
          2, 3, 1e6, 2e6);
}
END_TEST

START_TEST(gamma_and_poisson)
{
    check(read("market", "imitation_half_life", "{gamma: {shape: 4, scale: 0.5 years}}"),
          SHAPE_GAMMA, 4, 6, 0, 0);
    check(read("market", "imitation_half_life", "{gamma: {mean: 2 years, sd: 12 months}}"),
          SHAPE_GAMMA, 4, 6, 0, 0);
    check(read("company", "people", "{poisson: {mean: 20}}"), SHAPE_POISSON, 20, 0, 0, 0);
}
END_TEST

START_TEST(units_are_converted_inside)
{
    check(read("market", "subscription_price", "{normal: {mean: $48k/year, sd: $1k/month}}"),
          SHAPE_NORMAL, 4000, 1000, 0, 0);
    check(read("people", "collection", "{uniform: [1 month, 1 year]}"), SHAPE_UNIFORM, 1, 12, 0, 0);
}
END_TEST

START_TEST(truncation_may_be_open)
{
    const struct distribution both =
        read("market", "accounts", "{normal: {mean: 4000, sd: 500}, truncate: [3000, 5000]}");
    ck_assert(both.truncated && both.low == 3000 && both.high == 5000);
    const struct distribution low =
        read("market", "accounts", "{truncate: {low: 3000}, normal: {mean: 4000, sd: 500}}");
    ck_assert(low.truncated && low.low == 3000 && isinf(low.high));
    const struct distribution high =
        read("market", "accounts", "{normal: {mean: 4000, sd: 500}, truncate: {high: 5000}}");
    ck_assert(high.truncated && isinf(high.low) && high.high == 5000);
}
END_TEST

START_TEST(a_tail_may_be_clamped_but_not_more)
{
    /* 4% lies above 100%, then 7%. */
    told_exactly(SMALLEST "market: {differentiation: {normal: {mean: 50%, sd: 28.6%}}}\n", "");
    told_exactly(SMALLEST "market: {differentiation: {normal: {mean: 50%, sd: 34%}}}\n",
                 "3:27: error: more than 5% of this lies too low; 'differentiation' must lie "
                 "between 0% and 100%\n");
    told_exactly(SMALLEST "market: {differentiation: {normal: {mean: 50%, sd: 34%}, "
                          "truncate: [0, 1]}}\n",
                 "");
    told_exactly(SMALLEST "market: {differentiation: 30% to 100%}\n", "");
    told_exactly(SMALLEST "company: {users: {poisson: {mean: 3}}}\n", "");
    told_exactly(SMALLEST "company: {people: {poisson: {mean: 0.5}}}\n",
                 "3:19: error: more than 5% of this lies too low; 'people' must lie between 1 and "
                 "100000\n");
}
END_TEST

START_TEST(a_truncation_may_reach_out_of_the_legal_range_only_where_nothing_is)
{
    told_exactly(SMALLEST "market: {differentiation: {uniform: [20%, 40%], truncate: [-1, 30%]}}\n",
                 "");
    told_exactly(SMALLEST
                 "market: {differentiation: {normal: {mean: 50%, sd: 10%}, truncate: [-1, 1]}}\n",
                 "3:27: error: -100% is out of range; 'differentiation' must lie between 0% and "
                 "100%\n");
}
END_TEST

/* --- Points --------------------------------------------------------------------------------- */

static struct scenario *with_points(const char *text, const struct distribution **value)
{
    char yaml[1000];
    snprintf(yaml, sizeof yaml, SMALLEST "people: {collection: %s}\n", text);
    struct scenario *scenario = told_scenario(yaml);
    *value = &told_assumption(scenario, 0, "people.collection")->value;
    return scenario;
}

static void check_points(const char *text, enum shape shape, int count, const double *points,
                         const double *weights)
{
    const struct distribution *value;
    struct scenario *scenario = with_points(text, &value);
    ck_assert_int_eq(value->shape, shape);
    ck_assert_int_eq(value->count, count);
    for (int i = 0; i < count; i++) {
        ck_assert_double_eq(value->points[i], points[i]);
        if (weights)
            ck_assert_double_eq_tol(value->weights[i], weights[i], 1e-15);
    }
    scenario_destroy(scenario);
}

START_TEST(a_choice_is_sorted_and_its_weights_sum_to_one)
{
    const double points[] = {1, 3, 12}, weights[] = {0.25, 0.25, 0.5};
    check_points("{choice: {3 months: 1, 1 year: 2, 1 month: 1}}", SHAPE_CHOICE, 3, points,
                 weights);
    check_points("{choice: {3 months: 25%, 1 year: 50%, 1 month: 0.25}}", SHAPE_CHOICE, 3, points,
                 weights);
    check_points("{choice: [{value: 1 year, weight: 2}, {value: 3 months, weight: 1}, {weight: 1, "
                 "value: 1 month}]}",
                 SHAPE_CHOICE, 3, points, weights);
}
END_TEST

START_TEST(quantiles_are_sorted)
{
    const double points[] = {2, 3, 9}, weights[] = {0.1, 0.5, 0.9};
    check_points("{quantiles: {50%: 3 months, 10%: 2 months, 0.9: 9 months}}", SHAPE_QUANTILES, 3,
                 points, weights);
}
END_TEST

START_TEST(data_are_sorted)
{
    const double points[] = {2, 9, 12, 12};
    check_points("{data: [12, 9 months, 2, 1 year]}", SHAPE_DATA, 4, points, NULL);
    const double file[] = {1.25, 1.5, 2, 3};
    check_points("{data: data/collection.csv}", SHAPE_DATA, 4, file, NULL);
}
END_TEST

START_TEST(strategies_share_what_they_share)
{
    struct scenario *scenario = told_scenario(
        "scenario: Test\npeople: {collection: {data: [1, 2, 3]}}\n"
        "strategies:\n"
        "  - {name: A, playbook: playbooks/steady}\n"
        "  - {name: B, playbook: playbooks/steady, people: {attrition: 20% per year}}\n"
        "  - {name: C, playbook: playbooks/steady, people: {collection: 1 to 3 months}}\n");
    const struct assumption *a = told_assumption(scenario, 0, "people.collection");
    const struct assumption *b = told_assumption(scenario, 1, "people.collection");
    const struct assumption *c = told_assumption(scenario, 2, "people.collection");
    ck_assert_ptr_eq(a->value.points, b->value.points);
    ck_assert_int_eq(c->value.shape, SHAPE_LOGNORMAL);
    scenario_destroy(scenario);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("distribution");
    TCase *all = tcase_create("all");
    tcase_add_test(all, a_constant);
    tcase_add_test(all, an_interval_above_zero_is_lognormal);
    tcase_add_test(all, an_interval_that_touches_zero_is_normal);
    tcase_add_test(all, an_interval_of_shares_stays_within_them);
    tcase_add_test(all, normal_and_lognormal);
    tcase_add_test(all, lognormal_by_its_moments);
    tcase_add_test(all, bounded_shapes);
    tcase_add_test(all, gamma_and_poisson);
    tcase_add_test(all, units_are_converted_inside);
    tcase_add_test(all, truncation_may_be_open);
    tcase_add_test(all, a_tail_may_be_clamped_but_not_more);
    tcase_add_test(all, a_truncation_may_reach_out_of_the_legal_range_only_where_nothing_is);
    tcase_add_test(all, a_choice_is_sorted_and_its_weights_sum_to_one);
    tcase_add_test(all, quantiles_are_sorted);
    tcase_add_test(all, data_are_sorted);
    tcase_add_test(all, strategies_share_what_they_share);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
