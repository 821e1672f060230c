/* Histories are read with their place, and every mistake in them is told. */
#include "scenario/history.h"

#include "scenario/likeness.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const path = "tests/scenarios/histories/small.yaml";

START_TEST(a_history_is_read_in_full)
{
    struct complaints *complaints = complaints_create();
    struct history *history = history_load(path, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(history);
    ck_assert_str_eq(history->name, "A small history");
    ck_assert_int_eq(history->observations, 3);
    ck_assert_int_eq(history->last, 24);
    const struct observation *first = &history->observation[0], *people = &history->observation[1];
    ck_assert_str_eq(first->measure.name, "revenue");
    ck_assert_int_eq(first->measure.month, 12);
    ck_assert_double_eq(first->value, 5e5);
    ck_assert_double_eq(first->error, 0.2);
    ck_assert_int_eq(first->place.line, 5);
    const double low = likeness_scaled(5.0, UNIT_PEOPLE), high = likeness_scaled(9.0, UNIT_PEOPLE);
    ck_assert_double_eq_tol(likeness_scaled(people->value, UNIT_PEOPLE), 0.5 * (low + high), 1e-9);
    ck_assert_double_eq_tol(2.0 * 1.6448536 * people->error, high - low, 1e-6);
    ck_assert_double_eq(history->observation[2].error, HISTORY_ERROR);
    ck_assert_int_eq(history->fits, 2);
    ck_assert_str_eq(history->fit[0].range, "$100k to $400k");
    ck_assert_ptr_null(history->fit[1].range);
    history_destroy(history);
    complaints_destroy(complaints);
}
END_TEST

START_TEST(a_line_of_keys_takes_the_place_of_the_files)
{
    struct complaints *complaints = complaints_create();
    struct history *history = history_load(path, complaints);
    ck_assert(history_fit(history, "--of", "market.accounts,market.services_need", complaints));
    ck_assert_int_eq(history->fits, 2);
    ck_assert_str_eq(history->fit[0].key, "market.accounts");
    ck_assert_ptr_null(history->fit[0].range);
    ck_assert_str_eq(history->fit[1].range, "$100k to $400k");
    ck_assert(!history_fit(history, "--of", "market.accounts,market.acounts", complaints));
    ck_assert(!history_fit(history, "--of", "", complaints));
    ck_assert_int_eq(complaints_count(complaints), 2);
    history_destroy(history);
    complaints_destroy(complaints);
}
END_TEST

/* The scale is the logarithm of what is much, and a straight line near nothing. */
START_TEST(the_scale_is_relative_for_much_and_absolute_for_little)
{
    ck_assert_double_eq_tol(likeness_scaled(1.1e7, UNIT_DOLLARS) - likeness_scaled(1e7, UNIT_DOLLARS), 0.0953102, 1e-6);
    ck_assert_double_eq_tol(likeness_scaled(2.0, UNIT_DOLLARS), 1e-4, 1e-9);
    ck_assert_double_eq(likeness_scaled(-7e5, UNIT_DOLLARS), -likeness_scaled(7e5, UNIT_DOLLARS));
    for (double value = -1e6; value < 1e6; value += 12345.0)
        ck_assert_double_eq_tol(likeness_unscaled(likeness_scaled(value, UNIT_DOLLARS), UNIT_DOLLARS), value, 1e-6);
}
END_TEST

static const struct spoiling {
    int line;
    const char *text, *told;
} mistakes[] = {
    {2, "histroy: x", "2:1: error: unknown key 'histroy' in a history"},
    {2, "", "error: 'history' needs a text"},
    {5, "  - {of: revenu, at: 12 months, is: 5}", "5:10: error: 'revenu' is nothing that can be measured"},
    {5, "  - {of: take_home, is: $5}", "5:10: error: 'take_home' is known at the end"},
    {5, "  - {of: revenue, is: $5k}", "5:5: error: 'revenue' changes; say when"},
    {5, "  - {at: 12 months, is: $5k}", "5:5: error: what was observed?"},
    {5, "  - {of: revenue, at: 12 months}", "5:5: error: an observation needs 'is'"},
    {5, "  - {of: revenue, at: 12 months, is: 5 people}", "5:38: error: "},
    {5, "  - {of: revenue, at: 12 months, is: $9k to $5k}", "5:38: error: "},
    {5, "  - {of: revenue, at: 12 months, is: $5k to $9k, error: 5%}", "5:57: error: an interval says how exact it is"},
    {5, "  - {of: revenue, at: 12 months, is: $5k, error: 0%}", "5:50: error: 'error' is a share of the value"},
    {5, "  - {of: revenue, at: 12 months, is: $5k, eror: 5%}", "5:43: error: unknown key 'eror' in an observation"},
    {5, "  - {of: revenue, at: 24 months, is: $5k}", "error: 'revenue' at 24 months is given twice"},
    {5, "  - {of: revenue, at: 2.5 months, is: $5k}", "5:23: error: expected a whole number of months"},
    {5, "  - revenue", "5:5: error: an observation must be a mapping"},
    {9, "  market.service_need: 5", "9:3: error: there is no 'market.service_need'"},
    {9, "  founder.wealth:", "9:3: error: 'founder.wealth' is a constant"},
    {9, "  market.licence_price:", "9:3: error: 'market.licence_price' is drawn anew every month"},
};

static void expect_complaint(const char *file, const char *told)
{
    struct complaints *complaints = complaints_create();
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    ck_assert_ptr_null(history_load(file, complaints));
    complaints_print(complaints, out, false);
    fclose(out);
    ck_assert_msg(strstr(text, told) != NULL, "expected '%s', told:\n%s", told, text);
    free(text);
    complaints_destroy(complaints);
}

static void write_with(const char *wrong, const struct spoiling *change)
{
    char line[1000];
    FILE *in = fopen(path, "r"), *out = fopen(wrong, "w");
    ck_assert_ptr_nonnull(in);
    ck_assert_ptr_nonnull(out);
    for (int number = 1; fgets(line, sizeof line, in); number++)
        if (number == change->line)
            fprintf(out, "%s\n", change->text);
        else
            fputs(line, out);
    fclose(in);
    fclose(out);
}

static void expect_of_text(const char *text, const char *told)
{
    char wrong[] = "/tmp/history-XXXXXX";
    FILE *out = fdopen(mkstemp(wrong), "w");
    ck_assert_ptr_nonnull(out);
    fputs(text, out);
    fclose(out);
    expect_complaint(wrong, told);
    remove(wrong);
}

START_TEST(every_mistake_is_told_with_its_place)
{
    for (size_t m = 0; m < sizeof mistakes / sizeof *mistakes; m++) {
        char wrong[] = "/tmp/history-XXXXXX";
        const int file = mkstemp(wrong);
        ck_assert_int_ge(file, 0);
        fclose(fdopen(file, "w"));
        write_with(wrong, &mistakes[m]);
        expect_complaint(wrong, mistakes[m].told);
        remove(wrong);
    }
}
END_TEST

START_TEST(a_history_without_data_is_refused)
{
    expect_of_text("history: x\n", "1:1: error: there is no data: 'observations' must be");
    expect_of_text("history: x\nobservations: []\n", "2:15: error: there is no data");
    expect_of_text("history: x\nobservations: 5\n", "2:15: error: there is no data");
    expect_of_text("history: x\nobservations:\n  - {of: users, at: 3 months, is: 5}\nfit: []\n",
                   "4:6: error: 'fit' must be a list");
    expect_of_text("history: x\nobservations:\n  - {of: users, at: 3 months, is: 5}\nfit: [company.skill, company.skill]\n",
                   "4:22: error: 'company.skill' is listed twice");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("history");
    TCase *tests = tcase_create("history");
    tcase_add_test(tests, a_history_is_read_in_full);
    tcase_add_test(tests, a_line_of_keys_takes_the_place_of_the_files);
    tcase_add_test(tests, the_scale_is_relative_for_much_and_absolute_for_little);
    tcase_add_test(tests, every_mistake_is_told_with_its_place);
    tcase_add_test(tests, a_history_without_data_is_refused);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
