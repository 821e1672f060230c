/* The parts of a difference add up, belong to whom they should, and depend on no thread. */
#include "analysis/why.h"

#include "analysis/measurement.h"
#include "montecarlo/machine.h"
#include "report/runner.h"

#include <math.h>
#include <string.h>

enum { PATHS = 256 };

static struct scenario *load(const char *const *settings, int count)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load("scenarios/openstack-2011.yaml", settings, count, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

static struct measure measure_of(const char *text)
{
    struct complaints *complaints = complaints_create();
    struct measure measure;
    ck_assert(measure_parse("--of", text, complaints, &measure));
    complaints_destroy(complaints);
    return measure;
}

static struct batch_options options_of(int threads)
{
    const char *why;
    return (struct batch_options){.threads = threads, .kernel = machine_kernel(&why)};
}

static struct why *account(const struct scenario *scenario, const char *of, int a, int b, int threads, bool mechanisms)
{
    struct complaints *complaints = complaints_create();
    const struct measure measure = measure_of(of);
    struct why *why = why_create(scenario, &measure, a, b, mechanisms);
    const struct batch_options options = options_of(threads);
    ck_assert_ptr_nonnull(why);
    ck_assert_int_eq(why_run(why, 7, PATHS, &options, complaints), BATCH_DONE);
    complaints_destroy(complaints);
    return why;
}

static double sum_of(const struct why_account *account)
{
    double sum = 0.0;
    for (int i = 0; i < account->count; i++)
        sum += account->part[i].gain.value;
    return sum;
}

START_TEST(parts_add_up_to_what_the_strategies_have)
{
    struct scenario *scenario = load(NULL, 0);
    struct why *why = account(scenario, "take_home", 0, 1, 2, false);
    const double whole = why->parts.difference.value;
    ck_assert_int_eq(why->parts.count, 4);
    ck_assert_double_eq_tol(sum_of(&why->parts), whole, 1e-9 * fabs(whole));
    /* The whole is what the two have when they are played as they are. */
    struct complaints *complaints = complaints_create();
    struct batch *batch = batch_create(scenario, 7, PATHS, complaints);
    const struct batch_options options = options_of(2);
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    double values[2][PATHS];
    int more[2] = {0, 0};
    for (int s = 0; s < 2; s++) {
        measurement_take(batch, s, &why->measure, -1, values[s]);
        ck_assert_double_eq_tol(why->value[s].value, statistics_mean(values[s], PATHS).value, 1e-6);
    }
    for (int p = 0; p < PATHS; p++)
        if (fabs(values[0][p] - values[1][p]) >= 1000.0)
            more[values[0][p] < values[1][p]]++;
    ck_assert_int_gt(more[0], more[1]);
    for (int s = 0; s < 2; s++)
        ck_assert_double_eq_tol(why->more[s].value, (double)more[s] / PATHS, 1e-12);
    batch_destroy(batch);
    complaints_destroy(complaints);
    why_destroy(why);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(identical_strategies_leave_nothing_to_attribute)
{
    static const char text[] = "scenario: Twins\nstart: 2011-07\nhorizon: 5 years\nstrategies:\n"
                               "  - {name: One, playbook: playbooks/services-first}\n"
                               "  - {name: Other, playbook: playbooks/services-first}\n";
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load_text("scenarios/twins.yaml", text, strlen(text), NULL, 0, complaints);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    struct why *why = account(scenario, "take_home", 0, 1, 1, false);
    ck_assert_int_eq(why->parts.count, 0);
    ck_assert_double_eq(why->parts.difference.value, 0.0);
    ck_assert(!why->parts.clear);
    why_destroy(why);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(who_differs_in_funding_owes_all_to_funding)
{
    struct scenario *scenario = load(NULL, 0);
    struct why *why = account(scenario, "raised", 2, 0, 2, false);
    ck_assert_int_eq(why->parts.count, 1);
    ck_assert_str_eq(why->parts.part[0].name, "funding plan");
    ck_assert_double_gt(why->parts.difference.value, 1e5);
    ck_assert_double_eq_tol(why->parts.part[0].gain.value, why->parts.difference.value, 1e-3);
    ck_assert(why->parts.part[0].clear);
    why_destroy(why);
    scenario_destroy(scenario);
}
END_TEST

/* Without money there is no board: it brings nothing before the funding plan is swapped. */
START_TEST(a_board_alone_brings_nothing)
{
    struct scenario *scenario = load(NULL, 0);
    struct why *why = account(scenario, "take_home", 3, 0, 2, false);
    ck_assert_int_eq(why->parts.count, 2);
    const struct why_part *board = &why->parts.part[1];
    ck_assert_str_eq(board->name, "board");
    ck_assert_double_eq(board->first.value, 0.0);
    ck_assert_double_ne(board->last.value, 0.0);
    ck_assert_double_eq_tol(board->gain.value, board->last.value / 2.0, 1e-6 * fabs(board->last.value));
    why_destroy(why);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(mechanisms_and_what_is_left_add_up)
{
    static const char *const settings[] = {
        "capability.intelligence=0%", "capability.listening=0%", "capability.commons=0",
        "community.contribution=0%",  "sales.own_proof=0%",
        /* What happens to one of the two happens to it in both accounts. */
        "strategies.2.events=[{at: 2 months, set: {people.attrition: 90% per year}}]"};
    struct scenario *scenario = load(settings, 6);
    ck_assert_int_eq(scenario->events, 1);
    struct why *why = account(scenario, "proceeds>=$1M", 2, 1, 2, true);
    const struct why_account *account = &why->mechanisms;
    ck_assert_int_eq(account->count, 3); /* the others are off already */
    ck_assert_double_eq_tol(sum_of(account) + account->rest.value, account->difference.value, 1e-12);
    ck_assert_double_eq_tol(account->difference.value, why->parts.difference.value, 1e-12);
    why_destroy(why);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(threads_change_no_bit)
{
    struct scenario *scenario = load(NULL, 0);
    struct why *one = account(scenario, "users@3 years", 0, 1, 1, false);
    struct why *three = account(scenario, "users@3 years", 0, 1, 3, false);
    ck_assert_int_eq(memcmp(&one->parts.difference, &three->parts.difference, sizeof one->parts.difference), 0);
    for (int i = 0; i < one->parts.count; i++)
        ck_assert_int_eq(memcmp(&one->parts.part[i].gain, &three->parts.part[i].gain, sizeof one->parts.part[i].gain), 0);
    why_destroy(one);
    why_destroy(three);
    scenario_destroy(scenario);
}
END_TEST

RUNNER_MAIN("why", parts_add_up_to_what_the_strategies_have, identical_strategies_leave_nothing_to_attribute,
            who_differs_in_funding_owes_all_to_funding, a_board_alone_brings_nothing,
            mechanisms_and_what_is_left_add_up, threads_change_no_bit)
