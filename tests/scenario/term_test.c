/* Terms are read with their place, and every mistake in them is told. */
#include "scenario/term.h"

#include <check.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const path = "tests/scenarios/terms/ratchet.yaml";

START_TEST(a_term_is_read_in_full)
{
    struct complaints *complaints = complaints_create();
    struct term *term = term_load(path, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(term);
    ck_assert_str_eq(term->title, "A harder deal");
    ck_assert_str_eq(term->against, "a softer one");
    ck_assert_str_eq(term->means, "All of it at once");
    ck_assert(term->priced);
    ck_assert_int_eq(term->from, 2);
    ck_assert_int_eq(term->settings, 5);
    ck_assert_int_eq(term->bases, 1);
    const struct term_setting *set = term->setting;
    ck_assert(set[0].rounds);
    ck_assert_str_eq(set[0].key, "protection");
    ck_assert_str_eq(set[0].value, "full-ratchet");
    ck_assert_str_eq(set[0].field->key, "protection");
    ck_assert(!set[1].rounds);
    ck_assert_int_eq(set[1].round, 1);
    ck_assert_str_eq(set[1].key, "pro_rata");
    ck_assert_int_eq(set[2].round, 0);
    ck_assert_str_eq(set[2].key, "search.bridge");
    ck_assert_str_eq(set[2].value, "20 to 30%");
    ck_assert_str_eq(set[3].key, "board");
    ck_assert_ptr_null(set[3].field);
    ck_assert_ptr_null(set[4].value);
    ck_assert_double_eq(set[4].times, 0.8);
    ck_assert_str_eq(term->base[0].value, "none");
    term_destroy(term);
    complaints_destroy(complaints);
}
END_TEST

/* One line of the legal term is replaced; the complaint must say this. */
static const struct mistake {
    const char *key, *line, *told;
} mistakes[] = {
    {"term", "trem: x", "2:1: error: unknown key 'trem' in a term"},
    {"term", "term: [a, b]", "2:7: error: 'term' needs a text"},
    {"term", "term:", "2:6: error: 'term' needs a text"},
    {"term", "term: ''", "2:7: error: 'term' needs a text"},
    {"term", "term: '  '", "2:7: error: 'term' needs a text"},
    {"against", "", "error: 'against' needs a text"},
    {"rounds", "rounds: safes", "5:9: error: 'rounds' must be 'all' or 'priced'"},
    {"from", "from: 0", "6:7: error: 'from' must be a whole number from 1 to 6"},
    {"from", "from: 1.5", "6:7: error: "},
    {"from", "from: 2 months", "6:7: error: "},
    {"set", "set: [a]", "7:6: error: 'set' must be a mapping of keys such as rounds.*.participation"},
    {"set", "set: {rounds.*.participaton: full}", "7:7: error: a funding plan has no 'rounds.*.participaton'"},
    {"set", "set: {rounds.*.participaton: full}", "did you mean 'rounds.*.participation'?"},
    {"set", "set: {rounds.7.pro_rata: 50%}", "7:7: error: a funding plan has no 'rounds.7.pro_rata'"},
    {"set", "set: {rounds.: 50%}", "7:7: error: a funding plan has no 'rounds.'"},
    {"set", "set: {participation: full}", "7:7: error: a funding plan has no 'participation'"},
    {"set", "set: {market.accounts: 9}", "7:7: error: a funding plan has no 'market.accounts'"},
    {"set", "set: {rounds.*.participation: half}", "7:31: error: "},
    {"set", "set: {rounds.*.pool: $3M}", "7:22: error: "},
    {"set", "set: {rounds.*.pool: 70%}", "7:22: error: "},
    {"set", "set: {search.bridge: often}", "7:22: error: "},
    {"set", "set: {board: boards/nobody}", "7:14: error: there is no file 'boards/nobody'"},
    {"times", "times: {rounds.*.pre_money: $3M}", "8:29: error: "},
    {"times", "times: {rounds.*.pre_money: 0%}", "8:29: error: 'times' must be above 0% and at most 10,000%"},
    {"times", "times: {rounds.*.protection: 80%}", "8:9: error: 'times' is for numbers"},
    {"times", "times: {board: 80%}", "8:9: error: 'times' is for numbers"},
    {"base", "base: {rounds.*.protection: some}", "9:29: error: "},
    {"base", "base: none", "9:7: error: 'base' must be a mapping of keys such as rounds.*.participation"},
};

/* The legal term with one of its lines replaced, beside it. */
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

static void expect_told(const char *wrong, const char *expected)
{
    char *told = NULL;
    size_t size = 0;
    struct complaints *complaints = complaints_create();
    ck_assert_ptr_null(term_load(wrong, complaints));
    remove(wrong);
    FILE *out = open_memstream(&told, &size);
    complaints_print(complaints, out, false);
    fclose(out);
    ck_assert_msg(strstr(told, expected), "'%s' is not in\n%s", expected, told);
    free(told);
    complaints_destroy(complaints);
}

START_TEST(every_mistake_is_told)
{
    char wrong[100];
    snprintf(wrong, sizeof wrong, "tests/scenarios/terms/wrong-%d.yaml", _i);
    write_with(wrong, &mistakes[_i]);
    expect_told(wrong, mistakes[_i].told);
}
END_TEST

START_TEST(a_term_sets_something)
{
    const char *wrong = "tests/scenarios/terms/wrong-empty.yaml";
    FILE *out = fopen(wrong, "w");
    ck_assert_ptr_nonnull(out);
    fputs("term: Nothing\nagainst: nothing\n", out);
    fclose(out);
    expect_told(wrong, "1:1: error: a term sets at least one value, in 'set' or 'times'");
    out = fopen(wrong, "w");
    ck_assert_ptr_nonnull(out);
    fputs("term: Nothing\nagainst: nothing\nset: {}\n", out);
    fclose(out);
    expect_told(wrong, "1:1: error: a term sets at least one value, in 'set' or 'times'");
}
END_TEST

START_TEST(what_is_shipped_loads)
{
    glob_t found;
    ck_assert_int_eq(glob("scenarios/terms/*.yaml", 0, NULL, &found), 0);
    ck_assert_uint_ge(found.gl_pathc, 11);
    struct complaints *complaints = complaints_create();
    for (size_t f = 0; f < found.gl_pathc; f++) {
        struct term *term = term_load(found.gl_pathv[f], complaints);
        complaints_print(complaints, stderr, false);
        ck_assert_msg(term, "%s", found.gl_pathv[f]);
        term_destroy(term);
    }
    complaints_destroy(complaints);
    globfree(&found);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("term");
    TCase *tests = tcase_create("term");
    tcase_add_test(tests, a_term_is_read_in_full);
    tcase_add_loop_test(tests, every_mistake_is_told, 0, sizeof mistakes / sizeof *mistakes);
    tcase_add_test(tests, a_term_sets_something);
    tcase_add_test(tests, what_is_shipped_loads);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
