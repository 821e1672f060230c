/* Shares after rounds, by the formula that every term sheet uses. */
#include "laws/fixture.h"
#include "model/field.h"
#include "model/funding.h"
#include "model/market.h"
#include "model/month.h"
#include "model/ownership.h"

#include <math.h>
#include <stdlib.h>

/* Shares are products of a few factors below 1: each rounds once by 1.1e-16. */
static const double CLOSE = 1e-15;

static double sum_of(const struct ownership *ownership)
{
    double sum = ownership->founders + ownership->pool;
    for (int r = 0; r < ownership->rounds; r++)
        sum += ownership->investor[r];
    return sum;
}

/* $5M on $10M before the money, with a pool of 10% after it: the investors get a third, and the
 * pool comes out of the founders' two thirds. */
START_TEST(the_pool_is_topped_up_before_the_money)
{
    struct ownership ownership = {.founders = 1.0};
    ownership_issue(&ownership, 5e6, 10e6, 0.10);
    ck_assert_int_eq(ownership.rounds, 1);
    ck_assert_double_eq_tol(ownership.investor[0], 1.0 / 3.0, CLOSE);
    ck_assert_double_eq_tol(ownership.pool, 0.10, CLOSE);
    ck_assert_double_eq_tol(ownership.founders, 17.0 / 30.0, CLOSE);
    ck_assert_double_eq(ownership.preference[0], 5e6);
}
END_TEST

/* Seed 1 on 4 with a pool of 10%; A 5 on 15 with another 5%; B 10 on 40 without. */
START_TEST(earlier_owners_bear_later_rounds_alike)
{
    struct ownership ownership = {.founders = 1.0};
    ownership_issue(&ownership, 1e6, 4e6, 0.10);
    ownership_issue(&ownership, 5e6, 15e6, 0.05);
    ownership_issue(&ownership, 10e6, 40e6, 0.0);
    double a = 1.0 - 5.0 / 20.0 - 0.05, b = 1.0 - 10.0 / 50.0; /* what is left of a share */
    ck_assert_double_eq_tol(ownership.investor[0], 0.2 * a * b, CLOSE);
    ck_assert_double_eq_tol(ownership.investor[1], 0.25 * b, CLOSE);
    ck_assert_double_eq_tol(ownership.investor[2], 0.2, CLOSE);
    ck_assert_double_eq_tol(ownership.founders, 0.7 * a * b, CLOSE);
    ck_assert_double_eq_tol(ownership.pool, (0.1 * a + 0.05) * b, CLOSE);
    ck_assert_double_eq_tol(sum_of(&ownership), 1.0, 4.0 * CLOSE);
}
END_TEST

START_TEST(employees_share_at_the_start)
{
    struct ownership ownership = {.founders = 0.85, .pool = 0.15};
    ownership_issue(&ownership, 2e6, 8e6, 0.0);
    ck_assert_double_eq_tol(ownership.founders, 0.85 * 0.8, CLOSE);
    ck_assert_double_eq_tol(ownership.pool, 0.15 * 0.8, CLOSE);
}
END_TEST

START_TEST(shares_always_sum_to_one)
{
    srand(1);
    for (int company = 0; company < 10000; company++) {
        struct ownership ownership = {.founders = 0.3 + 0.7 * rand() / RAND_MAX};
        ownership.pool = 1.0 - ownership.founders;
        while (ownership.rounds < ROUNDS_MAX) {
            double amount = pow(10.0, 3.0 + 8.0 * rand() / RAND_MAX);
            double stake = 0.01 + 0.89 * rand() / RAND_MAX;
            double pool = fmin(0.5 * rand() / RAND_MAX, 0.95 - stake);
            ownership_issue(&ownership, amount, amount * (1.0 - stake) / stake, pool);
        }
        /* Eight shares of at most six roundings each. */
        ck_assert_double_eq_tol(sum_of(&ownership), 1.0, 1e-14);
    }
}
END_TEST

/* The same through the model: a company that closes every round it plans, at known prices. */
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
    struct ownership expected = {.founders = 1.0}, found;
    for (int r = 0; r < 3; r++)
        ownership_issue(&expected, amount[r], pre[r], pool[r]);
    funding_read(&block->company, 0, &found);
    ck_assert_int_eq(found.rounds, 3);
    ck_assert_double_eq_tol(found.founders, expected.founders, CLOSE);
    ck_assert_double_eq_tol(found.pool, expected.pool, CLOSE);
    for (int r = 0; r < 3; r++) {
        ck_assert_double_eq_tol(found.investor[r], expected.investor[r], CLOSE);
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
    const TTest *const tests[] = {the_pool_is_topped_up_before_the_money,
                                  earlier_owners_bear_later_rounds_alike,
                                  employees_share_at_the_start,
                                  shares_always_sum_to_one,
                                  a_played_company_sells_what_its_plan_says,
                                  a_round_respects_the_largest_stake,
                                  NULL};
    return fixture_run("ownership", tests);
}
