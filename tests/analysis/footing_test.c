/* What a run stands on: whose numbers, how well supported, and how much they explain. */
#include "analysis/footing.h"

#include "montecarlo/machine.h"
#include "report/runner.h"
#include "scenario/key_name.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char text[] = "scenario: Test\n"
                           "horizon: 3 years\n"
                           "# Grade: recalled, from somewhere\n"
                           "company:\n"
                           "  cash: $100k to $5M   # verified: the bank's statement\n"
                           "  people: 5 # judgement\n"
                           "  founders: 2\n"
                           "strategies:\n"
                           "  - {name: A, playbook: {stages: [{name: s, offers: [services], people: {consultants: 1}}]}}\n"
                           "  - name: B\n"
                           "    company: {people: 7}\n"
                           "    playbook: {stages: [{name: s, people: {product: 1}}]}\n";

static struct scenario *load(const char *file, const char *setting)
{
    FILE *out = fopen(file, "w");
    ck_assert_ptr_nonnull(out);
    fputs(text, out);
    ck_assert_int_eq(fclose(out), 0);
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load(file, &setting, setting ? 1 : 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

static struct batch *play(const struct scenario *scenario, int64_t paths)
{
    const char *why;
    struct complaints *complaints = complaints_create();
    struct batch *batch = batch_create(scenario, 1, paths, complaints);
    const struct batch_options options = {.threads = 2, .kernel = machine_kernel(&why)};
    ck_assert_ptr_nonnull(batch);
    ck_assert_int_eq(batch_play(batch, paths, &options), BATCH_DONE);
    complaints_destroy(complaints);
    return batch;
}

static const struct footing_row *find(const struct footing *footing, const char *wanted, int strategy)
{
    for (int r = 0; r < footing->count; r++) {
        const struct footing_row *row = &footing->row[r];
        if (strcmp(key_name(row->column).text, wanted) == 0 && row->strategies & 1u << strategy)
            return row;
    }
    ck_abort_msg("%s is not listed", wanted);
}

START_TEST(grades_are_those_of_comments_and_tables)
{
    char file[] = "/tmp/footing.XXXXXX";
    ck_assert_int_ge(mkstemp(file), 0);
    struct scenario *scenario = load(file, "market.accounts=5000");
    struct batch *batch = play(scenario, 600);
    struct footing *footing = footing_create(batch, 0);
    const struct footing_row *row = find(footing, "company.cash", 0);
    ck_assert_int_eq(row->provenance.grade, VERIFIED);
    ck_assert_str_eq(row->provenance.source, "the bank's statement");
    ck_assert_str_eq(row->provenance.written, "$100k to $5M");
    ck_assert_uint_eq(row->strategies, 3);
    ck_assert_int_eq(find(footing, "company.people", 0)->provenance.grade, JUDGEMENT);
    ck_assert_str_eq(find(footing, "company.people", 0)->provenance.written, "5");
    ck_assert_int_eq(find(footing, "company.people", 1)->provenance.grade, RECALLED);
    ck_assert_str_eq(find(footing, "company.people", 1)->provenance.written, "7");
    ck_assert_int_eq(find(footing, "company.founders", 0)->provenance.grade, RECALLED);
    ck_assert_int_eq(find(footing, "market.accounts", 0)->provenance.grade, PROVENANCE_UNGRADED);
    row = find(footing, "market.services_need", 0);
    ck_assert_int_eq(row->provenance.grade, RECALLED);
    ck_assert_str_eq(row->provenance.source, row->field->source);
    ck_assert_str_eq(row->provenance.written, row->field->standard);
    footing_destroy(footing);
    batch_destroy(batch);
    scenario_destroy(scenario);
    remove(file);
}
END_TEST

START_TEST(keys_are_those_of_the_language)
{
    char file[] = "/tmp/footing.XXXXXX";
    ck_assert_int_ge(mkstemp(file), 0);
    struct scenario *scenario = load(file, NULL);
    struct batch *batch = play(scenario, 20);
    struct footing *footing = footing_create(batch, 0);
    ck_assert_int_gt(footing->count, 100);
    for (int r = 0; r < footing->count; r++) {
        ck_assert_int_ne(footing->row[r].section, SECTION_ROUND); /* nobody raises */
    }
    footing_destroy(footing);
    batch_destroy(batch);
    scenario_destroy(scenario);
    remove(file);
}
END_TEST

START_TEST(shares_of_grades_make_a_whole)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load("scenarios/community-2007.yaml", NULL, 0, complaints);
    ck_assert_ptr_nonnull(scenario);
    struct batch *batch = play(scenario, 2000);
    struct footing *footing = footing_create(batch, 0);
    double sum = 0, share = 0, of_rows = 0;
    for (int g = 0; g < PROVENANCE_GRADES; g++) {
        sum += footing->grade_sum[g].value;
        share += footing->grade_share[g].value;
        ck_assert_double_ge(footing->grade_sum[g].error, 0);
    }
    int uncertain = 0;
    for (int r = 0; r < footing->count; r++)
        if (isfinite(footing->row[r].first.value)) {
            of_rows += footing->row[r].first.value;
            uncertain++;
        }
    ck_assert_int_eq(uncertain, footing->uncertain);
    ck_assert_double_eq_tol(sum, footing->sum.value, 1e-12);
    ck_assert_double_eq_tol(of_rows, footing->sum.value, 1e-12);
    ck_assert_double_eq_tol(share, 1, 1e-12);
    ck_assert_double_gt(footing->sum.value, 4 * footing->sum.error);
    /* Errors that allow for worlds in common are less than the sum of single ones. */
    ck_assert_double_lt(footing->sum.error, 0.1);
    footing_destroy(footing);
    batch_destroy(batch);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
}
END_TEST

START_TEST(one_world_stands_on_something_too)
{
    char file[] = "/tmp/footing.XXXXXX";
    ck_assert_int_ge(mkstemp(file), 0);
    struct scenario *scenario = load(file, NULL);
    struct batch *batch = play(scenario, 1);
    struct footing *footing = footing_create(batch, 1);
    ck_assert(!footing->spread);
    ck_assert_int_gt(footing->count, 100);
    footing_destroy(footing);
    batch_destroy(batch);
    scenario_destroy(scenario);
    remove(file);
}
END_TEST

RUNNER_MAIN("footing", grades_are_those_of_comments_and_tables, keys_are_those_of_the_language,
            shares_of_grades_make_a_whole, one_world_stands_on_something_too)
