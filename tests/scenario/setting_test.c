/* --set key=value. Its mistakes stand in the folder of bad scenarios. */
#include "told.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static const char two_strategies[] = "scenario: Test\n"
                                     "market: {accounts: 1000}\n"
                                     "strategies:\n"
                                     "  - {name: A, playbook: playbooks/two-stages}\n"
                                     "  - {name: B, playbook: playbooks/steady}\n";

static struct scenario *set(const char *one, const char *another)
{
    const char *const settings[] = {one, another};
    return told_scenario_set(two_strategies, settings, another ? 2 : 1);
}

static double number(const struct scenario *scenario, int strategy, const char *key)
{
    return told_assumption(scenario, strategy, key)->value.a;
}

START_TEST(a_value_is_replaced)
{
    struct scenario *scenario = set("market.accounts=5k", NULL);
    const struct assumption *accounts = told_assumption(scenario, 1, "market.accounts");
    ck_assert_double_eq(accounts->value.a, 5000);
    ck_assert(accounts->set);
    ck_assert_str_eq(accounts->place.file, "--set");
    ck_assert_int_eq(accounts->place.line, 1);
    ck_assert_int_eq(accounts->place.column, 17);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_value_is_added)
{
    struct scenario *scenario = set("company.cash=$1M to $2M", "exit.reservation=2x");
    ck_assert_int_eq(told_assumption(scenario, 0, "company.cash")->value.shape, SHAPE_LOGNORMAL);
    ck_assert_double_eq(number(scenario, 0, "exit.reservation"), 2);
    ck_assert_int_eq(told_assumption(scenario, 0, "exit.reservation")->place.line, 2);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(the_last_one_holds)
{
    struct scenario *scenario = set("market.accounts=2000", "market.accounts=3000");
    ck_assert_double_eq(number(scenario, 0, "market.accounts"), 3000);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_value_may_be_any_yaml)
{
    struct scenario *scenario =
        set("market.accounts={normal: {mean: 4000, sd: 100}}", "market={giant_jump: 0.1}");
    ck_assert_int_eq(told_assumption(scenario, 0, "market.accounts")->value.shape, SHAPE_NORMAL);
    ck_assert_double_eq(number(scenario, 0, "market.giant_jump"), 0.1);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_strategy_has_a_number_and_a_name)
{
    struct scenario *scenario =
        set("strategies.1.playbook.reserve=1 month", "strategies.B.playbook.reserve=2 months");
    ck_assert_double_eq(number(scenario, 0, "playbook.reserve"), 1);
    ck_assert_double_eq(number(scenario, 1, "playbook.reserve"), 2);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_star_is_every_strategy)
{
    struct scenario *scenario = set("strategies.*.company.cash=$2M",
                                    "strategies.*.playbook.stages.*.release_interval=4 months");
    for (int s = 0; s < 2; s++) {
        ck_assert_double_eq(number(scenario, s, "company.cash"), 2e6);
        ck_assert_double_eq(number(scenario, s, "stages.1.release_interval"), 4);
    }
    scenario_destroy(scenario);
}
END_TEST

START_TEST(stages_and_rounds_are_reached)
{
    struct scenario *scenario =
        set("strategies.1.playbook.stages.services.release_interval=2 months",
            "strategies.1.funding=funding/two-rounds");
    ck_assert_double_eq(number(scenario, 0, "stages.1.release_interval"), 2);
    ck_assert_int_eq(scenario->strategy[0].rounds, 2);
    ck_assert_int_eq(scenario->strategy[1].rounds, 0);
    scenario_destroy(scenario);
    scenario = set("strategies.*.funding=two-rounds", "strategies.2.funding.rounds.A.amount=$7M");
    ck_assert_double_eq(number(scenario, 0, "rounds.2.amount"), 5e6);
    ck_assert_double_eq(number(scenario, 1, "rounds.2.amount"), 7e6);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_playbook_is_exchanged)
{
    struct scenario *scenario =
        set("strategies.B.playbook=playbooks/two-stages", "strategies.B.name=C");
    ck_assert_int_eq(scenario->strategy[1].stages, 2);
    ck_assert_str_eq(scenario->strategy[1].playbook, "playbooks/two-stages");
    ck_assert_str_eq(scenario->strategy[1].name, "C");
    scenario_destroy(scenario);
}
END_TEST

START_TEST(the_top_is_reached)
{
    struct scenario *scenario = set("paths=500", "seed=9");
    ck_assert_int_eq(scenario->paths, 500);
    ck_assert_uint_eq(scenario->seed, 9);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(dangerous_settings)
{
    char long_one[9000] = "market.accounts=";
    memset(long_one + 16, '1', sizeof long_one - 17);
    const char *const settings[] = {"market.accounts=1\nmarket.accounts: 2", long_one,
                                    "market.accounts=\x1b[31m", "=5", "a.b.c.d.e.f.g=1", "",
                                    "strategies=[]", "strategies.1=", ".=.", "extends=tour"};
    for (size_t i = 0; i < sizeof settings / sizeof *settings - 1; i++) {
        char *lines = told_text(two_strategies, &settings[i], 1);
        ck_assert_msg(strncmp(lines, "--set:1:", 8) == 0, "%s", lines);
        free(lines);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("setting");
    TCase *all = tcase_create("all");
    tcase_add_test(all, a_value_is_replaced);
    tcase_add_test(all, a_value_is_added);
    tcase_add_test(all, the_last_one_holds);
    tcase_add_test(all, a_value_may_be_any_yaml);
    tcase_add_test(all, a_strategy_has_a_number_and_a_name);
    tcase_add_test(all, a_star_is_every_strategy);
    tcase_add_test(all, stages_and_rounds_are_reached);
    tcase_add_test(all, a_playbook_is_exchanged);
    tcase_add_test(all, the_top_is_reached);
    tcase_add_test(all, dangerous_settings);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
