/* A measure on the command line says what, when and how much, or what is wrong with it. */
#include "scenario/measure.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *text;
    int observable, month;
    enum ending ending;
    bool chance;
    double least;
} sound[] = {
    {"take_home", -1, 0, ENDING_TAKE_HOME, false, 0.0},
    {"take_home>=$1M", -1, 0, ENDING_TAKE_HOME, true, 1e6},
    {"closed", -1, 0, ENDING_CLOSED, false, 0.0},
    {"investors_gain >= $0", -1, 0, ENDING_GAIN, true, 0.0},
    {"users@36 months", OBSERVABLE_users, 36, ENDINGS, false, 0.0},
    {"revenue@3 years>=$5M", OBSERVABLE_revenue, 36, ENDINGS, true, 5e6},
};

START_TEST(sound_measures_are_read)
{
    struct complaints *complaints = complaints_create();
    struct measure measure;
    ck_assert(measure_parse("--of", sound[_i].text, complaints, &measure));
    ck_assert_int_eq(complaints_count(complaints), 0);
    ck_assert_int_eq(measure.observable, sound[_i].observable);
    ck_assert_int_eq(measure.ending, sound[_i].ending);
    ck_assert_int_eq(measure.month, sound[_i].month);
    ck_assert_int_eq(measure.chance, sound[_i].chance);
    ck_assert_double_eq_tol(measure.least, sound[_i].least, 1e-9);
    complaints_destroy(complaints);
}
END_TEST

static const struct {
    const char *text, *told;
} flawed[] = {
    {"take_hom", "--of:1:1: error: 'take_hom' is nothing that can be measured"},
    {"", "--of:1:1: error: "},
    {"users", "--of:1:1: error: 'users' changes; say when"},
    {"take_home@36 months", "--of:1:11: error: 'take_home' is known at the end"},
    {"users@0 months", "--of:1:7: error: expected a whole number of months"},
    {"users@soon", "--of:1:7: error: "},
    {"take_home>=much", "--of:1:12: error: "},
    {"take_home>=", "--of:1:12: error: "},
    {"take_home\nsold", "--of:1:1: error: expected a measure"},
};

START_TEST(mistakes_are_told_with_their_place)
{
    struct complaints *complaints = complaints_create();
    struct measure measure;
    ck_assert(!measure_parse("--of", flawed[_i].text, complaints, &measure));
    char *told = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&told, &length);
    complaints_print(complaints, out, false);
    fclose(out);
    ck_assert_msg(strncmp(told, flawed[_i].told, strlen(flawed[_i].told)) == 0, "'%s' tells:\n%s",
                  flawed[_i].text, told);
    free(told);
    complaints_destroy(complaints);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("measure");
    TCase *tests = tcase_create("measure");
    suite_add_tcase(suite, tests);
    tcase_add_loop_test(tests, sound_measures_are_read, 0, sizeof sound / sizeof *sound);
    tcase_add_loop_test(tests, mistakes_are_told_with_their_place, 0, sizeof flawed / sizeof *flawed);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
