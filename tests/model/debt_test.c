/* What lenders give and get. */
#include "model/debt.h"

#include "laws/fixture.h"
#include "model/holdings.h"
#include "model/month.h"

#include <stdlib.h>

/* One round has closed, a SAFE, so that there is no price for warrants. */
static struct block *after_a_safe(void)
{
    struct block *block = fixture_block(1);
    month_start(block);
    block->company.rounds[0] = 1.0;
    block->next.instrument[0] = HOLDINGS_SAFE;
    return block;
}

/* Twelve months at 1% a month, of which three are of interest alone. */
START_TEST(venture_debt_is_paid_back_in_its_term)
{
    struct block *block = after_a_safe();
    struct company *company = &block->company;
    FIXTURE_SET(block, funding.debt_share, 0.3);
    FIXTURE_SET(block, funding.debt_interest, 0.01);
    FIXTURE_SET(block, funding.debt_term, 12.0);
    FIXTURE_SET(block, funding.debt_grace, 3.0);
    double cash = company->cash[0];
    debt_lend(block, 0, 3e6);
    ck_assert_double_eq(company->cash[0], cash + 900e3);
    ck_assert_double_eq(company->borrowed[0], 900e3);
    ck_assert_double_eq(debt_owed(block, 0), 900e3);
    for (int m = 0; m < 12; m++) {
        double owed = company->debt[0];
        debt_service(block);
        ck_assert_double_eq_tol(company->debt_payment[0], owed * 0.01 + (m < 3 ? 0.0 : 100e3), 1e-6);
    }
    ck_assert_double_eq(company->debt[0], 0.0);
    debt_service(block);
    ck_assert_double_eq(company->debt_payment[0], 0.0);
    free(block);
}
END_TEST

START_TEST(an_advance_is_repaid_out_of_what_customers_pay)
{
    struct block *block = fixture_block(1);
    struct company *company = &block->company;
    FIXTURE_SET(block, funding.advance_amount, 100e3);
    FIXTURE_SET(block, funding.advance_share, 0.1);
    FIXTURE_SET(block, funding.advance_multiple, 1.5);
    FIXTURE_SET(block, funding.advance_needs, 50e3);
    month_start(block);
    double cash = company->cash[0];
    company->revenue[0] = 599e3;
    debt_take_advance(block);
    ck_assert_double_eq(company->borrowed[0], 0.0);
    company->revenue[0] = 600e3;
    debt_take_advance(block);
    ck_assert_double_eq(company->cash[0], cash + 100e3);
    ck_assert_double_eq(debt_owed(block, 0), 150e3);
    debt_take_advance(block); /* once */
    ck_assert_double_eq(company->borrowed[0], 0.0);
    company->collected[0] = 1e6;
    debt_service(block);
    ck_assert_double_eq(company->debt_payment[0], 100e3);
    debt_service(block);
    ck_assert_double_eq(company->debt_payment[0], 50e3);
    ck_assert_double_eq(debt_owed(block, 0), 0.0);
    free(block);
}
END_TEST

START_TEST(who_asks_for_nothing_owes_nothing)
{
    struct block *block = after_a_safe();
    block->company.revenue[0] = 1e9;
    block->company.collected[0] = 1e6;
    debt_lend(block, 0, 5e6);
    debt_take_advance(block);
    debt_service(block);
    ck_assert_double_eq(debt_owed(block, 0), 0.0);
    ck_assert_double_eq(block->company.debt_payment[0], 0.0);
    free(block);
}
END_TEST

/* A lender that follows the second round does not come with the first. */
START_TEST(a_lender_waits_for_its_round)
{
    struct block *block = after_a_safe();
    FIXTURE_SET(block, funding.debt_share, 0.3);
    FIXTURE_SET(block, funding.debt_first_round, 2.0);
    debt_lend(block, 0, 1e6);
    ck_assert_double_eq(debt_owed(block, 0), 0.0);
    block->company.rounds[0] = 2.0;
    debt_lend(block, 0, 1e6);
    ck_assert_double_eq(debt_owed(block, 0), 300e3);
    free(block);
}
END_TEST

