/* Cases are read with their place, and every mistake in them is told. */
#include "scenario/precedent.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const path = "tests/scenarios/companies/small.yaml";

START_TEST(a_case_is_read_in_full)
{
    struct complaints *complaints = complaints_create();
    struct precedent *precedent = precedent_load(path, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(precedent);
    ck_assert_str_eq(precedent->name, "A small company");
    ck_assert_int_eq(precedent->start_year, 2011);
    ck_assert_int_eq(precedent->start_month, 7);
    ck_assert_str_eq(precedent->company.strategy, "Plain");
    ck_assert_int_eq(precedent->company.count, 1);
    ck_assert_int_eq(precedent->paths, 300);
    ck_assert_int_eq(precedent->guesses, 2);
    ck_assert_int_eq(precedent->outcome, OUTCOME_ACQUIRED);
    ck_assert_int_eq(precedent->month, 24); /* the end of the 24th month */
    ck_assert_double_eq(precedent->value, 3e6);
    ck_assert_double_eq(precedent->raised, 1e6);
    ck_assert_int_eq(precedent->value_grade, PRECEDENT_VERIFIED);
    ck_assert_int_eq(precedent->raised_grade, PRECEDENT_RECALLED);
    ck_assert_int_eq(precedent->points, 3);
    ck_assert_int_eq(precedent->point[1].month, 24);
    ck_assert_int_eq(precedent->point[1].grade, PRECEDENT_ASSUMED);
    ck_assert_int_eq(precedent->point[2].kind, QUANTITY_SERVICES_SHARE);
    ck_assert_double_eq(precedent->point[2].value, 0.8);
    ck_assert_int_eq(precedent->bands, 5);
    ck_assert(isinf(precedent->band[0].high));
    ck_assert_int_eq(precedent->band[0].chance.by, 1);
    ck_assert(precedent->band[1].chance.asks[QUANTITY_VALUE]);
    ck_assert(precedent->band[2].median && precedent->band[2].of == QUANTITY_RAISED);
    ck_assert_int_eq(precedent->band[3].chance.below, QUANTITY_RAISED);
    ck_assert_double_eq(precedent->band[3].given.least[QUANTITY_MARK], 1e6);
    ck_assert_int_eq(precedent->band[4].month, 24);
    precedent_destroy(precedent);
    complaints_destroy(complaints);
}
END_TEST

/* One line of the legal case is replaced; the complaint must say this. */
struct change {
    const char *key, *line, *told;
};

static void write_with(const char *wrong, const struct change *change)
{
    char line[1000];
    FILE *in = fopen(path, "r"), *out = fopen(wrong, "w");
    ck_assert_ptr_nonnull(in);
    ck_assert_ptr_nonnull(out);
    size_t length = strlen(change->key);
    while (fgets(line, sizeof line, in)) {
        const char *start = line + strspn(line, " -{");
        if (strncmp(start, change->key, length) == 0 && start[length] == ':')
            fprintf(out, "%s\n", change->line);
        else
            fputs(line, out);
    }
    fclose(in);
    fclose(out);
}

static const struct change mistakes[] = {
    {"case", "csae: x", "2:1: error: unknown key 'csae' in a case"},
    {"case", "case: [a]", "2:7: error: 'case' needs a text"},
    {"start", "start: July", "3:8: error: a case needs 'start'"},
    {"start", "", "error: a case needs 'start'"},
    {"scenario", "scenario: nowhere", "4:11: error: there is no file 'nowhere'"},
    {"scenario", "", "error: which 'scenario' is this company in?"},
    {"set", "set: [a]", "6:6: error: 'set' must be a mapping of keys"},
    {"grade", "grade: verifed", "9:8: error: 'verifed' is no grade"},
    {"paths", "paths: 1", "10:8: error: 'paths' must be a whole number from 2 to 10,000,000"},
    {"assumed", "assumed: people", "11:10: error: 'assumed' must be a list"},
    {"truth", "trth:", "12:1: error: unknown key 'trth' in a case"},
    {"outcome", "  outcome: aquired", "13:12: error: 'aquired' is no outcome"},
    {"outcome", "", "error: a company that did not end has no 'value'"},
    {"outcome", "  outcome: private", "15:10: error: a company that did not end has no 'value'"},
    {"at", "  at: 2010-06", "14:7: error: an outcome must lie 1 to 360 whole months after the start"},
    {"at", "  at: 1.5 months", "14:7: error: an outcome must lie 1 to 360 whole months"},
    {"at", "", "error: an outcome needs 'at', a month such as 2014-10"},
    {"value", "  value: 3M", "15:10: error: "},
    {"value", "  value: $-3M", "15:10: error: "},
    {"grades", "  grades: {valu: verified}", "17:12: error: unknown key 'valu' in 'grades'"},
    {"revenue", "  revenue: $3M", "18:12: error: 'revenue' must be a list"},
    {"revenue", "  revenue: [{at: 12 months}]", "18:13: error: 'dollars' is missing here"},
    {"revenue", "  revenue: [{at: 12 months, share: 3%}]", "18:29: error: unknown key 'share' in revenue"},
    {"services_share", "  services_share: [{at: 24 months, share: 130%}]", "error: 'share' is out of range"},
    {"says: alive at first, chance",
     "  - {says: a, chance: {outcome: alive, by: 1 month}, between: [99%, 1%]}", "the low end is above the high one"},
    {"says: alive at first, chance",
     "  - {says: a, chance: {outcome: alve}, between: [1%, 99%]}", "error: 'alve' is no outcome"},
    {"says: alive at first, chance", "  - {says: a, between: [1%, 99%]}", "a band is about a 'chance' or about a 'median'"},
    {"says: alive at first, chance", "  - {says: a, chance: {outcome: alive}}", "a band needs 'between'"},
    {"says: alive at first, chance", "  - {says: a, chance: {outcome: alive}, between: 5%}",
     "expected a list of two numbers"},
    {"says: alive at first, chance", "  - {says: a, median: {of: revenu, at: 3 months}, between: [$1, $2]}",
     "error: 'revenu' is nothing whose median can be asked"},
    {"says: alive at first, chance", "  - {says: a, median: {of: revenue}, between: [$1, $2]}",
     "error: 'revenue' changes; say when"},
    {"says: alive at first, chance", "  - {says: a, median: {of: value, at: 3 months}, between: [$1, $2]}",
     "error: 'value' is known at the end; it has no 'at'"},
    {"says: alive at first, chance", "  - {says: a, chance: {below: value}, between: [1%, 2%]}",
     "the value can be below 'raised' or 'mark'"},
};

START_TEST(every_mistake_is_told)
{
    char wrong[100], *told = NULL;
    size_t size = 0;
    struct change change = mistakes[_i];
    snprintf(wrong, sizeof wrong, "tests/scenarios/companies/wrong-%d.yaml", _i);
    write_with(wrong, &change);
    struct complaints *complaints = complaints_create();
    struct precedent *precedent = precedent_load(wrong, complaints);
    remove(wrong);
    FILE *out = open_memstream(&told, &size);
    complaints_print(complaints, out, false);
    fclose(out);
    ck_assert_msg(precedent == NULL, "'%s' is taken", change.line);
    ck_assert_msg(strstr(told, change.told), "'%s' is not in\n%s", change.told, told);
    free(told);
    complaints_destroy(complaints);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("precedent");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, a_case_is_read_in_full);
    tcase_add_loop_test(cases, every_mistake_is_told, 0, (int)(sizeof mistakes / sizeof *mistakes));
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
