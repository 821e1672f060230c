/* How mistakes are shown. */
#include "scenario/complaint.h"
#include "scenario/nearest.h"
#include "scenario/utf8.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static char *printed(const struct complaints *complaints, bool colour)
{
    static char *text; /* gcc takes the address of an automatic one for what comes back */
    static size_t size;
    FILE *out = open_memstream(&text, &size);
    complaints_print(complaints, out, colour);
    fclose(out);
    return text;
}

static void prints(const struct complaints *complaints, const char *expected)
{
    char *text = printed(complaints, false);
    ck_assert_str_eq(text, expected);
    free(text);
}

static struct place at(const char *file, int line, int column)
{
    return (struct place){file, line, column};
}

START_TEST(nothing_to_say)
{
    struct complaints *complaints = complaints_create();
    ck_assert_int_eq(complaints_count(complaints), 0);
    prints(complaints, "");
    complaints_destroy(complaints);
    complaints_destroy(NULL);
}
END_TEST

START_TEST(the_line_with_a_caret)
{
    struct complaints *complaints = complaints_create();
    complaints_source(complaints, "a.yaml", "market:\n  acounts: 4000\r\nlast");
    const char *const keys[] = {"accounts", "adopters", NULL};
    complaints_suggest(complaints, at("a.yaml", 2, 3), "acounts", keys, "unknown key '%s'",
                       "acounts");
    prints(complaints, "a.yaml:2:3: error: unknown key 'acounts'\n"
                       "     2 |   acounts: 4000\n"
                       "       |   ^\n"
                       "       | did you mean 'accounts'?\n");
    complaints_destroy(complaints);
}
END_TEST

START_TEST(colours_are_optional)
{
    struct complaints *complaints = complaints_create();
    complaints_add(complaints, at("a.yaml", 1, 1), "wrong");
    char *text = printed(complaints, true);
    ck_assert_str_eq(text, "\033[1ma.yaml:1:1:\033[0m \033[1;31merror:\033[0m wrong\n");
    free(text);
    complaints_destroy(complaints);
}
END_TEST

START_TEST(sorted_by_place_and_told_once)
{
    struct complaints *complaints = complaints_create();
    complaints_source(complaints, "main.yaml", "");
    complaints_add(complaints, at("other.yaml", 1, 1), "other");
    complaints_add(complaints, at("main.yaml", 10, 1), "ten");
    complaints_add(complaints, at("main.yaml", 9, 5), "nine, five");
    complaints_add(complaints, at("main.yaml", 9, 2), "nine, two");
    complaints_add(complaints, at("main.yaml", 9, 2), "nine, two");
    complaints_add(complaints, at(NULL, 0, 0), "nowhere");
    ck_assert_int_eq(complaints_count(complaints), 5);
    ck_assert_int_eq(complaints_heard(complaints), 6);
    char *text = printed(complaints, false);
    const char *const order[] = {"nine, two", "nine, five", "ten", "other",
                                 "command line: error: nowhere"};
    const char *last = text;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        last = strstr(last, order[i]);
        ck_assert_msg(last != NULL, "%s", text);
    }
    free(text);
    complaints_destroy(complaints);
}
END_TEST

START_TEST(columns_count_characters_and_tabs_stay_tabs)
{
    struct complaints *complaints = complaints_create();
    complaints_source(complaints, "a.yaml", "\tname: Caf\xc3\xa9 \xe2\x82\xac x");
    complaints_add(complaints, at("a.yaml", 1, 15), "wrong");
    prints(complaints, "a.yaml:1:15: error: wrong\n"
                       "     1 | \tname: Caf\xc3\xa9 \xe2\x82\xac x\n"
                       "       | \t             ^\n");
    complaints_destroy(complaints);
}
END_TEST

START_TEST(a_long_line_is_cut_around_the_column)
{
    char line[5001];
    memset(line, 'a', sizeof line);
    line[2999] = 'X';
    line[5000] = '\0';
    struct complaints *complaints = complaints_create();
    complaints_source(complaints, "a.yaml", line);
    complaints_add(complaints, at("a.yaml", 1, 3000), "wrong");
    char *text = printed(complaints, false);
    const char *excerpt = strchr(text, '\n') + 1, *caret = strchr(excerpt, '\n') + 1;
    ck_assert_uint_lt(strlen(text), 300);
    ck_assert_int_eq(excerpt[strchr(caret, '^') - caret], 'X');
    free(text);
    complaints_destroy(complaints);
}
END_TEST

START_TEST(a_place_beyond_the_text_is_harmless)
{
    struct complaints *complaints = complaints_create();
    complaints_source(complaints, "a.yaml", "one\ntwo\n");
    complaints_add(complaints, at("a.yaml", 99, 1), "line");
    complaints_add(complaints, at("a.yaml", 1, 99), "column");
    complaints_add(complaints, at("a.yaml", 3, 1), "end");
    char *text = printed(complaints, false);
    ck_assert_ptr_nonnull(strstr(text, "a.yaml:99:1: error: line\n"));
    free(text);
    complaints_destroy(complaints);
}
END_TEST

