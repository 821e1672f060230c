/* Claims are read with their place, and every mistake in them is told. */
#include "scenario/claim.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const path = "tests/scenarios/claims/cash.yaml";

START_TEST(a_claim_is_read_in_full)
{
    struct complaints *complaints = complaints_create();
    struct claim *claim = claim_load(path, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(claim);
    ck_assert_str_eq(claim->text, "Who begins with more has more in the bank a month later");
    ck_assert_str_eq(claim->base.strategy, "Plain");
    ck_assert_str_eq(claim->base.scenario, "tests/scenarios/claims/world.yaml");
    ck_assert_int_eq(claim->base.count, 1);
    ck_assert_str_eq(claim->base.settings[0], "company.cash=$200k");
    ck_assert_int_eq(claim->change.count, 3);
    ck_assert_int_eq(claim->measure.observable, OBSERVABLE_cash);
    ck_assert_int_eq(claim->measure.month, 1);
    ck_assert_int_eq(claim->expect, EXPECT_HIGHER);
    ck_assert_int_eq(claim->ablations, 3);
    ck_assert_int_eq(claim->values, 2);
    ck_assert_double_eq(claim->threshold_low, 100e3);
    ck_assert_double_eq(claim->threshold_level, 300e3);
    ck_assert(!claim->contrast);
    claim_destroy(claim);
    complaints_destroy(complaints);
}
END_TEST

/* One line of the legal claim is replaced; the complaint must say this. */
static const struct mistake {
    const char *key, *line, *told;
} mistakes[] = {
    {"claim", "clam: x", "2:1: error: unknown key 'clam' in a claim"},
    {"claim", "claim: [a, b]", "8: error: 'claim' needs a text"},
    {"base", "base: Plain", "7: error: 'base' must be a mapping of keys to values"},
    {"base", "base: {strategie: Plain}", "8: error: unknown key 'strategie' in 'base'"},
    {"base", "base: {set: [a]}", "13: error: 'set' must be a mapping of keys such as market.accounts to values"},
    {"scenario", "scenario: nowhere", "11: error: there is no file 'nowhere'"},
    {"scenario", "", "error: which 'scenario' is this company in?"},
    {"measure", "measure: sorrow", "10: error: 'sorrow' is nothing that can be measured"},
    {"measure", "measure: {of: users}", "10: error: 'users' changes; say when, as in 'at: 36 months'"},
    {"measure", "measure: {of: users, at: 1.5 months}", "26: error: expected a whole number of months"},
    {"measure", "measure: {of: users, at: 1 month, last: 3}", "35: error: unknown key 'last' in a measure"},
    {"measure", "measure: {of: take_home, at: 3 months}", "30: error: 'take_home' is known at the end; it has no 'at'"},
    {"measure", "measure: {at: 3 months}", "10: error: a measure needs 'of'"},
    {"measure", "", "error: a claim needs a 'measure', such as take_home"},
    {"expect", "expect: more", "9: error: 'expect' must be 'higher' or 'lower'"},
    {"expect", "", "error: 'expect' must be 'higher' or 'lower'"},
    {"across", "across: {key: market.accounts}", "9: error: 'across' needs 'values', a list of at most 8"},
    {"threshold", "threshold: {key: market.acounts, low: 1, high: 2, level: 1}", "18: error: "},
    {"threshold", "threshold: {key: market.accounts, low: 3, high: 2, level: $1}", "12: error: 'low' must be above 0 and below 'high'"},
    {"threshold", "threshold: {key: market.accounts, low: 1, high: 2}", "12: error: a threshold needs 'level'"},
    {"source", "paths: 1", "8: error: 'paths' must be a whole number from 2 to 10,000,000"},
    {"measure", "measure: {of: cash, at: 1 month}\namong: open", "error: a claim with a 'threshold' is about all worlds"},
    {"source", "than: {base: {strategy: Plain}}", "error: 'change' of 'than' must be a mapping of keys to values"},
};

/* The legal claim with one of its lines replaced, beside it, so that its scenario is found. */
static void write_with(const char *wrong, const struct mistake *mistake)
{
    char line[1000];
    FILE *in = fopen(path, "r"), *out = fopen(wrong, "w");
    ck_assert_ptr_nonnull(in);
    ck_assert_ptr_nonnull(out);
    size_t length = strlen(mistake->key);
    while (fgets(line, sizeof line, in))
        if (strncmp(line, mistake->key, length) == 0 && line[length] == ':')
            fprintf(out, "%s\n", mistake->line);
        else
            fputs(line, out);
    fclose(in);
    fclose(out);
}

/* A setting is read twice: as a value of the claim, and from the line that it becomes. */
START_TEST(settings_keep_their_quotes)
{
    const char *odd = "tests/scenarios/claims/odd.yaml";
    const struct mistake quoted = {
        "base", "base: {set: {a: 'say \"hi\\', b: [{'x: y': \"1\\n2\"}]}}", NULL};
    write_with(odd, &quoted);
    struct complaints *complaints = complaints_create();
    struct claim *claim = claim_load(odd, complaints);
    remove(odd);
    ck_assert_ptr_nonnull(claim);
    ck_assert_int_eq(claim->base.count, 2);
    ck_assert_str_eq(claim->base.settings[0], "a=\"say \\\"hi\\\\\"");
    ck_assert_str_eq(claim->base.settings[1], "b=[{\"x: y\": \"1\\n2\"}]");
    claim_destroy(claim);
    complaints_destroy(complaints);
}
END_TEST

START_TEST(every_mistake_is_told)
{
    char wrong[100], *told = NULL;
    size_t size = 0;
    snprintf(wrong, sizeof wrong, "tests/scenarios/claims/wrong-%d.yaml", _i);
    write_with(wrong, &mistakes[_i]);
    struct complaints *complaints = complaints_create();
    ck_assert_ptr_null(claim_load(wrong, complaints));
    remove(wrong);
    FILE *out = open_memstream(&told, &size);
    complaints_print(complaints, out, false);
    fclose(out);
    ck_assert_msg(strstr(told, mistakes[_i].told), "'%s' is not in\n%s", mistakes[_i].told, told);
    free(told);
    complaints_destroy(complaints);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("claim");
    TCase *tests = tcase_create("claim");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, a_claim_is_read_in_full);
    tcase_add_test(tests, settings_keep_their_quotes);
    tcase_add_loop_test(tests, every_mistake_is_told, 0, sizeof mistakes / sizeof *mistakes);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
