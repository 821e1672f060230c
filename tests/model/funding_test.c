/* When a round is sought, what it needs, at what price it closes, and what the board does then. */
#include "model/funding.h"

#include "laws/fixture.h"
#include "model/market.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

/* A company that would close its one round this month: $2M on $8M. */
static struct block *seeking_block(void)
{
    struct block *block = fixture_block(1);
    fixture_idle(block);
    block->rounds = 1;
    FIXTURE_SET(block, round[0].amount, 2e6);
    FIXTURE_SET(block, round[0].pre_money, 8e6);
    FIXTURE_SET(block, round[0].odds, 0.5);
    FIXTURE_SET(block, round[0].pool, 0.1);
    FIXTURE_SET(block, round[0].runway, 6.0);
    FIXTURE_SET(block, round[0].wait, 9.0);
    FIXTURE_SET(block, funding.search_least, 0.0);
    FIXTURE_SET(block, funding.search_closing, 0.0);
    month_start(block);
    block->month = 24;
    fixture_draw(block, 0.5);
    market_step(block);
    struct company *company = &block->company;
    company->cash[0] = 500e3;
    company->spent[0] = 100e3;
    company->revenue[0] = 1.2e6;
    company->year[STREAM_SUBSCRIPTION][0] = 600e3;
    company->year[STREAM_SERVICES][0] = 600e3;
    company->completeness[0] = 0.5;
    company->growth[0] = 0.5;
    company->users[0] = 1000.0;
    company->subscribers[0] = 3.0;
    company->licensees[0] = 2.0;
    company->payers[0] = 1.0;
    FIXTURE_SET(block, exits.user_value, 0.0);
    FIXTURE_SET(block, exits.services_multiple, 0.0);
    FIXTURE_SET(block, exits.subscription_multiple, 0.0);
    fixture_draw(block, 0.1);
    return block;
}

static int closes(struct block *block)
{
    double before = block->company.rounds[0], since = block->company.since_round[0];
    struct holdings holdings = block->holdings[0];
    funding_step(block);
    int closed = block->company.rounds[0] > before;
    ck_assert_int_eq(block->company.raised[0] > 0.0, closed);
    block->company.rounds[0] = before;
    block->company.since_round[0] = since;
    block->holdings[0] = holdings;
    block->company.searching[0] = 0.0;
    return closed;
}

START_TEST(a_round_closes_at_its_price)
{
    struct block *block = seeking_block();
    FIXTURE_SET(block, funding.planned_runway, 20.0);
    funding_step(block);
    struct company *company = &block->company;
    ck_assert_double_eq(company->rounds[0], 1.0);
    ck_assert_double_eq(company->raised[0], 2e6);
    ck_assert_double_eq(company->cash[0], 2.5e6);
    ck_assert_double_eq(company->post_money[0], 10e6);
    ck_assert_double_eq(company->budget[0], 125e3);
    ck_assert_double_eq(company->since_round[0], 0.0);
    ck_assert_double_eq_tol(company->investor_share[0][0], 0.2, 1e-6);
    ck_assert_double_eq_tol(company->pool_share[0], 0.1, 1e-6);
    ck_assert_double_eq(company->preference[0][0], 2e6);
    ck_assert_double_eq(block->closing[0][0].amount, 2e6);
    ck_assert_int_eq(block->closing[0][0].month, 25); /* when the month that began as 24 is over */
    free(block);
}
END_TEST

/* Each need, just met and just missed, and nothing else in the way. */
START_TEST(each_need_is_asked)
{
    struct block *block = seeking_block();
    struct {
        double *need, met, missed, standard;
    } needs[] = {
        {block->next.need_month, 24.0, 25.0, 0.0},
        {block->next.need_revenue, 100e3, 101e3, 0.0},
        {block->next.need_product_revenue, 50e3, 51e3, 0.0},
        {block->next.need_customers, 6.0, 7.0, 0.0},
        {block->next.need_completeness, 0.5, 0.51, 0.0},
        {block->next.need_growth, 0.5, 0.51, -1.0},
        {block->next.runway, 5.0, 4.9, 6.0},
        {block->next.wait, 1001.0, 1002.0, 9.0}, /* nobody has closed in the 1000 months before */
        {block->next.odds, 0.11, 0.0, 0.5},
    };
    for (size_t k = 0; k < sizeof needs / sizeof *needs; k++) {
        needs[k].need[0] = needs[k].missed;
        ck_assert_msg(!closes(block), "need %zu", k);
        needs[k].need[0] = needs[k].met;
        ck_assert_msg(closes(block), "need %zu", k);
        needs[k].need[0] = needs[k].standard;
        block->company.cash[0] = 500e3;
    }
    free(block);
}
END_TEST

START_TEST(users_satisfy_investors_in_place_of_revenue)
{
    struct block *block = seeking_block();
    block->next.need_revenue[0] = 1e9;
    ck_assert(!closes(block));
    block->next.need_users[0] = 1001.0;
    ck_assert(!closes(block));
    block->next.need_users[0] = 1000.0;
    ck_assert(closes(block));
    free(block);
}
END_TEST

START_TEST(only_planned_rounds_of_the_living_close)
{
    struct block *block = seeking_block();
    block->company.live[0] = 0.0;
    ck_assert(!closes(block));
    block->company.live[0] = 1.0;
    block->rounds = 0;
    ck_assert(!closes(block));
    free(block);
}
END_TEST

