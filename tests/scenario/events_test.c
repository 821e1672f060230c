/* Events, correlations, and the hash that tells scenarios apart. Mistakes in them stand in the
 * folder of bad scenarios. */
#include "scenario/key.h"
#include "told.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#define EVENTS SMALLEST "start: 2008-11\nhorizon: 24 months\nevents:\n"

static int column_of(const char *key)
{
    struct key found;
    ck_assert(key_find(key, &found));
    return found.column;
}

static void check_event(const struct event *event, int first, int last, const char *key,
                        double value)
{
    ck_assert_int_eq(event->first_month, first);
    ck_assert_int_eq(event->last_month, last);
    ck_assert_int_eq(event->column, column_of(key));
    ck_assert_double_eq(event->value, value);
}

START_TEST(a_calendar_month_and_a_duration)
{
    struct scenario *scenario =
        told_scenario(EVENTS "  - {at: 2009-01, for: 6 months, set: {market.headline: -1}}\n");
    ck_assert_int_eq(scenario->events, 1);
    check_event(&scenario->event[0], 2, 7, "market.headline", -1);
    ck_assert(!scenario->event[0].multiply);
    ck_assert_int_eq(scenario->event[0].strategy, -1);
    ck_assert_str_eq(scenario->event[0].label, "market.headline becomes -1");
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_time_after_the_start_until_the_end)
{
    struct scenario *scenario =
        told_scenario(EVENTS "  - {at: 1 year, times: {market.services_need: 150%}}\n");
    check_event(&scenario->event[0], 12, 23, "market.services_need", 1.5);
    ck_assert(scenario->event[0].multiply);
    ck_assert_str_eq(scenario->event[0].label, "market.services_need times 150%");
    scenario_destroy(scenario);
}
END_TEST

