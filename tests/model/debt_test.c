/* What lenders give and get. */
#include "model/debt.h"

#include "laws/fixture.h"
#include "model/month.h"

#include <stdlib.h>

/* Twelve months at 1% a month, of which three are of interest alone. */
START_TEST(venture_debt_is_paid_back_in_its_term)
{
    struct block *block = fixture_block(1);
    struct company *company = &block->company;
    FIXTURE_SET(block, funding.debt_share, 0.3);
    FIXTURE_SET(block, funding.debt_interest, 0.01);
    FIXTURE_SET(block, funding.debt_term, 12.0);
    FIXTURE_SET(block, funding.debt_grace, 3.0);
    month_start(block);
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
    struct block *block = fixture_block(1);
    month_start(block);
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

int main(void)
{
    const TTest *const tests[] = {venture_debt_is_paid_back_in_its_term,
                                  an_advance_is_repaid_out_of_what_customers_pay,
                                  who_asks_for_nothing_owes_nothing, NULL};
    return fixture_run("debt", tests);
}
