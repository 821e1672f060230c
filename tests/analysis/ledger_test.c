/* The ledger of a fund, by hand. */
#include "analysis/ledger.h"

#include "montecarlo/statistics.h"
#include "report/runner.h"

#include <math.h>

/* A fund of $1,000 over one company: no fees, no carry, no reserves, a tenth of what it likes. */
static struct fund plain(void)
{
    return (struct fund){.companies = 1,
                         .size = 1000.0,
                         .enter = 1,
                         .cheque_in_dollars = true,
                         .cheque = 100.0,
                         .fee_months = 24,
                         .pacing = 12,
                         .term = 60,
                         .arms = 1,
                         .markets = 1};
}

/* One round of $400 for a quarter of the company; its class gets `proceeds` in month 36. */
static struct deal one_round(int month, double proceeds)
{
    return (struct deal){.end = 36,
                         .rounds = 1,
                         .month = {(uint16_t)month},
                         .amount = {400.0f},
                         .proceeds = {(float)proceeds},
                         .share = {{0.25f}}};
}

/* Of two rounds: $100 for a quarter, then $200 for a fifth. */
static struct deal two_rounds(void)
{
    return (struct deal){.end = 40,
                         .rounds = 2,
                         .month = {2, 20},
                         .amount = {100.0f, 200.0f},
                         .proceeds = {100.0f, 300.0f},
                         .share = {{0.25f}, {0.2f, 0.2f}}};
}

static struct ledger ledger;

static void keep(const struct fund *fund, const struct deal *a, const struct deal *b)
{
    const struct deal *deals[] = {a, b};
    ledger_keep(fund, fund->size, deals, b ? 2 : 1, &ledger);
}

#define IS(value, expected) ck_assert_double_eq_tol(value, expected, 1e-4)

START_TEST(twice_the_money)
{
    struct fund fund = plain();
    struct deal deal = one_round(6, 800.0);
    keep(&fund, &deal, NULL);
    IS(ledger.invested, 100.0);
    IS(ledger.proceeds, 200.0);
    IS(ledger.paid_in, 100.0);
    IS(ledger.distributed, 200.0);
    IS(ledger.net[6], -100.0);
    IS(ledger.net[36], 200.0);
    ck_assert_int_eq(ledger.entered, 1);
    ck_assert_int_eq(ledger.lost, 0);
    IS(ledger.best, 200.0);
    IS(ledger.marked, 0.0);
    ck_assert_double_eq_tol(statistics_irr(ledger.net, fund.term), pow(2.0, 12.0 / 30.0) - 1.0, 1e-6);
}
END_TEST

/* $40 of fees and $100 are paid in, $400 comes back: carry is a fifth of $260. */
START_TEST(fees_and_carry)
{
    struct fund fund = plain();
    fund.fee = 0.02 / 12.0;
    fund.carry = 0.2;
    struct deal deal = one_round(6, 1600.0);
    keep(&fund, &deal, NULL);
    IS(ledger.fees, 40.0);
    IS(ledger.paid_in, 140.0);
    IS(ledger.carry, 52.0);
    IS(ledger.distributed, 348.0);
    IS(ledger.gross[6] + ledger.gross[36], 300.0);
    IS(ledger.called[0], 1000.0 * 0.02 / 12.0);
    IS(ledger.called[23], 1000.0 * 0.02 / 12.0);
    IS(ledger.called[24], 0.0);
}
END_TEST

START_TEST(without_profit_there_is_no_carry)
{
    struct fund fund = plain();
    fund.fee = 0.02 / 12.0;
    fund.carry = 0.2;
    struct deal deal = one_round(6, 500.0); /* 125 for 100: more than the cheque, less than was paid in */
    keep(&fund, &deal, NULL);
    IS(ledger.carry, 0.0);
    IS(ledger.distributed, 125.0);
    ck_assert_int_eq(ledger.lost, 0);
    deal = one_round(6, 300.0);
    keep(&fund, &deal, NULL);
    ck_assert_int_eq(ledger.lost, 1);
}
END_TEST

