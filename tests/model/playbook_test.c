/* Stages follow one another when all their conditions hold. */
#include "model/playbook.h"

#include "laws/fixture.h"
#include "model/month.h"

#include <stdlib.h>

/* Two stages; the company has a bit of everything. */
static struct block *staged_block(void)
{
    struct block *block = fixture_block(1);
    block->stages = 2;
    FIXTURE_SET(block, stage[1].product, 0.3);
    FIXTURE_SET(block, stage[1].sales, 0.3);
    month_start(block);
    struct company *company = &block->company;
    company->expertise[0] = company->influence[0] = company->completeness[0] = 0.5;
    block->world.maturity[0] = 0.5;
    company->users[0] = 1000.0;
    company->subscribers[0] = 30.0;
    company->payers[0] = 20.0;
    company->revenue[0] = 1.2e6;
    company->year[STREAM_SUBSCRIPTION][0] = 600e3;
    company->cash[0] = 1e6;
    block->month = 10;
    return block;
}

START_TEST(a_stage_without_conditions_is_over_at_once)
{
    struct block *block = staged_block();
    playbook_step(block);
    ck_assert_double_eq(block->company.stage[0], 1.0);
    ck_assert_double_eq(block->company.stage_month[0], 10.0);
    playbook_step(block);
    ck_assert_double_eq(block->company.stage[0], 1.0); /* the last one stays */
    free(block);
}
END_TEST

/* Every condition, just met and just missed. */
START_TEST(each_condition_holds_a_stage_back)
{
    struct block *block = staged_block();
    const struct {
        double *goal, met;
    } conditions[] = {
        {block->now.until_expertise, 0.5},    {block->now.until_influence, 0.5},
        {block->now.until_completeness, 0.5}, {block->now.until_maturity, 0.5},
        {block->now.until_users, 1000.0},     {block->now.until_customers, 50.0},
        {block->now.until_revenue, 1e5},      {block->now.until_subscription, 5e4},
        {block->now.until_cash, 1e6},         {block->now.until_month, 10.0},
    };
    for (size_t c = 0; c < sizeof conditions / sizeof *conditions; c++) {
        playbook_enter(block, 0, 0);
        conditions[c].goal[0] = conditions[c].met * 1.01;
        playbook_step(block);
        ck_assert_double_eq(block->company.stage[0], 0.0);
        conditions[c].goal[0] = conditions[c].met;
        playbook_step(block);
        ck_assert_double_eq(block->company.stage[0], 1.0);
    }
    free(block);
}
END_TEST

START_TEST(the_split_is_read_as_proportions)
{
    struct block *block = staged_block();
    playbook_enter(block, 0, 1);
    ck_assert_double_eq(block->now.product[0], 0.5);
    ck_assert_double_eq(block->now.sales[0], 0.5);
    ck_assert_double_eq(block->now.consultants[0], 0.0);
    free(block);
}
END_TEST

START_TEST(a_stage_without_people_builds)
{
    struct block *block = staged_block();
    FIXTURE_SET(block, stage[1].product, 0.0);
    FIXTURE_SET(block, stage[1].sales, 0.0);
    playbook_enter(block, 0, 1);
    ck_assert_double_eq(block->now.product[0], 1.0);
    free(block);
}
END_TEST

START_TEST(the_boards_stage_is_the_last)
{
    struct block *block = staged_block();
    FIXTURE_SET(block, stage[STAGES_MAX].licences, 1.0);
    playbook_enter(block, 0, STAGES_MAX);
    ck_assert_double_eq(block->now.licences[0], 1.0);
    playbook_step(block);
    ck_assert_double_eq(block->company.stage[0], STAGES_MAX);
    free(block);
}
END_TEST

START_TEST(the_dead_stay_where_they_were)
{
    struct block *block = staged_block();
    block->company.live[0] = 0.0;
    playbook_step(block);
    ck_assert_double_eq(block->company.stage[0], 0.0);
    free(block);
}
END_TEST

/* After compaction a lane reads the stages of the path that lives in it now. */
START_TEST(a_moved_lane_keeps_its_own_stages)
{
    struct block *block = fixture_block(3);
    block->stages = 2;
    for (int i = 0; i < 3; i++)
        block->given.stage[1].release_interval[i] = 1.0 + i;
    month_start(block);
    block->company.live[0] = 0.0;
    block_compact(block);
    playbook_step(block);
    ck_assert_int_eq(block->n, 2);
    ck_assert_double_eq(block->now.release_interval[0], 2.0);
    ck_assert_double_eq(block->now.release_interval[1], 3.0);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_stage_without_conditions_is_over_at_once,
                                  each_condition_holds_a_stage_back,
                                  the_split_is_read_as_proportions,
                                  a_stage_without_people_builds,
                                  the_boards_stage_is_the_last,
                                  the_dead_stay_where_they_were,
                                  a_moved_lane_keeps_its_own_stages,
                                  NULL};
    return fixture_run("playbook", tests);
}
