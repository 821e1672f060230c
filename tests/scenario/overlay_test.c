/* Inheritance: what lies over what, and where each value says it comes from. */
#include "told.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#define TWO_STAGES                                                                                 \
    "scenario: Test\n"                                                                             \
    "strategies:\n"                                                                                \
    "  - name: A\n"                                                                                \
    "    playbook:\n"                                                                              \
    "      extends: playbooks/two-stages\n"

static double number(const struct scenario *scenario, int strategy, const char *key)
{
    return told_assumption(scenario, strategy, key)->value.a;
}

static void is_from(const struct scenario *scenario, const char *key, const char *file, int line,
                    int column)
{
    const struct assumption *assumption = told_assumption(scenario, 0, key);
    ck_assert(assumption->set);
    ck_assert_str_eq(assumption->place.file, file);
    ck_assert_int_eq(assumption->place.line, line);
    ck_assert_int_eq(assumption->place.column, column);
}

START_TEST(a_reference_is_the_file)
{
    struct scenario *scenario = told_scenario(
        "scenario: Test\nstrategies: [{name: A, playbook: playbooks/two-stages}]\n");
    const struct strategy *strategy = &scenario->strategy[0];
    ck_assert_str_eq(strategy->playbook, "playbooks/two-stages");
    ck_assert_ptr_null(strategy->funding);
    ck_assert_int_eq(strategy->stages, 2);
    ck_assert_str_eq(strategy->stage_name[1], "product");
    ck_assert_double_eq(number(scenario, 0, "playbook.upstream_share"), 0.4);
    ck_assert_double_eq(number(scenario, 0, "stages.1.offers.training"), 1);
    ck_assert_double_eq(number(scenario, 0, "stages.2.offers.training"), 0);
    is_from(scenario, "stages.1.people.trainers",
            "tests/scenarios/good/playbooks/two-stages.yaml", 6, 42);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(the_folder_of_a_kind_may_be_left_out)
{
    struct scenario *scenario =
        told_scenario("scenario: Test\nstrategies: [{name: A, playbook: two-stages.yaml}]\n");
    ck_assert_int_eq(scenario->strategy[0].stages, 2);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_mapping_changes_what_it_extends)
{
    struct scenario *scenario = told_scenario(TWO_STAGES "      upstream_share: 25%\n"
                                                         "      reserve: 1 month\n");
    ck_assert_str_eq(scenario->strategy[0].playbook, "playbooks/two-stages");
    ck_assert_double_eq(number(scenario, 0, "playbook.upstream_share"), 0.25);
    ck_assert_double_eq(number(scenario, 0, "playbook.reserve"), 1);
    ck_assert_double_eq(number(scenario, 0, "stages.1.people.consultants"), 0.7);
    is_from(scenario, "playbook.upstream_share", "tests/scenarios/good/text.yaml", 6, 23);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(stages_are_changed_by_name_or_number)
{
    struct scenario *scenario = told_scenario(
        TWO_STAGES "      stages:\n"
                   "        services: {offers: {training: no}, until: {month: 18 months}}\n"
                   "        2: {people: {product: 55%, community: 5%}}\n");
    ck_assert_double_eq(number(scenario, 0, "stages.1.offers.services"), 1);
    ck_assert_double_eq(number(scenario, 0, "stages.1.offers.training"), 0);
    ck_assert_double_eq(number(scenario, 0, "stages.1.until.expertise"), 0.5);
    ck_assert_double_eq(number(scenario, 0, "stages.1.until.month"), 18);
    ck_assert_double_eq(number(scenario, 0, "stages.2.people.product"), 0.55);
    ck_assert_double_eq(number(scenario, 0, "stages.2.people.sales"), 0.4);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_list_replaces_a_list)
{
    struct scenario *scenario =
        told_scenario(TWO_STAGES "      stages: [{name: one, people: {product: 1}}]\n");
    ck_assert_int_eq(scenario->strategy[0].stages, 1);
    ck_assert_double_eq(number(scenario, 0, "playbook.upstream_share"), 0.4);
    ck_assert(!told_assumption(scenario, 0, "stages.2.people.product")->set);
    scenario_destroy(scenario);
    scenario = told_scenario(TWO_STAGES "      stages: {services: {offers: [training]}}\n");
    ck_assert_double_eq(number(scenario, 0, "stages.1.offers.services"), 0);
    ck_assert_double_eq(number(scenario, 0, "stages.1.offers.training"), 1);
    scenario_destroy(scenario);
}
END_TEST

/* A value is one thing: {normal: ...} does not become a mapping with two distributions. */
START_TEST(a_distribution_replaces_a_distribution)
{
    struct scenario *scenario = told_scenario(
        "extends: tour\nmarket: {product_need: {uniform: [150, 250]}, rival_users: 4000}\n");
    const struct assumption *need = told_assumption(scenario, 0, "market.product_need");
    ck_assert_int_eq(need->value.shape, SHAPE_UNIFORM);
    ck_assert_double_eq(need->value.a, 150);
    ck_assert_double_eq(number(scenario, 0, "market.rival_users"), 4000);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_scenario_extends_a_scenario)
{
    struct scenario *scenario = told_scenario("extends: tour\n"
                                              "scenario: Another\n"
                                              "horizon: 7 years\n"
                                              "strategies:\n"
                                              "  Steady: {company: {founders: 1}}\n"
                                              "  4: {name: By hand}\n"
                                              "  '*': {delivery: {cost_support: 10%}}\n");
    ck_assert_str_eq(scenario->name, "Another");
    ck_assert_str_eq(scenario->description, "Two lines that become one.\n");
    ck_assert_int_eq(scenario->horizon, 84);
    ck_assert_uint_eq(scenario->seed, UINT64_MAX);
    ck_assert_int_eq(scenario->sampling, SAMPLING_SOBOL);
    ck_assert_int_eq(scenario->strategies, 4);
    ck_assert_str_eq(scenario->strategy[3].name, "By hand");
    ck_assert_double_eq(number(scenario, 0, "company.founders"), 1);
    ck_assert_double_eq(number(scenario, 1, "company.founders"), 3);
    ck_assert_double_eq(number(scenario, 2, "company.founders"), 2);
    for (int s = 0; s < 4; s++)
        ck_assert_double_eq(number(scenario, s, "delivery.cost_support"), 0.1);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_strategy_changes_the_company_but_not_the_others)
{
    struct scenario *scenario =
        told_scenario("scenario: Test\n"
                      "company: {cash: $1M, people: 7}\n"
                      "strategies:\n"
                      "  - {name: A, playbook: playbooks/steady, company: {cash: $2M}}\n"
                      "  - {name: B, playbook: playbooks/steady}\n");
    ck_assert_double_eq(number(scenario, 0, "company.cash"), 2e6);
    ck_assert_double_eq(number(scenario, 0, "company.people"), 7);
    ck_assert_double_eq(number(scenario, 1, "company.cash"), 1e6);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(none_takes_away)
{
    struct scenario *scenario =
        told_scenario("extends: tour\n"
                      "strategies: {3: {funding: none, board: none}}\n"
                      "correlations:\n"
                      "  - {between: [market.accounts, market.differentiation], rank: 0.1}\n");
    ck_assert_int_eq(scenario->strategy[2].rounds, 0);
    ck_assert(!scenario->strategy[2].has_board);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(rounds_are_changed_by_number)
{
    struct scenario *scenario = told_scenario("extends: tour\n");
    ck_assert_str_eq(scenario->strategy[2].funding, "two-rounds");
    ck_assert_str_eq(scenario->strategy[2].board, "insistent");
    ck_assert_int_eq(scenario->strategy[2].rounds, 2);
    ck_assert_str_eq(scenario->strategy[2].round_name[0], "seed");
    ck_assert_double_eq(number(scenario, 2, "rounds.1.amount"), 2e6);
    ck_assert_double_eq(number(scenario, 2, "rounds.2.amount"), 5e6);
    ck_assert_str_eq(scenario->strategy[2].stage_name[STAGES_MAX], "sell");
    ck_assert_double_eq(number(scenario, 2, "board.stage.people.sales"), 0.5);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(what_extends_a_file_starts_there)
{
    /* The strategy's own file takes the place of the scenario's company. */
    struct scenario *scenario =
        told_scenario("scenario: Test\n"
                      "delivery: {cost_support: 1%, cost_training: 2%}\n"
                      "strategies:\n"
                      "  - {name: A, playbook: steady, delivery: {cost_training: 3%}}\n"
                      "  - {name: B, playbook: steady, delivery: parts/delivery}\n");
    ck_assert_double_eq(number(scenario, 0, "delivery.cost_support"), 0.01);
    ck_assert_double_eq(number(scenario, 0, "delivery.cost_training"), 0.03);
    ck_assert(!told_assumption(scenario, 1, "delivery.cost_support")->set);
    ck_assert_double_eq(number(scenario, 1, "delivery.cost_training"), 0.07);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(aliases_are_shared)
{
    struct scenario *scenario =
        told_scenario("scenario: Test\n"
                      "company: &c {cash: &money $1M, backlog: *money}\n"
                      "strategies:\n"
                      "  - {name: A, playbook: steady, company: *c}\n");
    ck_assert_double_eq(number(scenario, 0, "company.backlog"), 1e6);
    is_from(scenario, "company.backlog", "tests/scenarios/good/text.yaml", 2, 20);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(the_top_of_a_scenario)
{
    struct scenario *scenario = told_scenario(SMALLEST);
    ck_assert_str_eq(scenario->file, "tests/scenarios/good/text.yaml");
    ck_assert_str_eq(scenario->name, "Test");
    ck_assert_str_eq(scenario->description, "");
    ck_assert_int_eq(scenario->start_year, 2024);
    ck_assert_int_eq(scenario->start_month, 1);
    ck_assert_int_eq(scenario->horizon, 120);
    ck_assert_int_eq(scenario->paths, 10000);
    ck_assert_uint_eq(scenario->seed, 1);
    ck_assert_int_eq(scenario->sampling, SAMPLING_MONTE_CARLO);
    ck_assert_int_eq(scenario->strategies, 1);
    ck_assert_int_eq(scenario->events, 0);
    ck_assert_int_eq(scenario->correlations, 0);
    scenario_destroy(scenario);
    scenario = told_scenario(SMALLEST "start: 1999-12\nhorizon: 18 months\npaths: 2.5k\n"
                                      "seed: '007'\nsampling: latin-hypercube\n");
    ck_assert_int_eq(scenario->start_year, 1999);
    ck_assert_int_eq(scenario->start_month, 12);
    ck_assert_int_eq(scenario->horizon, 18);
    ck_assert_int_eq(scenario->paths, 2500);
    ck_assert_uint_eq(scenario->seed, 7);
    ck_assert_int_eq(scenario->sampling, SAMPLING_LATIN_HYPERCUBE);
    scenario_destroy(scenario);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("overlay");
    TCase *all = tcase_create("all");
    tcase_add_test(all, a_reference_is_the_file);
    tcase_add_test(all, the_folder_of_a_kind_may_be_left_out);
    tcase_add_test(all, a_mapping_changes_what_it_extends);
    tcase_add_test(all, stages_are_changed_by_name_or_number);
    tcase_add_test(all, a_list_replaces_a_list);
    tcase_add_test(all, a_distribution_replaces_a_distribution);
    tcase_add_test(all, a_scenario_extends_a_scenario);
    tcase_add_test(all, a_strategy_changes_the_company_but_not_the_others);
    tcase_add_test(all, none_takes_away);
    tcase_add_test(all, rounds_are_changed_by_number);
    tcase_add_test(all, what_extends_a_file_starts_there);
    tcase_add_test(all, aliases_are_shared);
    tcase_add_test(all, the_top_of_a_scenario);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
