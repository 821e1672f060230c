/* Each instrument in the life of one company: what it sells, who owns it then, and who is paid. */
#include "model/holdings.h"

#include "laws/fixture.h"
#include "model/funding.h"
#include "model/market.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

/* Prices have six digits, and shares are whole. */
static const double CLOSE = 5e-6;

#define TERM(block, r, name, value) fixture_fill((block)->given.round[r].name, value)

/* A company of three founders that closes every planned round in the month in which it may: the
 * first one at once, each other two years after the one before. */
static struct block *seeking_block(int rounds)
{
    struct block *block = fixture_block(1);
    fixture_idle(block);
    fixture_calm(block);
    block->rounds = rounds;
    FIXTURE_SET(block, exits.user_value, 0.0);
    FIXTURE_SET(block, funding.search_least, 0.0);
    FIXTURE_SET(block, funding.search_closing, 0.0);
    FIXTURE_SET(block, company.founders, 3.0);
    for (int r = 0; r < rounds; r++) {
        TERM(block, r, amount, 5e6);
        TERM(block, r, pre_money, 15e6);
        TERM(block, r, odds, 1.0);
        TERM(block, r, pool, 0.0);
        TERM(block, r, runway, 120.0);
        TERM(block, r, wait, r == 0 ? 0.0 : 24.0);
    }
    return block;
}

/* Months of nothing but money; its costs are so high that it always seeks some. */
static void live(struct block *block, int months)
{
    for (int m = 0; m < months; m++) {
        fixture_draw(block, 0.1);
        market_step(block);
        block->company.spent[0] = 1e6;
        funding_step(block);
        block->month++;
    }
}

static struct block *begin(struct block *block, int months)
{
    month_start(block);
    block->company.present[0] = 0.9;
    live(block, months);
    return block;
}

/* What the investor of a round gets when the company is sold. */
static double sold_for(struct block *block, double price, int round, struct waterfall *parts)
{
    holdings_divide(block, 0, price, 0.0, block->month, 0, parts);
    return block->closing[round][0].proceeds;
}

static void expect_share(double share, double expected)
{
    ck_assert_double_eq_tol(share, expected, CLOSE);
}

static struct block *safe_block(void)
{
    struct block *block = seeking_block(2);
    TERM(block, 0, instrument, HOLDINGS_SAFE);
    TERM(block, 0, amount, 1e6);
    TERM(block, 0, cap, 10e6);
    return block;
}

START_TEST(a_safe_converts_in_the_series_a)
{
    struct block *block = begin(safe_block(), 1);
    const struct company *company = &block->company;
    ck_assert_double_eq(company->rounds[0], 1.0);
    ck_assert_double_eq(company->raised[0], 1e6);
    ck_assert_double_eq(company->post_money[0], 0.0); /* it sets no price */
    expect_share(company->investor_share[0][0], 0.1);
    expect_share(company->founders_share[0], 0.9);
    live(block, 24);
    ck_assert_double_eq(company->rounds[0], 2.0);
    ck_assert_double_eq(company->post_money[0], 20e6);
    expect_share(company->investor_share[0][0], 0.1 * 0.75);
    expect_share(company->investor_share[1][0], 0.25);
    expect_share(company->founders_share[0], 0.9 * 0.75);
    ck_assert_double_eq(company->preference[0][0], 1e6);
    free(block);
}
END_TEST

START_TEST(a_company_is_sold_before_any_priced_round)
{
    struct block *block = begin(safe_block(), 1);
    struct waterfall parts;
    ck_assert_double_eq_tol(sold_for(block, 20e6, 0, &parts), 2e6, 10.0);
    ck_assert_double_eq_tol(parts.founders, 18e6, 10.0);
    ck_assert_double_eq(sold_for(block, 5e6, 0, &parts), 1e6); /* rather its money */
    ck_assert_double_eq(sold_for(block, 0.4e6, 0, &parts), 0.4e6);
    free(block);
}
END_TEST

START_TEST(a_favoured_safe_gets_the_terms_of_the_next)
{
    struct block *block = seeking_block(3);
    for (int r = 0; r < 2; r++) {
        TERM(block, r, instrument, HOLDINGS_SAFE);
        TERM(block, r, amount, 1e6);
    }
    TERM(block, 0, favoured, 1.0);
    TERM(block, 1, cap, 10e6);
    begin(block, 1);
    expect_share(block->company.investor_share[0][0], 0.0); /* nobody knows yet */
    live(block, 24);
    expect_share(block->company.investor_share[0][0], 0.1);
    expect_share(block->company.investor_share[1][0], 0.1);
    live(block, 24);
    expect_share(block->company.investor_share[0][0], 0.1 * 0.75);
    expect_share(block->company.investor_share[1][0], 0.1 * 0.75);
    free(block);
}
END_TEST