START_TEST(nothing_reaches_the_terminal_raw)
{
    struct complaints *complaints = complaints_create();
    complaints_source(complaints, "a.yaml", "x: \x1b[31m\xff\xe2\x80\xae red");
    complaints_add(complaints, at("a.yaml", 1, 1), "unknown '%s'", "\x1b[2J\xc3");
    prints(complaints, "a.yaml:1:1: error: unknown '?[2J?'\n"
                       "     1 | x: ?[31m?? red\n"
                       "       | ^\n");
    complaints_destroy(complaints);
}
END_TEST

START_TEST(a_long_message_ends_in_a_whole_character)
{
    char word[2000];
    for (size_t i = 0; i < sizeof word - 1; i += 1)
        word[i] = i % 2 ? '\xa9' : '\xc3';
    word[sizeof word - 2] = '\0';
    struct complaints *complaints = complaints_create();
    complaints_add(complaints, at("a.yaml", 1, 1), "%s", word);
    char *text = printed(complaints, false);
    for (size_t i = 0, length = strlen(text); i < length;) {
        const size_t bytes = utf8_character(text + i, length - i, NULL);
        ck_assert_uint_gt(bytes, 0);
        i += bytes;
    }
    free(text);
    complaints_destroy(complaints);
}
END_TEST

/* --- Words ---------------------------------------------------------------------------------- */

START_TEST(the_nearest_word)
{
    const char *const words[] = {"accounts", "adopters_at_start", "differentiation", "cash",
                                 "pre_money", "skill", "people", "wait", NULL};
    static const struct {
        const char *word, *nearest;
    } cases[] = {
        {"acounts", "accounts"},           /* missing */
        {"acccounts", "accounts"},         /* too many */
        {"accoumts", "accounts"},          /* wrong */
        {"accuonts", "accounts"},          /* swapped */
        {"Accounts", "accounts"},          /* capital */
        {"pre-money", "pre_money"},        /* hyphen */
        {"diferentation", "differentiation"},
        {"caash", "cash"},
        {"kasch", NULL},
        {"revenue", NULL},
        {"", NULL},
        {"x", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *nearest = nearest_word(cases[i].word, words);
        ck_assert_msg(cases[i].nearest ? nearest && strcmp(nearest, cases[i].nearest) == 0
                                       : nearest == NULL,
                      "%s: %s", cases[i].word, nearest ? nearest : "(none)");
    }
    ck_assert_ptr_null(nearest_word("word", NULL));
    char longest[200];
    memset(longest, 'a', sizeof longest);
    longest[199] = '\0';
    ck_assert_ptr_null(nearest_word(longest, words));
}
END_TEST

START_TEST(characters_of_utf8)
{
    static const struct {
        const char *text;
        size_t length, bytes;
        uint32_t code;
    } cases[] = {
        {"a", 1, 1, 'a'},
        {"\xc3\xa9", 2, 2, 0xe9},
        {"\xe2\x82\xac", 3, 3, 0x20ac},
        {"\xf0\x9f\x98\x80", 4, 4, 0x1f600},
        {"", 0, 0, 0},
        {"\xc3", 1, 0, 0},             /* cut off */
        {"\xe2\x82\xac", 2, 0, 0},     /* cut off */
        {"\xa9", 1, 0, 0},             /* in the middle */
        {"\xc0\xaf", 2, 0, 0},         /* overlong */
        {"\xe0\x80\xaf", 3, 0, 0},     /* overlong */
        {"\xed\xa0\x80", 3, 0, 0},     /* surrogate */
        {"\xf4\x90\x80\x80", 4, 0, 0}, /* beyond Unicode */
        {"\xff", 1, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t code = 0;
        ck_assert_uint_eq(utf8_character(cases[i].text, cases[i].length, &code), cases[i].bytes);
        if (cases[i].bytes > 0)
            ck_assert_uint_eq(code, cases[i].code);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("complaints");
    TCase *all = tcase_create("all");
    tcase_add_test(all, nothing_to_say);
    tcase_add_test(all, the_line_with_a_caret);
    tcase_add_test(all, colours_are_optional);
    tcase_add_test(all, sorted_by_place_and_told_once);
    tcase_add_test(all, columns_count_characters_and_tabs_stay_tabs);
    tcase_add_test(all, a_long_line_is_cut_around_the_column);
    tcase_add_test(all, a_place_beyond_the_text_is_harmless);
    tcase_add_test(all, nothing_reaches_the_terminal_raw);
    tcase_add_test(all, a_long_message_ends_in_a_whole_character);
    tcase_add_test(all, the_nearest_word);
    tcase_add_test(all, characters_of_utf8);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
