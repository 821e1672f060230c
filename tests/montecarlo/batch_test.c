/* A batch is the same whoever plays it, in however many pieces. */
#include "montecarlo/batch.h"

#include "montecarlo/inputs.h"
#include "montecarlo/machine.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

enum { PATHS = 300 };

static struct scenario *load(const char *setting)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load("scenarios/openstack-2011.yaml", &setting, setting ? 1 : 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

static struct batch *begin(const struct scenario *scenario, uint64_t seed)
{
    struct complaints *complaints = complaints_create();
    struct batch *batch = batch_create(scenario, seed, PATHS, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(batch);
    complaints_destroy(complaints);
    return batch;
}

static enum batch_end play(struct batch *batch, int64_t paths, int threads)
{
    const char *why;
    struct batch_options options = {.threads = threads, .kernel = machine_kernel(&why)};
    ck_assert_ptr_nonnull(options.kernel);
    return batch_play(batch, paths, &options);
}

/* Field by field: what lies between the fields of a struct is nobody's. */
static bool same_result(const struct result *a, const struct result *b)
{
    return a->founder_present == b->founder_present && a->proceeds == b->proceeds &&
           a->founder_proceeds == b->founder_proceeds && a->pool_proceeds == b->pool_proceeds &&
           a->investor_proceeds == b->investor_proceeds && a->invested == b->invested &&
           a->founders_share == b->founders_share && a->revenue == b->revenue &&
           a->month == b->month && a->outcome == b->outcome && a->cause == b->cause &&
           a->rounds == b->rounds && a->stage == b->stage;
}

static bool same_tally(const struct tally *a, const struct tally *b)
{
    size_t months = (size_t)a->horizon + 1, quarters = (size_t)a->quarters;
    return a->paths == b->paths && a->horizon == b->horizon && a->quarters == b->quarters &&
           memcmp(a->ended, b->ended, months * OUTCOMES * sizeof *a->ended) == 0 &&
           memcmp(a->caused, b->caused, CAUSES * sizeof *a->caused) == 0 &&
           memcmp(a->invested, b->invested, months * sizeof *a->invested) == 0 &&
           memcmp(a->returned, b->returned, months * sizeof *a->returned) == 0 &&
           memcmp(a->stream, b->stream, quarters * STREAMS * sizeof *a->stream) == 0 &&
           memcmp(a->revenue, b->revenue, quarters * TALLY_BUCKETS * sizeof *a->revenue) == 0 &&
           memcmp(a->round, b->round, sizeof a->round) == 0;
}

static void expect_same(const struct batch *a, const struct batch *b)
{
    ck_assert_int_eq(a->paths, b->paths);
    for (int s = 0; s < a->scenario->strategies; s++) {
        for (int64_t i = 0; i < a->paths; i++)
            ck_assert_msg(same_result(&a->result[s][i], &b->result[s][i]),
                          "strategy %d, path %d differs", s, (int)i);
        ck_assert_msg(same_tally(a->tally[s], b->tally[s]), "the tally of strategy %d differs", s);
    }
}

START_TEST(threads_change_no_bit)
{
    struct scenario *scenario = load(NULL);
    struct batch *one = begin(scenario, 1);
    ck_assert_int_eq(play(one, PATHS, 1), BATCH_DONE);
    ck_assert_int_eq(one->paths, PATHS);
    for (int threads = 2; threads <= 3; threads++) {
        struct batch *more = begin(scenario, 1);
        ck_assert_int_eq(play(more, PATHS, threads), BATCH_DONE);
        expect_same(one, more);
        batch_destroy(more);
    }
    struct batch *crowd = begin(scenario, 1); /* more threads than blocks */
    ck_assert_int_eq(play(crowd, PATHS, 256), BATCH_DONE);
    expect_same(one, crowd);
    batch_destroy(crowd);
    batch_destroy(one);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(an_extended_batch_is_one_that_was_played_at_once)
{
    static const char *const sampling[] = {"sampling=monte-carlo", "sampling=sobol",
                                           "sampling=latin-hypercube"};
    for (int k = 0; k < 3; k++) {
        struct scenario *scenario = load(sampling[k]);
        struct batch *once = begin(scenario, 5), *twice = begin(scenario, 5);
        ck_assert_int_eq(play(once, PATHS, 2), BATCH_DONE);
        ck_assert_int_eq(play(twice, 100, 1), BATCH_DONE);
        ck_assert_int_eq(twice->paths, 100);
        ck_assert_int_eq(play(twice, PATHS, 2), BATCH_DONE);
        expect_same(once, twice);
        ck_assert_int_eq(play(twice, PATHS - 1, 1), BATCH_DONE); /* nothing is left to do */
        expect_same(once, twice);
        batch_destroy(once);
        batch_destroy(twice);
        scenario_destroy(scenario);
    }
}
END_TEST

START_TEST(seeds_are_different_worlds)
{
    struct scenario *scenario = load(NULL);
    struct batch *one = begin(scenario, 1), *other = begin(scenario, 2);
    ck_assert_int_eq(play(one, 100, 1), BATCH_DONE);
    ck_assert_int_eq(play(other, 100, 1), BATCH_DONE);
    int same = 0;
    for (int i = 0; i < 100; i++)
        same += same_result(&one->result[0][i], &other->result[0][i]);
    ck_assert_int_lt(same, 10);
    batch_destroy(one);
    batch_destroy(other);
    scenario_destroy(scenario);
}
END_TEST

/* Every path has ended somewhere, for some reason, and what it closed is in the tally. */
START_TEST(tallies_agree_with_results)
{
    struct scenario *scenario = load(NULL);
    struct batch *batch = begin(scenario, 8);
    ck_assert_int_eq(play(batch, PATHS, 2), BATCH_DONE);
    for (int s = 0; s < scenario->strategies; s++) {
        const struct tally *tally = batch->tally[s];
        ck_assert_int_eq(tally->paths, PATHS);
        int64_t outcome[OUTCOMES] = {0}, cause[CAUSES] = {0}, closed[ROUNDS_MAX] = {0};
        for (int i = 0; i < PATHS; i++) {
            const struct result *result = &batch->result[s][i];
            outcome[result->outcome]++;
            cause[result->cause]++;
            for (int r = 0; r < result->rounds; r++)
                closed[r]++;
            ck_assert_int_ge(result->month, 1);
            ck_assert_int_le(result->month, scenario->horizon);
            ck_assert((result->outcome == OUTCOME_PRIVATE) == (result->cause == CAUSE_NONE));
        }
        for (int o = 0; o < OUTCOMES; o++) {
            int64_t ended = 0;
            for (int m = 0; m <= scenario->horizon; m++)
                ended += tally->ended[m * OUTCOMES + o];
            ck_assert_int_eq(ended, outcome[o]);
        }
        for (int c = 0; c < CAUSES; c++)
            ck_assert_int_eq(tally->caused[c], cause[c]);
        for (int r = 0; r < ROUNDS_MAX; r++)
            ck_assert_int_eq(tally->round[r].closed, closed[r]);
    }
    batch_destroy(batch);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(an_interrupted_batch_says_so)
{
    struct scenario *scenario = load(NULL);
    const char *why;
    volatile sig_atomic_t flag = 2;
    struct batch_options options = {
        .threads = 2, .kernel = machine_kernel(&why), .interrupted = &flag};
    struct batch *batch = begin(scenario, 1);
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_INTERRUPTED);
    batch_destroy(batch);

    flag = 0;
    batch = begin(scenario, 1);
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    batch_destroy(batch);
    batch_destroy(NULL);
    scenario_destroy(scenario);
}
END_TEST

/* What a progress display was told last. */
struct seen {
    int64_t done, all;
    int calls;
};

static void see(int64_t done, int64_t all, void *data)
{
    struct seen *seen = data;
    ck_assert_int_ge(done, seen->done);
    ck_assert_int_le(done, all);
    *seen = (struct seen){done, all, seen->calls + 1};
}

START_TEST(progress_ends_where_the_work_does)
{
    struct scenario *scenario = load(NULL);
    const char *why;
    struct seen seen = {0};
    struct batch_options options = {
        .threads = 2, .kernel = machine_kernel(&why), .progress = see, .data = &seen};
    struct batch *batch = begin(scenario, 1);
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    ck_assert_int_ge(seen.calls, 1);
    ck_assert_int_eq(seen.done, PATHS);
    ck_assert_int_eq(seen.all, PATHS);
    batch_destroy(batch);
    scenario_destroy(scenario);
}
END_TEST

/* At the horizon a company that is still open has what its result says; a closed one has nothing,
 * and one that was sold or listed what it had then. */
START_TEST(a_watch_sees_what_the_results_say)
{
    struct scenario *scenario = load(NULL);
    struct batch *batch = begin(scenario, 1);
    int revenue = batch_watch(batch, OBSERVABLE_revenue, scenario->horizon);
    int open = batch_watch(batch, OBSERVABLE_open, 60);
    ck_assert_int_eq(play(batch, PATHS, 2), BATCH_DONE);
    int seen[2] = {0};
    for (int s = 0; s < scenario->strategies; s++)
        for (int64_t p = 0; p < PATHS; p++) {
            const struct result *result = &batch->result[s][p];
            bool closed = result->outcome == OUTCOME_SHUT_DOWN || result->outcome == OUTCOME_ACQUIHIRED;
            double expected = closed ? 0.0 : (double)result->revenue;
            ck_assert_double_eq_tol(batch->watched[s][revenue][p], expected, 1e-6 * expected + 1e-9);
            bool gone = closed && result->month <= 60;
            ck_assert_double_eq(batch->watched[s][open][p], gone ? 0.0 : 1.0);
            seen[gone]++;
        }
    ck_assert_int_gt(seen[0], 0);
    ck_assert_int_gt(seen[1], 0);
    batch_destroy(batch);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(strategies_left_out_change_nothing_for_the_others)
{
    struct scenario *scenario = load(NULL);
    const char *why;
    struct batch_options options = {.threads = 2, .strategies = 1u << 2, .kernel = machine_kernel(&why)};
    struct batch *all = begin(scenario, 1), *one = begin(scenario, 1);
    ck_assert_int_eq(play(all, PATHS, 2), BATCH_DONE);
    ck_assert_int_eq(batch_play(one, PATHS, &options), BATCH_DONE);
    for (int64_t p = 0; p < PATHS; p++) {
        ck_assert(same_result(&all->result[2][p], &one->result[2][p]));
        ck_assert_int_eq(one->result[0][p].month, 0);
    }
    batch_destroy(all);
    batch_destroy(one);
    scenario_destroy(scenario);
}
END_TEST

/* What is fixed as drawn changes nothing; what is fixed otherwise is as if the scenario said so. */
START_TEST(fixed_columns_are_as_if_the_scenario_said_so)
{
    const int column = PARAMETER_COLUMN(market.accounts);
    struct scenario *scenario = load(NULL), *set = load("market.accounts=900");
    struct batch *drawn = begin(scenario, 1), *again = begin(scenario, 1);
    struct batch *fixed = begin(scenario, 1), *said = begin(set, 1);
    struct inputs *inputs = inputs_create(drawn, 2, PATHS);
    ck_assert_ptr_nonnull(inputs);
    int at = 0;
    while (inputs->column[at] != column)
        at++;
    ck_assert(inputs->value[at][0] != inputs->value[at][1]);
    batch_fix_each(again, 2, column, inputs->value[at]);
    batch_fix(fixed, 2, column, 5.0);
    batch_fix(fixed, 2, column, 900.0);
    ck_assert_int_eq(play(drawn, PATHS, 2), BATCH_DONE);
    ck_assert_int_eq(play(again, PATHS, 1), BATCH_DONE);
    ck_assert_int_eq(play(fixed, PATHS, 2), BATCH_DONE);
    ck_assert_int_eq(play(said, PATHS, 2), BATCH_DONE);
    int changed = 0;
    for (int64_t p = 0; p < PATHS; p++) {
        ck_assert(same_result(&drawn->result[2][p], &again->result[2][p]));
        ck_assert(same_result(&fixed->result[2][p], &said->result[2][p]));
        ck_assert(same_result(&fixed->result[1][p], &drawn->result[1][p]));
        changed += !same_result(&fixed->result[2][p], &drawn->result[2][p]);
    }
    ck_assert_int_gt(changed, PATHS / 2);
    inputs_destroy(inputs);
    batch_destroy(drawn);
    batch_destroy(again);
    batch_destroy(fixed);
    batch_destroy(said);
    scenario_destroy(scenario);
    scenario_destroy(set);
}
END_TEST

/* Restarted, with other fixings in between and from a later path, a batch is the same as a new one. */
START_TEST(a_restarted_batch_is_like_new)
{
    struct scenario *scenario = load(NULL);
    struct batch *fresh = begin(scenario, 7), *again = begin(scenario, 7);
    ck_assert_int_eq(play(fresh, PATHS, 2), BATCH_DONE);
    batch_fix(again, 0, PARAMETER_COLUMN(market.accounts), 9000.0);
    ck_assert_int_eq(play(again, PATHS, 2), BATCH_DONE);
    static const int64_t firsts[] = {0, 130};
    for (int f = 0; f < 2; f++) {
        batch_restart(again, firsts[f]);
        ck_assert_int_eq(play(again, PATHS, 2), BATCH_DONE);
        for (int s = 0; s < scenario->strategies; s++)
            for (int64_t p = firsts[f]; p < PATHS; p++)
                ck_assert(same_result(&fresh->result[s][p], &again->result[s][p]));
        batch_restart(again, 40);
        batch_fix(again, 0, PARAMETER_COLUMN(market.accounts), 500.0);
        ck_assert_int_eq(play(again, PATHS, 2), BATCH_DONE);
    }
    batch_destroy(fresh);
    batch_destroy(again);
    scenario_destroy(scenario);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("batch");
    TCase *tests = tcase_create("batch");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, threads_change_no_bit);
    tcase_add_test(tests, an_extended_batch_is_one_that_was_played_at_once);
    tcase_add_test(tests, seeds_are_different_worlds);
    tcase_add_test(tests, tallies_agree_with_results);
    tcase_add_test(tests, an_interrupted_batch_says_so);
    tcase_add_test(tests, progress_ends_where_the_work_does);
    tcase_add_test(tests, a_watch_sees_what_the_results_say);
    tcase_add_test(tests, strategies_left_out_change_nothing_for_the_others);
    tcase_add_test(tests, fixed_columns_are_as_if_the_scenario_said_so);
    tcase_add_test(tests, a_restarted_batch_is_like_new);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
