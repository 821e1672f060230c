/* A search: how long it takes, what it costs, and what becomes of one that fails. */
#include "model/search.h"

#include "laws/fixture.h"
#include "model/funding.h"
#include "model/market.h"
#include "model/month.h"
#include "model/people.h"
#include "model/sales.h"

#include <stdlib.h>

/* A company with one round behind it, $2M on $8M, that looks for another and finds nobody. */
static struct block *searching_block(void)
{
    struct block *block = fixture_block(1);
    fixture_idle(block);
    block->rounds = 2;
    FIXTURE_SET(block, round[1].amount, 4e6);
    FIXTURE_SET(block, round[1].pre_money, 16e6);
    FIXTURE_SET(block, round[1].odds, 0.0);
    FIXTURE_SET(block, round[1].pool, 0.0);
    FIXTURE_SET(block, round[1].runway, 24.0);
    FIXTURE_SET(block, round[1].wait, 0.0);
    FIXTURE_SET(block, round[0].odds, 1.0);
    FIXTURE_SET(block, round[0].amount, 2e6);
    FIXTURE_SET(block, round[0].pre_money, 8e6);
    FIXTURE_SET(block, round[0].pool, 0.0);
    FIXTURE_SET(block, round[0].wait, 0.0);
    FIXTURE_SET(block, funding.search_least, 0.0);
    FIXTURE_SET(block, funding.search_closing, 0.0);
    FIXTURE_SET(block, exits.user_value, 0.0);
    month_start(block);
    fixture_draw(block, 0.5);
    market_step(block);
    funding_step(block);
    ck_assert_double_eq(block->company.rounds[0], 1.0);
    FIXTURE_SET(block, funding.search_least, 2.0);
    FIXTURE_SET(block, funding.search_closing, 1.0);
    FIXTURE_SET(block, funding.search_window, 12.0);
    block->company.spent[0] = 100e3;
    return block;
}

static void search_months(struct block *block, int months)
{
    for (int m = 0; m < months; m++)
        funding_step(block);
}

START_TEST(money_comes_after_visits_a_term_sheet_and_papers)
{
    struct block *block = searching_block();
    struct company *company = &block->company;
    block->next.odds[0] = 1.0;
    search_months(block, 2);
    ck_assert_double_eq(company->searching[0], 2.0);
    ck_assert_double_eq(company->agreed[0], 0.0);
    search_months(block, 1);
    ck_assert_double_eq(company->agreed[0], 1.0);
    ck_assert_double_eq(company->rounds[0], 1.0);
    search_months(block, 1);
    ck_assert_double_eq(company->rounds[0], 2.0);
    ck_assert_double_eq(company->searching[0], 0.0);
    ck_assert_double_eq(company->searched[0], 5.0); /* one for the first round */
    ck_assert_double_eq(company->last_amount[0], 4e6);
    free(block);
}
END_TEST

START_TEST(it_is_over_after_the_window)
{
    struct block *block = searching_block();
    struct company *company = &block->company;
    fixture_draw(block, 0.99); /* neither bridge nor lower price */
    FIXTURE_SET(block, funding.search_rest, 6.0);
    search_months(block, 11);
    ck_assert_double_eq(company->searching[0], 11.0);
    search_months(block, 1);
    ck_assert_double_eq(company->searching[0], 0.0);
    ck_assert_double_eq(company->resting[0], 6.0);
    ck_assert_double_eq(company->budget[0], 0.0);
    search_months(block, 5);
    ck_assert_double_eq(company->searching[0], 0.0);
    search_months(block, 1);
    ck_assert_double_eq(company->searching[0], 1.0); /* and it searches again */
    free(block);
}
END_TEST

START_TEST(insiders_decide_before_the_money_is_gone)
{
    struct block *block = searching_block();
    fixture_draw(block, 0.99);
    FIXTURE_SET(block, funding.search_reserve, 3.0);
    block->company.cash[0] = 299e3;
    search_months(block, 2);
    ck_assert_double_eq(block->company.searching[0], 2.0);
    search_months(block, 1);
    ck_assert_double_eq(block->company.searching[0], 0.0);
    free(block);
}
END_TEST