static struct block *note_block(double cap, double converts)
{
    struct block *block = seeking_block(1);
    TERM(block, 0, instrument, HOLDINGS_NOTE);
    TERM(block, 0, amount, 1e6);
    TERM(block, 0, cap, cap);
    TERM(block, 0, interest, 0.06 / 12.0);
    TERM(block, 0, maturity, 24.0);
    TERM(block, 0, at_maturity, converts);
    return begin(block, 1);
}

START_TEST(a_note_is_repaid_with_interest)
{
    struct block *block = note_block(0.0, 0.0);
    block->company.cash[0] = 2e6;
    live(block, 23);
    ck_assert_double_eq(block->company.notes[0], 1.0);
    ck_assert_double_eq(block->company.cash[0], 2e6);
    live(block, 1);
    ck_assert_double_eq(block->company.notes[0], 0.0);
    ck_assert_double_eq_tol(block->company.repaid[0], 1.12e6, 1e-6);
    ck_assert_double_eq_tol(block->company.cash[0], 0.88e6, 1e-6);
    struct waterfall parts;
    ck_assert_double_eq_tol(sold_for(block, 3e6, 0, &parts), 1.12e6, 1e-6); /* which it has */
    ck_assert_double_eq_tol(parts.founders, 3e6, 1e-6);
    live(block, 1);
    ck_assert_double_eq(block->company.repaid[0], 0.0);
    free(block);
}
END_TEST

START_TEST(a_note_that_cannot_be_repaid_stays)
{
    struct block *block = note_block(0.0, 0.0);
    block->company.cash[0] = 1e6;
    live(block, 24);
    ck_assert_double_eq(block->company.repaid[0], 0.0);
    ck_assert_double_eq(block->company.notes[0], 1.0);
    struct waterfall parts;
    ck_assert_double_eq_tol(sold_for(block, 3e6, 0, &parts), 1.12e6, 1e-6); /* before all owners */
    block->company.cash[0] = 1.2e6;
    live(block, 1);
    ck_assert_double_eq_tol(block->company.repaid[0], 1.125e6, 1e-6);
    free(block);
}
END_TEST

/* $1.12M at $11.2M by all shares before: a tenth of them, an eleventh of all. */
START_TEST(a_note_that_is_due_converts_at_its_cap)
{
    struct block *block = note_block(11.2e6, 1.0);
    block->company.cash[0] = 0.0;
    live(block, 24);
    ck_assert_double_eq(block->company.notes[0], 0.0);
    expect_share(block->company.investor_share[0][0], 1.0 / 11.0);
    free(block);
}
END_TEST

/* Insiders bridge with 20% of $5M at 80% of the price: $1M buys a quarter of what $4M bought. */
START_TEST(a_bridge_is_more_of_the_last_class)
{
    struct block *block = begin(seeking_block(1), 1);
    struct captable_row *row = &block->holdings[0].table.row[0];
    double shares = row->shares;
    ck_assert_int_eq(holdings_has_insiders(block, 0), 1);
    holdings_extend(block, 0, 1e6, 0.8);
    ck_assert_double_eq_tol(row->shares, 1.25 * shares, 100.0);
    expect_share(block->company.investor_share[0][0], 0.25 * 1.25 / (1.0 + 0.25 * 0.25));
    ck_assert_double_eq(block->company.preference[0][0], 6e6);
    ck_assert_double_eq(block->closing[0][0].amount, 6e6);
    struct waterfall parts;
    ck_assert_double_eq(sold_for(block, 5e6, 0, &parts), 5e6);
    ck_assert_double_eq(block->closing[0][0].paid, 6e6);
    free(block);
}
END_TEST

/* Whoever bought a part of the second class pays that part of its bridge, and the price of the bridge
 * protects nobody. */
START_TEST(a_bridge_is_paid_by_who_holds_the_class)
{
    struct block *block = seeking_block(2);
    struct waterfall parts;
    TERM(block, 0, pro_rata, 1.0);
    TERM(block, 0, protection, CAPTABLE_FULL_RATCHET);
    begin(block, 25);
    double first = block->holdings[0].table.row[0].shares, part = block->holdings[0].table.followed[1][0];
    ck_assert_double_ge(part, 0.25); /* more, for the second round was cheaper */
    holdings_extend(block, 0, 1e6, 0.8);
    ck_assert_double_eq(block->holdings[0].table.row[0].shares, first);
    sold_for(block, 100e6, 0, &parts);
    ck_assert_double_eq_tol(block->closing[0][0].paid, 5e6 + part * 6e6, 100.0);
    ck_assert_double_eq_tol(block->closing[1][0].paid, (1.0 - part) * 6e6, 100.0);
    free(block);
}
END_TEST

