/* Facts are read with their place, and every mistake in them is told. */
#include "scenario/facts.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const path = "tests/scenarios/facts/small.yaml";

START_TEST(facts_are_read_in_full)
{
    struct complaints *complaints = complaints_create();
    struct facts *facts = facts_load(path, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(facts);
    ck_assert_str_eq(facts->name, "Small facts");
    ck_assert_int_eq(facts->seed, 7);
    ck_assert_int_eq(facts->populations, 2);
    const struct fact_population *both = &facts->population[0];
    ck_assert_int_eq(both->paths, 200);
    ck_assert_int_eq(both->horizon, 36);
    ck_assert_int_eq(both->every, 6);
    ck_assert_int_eq(both->starts, 2);
    ck_assert_int_eq(both->start[1], 6);
    ck_assert(!both->raised && facts->population[1].raised);
    ck_assert_double_eq(both->member[0].weight, 3.0);
    ck_assert_str_eq(both->member[0].company.settings[0], "company.cash=$500k");
    ck_assert_str_eq(both->member[1].company.settings[1], "company.cash=$300k"); /* the last one counts */
    ck_assert_int_eq(facts->facts, 3);
    const struct fact *fact = &facts->fact[0];
    ck_assert_int_eq(fact->statistic, STATISTIC_survival);
    ck_assert_double_eq(fact->argument[ARGUMENT_AT], 24.0);
    ck_assert(isnan(fact->argument[ARGUMENT_WITHIN]));
    ck_assert_double_eq(fact->low, 0.1);
    ck_assert_double_eq(fact->high, 1.0);
    ck_assert_int_eq(fact->against, -1);
    ck_assert_int_eq(facts->fact[1].against, 1);
    ck_assert(isinf(facts->fact[1].low));
    ck_assert_str_eq(facts->fact[2].not_modelled, "no such thing");
    facts_destroy(facts);
    complaints_destroy(complaints);
}
END_TEST

/* The first line that begins so is replaced; the complaint must say this. */
struct change {
    const char *begins, *line, *told;
};

static const struct change mistakes[] = {
    {"facts:", "fact: x", "2:1: error: unknown key 'fact' in facts"},
    {"facts:", "facts: [a]", "2:8: error: 'facts' needs a text"},
    {"seed:", "seed: 1.5", "3:7: error: 'seed' must be a whole number"},
    {"  - population: both", "  - population: raised", "error: there is a population of this name already"},
    {"  - population: both", "  - popolation: both", "5:5: error: unknown key 'popolation' in a population"},
    {"    paths:", "    paths: 1", "6:12: error: 'paths' must be a whole number from 2 to 1,000,000"},
    {"    horizon:", "    horizon: 40 years", "7:14: error: 'horizon' must be a whole number of months"},
    {"    every:", "    every: 0 months", "8:12: error: 'every' must be a whole number of months"},
    {"    every:", "    every: 7 months", "error: the population is observed every 7 months, and not then"},
    {"    starts:", "    starts: []", "9:13: error: 'starts' must be a list of 1 to 12 times"},
    {"    starts:", "    starts: [1.5 months]", "9:14: error: a start must be a whole number of months"},
    {"    among:", "    among: some", "10:12: error: 'among' must be 'all' or 'raised'"},
    {"    set:", "    set: [a]", "error: 'set' must be a mapping of keys"},
    {"    members:", "    mambers:", "error: unknown key 'mambers' in a population"},
    {"      - {scenario", "      - {scenario: nowhere}", "13:20: error: there is no file 'nowhere'"},
    {"      - {scenario", "      - {scenario: world, weight: 0}", "13:35: error: 'weight' must be above 0"},
    {"      - {scenario", "      - world", "error: an item of 'members' must be a mapping"},
    {"    statistic:", "    statistic: survivel", "error: 'survivel' is nothing that can be measured"},
    {"    statistic:", "    statistic: listed", "error: unknown key 'at' in 'with' of this statistic"},
    {"    of:", "    of: boht", "error: there is no population 'boht'"},
    {"    of:", "", "error: 'of' needs a text"},
    {"    with:", "    with: {at: 4 years}", "error: this is after the population's horizon"},
    {"    with:", "    with: {at: 9 months}", "error: the population is observed every 6 months"},
    {"    with:", "    with: {at: soon}", "25:16: error: expected a duration"},
    {"    with:", "", "error: 'survival' needs 'at' in 'with'"},
    {"    low:", "    low: 100%", "error: 'low' must be below 'high'"},
    {"    low:", "    low: $1", "error: "},
    {"    high: 0%", "", "error: which band is accepted?"},
    {"    against:", "", "error: 'against' needs a text"},
    {"    says:", "", "error: 'says' needs a text"},
    {"    grade:", "", "error: 'grade' needs a text"},
    {"    not_modelled:", "    statistic: survival", "error: 'of' needs a text"},
    {"    published: much", "    statistic: survival", "error: what is not modelled has no statistic"},
    {"statements:", "statemnts:", "error: unknown key 'statemnts' in facts"},
};

static void write_with(const char *wrong, const struct change *change)
{
    char line[1000];
    bool done = false;
    FILE *in = fopen(path, "r"), *out = fopen(wrong, "w");
    ck_assert_ptr_nonnull(in);
    ck_assert_ptr_nonnull(out);
    while (fgets(line, sizeof line, in)) {
        bool here = !done && strncmp(line, change->begins, strlen(change->begins)) == 0;
        fputs(here ? change->line : line, out);
        if (here)
            fputc('\n', out);
        done = done || here;
    }
    ck_assert_msg(done, "no line begins '%s'", change->begins);
    fclose(in);
    fclose(out);
}

START_TEST(every_mistake_is_told)
{
    char wrong[100], *told = NULL;
    size_t size = 0;
    snprintf(wrong, sizeof wrong, "tests/scenarios/facts/wrong-%d.yaml", _i);
    write_with(wrong, &mistakes[_i]);
    struct complaints *complaints = complaints_create();
    struct facts *facts = facts_load(wrong, complaints);
    remove(wrong);
    FILE *out = open_memstream(&told, &size);
    complaints_print(complaints, out, false);
    fclose(out);
    ck_assert_msg(facts == NULL, "'%s' is taken", mistakes[_i].line);
    ck_assert_msg(strstr(told, mistakes[_i].told), "'%s' is not in\n%s", mistakes[_i].told, told);
    free(told);
    facts_destroy(facts);
    complaints_destroy(complaints);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("facts");
    TCase *tests = tcase_create("facts");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, facts_are_read_in_full);
    tcase_add_loop_test(tests, every_mistake_is_told, 0, sizeof mistakes / sizeof *mistakes);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