/* The draw of 0.1 against odds of 0.15 in an open climate. */
START_TEST(odds_depend_on_climate_growth_and_mood)
{
    struct block *block = seeking_block();
    block->next.odds[0] = 0.15;
    block->company.growth[0] = 0.0;
    ck_assert(closes(block));
    block->company.cash[0] = 500e3;
    FIXTURE_SET(block, climate.shut_odds, 0.6);
    block->world.open[0] = 0.0;
    ck_assert(!closes(block)); /* 0.09 */
    FIXTURE_SET(block, funding.growth_appeal, 0.5);
    block->company.growth[0] = 0.5;
    ck_assert(closes(block)); /* 0.1125 */
    block->company.cash[0] = 500e3;
    FIXTURE_SET(block, funding.growth_appeal, 0.0);
    ck_assert(!closes(block));
    block->world.mood[0] = 1.5;
    ck_assert(closes(block)); /* 0.135 */
    block->company.cash[0] = 500e3;
    FIXTURE_SET(block, funding.mood_appeal, 0.0);
    ck_assert(!closes(block));
    free(block);
}
END_TEST

START_TEST(mood_and_climate_move_the_price)
{
    struct block *block = seeking_block();
    block->world.valuation[0] = 0.5;
    block->world.mood[0] = 1.2;
    FIXTURE_SET(block, funding.mood_appeal, 1.0);
    closes(block);
    ck_assert_double_eq_tol(block->closing[0][0].pre_money, 8e6 * 0.5 * 1.2, 1e-6);
    block->company.cash[0] = 500e3;
    FIXTURE_SET(block, funding.mood_appeal, 0.0);
    closes(block);
    ck_assert_double_eq_tol(block->closing[0][0].pre_money, 8e6 * 0.5, 1e-6);
    free(block);
}
END_TEST

START_TEST(revenue_may_be_worth_more_than_the_plan)
{
    struct block *block = seeking_block();
    FIXTURE_SET(block, exits.subscription_multiple, 20.0);
    FIXTURE_SET(block, exits.services_multiple, 1.0);
    FIXTURE_SET(block, exits.growth_premium, 0.8);
    closes(block);
    /* (20 x 600k + 1 x 600k) (1 + 0.8 x 0.5) */
    ck_assert_double_eq_tol(block->company.worth[0], 12.6e6 * 1.4, 1e-6);
    ck_assert_double_eq_tol(block->closing[0][0].pre_money, 12.6e6 * 1.4, 1e-6);
    free(block);
}
END_TEST

START_TEST(users_may_be_worth_more_than_revenue)
{
    struct block *block = seeking_block();
    FIXTURE_SET(block, exits.user_value, 10000.0);
    closes(block);
    ck_assert_double_eq(block->company.worth[0], 10e6);
    free(block);
}
END_TEST

/* The board, after a round that sold 20% to investors. The draw that closed the round is uniform
 * again: 0.1 of at most 0.7. */
static double stage_after(struct block *block)
{
    funding_step(block);
    ck_assert_double_eq(block->company.rounds[0], 1.0);
    return block->company.stage[0];
}

START_TEST(a_board_that_insists_imposes_its_stage)
{
    struct block *block = seeking_block();
    block->has_board = 1;
    FIXTURE_SET(block, board.insistence, 1.0);
    FIXTURE_SET(block, board.control, 0.2);
    FIXTURE_SET(block, stage[STAGES_MAX].licences, 1.0);
    ck_assert_double_eq(stage_after(block), STAGES_MAX);
    ck_assert_double_eq(block->company.controlled[0], 1.0);
    ck_assert_double_eq(block->now.licences[0], 1.0);
    free(block);
}
END_TEST

START_TEST(a_board_may_be_patient_weak_or_absent)
{
    for (int reason = 0; reason < 4; reason++) {
        struct block *block = seeking_block();
        block->has_board = reason != 0;
        FIXTURE_SET(block, board.insistence, reason == 1 ? 0.0 : 1.0);
        /* A fifth of the company is a fifth of the power that all of it would give. */
        FIXTURE_SET(block, board.control, reason == 2 ? 1.0 : 0.2);
        block->company.controlled[0] = reason == 3;
        if (reason == 2)
            fixture_draw(block, 0.3);
        ck_assert_double_eq(stage_after(block), 0.0);
        free(block);
    }
}
END_TEST

START_TEST(the_next_round_has_its_own_terms)
{
    struct block *block = seeking_block();
    block->rounds = 2;
    FIXTURE_SET(block, round[1].amount, 7e6);
    funding_step(block);
    ck_assert_double_eq(block->next.amount[0], 7e6);
    funding_step(block);
    ck_assert_double_eq(block->company.rounds[0], 1.0); /* it waits */
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_round_closes_at_its_price,
                                  each_need_is_asked,
                                  users_satisfy_investors_in_place_of_revenue,
                                  only_planned_rounds_of_the_living_close,
                                  odds_depend_on_climate_growth_and_mood,
                                  mood_and_climate_move_the_price,
                                  revenue_may_be_worth_more_than_the_plan,
                                  users_may_be_worth_more_than_revenue,
                                  a_board_that_insists_imposes_its_stage,
                                  a_board_may_be_patient_weak_or_absent,
                                  the_next_round_has_its_own_terms,
                                  NULL};
    return fixture_run("funding", tests);
}