START_TEST(a_bridge_on_a_safe_or_note_is_more_of_it)
{
    struct block *block = begin(safe_block(), 1);
    struct waterfall parts;
    holdings_extend(block, 0, 0.5e6, 0.8);
    expect_share(block->company.investor_share[0][0], 0.15);
    ck_assert_double_eq(sold_for(block, 5e6, 0, &parts), 1.5e6);
    free(block);

    block = note_block(0.0, 0.0); /* after a year it owes $1.06M, and $0.53M more */
    live(block, 12);
    block->month--;
    holdings_extend(block, 0, 0.53e6, 0.8);
    ck_assert_double_eq_tol(block->company.preference[0][0], 1.59e6, 1e-6);
    block->company.cash[0] = 2e6;
    block->month++;
    live(block, 12);
    ck_assert_double_eq(block->company.notes[0], 0.0);
    ck_assert_double_eq_tol(block->company.repaid[0], 1.5 * 1.12e6, 1e-6);
    ck_assert_int_eq(holdings_has_insiders(block, 0), 0);
    free(block);
}
END_TEST

START_TEST(debt_goes_before_owners)
{
    struct block *block = begin(seeking_block(1), 1);
    struct waterfall parts;
    holdings_divide(block, 0, 7e6, 4e6, block->month, 0, &parts);
    ck_assert_double_eq(parts.debt, 4e6);
    ck_assert_double_eq(block->closing[0][0].proceeds, 3e6);
    ck_assert_double_eq(parts.founders, 0.0);
    free(block);
}
END_TEST

/* $2M on $8M, and then $2M on $6M: with a ratchet the first are worth what they paid. */
static struct block *down_block(double protection)
{
    struct block *block = seeking_block(2);
    TERM(block, 0, amount, 2e6);
    TERM(block, 1, amount, 2e6);
    TERM(block, 0, pre_money, 8e6);
    TERM(block, 1, pre_money, 6e6);
    TERM(block, 0, protection, protection);
    return begin(block, 25);
}

START_TEST(a_down_round_triggers_protection)
{
    struct block *block = down_block(CAPTABLE_UNPROTECTED);
    ck_assert(block->closing[1][0].pre_money < 10e6);
    expect_share(block->company.investor_share[0][0], 0.2 * 0.75);
    free(block);
    block = down_block(CAPTABLE_FULL_RATCHET);
    expect_share(block->company.investor_share[0][0], 0.25);
    expect_share(block->company.investor_share[1][0], 0.25);
    expect_share(block->company.founders_share[0], 0.5);
    free(block);
    block = down_block(CAPTABLE_WEIGHTED_AVERAGE);
    ck_assert(block->company.investor_share[0][0] > 0.2 * 0.75 + CLOSE);
    ck_assert(block->company.investor_share[0][0] < 0.25 - CLOSE);
    expect_share(block->company.investor_share[1][0], 0.25);
    free(block);
}
END_TEST

START_TEST(founders_sell_vested_shares)
{
    struct block *block = seeking_block(1);
    FIXTURE_SET(block, company.vesting, 48.0);
    FIXTURE_SET(block, company.cliff, 12.0);
    TERM(block, 0, secondary, 1e6);
    TERM(block, 0, need_month, 23.0);
    begin(block, 24);
    ck_assert_double_eq_tol(block->holdings[0].sold, 1e6, 5.0);
    ck_assert_double_eq_tol(block->holdings[0].sold_present, 0.9e6, 5.0);
    ck_assert_double_eq(block->closing[0][0].sold, block->holdings[0].sold);
    ck_assert_double_eq(block->company.raised[0], 5e6); /* of it, the company gets nothing */
    expect_share(block->company.founders_share[0], 0.70);
    expect_share(block->company.investor_share[0][0], 0.30);
    struct waterfall parts;
    ck_assert_double_eq_tol(sold_for(block, 40e6, 0, &parts), 12e6, 200.0);
    ck_assert_double_eq(block->closing[0][0].paid, 5e6 + block->holdings[0].sold);
    free(block);
}
END_TEST

START_TEST(founders_sell_nothing_before_the_cliff_and_no_more_than_they_have_earned)
{
    struct block *block = seeking_block(2);
    FIXTURE_SET(block, company.vesting, 48.0);
    FIXTURE_SET(block, company.cliff, 12.0);
    TERM(block, 0, secondary, 1e6);
    TERM(block, 1, secondary, 100e6);
    begin(block, 1);
    ck_assert_double_eq(block->holdings[0].sold, 0.0);
    live(block, 24);
    double unvested = 1e7 * (1.0 - 25.0 / 48.0);
    ck_assert_double_eq_tol(block->holdings[0].table.founders, unvested, 2.0);
    free(block);
}
END_TEST

