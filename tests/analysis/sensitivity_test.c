/* What an outcome depends on, in scenarios whose answer is known. */
#include "analysis/sensitivity.h"

#include "montecarlo/inputs.h"
#include "montecarlo/machine.h"
#include "report/runner.h"
#include "scenario/key.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define HEAD "scenario: Test\nhorizon: 2 years\nseed: 3\npeople: {break_up: 0% per year, founder_pay: 40%}\n"
#define STRATEGIES                                                                                          \
    "strategies:\n"                                                                                         \
    "  - {name: A, playbook: {stages: [{name: s, offers: [services], people: {consultants: 1}}]}}\n"        \
    "  - {name: B, company: {cash: $300k}, playbook: {stages: [{name: s, people: {product: 1}}]}}\n"

static struct scenario *load(const char *text)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load_text("tests/scenarios/good/text.yaml", text, strlen(text), NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

static struct sensitivity_question ask(const char *of, int against)
{
    struct sensitivity_question question = {.against = against, .over = OBSERVABLE_cash, .paths = 2000, .seed = 3};
    struct complaints *complaints = complaints_create();
    ck_assert(measure_parse("--of", of, complaints, &question.measure));
    complaints_destroy(complaints);
    return question;
}

static struct sensitivity *find_out(const struct scenario *scenario, const struct sensitivity_question *question,
                                    int threads)
{
    const char *why;
    struct complaints *complaints = complaints_create();
    const struct batch_options options = {.threads = threads, .kernel = machine_kernel(&why)};
    struct sensitivity *sensitivity = sensitivity_create(scenario, question, stderr);
    ck_assert_ptr_nonnull(sensitivity);
    ck_assert_int_eq(sensitivity_run(sensitivity, &options, complaints), BATCH_DONE);
    complaints_destroy(complaints);
    return sensitivity;
}

static int number_of(const struct sensitivity *sensitivity, const char *text)
{
    struct key key;
    ck_assert(key_find(text, &key));
    for (int f = 0; f < sensitivity->factors.count; f++)
        if (sensitivity->factors.factor[f].column == key.column)
            return f;
    ck_abort_msg("%s is not uncertain", text);
}

/* Cash at the end of the first month is the cash of the start, less what a month costs: nearly a linear
 * model, for who has more begins to spend more. How long customers decide, does nothing yet. */
START_TEST(cash_of_the_first_month)
{
    struct scenario *scenario = load(HEAD "company: {cash: {uniform: [$100k, $900k]}}\n"
                                          "sales: {evaluation_length: 4 to 9 months}\n" STRATEGIES);
    struct sensitivity_question question = ask("cash@1 month", -1);
    question.dollars = true;
    struct sensitivity *sensitivity = find_out(scenario, &question, 2);
    const int cash = number_of(sensitivity, "company.cash");
    const struct sensitivity_factor *each = &sensitivity->each[cash];
    ck_assert_double_eq_tol(each->low[0], 180e3, 1e-6);
    ck_assert_double_eq_tol(each->high[0], 820e3, 1e-6);
    ck_assert_double_eq_tol(each->bar.swing.value, 640e3, 2e3);
    ck_assert(each->bar.clear);
    ck_assert_int_eq(sensitivity->by_swing[0], cash);
    const struct sobol_index *index = &sensitivity->sobol[sensitivity->factors.factor[cash].group];
    ck_assert_double_ge(index->first.high, 0.95);
    ck_assert_double_gt(index->total.value, 0.95);
    ck_assert_double_gt(each->first.value, 0.95);
    ck_assert_double_gt(each->place[TARGET_HIGHEST], 0.9);
    /* All else is nearly nothing: luck, too. */
    ck_assert_double_lt(sensitivity->sobol[sensitivity->factors.groups].total.value, 0.05);
    sensitivity_destroy(sensitivity);
    scenario_destroy(scenario);
}
END_TEST

/* The world's technology matures the same whatever the company's cash, while all companies live. */
START_TEST(what_does_nothing)
{
    struct scenario *scenario =
        load(HEAD "market: {months_to_mature: 60 to 180 months}\ncompany: {cash: $300k to $900k}\n" STRATEGIES);
    struct sensitivity_question question = ask("maturity@1 month", -1);
    struct sensitivity *sensitivity = find_out(scenario, &question, 2);
    const int cash = number_of(sensitivity, "company.cash");
    const struct sobol_index *index = &sensitivity->sobol[sensitivity->factors.factor[cash].group];
    ck_assert_double_le(index->total.low, 0);
    ck_assert_double_ge(index->total.high, 0);
    ck_assert(!sensitivity->each[cash].bar.clear);
    ck_assert_double_eq(sensitivity->each[cash].bar.swing.value, 0);
    ck_assert_double_lt(sensitivity->each[cash].first.value, 0.05);
    ck_assert_double_gt(sensitivity->each[number_of(sensitivity, "market.months_to_mature")].first.value, 0.3);
    sensitivity_destroy(sensitivity);
    scenario_destroy(scenario);
}
END_TEST

/* What is uncertain in one of two strategies only, is moved in that one. */
START_TEST(a_difference_knows_whose_it_is)
{
    struct scenario *scenario = load(HEAD "company: {cash: $300k to $900k}\n" STRATEGIES);
    struct sensitivity_question question = ask("cash@1 month", 1);
    struct sensitivity *sensitivity = find_out(scenario, &question, 2);
    const int cash = number_of(sensitivity, "company.cash");
    ck_assert_uint_eq(sensitivity->factors.factor[cash].strategies, 1);
    ck_assert(isnan(sensitivity->each[cash].low[1]));
    ck_assert_double_gt(sensitivity->each[cash].bar.swing.value, 3e5);
    sensitivity_destroy(sensitivity);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(correlated_columns_are_one_parameter)
{
    struct scenario *scenario = load(HEAD "market: {accounts: 1000 to 9000, differentiation: 10% to 40%}\n"
                                          "company: {cash: $300k to $900k, skill: 0.5 to 2}\n"
                                          "correlations: [{between: [market.accounts, company.skill], rank: 0.5}]\n" STRATEGIES);
    struct factors factors;
    ck_assert(factors_find(scenario, 3, &factors));
    int groups[FACTORS_MAX] = {0}, twos = 0;
    for (int f = 0; f < factors.count; f++)
        groups[factors.factor[f].group]++;
    for (int g = 0; g < factors.groups; g++) {
        ck_assert_int_ge(groups[g], 1);
        twos += groups[g] == 2;
    }
    ck_assert_int_eq(twos, 1);
    ck_assert_int_eq(factors.groups, factors.count - 1);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(threads_change_nothing)
{
    struct scenario *scenario = load(HEAD "company: {cash: $100k to $400k, skill: 0.5 to 2}\n" STRATEGIES);
    struct sensitivity_question question = ask("lifetime", 1);
    question.paths = 600;
    struct sensitivity *one = find_out(scenario, &question, 1), *three = find_out(scenario, &question, 3);
    ck_assert(one->spread);
    for (int f = 0; f < one->factors.count; f++) {
        ck_assert_double_eq(one->each[f].bar.swing.value, three->each[f].bar.swing.value);
        ck_assert_double_eq(one->each[f].first.value, three->each[f].first.value);
        ck_assert_double_eq(one->each[f].over[0].error, three->each[f].over[0].error);
    }
    for (int p = 0; p <= one->factors.groups; p++) {
        ck_assert_double_eq(one->sobol[p].first.low, three->sobol[p].first.low);
        ck_assert_double_eq(one->sobol[p].total.value, three->sobol[p].total.value);
    }
    sensitivity_destroy(one);
    sensitivity_destroy(three);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(luck_is_what_assumptions_leave)
{
    /* Nothing but luck and one assumption: luck's total index and the other's first make a whole. */
    struct scenario *scenario = load(HEAD "company: {cash: {uniform: [$100k, $300k]}}\n" STRATEGIES);
    struct sensitivity_question question = ask("lifetime", -1);
    question.paths = 6000;
    struct sensitivity *sensitivity = find_out(scenario, &question, 2);
    double rest = 0;
    for (int f = 0; f < sensitivity->factors.count; f++)
        rest += sensitivity->each[f].first.value;
    const struct sobol_estimate luck = sensitivity->sobol[sensitivity->factors.groups].total;
    if (sensitivity->factors.groups == 1)
        ck_assert_msg(luck.low - 0.03 < 1 - rest && luck.high + 0.03 > 1 - rest, "%g (%g to %g) and %g", luck.value,
                      luck.low, luck.high, rest);
    else
        ck_assert_double_le(luck.low, 1 - rest + 0.03);
    sensitivity_destroy(sensitivity);
    scenario_destroy(scenario);
}
END_TEST

/* As the header has it: fewer worlds are the first ones, but of a Latin hypercube others. */
START_TEST(fewer_worlds_are_the_first_or_others)
{
    enum { MANY = 160, FEW = 40 };
    static const char *const samplings[] = {"monte-carlo", "sobol", "latin-hypercube"};
    for (int s = 0; s < 3; s++) {
        char text[600];
        snprintf(text, sizeof text, "%ssampling: %s\nmarket: {accounts: 1000 to 9000}\n%s", HEAD, samplings[s], STRATEGIES);
        struct scenario *scenario = load(text);
        struct complaints *complaints = complaints_create();
        struct batch *batch[] = {batch_create(scenario, 3, MANY, complaints), batch_create(scenario, 3, FEW, complaints)};
        struct inputs *inputs[] = {inputs_create(batch[0], 0, FEW), inputs_create(batch[1], 0, FEW)};
        int same = 0;
        for (int p = 0; p < FEW; p++)
            same += inputs[0]->value[0][p] == inputs[1]->value[0][p];
        if (s < 2)
            ck_assert_int_eq(same, FEW);
        else
            ck_assert_int_lt(same, FEW / 4);
        for (int b = 0; b < 2; b++) {
            inputs_destroy(inputs[b]);
            batch_destroy(batch[b]);
        }
        complaints_destroy(complaints);
        scenario_destroy(scenario);
    }
}
END_TEST

RUNNER_MAIN("sensitivity", cash_of_the_first_month, what_does_nothing, a_difference_knows_whose_it_is,
            correlated_columns_are_one_parameter, threads_change_nothing, luck_is_what_assumptions_leave,
            fewer_worlds_are_the_first_or_others)
