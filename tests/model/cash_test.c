/* Money in and out, to the cent. */
#include "model/cash.h"

#include "laws/fixture.h"
#include "model/month.h"

#include <stdlib.h>

START_TEST(cash_moves_by_what_is_collected_and_spent)
{
    struct block *block = fixture_block(1);
    FIXTURE_SET(block, company.cash, 100e3);
    FIXTURE_SET(block, people.collection, 4.0);
    FIXTURE_SET(block, people.fixed_cost, 1e3);
    month_start(block);
    struct company *company = &block->company;
    company->receivables[0] = 30e3;
    company->billed_total[0] = 10e3;
    company->payroll[0] = 20e3;
    company->direct_cost[0] = 2e3;
    company->marketing[0] = 3e3;
    cash_step(block);
    ck_assert_double_eq(company->collected[0], 10e3);
    ck_assert_double_eq(company->receivables[0], 30e3);
    ck_assert_double_eq(company->spent[0], 26e3);
    ck_assert_double_eq(company->cash[0], 84e3);
    free(block);
}
END_TEST

START_TEST(who_pays_at_once_owes_nothing)
{
    struct block *block = fixture_block(1);
    FIXTURE_SET(block, people.collection, 1.0);
    month_start(block);
    block->company.billed_total[0] = 12345.0;
    cash_step(block);
    ck_assert_double_eq(block->company.collected[0], 12345.0);
    ck_assert_double_eq(block->company.receivables[0], 0.0);
    free(block);
}
END_TEST

START_TEST(cash_may_fall_below_zero)
{
    struct block *block = fixture_block(1);
    FIXTURE_SET(block, company.cash, 0.0);
    FIXTURE_SET(block, people.fixed_cost, 500.0);
    month_start(block);
    cash_step(block);
    ck_assert_double_eq(block->company.cash[0], -500.0);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {cash_moves_by_what_is_collected_and_spent,
                                  who_pays_at_once_owes_nothing, cash_may_fall_below_zero, NULL};
    return fixture_run("cash", tests);
}
