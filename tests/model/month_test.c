/* The month: what starts it, and dated changes, which hold for a while and are undone. */
#include "model/month.h"

#include "laws/fixture.h"

#include <stdlib.h>

/* Idle companies, each with its own churn: 1%, 2%, ... */
static struct block *block_with(int lanes, struct change change)
{
    struct block *block = fixture_block(lanes);
    fixture_idle(block);
    for (int i = 0; i < lanes; i++)
        block->given.delivery.churn[i] = 0.01 * (i + 1);
    if (change.low == change.high)
        change.high = 1.0;
    block->changes = 1;
    block->change[0] = change;
    return block;
}

static struct change churn_change(int first, int last, int multiply, double value)
{
    return (struct change){.first_month = first,
                           .last_month = last,
                           .column = PARAMETER_COLUMN(delivery.churn),
                           .multiply = multiply,
                           .value = value};
}

START_TEST(a_change_sets_a_value_and_gives_it_back)
{
    struct block *block = block_with(3, churn_change(2, 4, 0, 0.5));
    month_start(block);
    for (int month = 0; month < 8; month++) {
        month_step(block);
        for (int i = 0; i < 3; i++)
            ck_assert_double_eq(block->given.delivery.churn[i],
                                month >= 2 && month <= 4 ? 0.5 : 0.01 * (i + 1));
    }
    free(block);
}
END_TEST

START_TEST(a_change_multiplies_each_paths_value)
{
    struct block *block = block_with(3, churn_change(0, 0, 1, 3.0));
    month_start(block);
    month_step(block);
    for (int i = 0; i < 3; i++)
        ck_assert_double_eq(block->given.delivery.churn[i], 0.01 * (i + 1) * 3.0);
    month_step(block);
    for (int i = 0; i < 3; i++)
        ck_assert_double_eq(block->given.delivery.churn[i], 0.01 * (i + 1));
    free(block);
}
END_TEST

START_TEST(a_change_stays_within_the_legal_range)
{
    struct block *block = block_with(3, churn_change(0, 0, 1, 40.0));
    month_start(block);
    month_step(block);
    ck_assert_double_eq(block->given.delivery.churn[0], 0.4);
    ck_assert_double_eq(block->given.delivery.churn[2], 1.0);
    free(block);
}
END_TEST

/* The lanes close up while the change lasts; the values put aside move along. */
START_TEST(a_change_is_undone_after_compaction)
{
    struct block *block = block_with(4, churn_change(1, 3, 1, 2.0));
    month_start(block);
    for (int month = 0; month < 5; month++) {
        month_step(block);
        if (month == 1) {
            block->company.live[0] = block->company.live[2] = 0.0;
            block_compact(block);
            ck_assert_double_eq(block->given.delivery.churn[0], 0.04);
            ck_assert_double_eq(block->given.delivery.churn[1], 0.08);
        }
    }
    ck_assert_int_eq(block->n, 2);
    ck_assert_double_eq(block->given.delivery.churn[0], 0.02);
    ck_assert_double_eq(block->given.delivery.churn[1], 0.04);
    free(block);
}
END_TEST

START_TEST(changes_follow_one_another)
{
    struct block *block = block_with(1, churn_change(1, 2, 0, 0.3));
    block->changes = 2;
    block->change[1] = churn_change(3, 3, 0, 0.7);
    block->change[1].high = 1.0;
    const double expected[] = {0.01, 0.3, 0.3, 0.7, 0.01};
    month_start(block);
    for (int month = 0; month < 5; month++) {
        month_step(block);
        ck_assert_double_eq(block->given.delivery.churn[0], expected[month]);
    }
    free(block);
}
END_TEST

