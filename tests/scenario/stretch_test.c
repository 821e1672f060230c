/* A number made so many times as large has quantiles so many times as large, whatever its shape. */
#include "scenario/stretch.h"

#include "montecarlo/quantile.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const values[] = {
    "$12M", "$6M to $20M", "{normal: {mean: $12M, sd: $2M}}", "{lognormal: {median: $9M, sd_log: 0.4}}",
    "{uniform: [$6M, $20M]}", "{triangular: {low: $6M, mode: $9M, high: $20M}}", "{pert: {low: $6M, mode: $9M, high: $20M}}",
    "{beta: {alpha: 2, beta: 3, low: $6M, high: $20M}}", "{gamma: {mean: $9M, sd: $3M}}",
    "{choice: {$6M: 30%, $20M: 70%}}", "{quantiles: {10%: $6M, 50%: $9M, 90%: $20M}}",
    "{lognormal: {median: $9M, sd_log: 0.4}, truncate: [$7M, $15M]}"};

static const int column = PARAMETER_COLUMN(round[0].pre_money);

static struct scenario *load(const char *value)
{
    char setting[200];
    const char *settings[] = {setting};
    struct complaints *complaints = complaints_create();
    snprintf(setting, sizeof setting, "strategies.2.funding.rounds.1.pre_money=%s", value);
    struct scenario *scenario = scenario_load("tests/scenarios/terms/sure.yaml", settings, 1, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

START_TEST(quantiles_follow_the_factor)
{
    struct scenario *before = load(values[_i]), *after = load(values[_i]);
    ck_assert(stretch_value(after, 1, column, 0.8));
    for (double u = 0.05; u < 1.0; u += 0.15) {
        double expected = 0.8 * quantile_of(&before->strategy[1].assumptions[column].value, u);
        ck_assert_double_eq_tol(quantile_of(&after->strategy[1].assumptions[column].value, u), expected, 1e-8 * expected);
    }
    scenario_destroy(before);
    scenario_destroy(after);
}
END_TEST

START_TEST(only_one_strategy_and_one_number_change)
{
    struct scenario *before = load("{choice: {$6M: 30%, $20M: 70%}}"), *after = load("{choice: {$6M: 30%, $20M: 70%}}");
    ck_assert(stretch_value(after, 1, column, 3.0));
    for (int s = 0; s < 2; s++)
        for (int c = 0; c < PARAMETER_COLUMNS; c++) {
            const struct distribution *a = &before->strategy[s].assumptions[c].value;
            const struct distribution *b = &after->strategy[s].assumptions[c].value;
            bool same = a->shape == b->shape && (a->a == b->a || (isnan(a->a) && isnan(b->a))) && a->b == b->b &&
                        (a->count == 0 || a->points[0] == b->points[0]);
            ck_assert_int_eq(same, !(s == 1 && c == column));
        }
    scenario_destroy(before);
    scenario_destroy(after);
}
END_TEST

START_TEST(a_constant_stays_legal)
{
    struct scenario *scenario = load("$2000");
    ck_assert(stretch_value(scenario, 1, column, 0.1));
    ck_assert_double_eq(scenario->strategy[1].assumptions[column].value.a, 1000.0); /* the least pre-money */
    scenario_destroy(scenario);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("stretch");
    TCase *tests = tcase_create("stretch");
    tcase_add_loop_test(tests, quantiles_follow_the_factor, 0, sizeof values / sizeof *values);
    tcase_add_test(tests, only_one_strategy_and_one_number_change);
    tcase_add_test(tests, a_constant_stays_legal);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
