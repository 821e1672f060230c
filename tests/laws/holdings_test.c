/* What a played company sells, by the formula that every term sheet uses. */
#include "laws/fixture.h"
#include "model/field.h"
#include "model/funding.h"
#include "model/market.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

/* Prices have six digits, and shares are whole. */
static const double CLOSE = 5e-6;

/* Seed 1 on 4 with a pool of 10%; A 5 on 15 with another 5%; B 10 on 40 without. The company closes
 * every round it plans. */
START_TEST(a_played_company_sells_what_its_plan_says)
{
    struct block *block = fixture_block(1);
    const double amount[] = {1e6, 5e6, 10e6}, pre[] = {4e6, 15e6, 40e6}, pool[] = {0.1, 0.05, 0.0};
    fixture_idle(block);
    block->rounds = 3;
    double(*round)[STRIDE] = (void *)&block->given.round;
    const int width = field_tables[SECTION_ROUND].columns;
    for (int r = 0; r < 3; r++) {
        for (int c = 0; c < width; c++) /* no waiting, no needs */
            fixture_fill(round[r * width + c], 0.0);
        FIXTURE_SET(block, round[r].amount, amount[r]);
        FIXTURE_SET(block, round[r].pre_money, pre[r]);
        FIXTURE_SET(block, round[r].pool, pool[r]);
        FIXTURE_SET(block, round[r].preference, 1.0);
        FIXTURE_SET(block, round[r].odds, 1.0);
        FIXTURE_SET(block, round[r].runway, 120.0);
        FIXTURE_SET(block, round[r].need_growth, -1.0);
    }
    FIXTURE_SET(block, funding.search_window, 120.0); /* nobody gives up and bridges */
    FIXTURE_SET(block, funding.search_reserve, 0.0);
    month_start(block);
    for (int month = 0; month < 60; month++) {
        block->company.cash[0] = 0.0; /* whatever it raised is gone at once */
        block_draw(block);
        market_step(block);
        funding_step(block);
        if (block->company.raised[0] > 0.0)
            ck_assert_double_eq(block->company.cash[0], block->company.raised[0]);
        block->month++;
    }
    const struct company *company = &block->company;
    double a = 1.0 - 5.0 / 20.0 - 0.05, b = 1.0 - 10.0 / 50.0; /* what is left of a share */
    const double investor[] = {0.2 * a * b, 0.25 * b, 0.2};
    ck_assert_double_eq(company->rounds[0], 3.0);
    ck_assert_double_eq_tol(company->founders_share[0], 0.7 * a * b, CLOSE);
    ck_assert_double_eq_tol(company->pool_share[0], (0.1 * a + 0.05) * b, CLOSE);
    for (int r = 0; r < 3; r++) {
        ck_assert_double_eq_tol(company->investor_share[r][0], investor[r], CLOSE);
        ck_assert_double_eq(company->preference[r][0], amount[r]);
        ck_assert_double_eq(block->closing[r][0].amount, amount[r]);
        ck_assert_double_eq(block->closing[r][0].pre_money, pre[r]);
    }
    free(block);
}
END_TEST

/* Investors buy no more than largest_stake: a dear round in a cheap company is made smaller. */
START_TEST(a_round_respects_the_largest_stake)
{
    struct block *block = fixture_block(1);
    fixture_idle(block);
    block->rounds = 1;
    FIXTURE_SET(block, funding.largest_stake, 0.35);
    FIXTURE_SET(block, round[0].amount, 10e6);
    FIXTURE_SET(block, round[0].pre_money, 6.5e6);
    FIXTURE_SET(block, round[0].odds, 1.0);
    FIXTURE_SET(block, round[0].wait, 0.0);
    month_start(block);
    while (block->company.rounds[0] == 0.0) {
        ck_assert_int_lt(block->month, 60);
        block_draw(block);
        market_step(block);
        funding_step(block);
        block->month++;
    }
    ck_assert_double_eq_tol(block->company.raised[0], 3.5e6, 1e-8);
    ck_assert_double_eq_tol(block->company.investor_share[0][0], 0.35, CLOSE);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_played_company_sells_what_its_plan_says,
                                  a_round_respects_the_largest_stake,
                                  NULL};
    return fixture_run("holdings", tests);
}
