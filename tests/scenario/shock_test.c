/* Shocks are read with their place, every mistake in them is told, and where windows overlap every month
 * holds what all of them say. */
#include "scenario/shock.h"

#include "scenario/key.h"

#include <check.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const here = "tests/scenarios/tmp-shock.yaml";

static struct shock *read_text(const char *text, char *told, size_t size)
{
    FILE *file = fopen(here, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
    struct complaints *complaints = complaints_create();
    struct shock *shock = shock_load(here, complaints);
    FILE *out = tmpfile();
    complaints_print(complaints, out, false);
    rewind(out);
    size_t length = fread(told, 1, size - 1, out);
    told[length] = '\0';
    fclose(out);
    complaints_destroy(complaints);
    remove(here);
    return shock;
}

static int column(const char *text)
{
    struct key key;
    ck_assert(key_find(text, &key));
    return key.column;
}

START_TEST(a_shock_is_read_in_full)
{
    char told[2000];
    struct shock *shock = read_text("shock: Rain\nmeans: It rains\nat: 1 year\nfor: 6 months\n"
                                    "set: {market.headline: -0.5}\ntimes: {market.accounts: 50%}\n", told, sizeof told);
    ck_assert_msg(shock != NULL, "%s", told);
    ck_assert_str_eq(shock->title, "Rain");
    ck_assert_str_eq(shock->means, "It rains");
    ck_assert_int_eq(shock->first_month, 12);
    ck_assert_int_eq(shock->months, 6);
    ck_assert_int_eq(shock->changes, 2);
    ck_assert_int_eq(shock->change[0].column, column("market.headline"));
    ck_assert(!shock->change[0].multiply);
    ck_assert_double_eq(shock->change[0].value, -0.5);
    ck_assert_int_eq(shock->change[1].column, column("market.accounts"));
    ck_assert(shock->change[1].multiply);
    ck_assert_double_eq(shock->change[1].value, 0.5);
    shock_destroy(shock);
}
END_TEST

static const struct mistake {
    const char *text, *told;
} mistakes[] = {
    {"shook: Rain", "1:1: error: unknown key 'shook' in a shock"},
    {"at: 1 month\nfor: 1 month\nset: {market.headline: 1}", "error: 'shock' needs a text"},
    {"shock: Rain\nfor: 1 month\nset: {market.headline: 1}", "error: a shock needs 'at', as in 'at: 18 months'"},
    {"shock: Rain\nat: 1 month\nset: {market.headline: 1}", "error: a shock needs 'for', as in 'for: 12 months'"},
    {"shock: Rain\nat: 1 month\nfor: 0 months\nset: {market.headline: 1}",
     "3:6: error: 'for' must be a whole number of months, at least 1"},
    {"shock: Rain\nat: 1.5 months\nfor: 1 month\nset: {market.headline: 1}",
     "2:5: error: 'at' must be a whole number of months, at least 0"},
    {"shock: Rain\nat: 1 month\nfor: 1 month", "error: a shock changes at least one number"},
    {"shock: Rain\nat: 1 month\nfor: 1 month\nset: {}", "4:6: error: 'set' must be a mapping"},
    {"shock: Rain\nat: 1 month\nfor: 1 month\nset: {market.headlin: 1}", "did you mean 'market.headline'?"},
    {"shock: Rain\nat: 1 month\nfor: 1 month\nset: {market.headline: 9}", "4:24: error: "},
    {"shock: Rain\nat: 1 month\nfor: 1 month\nset: {company.cash: $1}",
     "4:7: error: no shock can set 'company.cash': it is what a scenario starts with"},
    {"shock: Rain\nat: 1 month\nfor: 1 month\nset: {market.adopters_at_start: 1}", "it is what a scenario starts with"},
    {"shock: Rain\nat: 1 month\nfor: 1 month\ntimes: {climate.regime: 2}", "no shock can multiply 'climate.regime': it is a word"},
    {"shock: Rain\nat: 1 month\nfor: 1 month\nset: {playbook.openness: 1}", "it belongs to a strategy, not to the world"},
    {"shock: Rain\nat: 1 month\nfor: 1 month\ntimes: {market.accounts: 1}", "4:26: error: a factor of 1 changes nothing"},
    {"shock: Rain\nat: 1 month\nfor: 1 month\nset: {market.accounts: 10}\ntimes: {market.accounts: 2}",
     "5:9: error: this shock changes it already"},
};

START_TEST(mistakes_are_told)
{
    char told[4000];
    struct shock *shock = read_text(mistakes[_i].text, told, sizeof told);
    ck_assert_ptr_null(shock);
    ck_assert_msg(strstr(told, mistakes[_i].told) != NULL, "'%s' instead of '%s'", told, mistakes[_i].told);
}
END_TEST

START_TEST(shipped_shocks_are_in_order)
{
    glob_t found;
    ck_assert_int_eq(glob("scenarios/shocks/*.yaml", 0, NULL, &found), 0);
    ck_assert_uint_ge(found.gl_pathc, 8);
    struct complaints *complaints = complaints_create();
    for (size_t f = 0; f < found.gl_pathc; f++) {
        struct shock *shock = shock_load(found.gl_pathv[f], complaints);
        complaints_print(complaints, stderr, false);
        ck_assert_ptr_nonnull(shock);
        ck_assert_ptr_nonnull(shock->means);
        shock_destroy(shock);
    }
    complaints_destroy(complaints);
    globfree(&found);
}
END_TEST

/* The one event on a column in a month; NULL when there is none. */
static const struct event *at(const struct scenario *scenario, int wanted, int month, int strategy)
{
    const struct event *found = NULL;
    for (int e = 0; e < scenario->events; e++) {
        const struct event *event = &scenario->event[e];
        if (event->column != wanted || month < event->first_month || month > event->last_month ||
            (event->strategy >= 0 && event->strategy != strategy))
            continue;
        ck_assert_msg(found == NULL, "windows overlap in month %d", month);
        found = event;
    }
    return found;
}

static struct shock make(int first, int months, const char *key, bool multiply, double value)
{
    return (struct shock){.file = "x", .title = "x", .first_month = first, .months = months, .changes = 1,
                          .change = {{.column = column(key), .multiply = multiply, .value = value}}};
}

START_TEST(overlapping_windows_hold_all_that_is_said)
{
    struct complaints *complaints = complaints_create();
    static const char text[] = "scenario: Here\nstart: 2011-07\nhorizon: 36 months\n"
                               "events:\n  - {at: 6 months, for: 12 months, times: {market.accounts: 2}}\n"
                               "strategies:\n  - {name: Plain, playbook: playbooks/services-first}\n";
    struct scenario *scenario = scenario_load_text("tests/scenarios/here.yaml", text, sizeof text - 1, NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    /* The scenario's own: months 6 to 17, times 2. */
    struct shock half = make(12, 100, "market.accounts", true, 0.25), set = make(15, 6, "market.accounts", false, 1000.0);
    const struct shock *shocks[] = {&half, &set};
    struct scenario shocked;
    ck_assert(shock_apply(scenario, shocks, 2, &shocked, complaints));
    for (int month = 0; month < 36; month++) {
        bool sets = month >= 15 && month <= 20;
        double times = (month >= 6 && month <= 17 ? 2.0 : 1.0) * (month >= 12 ? 0.25 : 1.0);
        const struct event *event = at(&shocked, column("market.accounts"), month, 0);
        if (month < 6) {
            ck_assert_ptr_null(event);
            continue;
        }
        ck_assert_ptr_nonnull(event);
        ck_assert_int_eq(event->multiply, !sets);
        ck_assert_double_eq(event->value, sets ? 1000.0 * times : times);
        ck_assert_int_lt(event->last_month, 36);
    }
    ck_assert_int_eq(scenario->events, 1); /* as it was */
    struct shock late = make(36, 1, "market.accounts", true, 0.5);
    const struct shock *lates[] = {&late};
    ck_assert(!shock_apply(scenario, lates, 1, &shocked, complaints));
    ck_assert_int_eq(complaints_count(complaints), 1);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("shock");
    TCase *cases = tcase_create("shocks");
    tcase_add_test(cases, a_shock_is_read_in_full);
    tcase_add_loop_test(cases, mistakes_are_told, 0, sizeof mistakes / sizeof *mistakes);
    tcase_add_test(cases, shipped_shocks_are_in_order);
    tcase_add_test(cases, overlapping_windows_hold_all_that_is_said);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