/* A quarter for $5M, sold for $25M and for $45M. */
START_TEST(preferences_and_participation)
{
    const struct {
        double participation, preference, at_25, at_45;
    } terms[] = {
        {CAPTABLE_NON_PARTICIPATING, 1.0, 6.25e6, 11.25e6},
        {CAPTABLE_NON_PARTICIPATING, 3.0, 15e6, 15e6},
        {CAPTABLE_NON_PARTICIPATING, 0.0, 6.25e6, 11.25e6},
        {CAPTABLE_PARTICIPATING, 1.0, 10e6, 15e6},
        {CAPTABLE_LIMITED, 1.0, 10e6, 11.25e6}, /* to $10M; then it converts */
    };
    for (size_t t = 0; t < sizeof terms / sizeof *terms; t++) {
        struct block *block = seeking_block(1);
        struct waterfall parts;
        TERM(block, 0, participation, terms[t].participation);
        TERM(block, 0, participation_limit, 2.0);
        TERM(block, 0, preference, terms[t].preference);
        begin(block, 1);
        ck_assert_double_eq_tol(sold_for(block, 25e6, 0, &parts), terms[t].at_25, 200.0);
        ck_assert_double_eq_tol(sold_for(block, 45e6, 0, &parts), terms[t].at_45, 200.0);
        free(block);
    }
}
END_TEST

START_TEST(seniority)
{
    for (int senior = 0; senior < 2; senior++) {
        struct block *block = seeking_block(2);
        struct waterfall parts;
        TERM(block, 1, seniority, senior);
        begin(block, 25);
        ck_assert_double_eq(sold_for(block, 7e6, 0, &parts), senior ? 2e6 : 3.5e6);
        ck_assert_double_eq(sold_for(block, 7e6, 1, &parts), senior ? 5e6 : 3.5e6);
        free(block);
    }
}
END_TEST

/* The first investor keeps its quarter: it buys a quarter of the second round. */
START_TEST(pro_rata)
{
    struct block *block = seeking_block(2);
    struct waterfall parts;
    TERM(block, 0, pro_rata, 1.0);
    begin(block, 25);
    expect_share(block->company.investor_share[0][0], 0.25);
    expect_share(block->company.investor_share[1][0], 0.1875);
    ck_assert_double_eq_tol(sold_for(block, 100e6, 0, &parts), 25e6, 500.0);
    ck_assert_double_eq_tol(block->closing[0][0].paid, 6.25e6, 100.0);
    ck_assert_double_eq_tol(block->closing[1][0].paid, 3.75e6, 100.0);
    free(block);
}
END_TEST

/* A tenth of the company, granted by a tenth of what is left a month, at half of the round's price:
 * the staff gains when a share is worth more than that, on what it has been granted. */
START_TEST(options_are_granted_and_come_back)
{
    struct block *block = seeking_block(1);
    TERM(block, 0, pool, 0.1);
    FIXTURE_SET(block, company.grants, 10.0);
    FIXTURE_SET(block, company.strike, 0.5);
    begin(block, 1);
    const struct captable *table = &block->holdings[0].table;
    double pool = table->unissued + table->granted[0];
    expect_share(block->company.pool_share[0], 0.1);
    ck_assert_double_eq_tol(table->granted[0], 0.1 * pool, 2.0);
    ck_assert_double_eq_tol(table->strike[0], 0.5 * table->price, 1e-9);
    live(block, 1);
    ck_assert_double_eq_tol(table->granted[0], 0.19 * pool, 3.0);
    struct waterfall parts;
    sold_for(block, 5e6, 0, &parts);
    ck_assert_double_eq(parts.staff, 0.0);
    sold_for(block, 20e6, 0, &parts);
    ck_assert_double_eq_tol(parts.staff, table->granted[0] * (parts.share_value - table->strike[0]), 1e-3);
    block->company.headcount[0] = block->company.departed[0] = 5.0; /* half of the staff leaves */
    live(block, 1);
    ck_assert_double_eq_tol(table->granted[0], (0.095 + 0.0905) * pool, 4.0);
    expect_share(block->company.pool_share[0], 0.1);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_safe_converts_in_the_series_a,
                                  a_company_is_sold_before_any_priced_round,
                                  a_favoured_safe_gets_the_terms_of_the_next,
                                  a_note_is_repaid_with_interest,
                                  a_note_that_cannot_be_repaid_stays,
                                  a_note_that_is_due_converts_at_its_cap,
                                  a_bridge_is_more_of_the_last_class,
                                  a_bridge_is_paid_by_who_holds_the_class,
                                  a_bridge_on_a_safe_or_note_is_more_of_it,
                                  debt_goes_before_owners,
                                  a_down_round_triggers_protection,
                                  founders_sell_vested_shares,
                                  founders_sell_nothing_before_the_cliff_and_no_more_than_they_have_earned,
                                  preferences_and_participation,
                                  seniority,
                                  pro_rata,
                                  options_are_granted_and_come_back,
                                  NULL};
    return fixture_run("holdings", tests);
}
