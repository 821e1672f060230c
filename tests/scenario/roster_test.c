/* Strategies by number and name, although names may hold commas. */
#include "scenario/roster.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct strategy strategies[3] = {
    {.name = "Services first, bootstrapped"}, {.name = "Services first"}, {.name = "2"}};
static const struct scenario scenario = {.file = "plan.yaml", .strategies = 3, .strategy = strategies};

static const struct {
    const char *text;
    int count, strategy[3];
} sound[] = {
    {"1,3", 2, {0, 2}},
    {"3", 1, {2}},
    {"Services first, bootstrapped,Services first", 2, {0, 1}},
    {"Services first,Services first, bootstrapped", 2, {1, 0}},
    {"2,1", 2, {2, 0}}, /* a name comes before a number */
    {"1, 3", 2, {0, 2}},
};

START_TEST(sound_rosters_are_read)
{
    struct complaints *complaints = complaints_create();
    struct roster roster;
    ck_assert(roster_parse("--strategies", sound[_i].text, &scenario, complaints, &roster));
    ck_assert_int_eq(roster.count, sound[_i].count);
    for (int i = 0; i < roster.count; i++)
        ck_assert_int_eq(roster.strategy[i], sound[_i].strategy[i]);
    complaints_destroy(complaints);
}
END_TEST

static const struct {
    const char *text, *told;
} flawed[] = {
    {"4", "--strategies:1:1: error: '4' is no strategy of this scenario, nor one of 1 to 3"},
    {"1,0", "--strategies:1:3: error: '0' is no strategy"},
    {"Services frist", "--strategies:1:1: error: 'Services frist' is no strategy"},
    {"1,1", "--strategies:1:3: error: this strategy is named twice"},
    {"1,", "--strategies:1:3: error: '' is no strategy"},
    {"", "--strategies:1:1: error: '' is no strategy"},
    {"99999999999", "--strategies:1:1: error: '99999999999' is no strategy"},
};

START_TEST(mistakes_are_told_with_their_place)
{
    struct complaints *complaints = complaints_create();
    struct roster roster;
    ck_assert(!roster_parse("--strategies", flawed[_i].text, &scenario, complaints, &roster));
    char *told = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&told, &length);
    complaints_print(complaints, out, false);
    fclose(out);
    ck_assert_msg(strncmp(told, flawed[_i].told, strlen(flawed[_i].told)) == 0, "'%s' tells:\n%s", flawed[_i].text,
                  told);
    free(told);
    complaints_destroy(complaints);
}
END_TEST

START_TEST(one_is_named_by_name_or_number)
{
    static const struct place place = {"--strategy", 1, 1};
    struct complaints *complaints = complaints_create();
    ck_assert_int_eq(roster_one(place, "Services first, bootstrapped", &scenario, complaints), 0);
    ck_assert_int_eq(roster_one(place, "1", &scenario, complaints), 0);
    ck_assert_int_eq(roster_one(place, "Services first", &scenario, complaints), 1);
    ck_assert_int_eq(roster_one(place, "2", &scenario, complaints), 2); /* that is its name */
    ck_assert_int_eq(roster_one(place, "3", &scenario, complaints), 2);
    ck_assert_int_eq(complaints_count(complaints), 0);
    static const char *const wrong[] = {"0", "4", "1,3", "", "Services", "-1", "1 "};
    for (int w = 0; w < 7; w++) {
        ck_assert_int_eq(roster_one(place, wrong[w], &scenario, complaints), -1);
        ck_assert_int_eq(complaints_count(complaints), w + 1);
    }
    complaints_destroy(complaints);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("roster");
    TCase *tests = tcase_create("roster");
    suite_add_tcase(suite, tests);
    tcase_add_loop_test(tests, sound_rosters_are_read, 0, sizeof sound / sizeof *sound);
    tcase_add_loop_test(tests, mistakes_are_told_with_their_place, 0, sizeof flawed / sizeof *flawed);
    tcase_add_test(tests, one_is_named_by_name_or_number);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