START_TEST(the_first_and_the_last_month)
{
    struct scenario *scenario =
        told_scenario(EVENTS "  - {at: 2010-10, set: {market.headline: -1}}\n"
                             "  - {at: 0 months, for: 23 months, set: {market.headline: 1}}\n");
    check_event(&scenario->event[0], 0, 22, "market.headline", 1);
    check_event(&scenario->event[1], 23, 23, "market.headline", -1);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(several_changes_in_one_event)
{
    struct scenario *scenario = told_scenario(
        EVENTS "  - at: 2009-01\n"
               "    label: Winter\n"
               "    set: {climate.regime: shut, sales.win_ceiling: 30%,\n"
               "          market.licence_price: $1M}\n"
               "    times: {market.services_need: 0.5x}\n");
    ck_assert_int_eq(scenario->events, 4);
    for (int i = 0; i < 4; i++)
        ck_assert_str_eq(scenario->event[i].label, "Winter");
    check_event(&scenario->event[0], 2, 23, "market.services_need", 0.5);
    check_event(&scenario->event[2], 2, 23, "climate.regime", 2);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(an_event_of_one_strategy)
{
    struct scenario *scenario = told_scenario(
        "scenario: Test\n"
        "strategies:\n"
        "  - name: A\n"
        "    playbook: playbooks/two-stages\n"
        "    events: [{at: 6 months, enter_stage: product, label: Now}]\n"
        "  - name: B\n"
        "    playbook: playbooks/steady\n"
        "    events: [{at: 6 months, set: {people.attrition: 30% per year}}]\n");
    ck_assert_int_eq(scenario->events, 2);
    const struct event *enter = &scenario->event[0], *change = &scenario->event[1];
    ck_assert_int_eq(enter->strategy, 0);
    ck_assert_int_eq(enter->column, -1);
    ck_assert_int_eq(enter->stage, 1);
    ck_assert_int_eq(enter->first_month, 6);
    ck_assert_int_eq(enter->last_month, 6);
    ck_assert_str_eq(enter->label, "Now");
    ck_assert_int_eq(change->strategy, 1);
    ck_assert_double_eq(change->value, 0.3 / 12);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(windows_may_touch_and_strategies_do_not_collide)
{
    struct scenario *scenario = told_scenario(
        "scenario: Test\n"
        "strategies:\n"
        "  - name: A\n"
        "    playbook: playbooks/steady\n"
        "    events:\n"
        "      - {at: 0 months, for: 6 months, set: {people.patience: 6 months}}\n"
        "      - {at: 6 months, for: 6 months, set: {people.patience: 9 months}}\n"
        "  - name: B\n"
        "    playbook: playbooks/steady\n"
        "    events: [{at: 3 months, set: {people.patience: 6 months}}]\n");
    ck_assert_int_eq(scenario->events, 3);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_correlation_names_two_columns)
{
    struct scenario *scenario = told_scenario(
        SMALLEST "market: {accounts: 2000 to 8000, differentiation: 20 to 40%}\n"
                 "company: {skill: 0.5 to 2}\n"
                 "correlations:\n"
                 "  - {between: [company.skill, market.accounts], rank: -30%}\n"
                 "  - {rank: 0.5, between: [market.differentiation, market.accounts]}\n");
    ck_assert_int_eq(scenario->correlations, 2);
    const struct correlation *first = &scenario->correlation[0];
    const struct correlation *second = &scenario->correlation[1];
    ck_assert_int_eq(first->column[0], column_of("market.accounts"));
    ck_assert_int_eq(first->column[1], column_of("market.differentiation"));
    ck_assert_double_eq(first->rank, 0.5);
    ck_assert_int_eq(second->column[1], column_of("company.skill"));
    ck_assert_double_eq(second->rank, -0.3);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(keys_of_columns)
{
    ck_assert_int_eq(column_of("market.accounts"), PARAMETER_COLUMN(market.accounts));
    ck_assert_int_eq(column_of("exit.reservation"), PARAMETER_COLUMN(exits.reservation));
    ck_assert_int_eq(column_of("stages.3.people.sales"), PARAMETER_COLUMN(stage[2].sales));
    ck_assert_int_eq(column_of("board.stage.until.cash"),
                     PARAMETER_COLUMN(stage[STAGES_MAX].until_cash));
    ck_assert_int_eq(column_of("rounds.6.needs.users"), PARAMETER_COLUMN(round[5].need_users));
    static const char *const wrong[] = {"",           "market",        "market.",      "accounts",
                                        "stages.0.x", "stages.9.name", "rounds.7.pool", "stage.x",
                                        "stages.1",   "board.stage",   "market.accounts."};
    struct key key;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_msg(!key_find(wrong[i], &key), "%s", wrong[i]);
}
END_TEST

/* --- The hash ------------------------------------------------------------------------------- */

static uint64_t hash_of(const char *text)
{
    struct scenario *scenario = told_scenario(text);
    const uint64_t hash = scenario->hash;
    scenario_destroy(scenario);
    return hash;
}

START_TEST(the_hash_forgets_how_it_is_written)
{
    const uint64_t hash = hash_of(SMALLEST "market: {accounts: 4000, giant_jump: 0.1}\n"
                                           "horizon: 2 years\n");
    ck_assert_uint_eq(hash, hash_of("# A comment\n" SMALLEST "horizon: 24 months\n"
                                    "market:\n  giant_jump: 1e-1\n  accounts: 4k\n"));
    ck_assert_uint_eq(hash, hash_of(SMALLEST "market: {accounts: 4000, giant_jump: 0.1}\n"
                                             "horizon: 2 years\ndescription: More\n"
                                             "paths: 5\nseed: 7\n"));
    ck_assert_uint_eq(hash_of(SMALLEST "market: {accounts: {choice: {100: 1, 200: 3}}}\n"),
                      hash_of(SMALLEST "market: {accounts: {choice: {200: 75%, 100: 25%}}}\n"));
    ck_assert_uint_eq(
        hash_of(SMALLEST "events:\n  - {at: 2 months, set: {market.headline: 1}}\n"
                         "  - {at: 1 month, set: {climate.regime: shut}}\n"),
        hash_of(SMALLEST "events:\n  - {at: 2024-02, set: {climate.regime: shut}}\n"
                         "  - {at: 2024-03, set: {market.headline: 1}}\n"));
}
END_TEST

START_TEST(the_hash_knows_what_is_written)
{
    static const char *const texts[] = {
        SMALLEST,
        "scenario: Tess\n"
        "strategies: [{name: A, playbook: {stages: [{name: s, people: {product: 1}}]}}]\n",
        "scenario: Test\n"
        "strategies: [{name: B, playbook: {stages: [{name: s, people: {product: 1}}]}}]\n",
        "scenario: Test\n"
        "strategies: [{name: A, playbook: {stages: [{name: t, people: {product: 1}}]}}]\n",
        "scenario: Test\n"
        "strategies: [{name: A, playbook: {stages: [{name: s, people: {sales: 1}}]}}]\n",
        SMALLEST "start: 2024-02\n",
        SMALLEST "horizon: 11 years\n",
        SMALLEST "sampling: sobol\n",
        SMALLEST "market: {rival_value: 35.1%}\n",
        SMALLEST "market: {rival_value: 30 to 40%}\n",
        SMALLEST "market: {rival_value: 30 to 41%}\n",
        SMALLEST "market: {rival_value: {normal: {mean: 35%, sd: 3%}}}\n",
        SMALLEST "market: {rival_value: {normal: {mean: 35%, sd: 3%}, truncate: [0, 1]}}\n",
        SMALLEST "market: {rival_value: {data: [30%, 40%]}}\n",
        SMALLEST "market: {rival_value: {data: [30%, 40%, 40%]}}\n",
        SMALLEST "events: [{at: 3 months, set: {market.rival_value: 30%}}]\n",
        SMALLEST "events: [{at: 4 months, set: {market.rival_value: 30%}}]\n",
        SMALLEST "events: [{at: 4 months, times: {market.rival_value: 30%}}]\n",
    };
    enum { COUNT = sizeof texts / sizeof *texts };
    uint64_t hashes[COUNT];
    for (int i = 0; i < COUNT; i++) {
        hashes[i] = hash_of(texts[i]);
        for (int k = 0; k < i; k++)
            ck_assert_msg(hashes[i] != hashes[k], "%s and %s", texts[k], texts[i]);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("events");
    TCase *all = tcase_create("all");
    tcase_add_test(all, a_calendar_month_and_a_duration);
    tcase_add_test(all, a_time_after_the_start_until_the_end);
    tcase_add_test(all, the_first_and_the_last_month);
    tcase_add_test(all, several_changes_in_one_event);
    tcase_add_test(all, an_event_of_one_strategy);
    tcase_add_test(all, windows_may_touch_and_strategies_do_not_collide);
    tcase_add_test(all, a_correlation_names_two_columns);
    tcase_add_test(all, keys_of_columns);
    tcase_add_test(all, the_hash_forgets_how_it_is_written);
    tcase_add_test(all, the_hash_knows_what_is_written);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
