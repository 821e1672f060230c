/* Strategies are compared in the same worlds, and do not meet: identical ones differ by exactly
 * nothing, and the presence or order of others changes nothing. */
#include "laws/fixture.h"
#include "model/month.h"
#include "montecarlo/batch.h"

#include <stdlib.h>
#include <string.h>

static struct batch *play(const struct scenario *scenario)
{
    struct complaints *complaints = complaints_create();
    struct batch *batch = batch_create(scenario, scenario->seed, scenario->paths, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(batch);
    complaints_destroy(complaints);
    struct batch_options options = {.threads = 2, .kernel = &kernel_v2};
    ck_assert_int_eq(batch_play(batch, scenario->paths, &options), BATCH_DONE);
    return batch;
}

static void expect_same(const struct batch *a, int s, const struct batch *b, int t)
{
    for (int64_t path = 0; path < a->paths; path++)
        ck_assert_msg(fixture_same(&a->result[s][path], &b->result[t][path]), "path %lld differs",
                      (long long)path);
}

static void swap_strategies(struct scenario *scenario)
{
    struct strategy first = scenario->strategy[0];
    scenario->strategy[0] = scenario->strategy[1];
    scenario->strategy[1] = first;
    for (int e = 0; e < scenario->events; e++)
        if (scenario->event[e].strategy >= 0)
            scenario->event[e].strategy = 1 - scenario->event[e].strategy;
}

START_TEST(identical_strategies_differ_by_nothing)
{
    struct scenario *scenario = fixture_eventful(2);
    scenario->strategy[1] = scenario->strategy[0];
    for (int e = 0; e < scenario->events; e++)
        scenario->event[e].strategy = -1;
    struct batch *batch = play(scenario);
    expect_same(batch, 0, batch, 1);
    batch_destroy(batch);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_rival_strategy_changes_nothing)
{
    struct scenario *alone = fixture_eventful(1), *both = fixture_eventful(2);
    struct scenario *swapped = fixture_eventful(2);
    swap_strategies(swapped);
    struct batch *a = play(alone), *ab = play(both), *ba = play(swapped);
    expect_same(a, 0, ab, 0);
    expect_same(a, 0, ba, 1);
    expect_same(ab, 1, ba, 0);
    batch_destroy(a);
    batch_destroy(ab);
    batch_destroy(ba);
    scenario_destroy(alone);
    scenario_destroy(both);
    scenario_destroy(swapped);
}
END_TEST

START_TEST(strategies_that_differ_end_differently)
{
    struct scenario *scenario = fixture_eventful(2);
    struct batch *batch = play(scenario);
    int different = 0, outcomes[OUTCOMES] = {0};
    for (int64_t path = 0; path < batch->paths; path++) {
        different += !fixture_same(&batch->result[0][path], &batch->result[1][path]);
        outcomes[batch->result[0][path].outcome]++;
    }
    /* Otherwise the other tests here would be about nothing. */
    ck_assert_int_gt(different, (int)(batch->paths * 9 / 10));
    ck_assert_int_gt(outcomes[OUTCOME_PRIVATE], 10);
    ck_assert_int_gt(outcomes[OUTCOME_ACQUIRED], 0);
    ck_assert_int_gt(outcomes[OUTCOME_SHUT_DOWN] + outcomes[OUTCOME_ACQUIHIRED], 10);
    batch_destroy(batch);
    scenario_destroy(scenario);
}
END_TEST

/* Month by month, the world's columns hold the same bits under both strategies. */
START_TEST(every_strategy_meets_the_same_world)
{
    struct scenario *scenario = fixture_eventful(2);
    struct block *first = fixture_lanes(scenario, 0, 0, LANES);
    struct block *second = fixture_lanes(scenario, 1, 0, LANES);
    month_start(first);
    month_start(second);
    for (int month = 0; month < scenario->horizon; month++) {
        month_step(first);
        month_step(second);
        ck_assert_int_eq(memcmp(&first->world, &second->world, sizeof first->world), 0);
    }
    ck_assert_int_ne(memcmp(&first->company, &second->company, sizeof first->company), 0);
    free(first);
    free(second);
    scenario_destroy(scenario);
}
END_TEST

/* Another seed is another world. */
START_TEST(seeds_differ)
{
    struct scenario *scenario = fixture_eventful(1);
    struct batch *five = play(scenario);
    scenario->seed++;
    struct batch *six = play(scenario);
    int different = 0;
    for (int64_t path = 0; path < five->paths; path++)
        different += !fixture_same(&five->result[0][path], &six->result[0][path]);
    ck_assert_int_gt(different, (int)(five->paths * 9 / 10));
    batch_destroy(five);
    batch_destroy(six);
    scenario_destroy(scenario);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {identical_strategies_differ_by_nothing,
                                  a_rival_strategy_changes_nothing,
                                  strategies_that_differ_end_differently,
                                  every_strategy_meets_the_same_world,
                                  seeds_differ,
                                  NULL};
    return fixture_run("strategies", tests);
}