/* $5M on $15M before the money, ten million shares at $1.50 and 3,333,333 sold. The lender gives 40%
 * of it, $2M, and may buy for 9% of that, $180,000, at $1.50: 120,000 shares. */
static struct block *after_a_priced_round(void)
{
    struct block *block = fixture_block(1);
    FIXTURE_SET(block, company.founders_share, 1.0);
    FIXTURE_SET(block, company.loan, 0.0);
    FIXTURE_SET(block, round[0].instrument, HOLDINGS_PRICED);
    FIXTURE_SET(block, round[0].pool, 0.0);
    FIXTURE_SET(block, round[0].preference, 1.0);
    FIXTURE_SET(block, round[0].participation, 0.0);
    FIXTURE_SET(block, funding.debt_share, 0.4);
    FIXTURE_SET(block, funding.debt_warrants, 0.09);
    month_start(block);
    holdings_sell(block, 0, 5e6, 15e6);
    debt_lend(block, 0, 5e6);
    return block;
}

START_TEST(warrants_are_shares_at_the_price_of_the_round)
{
    struct block *block = after_a_priced_round();
    const struct company *company = &block->company;
    const double all = 10e6 + 3333333 + 120e3;
    ck_assert_double_eq(company->debt[0], 2e6);
    ck_assert_double_eq(company->lender_share[0], 120e3 / all);
    ck_assert_double_eq(company->founders_share[0], 10e6 / all);
    ck_assert_double_eq(company->investor_share[0][0], 3333333 / all);
    free(block);
}
END_TEST

/* Of what is left after the debt: nothing while a share is worth no more than $1.50, which is at $20M;
 * at $3.00, which is $40.36M less the $180,000 that exercising would cost, $1.50 each. */
START_TEST(warrants_are_paid_net_of_their_price)
{
    static const double cases[][2] = {{0.0, 0.0}, {4e6, 0.0}, {19.9e6, 0.0}, {40.359999e6 - 180e3, 180e3}};
    struct block *block = after_a_priced_round();
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct waterfall parts;
        double lenders = holdings_divide(block, 0, cases[c][0] + 2e6, 2e6, 60, 0, &parts);
        ck_assert_double_eq(parts.debt, 2e6);
        ck_assert_double_eq_tol(lenders, cases[c][1], 0.01);
        ck_assert_double_eq_tol(parts.founders + block->closing[0][0].proceeds + lenders, cases[c][0], 0.01);
    }
    free(block);
}
END_TEST

/* Six loans beside six rounds are as many rows as there are. */
START_TEST(every_round_may_bring_warrants)
{
    struct block *block = after_a_priced_round();
    for (int r = 1; r < ROUNDS_MAX; r++) {
        holdings_sell(block, 0, 5e6, 20e6 + 10e6 * r);
        debt_lend(block, 0, 5e6);
    }
    const struct captable *table = &block->holdings[0].table;
    ck_assert_int_eq(table->rows, CAPTABLE_ROWS);
    double sum = block->company.founders_share[0] + block->company.pool_share[0] + block->company.lender_share[0];
    for (int r = 0; r < ROUNDS_MAX; r++)
        sum += block->company.investor_share[r][0];
    ck_assert_double_eq_tol(sum, 1.0, 1e-13);
    int warrants = 0;
    for (int i = 0; i < table->rows; i++)
        warrants += table->row[i].kind == CAPTABLE_WARRANT && table->row[i].shares > 0.0;
    ck_assert_int_eq(warrants, ROUNDS_MAX);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {venture_debt_is_paid_back_in_its_term,
                                  an_advance_is_repaid_out_of_what_customers_pay,
                                  who_asks_for_nothing_owes_nothing,
                                  a_lender_waits_for_its_round,
                                  warrants_are_shares_at_the_price_of_the_round,
                                  warrants_are_paid_net_of_their_price,
                                  every_round_may_bring_warrants,
                                  NULL};
    return fixture_run("debt", tests);
}
