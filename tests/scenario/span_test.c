/* A key with its range on the command line, or what is wrong with it. */
#include "scenario/span.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *text, *name;
    bool ranged;
    double low, high;
} sound[] = {
    {"market.accounts", "market.accounts", false, 0, 0},
    {"market.accounts=2000..8k", "market.accounts", true, 2000, 8000},
    {"company.cash=$200k..$1M", "company.cash", true, 2e5, 1e6},
    {"company.cash=$200k..1M", "company.cash", true, 2e5, 1e6},
    {"market.differentiation=10..70%", "market.differentiation", true, 0.1, 0.7},
    {"market.differentiation=0.1..0.7", "market.differentiation", true, 0.1, 0.7},
    {"people.cost_engineer=$120k..$240k/year", "people.cost_engineer", true, 1e4, 2e4},
    {"people.patience=6..24 months", "people.patience", true, 6, 24},
    {"capability.breakthrough_rate=0.5%..2% per month", "capability.breakthrough_rate", true, 0.005, 0.02},
    {"rounds.1.pre_money=$1M..$5M", "rounds.1.pre_money", true, 1e6, 5e6},
};

START_TEST(sound_spans_are_read)
{
    struct complaints *complaints = complaints_create();
    char name[SPAN_NAME_SIZE];
    struct span span;
    ck_assert_msg(span_parse("--x", sound[_i].text, complaints, name, &span), "'%s' is refused", sound[_i].text);
    ck_assert_int_eq(complaints_count(complaints), 0);
    ck_assert_str_eq(span.name, sound[_i].name);
    ck_assert_int_eq(span.ranged, sound[_i].ranged);
    if (sound[_i].ranged) {
        ck_assert_double_eq_tol(span.low, sound[_i].low, 1e-9 * sound[_i].low);
        ck_assert_double_eq_tol(span.high, sound[_i].high, 1e-9 * sound[_i].high);
    }
    complaints_destroy(complaints);
}
END_TEST

static const struct {
    const char *text, *told;
} flawed[] = {
    {"market.acounts", "--x:1:1: error: there is no 'market.acounts'"},
    {"market.acounts=1..2", "--x:1:1: error: there is no 'market.acounts'"},
    {"", "--x:1:1: error: there is no ''"},
    {"=1..2", "--x:1:1: error: there is no ''"},
    {"climate.regime", "--x:1:1: error: 'climate.regime' is a word"},
    {"market.accounts=", "--x:1:17: error: expected two ends"},
    {"market.accounts=2000", "--x:1:17: error: expected two ends"},
    {"market.accounts=2000..", "--x:1:17: error: expected two ends, each a plain number"},
    {"market.accounts=..9000", "--x:1:17: error: expected two ends, each a plain number"},
    {"market.accounts=$2k..$9k", "--x:1:17: error: expected two ends, each a plain number"},
    {"market.accounts=nan..9000", "--x:1:17: error: expected two ends, each a plain number"},
    {"market.accounts=9000..2000", "--x:1:17: error: the range is the wrong way round"},
    {"market.accounts=2000..2000", "--x:1:17: error: the range has no width"},
    {"market.differentiation=10%..140%", "--x:1:29: error: 'market.differentiation' must lie between 0% and 100%"},
    {"market.differentiation=-10%..40%", "--x:1:24: error: 'market.differentiation' must lie between 0% and 100%"},
    {"market.accounts=2000..8000\n", "--x:1:1: error: expected KEY=LOW..HIGH"},
};

START_TEST(mistakes_are_told_with_their_place)
{
    struct complaints *complaints = complaints_create();
    char name[SPAN_NAME_SIZE];
    struct span span;
    ck_assert(!span_parse("--x", flawed[_i].text, complaints, name, &span));
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

int main(void)
{
    Suite *suite = suite_create("span");
    TCase *tests = tcase_create("span");
    suite_add_tcase(suite, tests);
    tcase_add_loop_test(tests, sound_spans_are_read, 0, sizeof sound / sizeof *sound);
    tcase_add_loop_test(tests, mistakes_are_told_with_their_place, 0, sizeof flawed / sizeof *flawed);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