/* Carry on the first company's profit is given back when the second one's cheque is lost. */
START_TEST(carry_that_was_paid_too_early_is_given_back)
{
    struct fund fund = plain();
    fund.carry = 0.2;
    fund.cheque = 200.0;
    struct deal first = one_round(1, 800.0), second = one_round(30, 0.0);
    first.end = 10;
    keep(&fund, &first, &second);
    IS(ledger.paid[10], 400.0 - 40.0);
    IS(ledger.paid[30], 40.0);
    IS(ledger.carry, 0.0);
    IS(ledger.distributed, 400.0);
}
END_TEST

/* 40% of a quarter is a tenth of the company, which buys a tenth of the next round. */
START_TEST(pro_rata_keeps_the_stake)
{
    struct fund fund = plain();
    fund.cheque_in_dollars = false;
    fund.cheque = 0.4;
    fund.reserves = 0.5;
    struct deal deal = two_rounds();
    keep(&fund, &deal, NULL);
    IS(ledger.net[2], -40.0);
    IS(ledger.net[20], -20.0);
    IS(ledger.proceeds, 0.4 * 100.0 + 0.1 * 300.0);
}
END_TEST

START_TEST(reserves_are_all_there_is_for_later_rounds)
{
    struct fund fund = plain();
    fund.cheque_in_dollars = false;
    fund.cheque = 0.4;
    fund.reserves = 0.01;
    fund.pacing = 24; /* until then the rest is for first cheques */
    struct deal deal = two_rounds();
    keep(&fund, &deal, NULL);
    IS(ledger.invested, 40.0 + 10.0);
    IS(ledger.proceeds, 40.0 + 0.05 * 300.0);
    fund.pacing = 20; /* and now it is not */
    keep(&fund, &deal, NULL);
    IS(ledger.invested, 40.0 + 20.0);
}
END_TEST

START_TEST(who_enters_later_has_nothing_of_the_first_round)
{
    struct fund fund = plain();
    fund.cheque_in_dollars = false;
    fund.cheque = 0.5;
    fund.enter = 2;
    struct deal deal = two_rounds();
    keep(&fund, &deal, NULL);
    IS(ledger.net[2], 0.0);
    IS(ledger.invested, 100.0);
    IS(ledger.proceeds, 150.0);
    struct deal never = one_round(6, 800.0);
    keep(&fund, &never, NULL);
    ck_assert_int_eq(ledger.entered, 0);
    IS(ledger.paid_in, 0.0);
}
END_TEST

/* $1,000 less $40 of fees is $960, of which three cheques of $400 take all. */
START_TEST(no_more_is_invested_than_there_is)
{
    struct fund fund = plain();
    fund.fee = 0.02 / 12.0;
    fund.cheque = 400.0;
    struct deal a = one_round(6, 0.0), b = one_round(7, 0.0), c = one_round(8, 0.0);
    const struct deal *deals[] = {&a, &b, &c};
    ledger_keep(&fund, fund.size, deals, 3, &ledger);
    IS(ledger.position[0].invested, 400.0);
    IS(ledger.position[2].invested, 160.0);
    IS(ledger.paid_in, 1000.0);
    ck_assert_int_eq(ledger.lost, 3);
}
END_TEST

START_TEST(what_is_held_to_the_end_is_marked)
{
    struct fund fund = plain();
    struct deal deal = one_round(6, 800.0);
    deal.end = 60;
    keep(&fund, &deal, NULL);
    IS(ledger.marked, 200.0);
}
END_TEST

RUNNER_MAIN("ledger", twice_the_money, fees_and_carry, without_profit_there_is_no_carry,
            carry_that_was_paid_too_early_is_given_back, pro_rata_keeps_the_stake,
            reserves_are_all_there_is_for_later_rounds, who_enters_later_has_nothing_of_the_first_round,
            no_more_is_invested_than_there_is, what_is_held_to_the_end_is_marked)