START_TEST(the_later_of_two_changes_may_be_written_first)
{
    struct block *block = block_with(1, churn_change(3, 3, 0, 0.7));
    block->changes = 2;
    block->change[1] = churn_change(1, 2, 0, 0.3);
    block->change[1].high = 1.0;
    const double expected[] = {0.01, 0.3, 0.3, 0.7, 0.01};
    month_start(block);
    for (int month = 0; month < 5; month++) {
        month_step(block);
        ck_assert_double_eq(block->given.delivery.churn[0], expected[month]);
    }
    free(block);
}
END_TEST

/* What is worked out from parameters follows them. */
START_TEST(a_change_reaches_the_rates)
{
    struct change change = {.first_month = 1,
                            .last_month = 1,
                            .column = PARAMETER_COLUMN(climate.open_length),
                            .value = 10.0,
                            .low = 1.0,
                            .high = 1200.0};
    struct block *block = block_with(1, change);
    month_start(block);
    month_step(block);
    double before = block->rates.close_open[0];
    month_step(block);
    ck_assert_double_eq(block->rates.close_open[0], 0.1);
    month_step(block);
    ck_assert_double_eq(block->rates.close_open[0], before);
    free(block);
}
END_TEST

START_TEST(an_event_enters_a_stage)
{
    struct change change = {.first_month = 3, .last_month = 3, .column = -1, .stage = 2};
    struct block *block = block_with(2, change);
    block->stages = 3;
    FIXTURE_SET(block, stage[0].until_month, 1200.0);
    FIXTURE_SET(block, stage[1].until_month, 1200.0);
    FIXTURE_SET(block, stage[2].listening_lag, 7.0);
    month_start(block);
    block->company.live[1] = 0.0;
    for (int month = 0; month < 6; month++) {
        month_step(block);
        ck_assert_double_eq(block->company.stage[0], month < 3 ? 0.0 : 2.0);
    }
    ck_assert_double_eq(block->now.listening_lag[0], 7.0);
    ck_assert_double_eq(block->company.stage_month[0], 3.0);
    ck_assert_double_eq(block->company.stage[1], 0.0);
    free(block);
}
END_TEST

START_TEST(the_last_month_marks_what_is_left)
{
    struct block *block = fixture_block(2);
    fixture_idle(block);
    block->horizon = 5;
    fixture_play(block, 4);
    ck_assert_int_eq(block->result[0].month, 0);
    month_step(block);
    ck_assert_int_eq(block->month, 5);
    ck_assert_int_eq(block->result[0].month, 5);
    ck_assert_int_eq(block->result[1].outcome, OUTCOME_PRIVATE);
    free(block);
}
END_TEST

/* A block is used again and again; nothing of the paths before may be left. */
START_TEST(a_block_starts_afresh)
{
    struct scenario *scenario = fixture_eventful(1);
    struct block *used = fixture_lanes(scenario, 0, 0, LANES);
    struct block *fresh = fixture_lanes(scenario, 0, 300, LANES);
    fixture_play(used, scenario->horizon);
    struct block *again = fixture_lanes(scenario, 0, 300, LANES);
    used->given = again->given;
    used->month = 0;
    used->n = LANES;
    for (int i = 0; i < LANES; i++)
        used->path[i] = again->path[i];
    fixture_play(used, scenario->horizon);
    fixture_play(fresh, scenario->horizon);
    for (int i = 0; i < LANES; i++)
        ck_assert(fixture_same(&used->result[i], &fresh->result[i]));
    free(used);
    free(fresh);
    free(again);
    scenario_destroy(scenario);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_change_sets_a_value_and_gives_it_back,
                                  a_change_multiplies_each_paths_value,
                                  a_change_stays_within_the_legal_range,
                                  a_change_is_undone_after_compaction,
                                  changes_follow_one_another,
                                  the_later_of_two_changes_may_be_written_first,
                                  a_change_reaches_the_rates,
                                  an_event_enters_a_stage,
                                  the_last_month_marks_what_is_left,
                                  a_block_starts_afresh,
                                  NULL};
    return fixture_run("month", tests);
}