/* 20% of $2M at 80% of $10M: $400k for 400 / 8400 of the company. */
START_TEST(a_bridge_is_a_piece_of_the_last_round)
{
    struct block *block = searching_block();
    struct company *company = &block->company;
    fixture_draw(block, 0.34);
    FIXTURE_SET(block, funding.search_bridge, 0.35);
    company->cash[0] = 800e3;
    search_months(block, 12);
    double sold = 400e3 / 8.4e6;
    ck_assert_double_eq(company->raised[0], 400e3);
    ck_assert_double_eq(company->cash[0], 1.2e6);
    ck_assert_double_eq(company->preference[0][0], 2.4e6);
    ck_assert_double_eq_tol(company->founders_share[0], 0.8 * (1.0 - sold), 1e-6);
    ck_assert_double_eq_tol(company->investor_share[0][0], 0.2 * (1.0 - sold) + sold, 1e-6);
    ck_assert_double_eq(block->closing[0][0].amount, 2.4e6);
    ck_assert_double_eq(company->rounds[0], 1.0);
    ck_assert_double_le(company->budget[0], 2.0 * 1.2e6 / 18.0);
    /* Once a round. */
    fixture_draw(block, 0.3);
    search_months(block, 12);
    ck_assert_double_eq(company->preference[0][0], 2.4e6);
    free(block);
}
END_TEST

/* Who sells for 60% of $10M must show 60% of what was asked. */
START_TEST(a_lower_price_asks_for_less)
{
    struct block *block = searching_block();
    struct company *company = &block->company;
    FIXTURE_SET(block, funding.search_bridge, 0.35);
    FIXTURE_SET(block, funding.search_down_round, 0.25);
    fixture_draw(block, 0.36); /* above the bridge's 35%, below that and a quarter of the rest */
    block->next.odds[0] = 1.0;
    block->next.need_completeness[0] = 0.5;
    company->completeness[0] = 0.31;
    search_months(block, 12);
    ck_assert_double_eq(company->down[0], 1.0);
    ck_assert_double_eq(company->rounds[0], 1.0);
    search_months(block, 4);
    ck_assert_double_eq(company->rounds[0], 2.0);
    ck_assert_double_eq_tol(block->closing[1][0].pre_money, 6e6, 1e-6);
    ck_assert_double_eq(company->down[0], 0.0);
    free(block);
}
END_TEST

START_TEST(founders_without_investors_show_something_first)
{
    struct block *block = searching_block();
    block->company.rounds[0] = 0.0;
    block->next.need_completeness[0] = 0.5;
    block->company.completeness[0] = 0.4;
    search_months(block, 3);
    ck_assert_double_eq(block->company.searching[0], 0.0);
    block->company.completeness[0] = 0.5;
    search_months(block, 3);
    ck_assert_double_eq(block->company.searching[0], 3.0);
    /* Nobody is there to bridge, and there is no last price to go below. */
    fixture_draw(block, 0.01);
    search_months(block, 9);
    ck_assert_double_eq(block->company.bridged[0] + block->company.down[0], 0.0);
    ck_assert_double_gt(block->company.resting[0], 0.0);
    free(block);
}
END_TEST

START_TEST(a_strategic_investor_stays)
{
    struct block *block = searching_block();
    block->next.odds[0] = 1.0;
    block->next.strategic[0] = 1.0;
    search_months(block, 4);
    ck_assert_double_eq(block->company.partner[0], 1.0);
    free(block);
}
END_TEST

START_TEST(after_a_failure_customers_pay_for_everybody)
{
    struct block *block = searching_block();
    struct company *company = &block->company;
    company->cash[0] = 5e6;
    company->resting[0] = 2.0;
    FIXTURE_SET(block, people.hiring_limit, 1.0);
    double before = company->headcount[0];
    people_step(block);
    ck_assert_double_eq(company->headcount[0], before);
    company->resting[0] = 0.0;
    people_step(block);
    ck_assert_double_gt(company->headcount[0], before);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {money_comes_after_visits_a_term_sheet_and_papers,
                                  it_is_over_after_the_window,
                                  insiders_decide_before_the_money_is_gone,
                                  a_bridge_is_a_piece_of_the_last_round,
                                  a_lower_price_asks_for_less,
                                  founders_without_investors_show_something_first,
                                  a_strategic_investor_stays,
                                  after_a_failure_customers_pay_for_everybody,
                                  NULL};
    return fixture_run("search", tests);
}
