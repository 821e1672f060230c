/* How a company ends, for how much, and who is paid. */
#include "model/exit.h"

#include "laws/fixture.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

/* A sound company on its own, with an investor who holds a quarter for $2M: worth $10M, $1M in the
 * bank, and a draw that brings no event whose chance is below 0.1. */
static struct block *company_block(void)
{
    struct block *block = fixture_block(1);
    fixture_idle(block);
    FIXTURE_SET(block, exits.offer_premium, 1.0);
    FIXTURE_SET(block, exits.offer_noise, 0.0);
    FIXTURE_SET(block, exits.offer_half, 10e6);
    FIXTURE_SET(block, exits.giant_interest, 0.0);
    FIXTURE_SET(block, exits.reservation, 1.0);
    FIXTURE_SET(block, exits.reservation_independent, 1.0);
    FIXTURE_SET(block, exits.ipo_rate, 0.0);
    FIXTURE_SET(block, exits.wind_down, 0.0);
    FIXTURE_SET(block, exits.technology_value, 0.0);
    FIXTURE_SET(block, exits.talent_engineer, 0.0);
    FIXTURE_SET(block, exits.talent_team, 1e18);
    FIXTURE_SET(block, exits.talent_floor, 0.3);
    FIXTURE_SET(block, exits.least_sale, 2e6);
    FIXTURE_SET(block, exits.sale_runway, 4.0);
    FIXTURE_SET(block, exits.sale_effort, 1.0);
    FIXTURE_SET(block, exits.distress_value, 0.5);
    FIXTURE_SET(block, exits.distress_technology, 0.1);
    FIXTURE_SET(block, exits.acquihire_floor, 1e6);
    FIXTURE_SET(block, company.loan, 0.0);
    month_start(block);
    struct company *company = &block->company;
    block->world.open[0] = block->world.valuation[0] = 1.0;
    company->rounds[0] = 1.0;
    company->founders_share[0] = 0.75;
    struct captable *table = &block->holdings[0].table;
    table->founders = 7.5e6;
    table->rows = table->rounds = 1;
    table->row[0] = (struct captable_row){.kind = CAPTABLE_PREFERRED,
                                          .paid = 2e6,
                                          .claim = 2e6,
                                          .most = 2e6,
                                          .shares = 2.5e6,
                                          .rank = 1};
    block->closing[0][0].amount = 2e6;
    company->worth[0] = 10e6;
    company->cash[0] = 1e6;
    company->spent[0] = 50e3;
    company->collected[0] = 60e3;
    company->headcount[0] = 10.0;
    block->month = 29;
    fixture_draw(block, 0.1);
    return block;
}

static const struct result *end(struct block *block, enum outcome outcome, enum cause cause)
{
    exit_step(block);
    ck_assert_double_eq(block->company.live[0], 0.0);
    ck_assert_int_eq(block->result[0].outcome, outcome);
    ck_assert_int_eq(block->result[0].cause, cause);
    ck_assert_int_eq(block->result[0].month, 30);
    return &block->result[0];
}

static void expect_life(struct block *block)
{
    exit_step(block);
    ck_assert_double_eq(block->company.live[0], 1.0);
}

START_TEST(a_sound_company_goes_on)
{
    struct block *block = company_block();
    expect_life(block);
    ck_assert_double_eq(block->company.strategic[0], 10e6);
    free(block);
}
END_TEST

/* Known by half at offer_half: a rate of 0.4 makes a chance of 0.2, and 0.1 of it is the median. */
START_TEST(a_good_offer_is_accepted)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.offer_rate, 0.4);
    FIXTURE_SET(block, company.founders, 3.0);
    block->company.unpaid[0] = 14.5;
    const struct result *result = end(block, OUTCOME_ACQUIRED, CAUSE_OFFER);
    ck_assert_double_eq(result->proceeds, 11e6); /* with the cash */
    ck_assert_double_eq_tol(result->founder_proceeds, 0.75 * 11e6, 1e-8);
    ck_assert_double_eq_tol(result->investor_proceeds, 0.25 * 11e6, 1e-8);
    ck_assert_double_eq(result->invested, 2e6);
    ck_assert_double_eq_tol(block->closing[0][0].proceeds, 0.25 * 11e6, 1e-8); /* of that round */
    ck_assert_int_eq(result->rounds, 1);
    ck_assert_double_eq(result->founders, 3.0);
    ck_assert_double_eq(result->unpaid, 14.5);
    free(block);
}
END_TEST

START_TEST(a_poor_offer_is_refused)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.offer_rate, 0.4);
    block->company.post_money[0] = 20e6;
    expect_life(block);
    free(block);
}
END_TEST

/* The best offer is not heard between the term sheet and the money, nor while a round at certain odds
 * is sought. */
START_TEST(who_has_signed_looks_for_no_other_buyer)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.offer_rate, 0.4);
    block->company.agreed[0] = 1.0;
    expect_life(block);
    block->company.agreed[0] = 0.0;
    block->company.searching[0] = 1.0;
    block->next.odds[0] = 1.0;
    expect_life(block);
    block->next.odds[0] = 0.9;
    end(block, OUTCOME_ACQUIRED, CAUSE_OFFER);
    free(block);
}
END_TEST

/* Investors end what does not pay for itself and is worth less than their last cheque, where others raise. */
START_TEST(a_lost_company_is_written_off_while_money_is_there)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.write_off, 0.5);
    FIXTURE_SET(block, people.break_up, 0.0);
    FIXTURE_SET(block, exits.wind_down, 0.0);
    block->company.lean[0] = 1.0;
    block->company.collected[0] = 40e3;
    block->company.last_amount[0] = 20e6;
    block->world.open[0] = 0.0;
    expect_life(block);
    block->world.open[0] = 1.0;
    block->company.last_amount[0] = 5e6;
    expect_life(block);
    block->company.last_amount[0] = 20e6;
    block->company.collected[0] = 60e3;
    expect_life(block);
    block->company.collected[0] = 40e3;
    block->company.resting[0] = block->given.funding.search_rest[0]; /* the search failed this month */
    expect_life(block);
    block->company.resting[0] -= 1.0;
    block->company.agreed[0] = 1.0; /* and here is the next one's money */
    expect_life(block);
    block->company.agreed[0] = 0.0;
    exit_step(block);
    ck_assert_double_eq(block->company.live[0], 0.0);
    ck_assert_int_eq(block->result[0].cause, CAUSE_WRITTEN_OFF);
    free(block);
}
END_TEST

/* Customers carry it only as long as its founders forgo their pay. */
START_TEST(who_breaks_even_on_forgone_pay_is_written_off)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.write_off, 0.5);
    FIXTURE_SET(block, people.break_up, 0.0);
    block->company.lean[0] = 1.0;
    block->company.collected[0] = 60e3;
    block->company.last_amount[0] = 20e6;
    block->company.worth[0] = 0.0;
    expect_life(block);
    block->company.poor[0] = 1.0;
    exit_step(block);
    ck_assert_double_eq(block->company.live[0], 0.0);
    ck_assert_int_eq(block->result[0].cause, CAUSE_WRITTEN_OFF);
    free(block);
}
END_TEST

/* After three half-lives an eighth of what the price says beyond the worth is left. */
START_TEST(a_price_is_forgotten_with_time)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.offer_rate, 0.4);
    FIXTURE_SET(block, exits.price_memory, 12.0);
    block->company.post_money[0] = 20e6;
    block->company.since_round[0] = 36.0;
    expect_life(block); /* asks 10 + 10 / 8 */
    block->company.since_round[0] = 1e6;
    const struct result *result = end(block, OUTCOME_ACQUIRED, CAUSE_OFFER);
    ck_assert_double_gt(result->proceeds, 10e6);
    free(block);
}
END_TEST

/* It burns $10k a month, so that $39k last less than four. */
START_TEST(who_is_short_of_cash_takes_what_a_buyer_pays_who_knows_it)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.offer_rate, 0.4);
    block->company.post_money[0] = 20e6;
    block->company.cash[0] = 39e3;
    expect_life(block); /* customers pay the bills */
    block->company.collected[0] = 40e3;
    block->company.cash[0] = 41e3;
    expect_life(block);
    block->company.cash[0] = 39e3;
    const struct result *result = end(block, OUTCOME_ACQUIRED, CAUSE_DISTRESS_OFFER);
    ck_assert_double_eq_tol(result->proceeds, 0.5 * 10e6 + 39e3, 1e-8);
    free(block);
}
END_TEST

/* At a rate of 0.1, worth offer_half: 0.05, which looking for a buyer makes four times as much. */
START_TEST(who_is_short_of_cash_looks_for_a_buyer)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.offer_rate, 0.1);
    FIXTURE_SET(block, exits.sale_effort, 4.0);
    expect_life(block);
    block->company.collected[0] = block->company.cash[0] = 0.0;
    end(block, OUTCOME_ACQUIRED, CAUSE_OFFER);
    free(block);
}
END_TEST

START_TEST(offers_depend_on_climate_giants_and_size)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.offer_rate, 0.21);
    FIXTURE_SET(block, climate.shut_odds, 0.5);
    FIXTURE_SET(block, exits.reservation, 0.0);
    block->company.worth[0] = 5e6; /* known by a third: 0.07 */
    expect_life(block);
    block->world.giants[0] = 2.0;
    expect_life(block); /* who are not interested */
    FIXTURE_SET(block, exits.giant_interest, 0.3);
    block->world.open[0] = 0.0;
    expect_life(block); /* 0.056 */
    block->world.open[0] = 1.0;
    end(block, OUTCOME_ACQUIRED, CAUSE_OFFER); /* 0.112 */
    free(block);
}
END_TEST

START_TEST(nobody_buys_a_dwarf)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.offer_rate, 1.0);
    FIXTURE_SET(block, exits.offer_half, 1.0);
    block->company.worth[0] = 1.9e6;
    expect_life(block);
    free(block);
}
END_TEST

/* Technology is worth its lead in a market that asks for it, once it is complete and adopted. */
START_TEST(technology_is_worth_what_a_distributor_makes_of_it)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.technology_value, 400e6);
    block->company.engineers[0] = 10.0;
    FIXTURE_SET(block, market.differentiation, 0.5);
    FIXTURE_SET(block, market.accounts, 4000.0);
    block->company.lead[0] = 0.5;
    block->company.completeness[0] = 0.5;
    block->world.adopters[0] = 1000.0;
    expect_life(block); /* 400M x .5 x .5 x .5 x sqrt(1/4) */
    ck_assert_double_eq_tol(block->company.strategic[0], 25e6, 1e-6);
    FIXTURE_SET(block, market.differentiation, 0.0);
    expect_life(block);
    ck_assert_double_eq(block->company.strategic[0], 10e6);
    free(block);
}
END_TEST

/* Ready in every way: it lists at its worth, and everybody converts. */
static struct block *ready_block(void)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.ipo_rate, 0.2);
    FIXTURE_SET(block, exits.ipo_revenue, 50e6);
    FIXTURE_SET(block, exits.ipo_growth, 0.2);
    FIXTURE_SET(block, exits.ipo_services_limit, 0.6);
    block->company.revenue[0] = 50e6;
    block->company.growth[0] = 0.2;
    block->company.year[STREAM_SERVICES][0] = 20e6;
    block->company.year[STREAM_TRAINING][0] = 10e6;
    return block;
}

START_TEST(a_ready_company_lists)
{
    struct block *block = ready_block();
    struct captable_row *row = &block->holdings[0].table.row[0];
    row->claim = row->most = 9e6; /* which it would rather keep */
    const struct result *result = end(block, OUTCOME_IPO, CAUSE_LISTED);
    ck_assert_double_eq_tol(result->investor_proceeds, 0.25 * 11e6, 1e-8);
    free(block);
}
END_TEST

START_TEST(each_demand_of_the_exchange_is_asked)
{
    for (int demand = 0; demand < 4; demand++) {
        struct block *block = ready_block();
        block->company.revenue[0] -= demand == 0 ? 1.0 : 0.0;
        block->company.growth[0] -= demand == 1 ? 0.01 : 0.0;
        block->company.year[STREAM_TRAINING][0] += demand == 2 ? 1.0 : 0.0;
        block->world.open[0] = demand == 3 ? 0.0 : 1.0;
        expect_life(block);
        free(block);
    }
}
END_TEST

START_TEST(receivables_carry_a_company_without_cash)
{
    struct block *block = company_block();
    FIXTURE_SET(block, delivery.credit, 0.7);
    block->company.worth[0] = 0.0;
    block->company.cash[0] = -70e3;
    block->company.receivables[0] = 101e3;
    expect_life(block);
    block->company.receivables[0] = 99e3;
    const struct result *result = end(block, OUTCOME_SHUT_DOWN, CAUSE_OUT_OF_CASH);
    ck_assert_double_eq(result->proceeds, 29e3); /* who closes still collects, and pays the bank */
    ck_assert_double_eq(result->founder_proceeds, 0.0);
    free(block);
}
END_TEST

START_TEST(debts_are_not_handed_on)
{
    struct block *block = company_block();
    block->company.worth[0] = 0.0;
    block->company.cash[0] = -1e6;
    const struct result *result = end(block, OUTCOME_SHUT_DOWN, CAUSE_OUT_OF_CASH);
    ck_assert_double_eq(result->proceeds, 0.0);
    free(block);
}
END_TEST

/* Out of money, with nothing to sell but ten engineers at $1M, who know little: 30%, of which half
 * is paid in distress. */
static struct block *talented_block(double floor)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.talent_engineer, 1e6);
    FIXTURE_SET(block, exits.acquihire_floor, floor);
    block->company.engineers[0] = 10.0;
    block->company.worth[0] = 0.0;
    block->company.cash[0] = -1.0;
    return block;
}

START_TEST(people_are_worth_something_in_distress)
{
    struct block *block = talented_block(1.5e6);
    const struct result *result = end(block, OUTCOME_ACQUIHIRED, CAUSE_OUT_OF_CASH);
    ck_assert_double_eq_tol(result->proceeds, 1.5e6 - 1.0, 1e-8);
    ck_assert_double_eq_tol(result->investor_proceeds, 1.5e6 - 1.0, 1e-8); /* 2M come first */
    free(block);
    block = talented_block(1.6e6);
    end(block, OUTCOME_SHUT_DOWN, CAUSE_OUT_OF_CASH);
    free(block);
}
END_TEST

/* Of as many again as 'talent_team' a buyer pays half for each. */
START_TEST(a_large_team_is_paid_less_for_each)
{
    struct block *block = talented_block(0.75e6);
    FIXTURE_SET(block, exits.talent_team, 10.0);
    ck_assert_double_eq_tol(end(block, OUTCOME_ACQUIHIRED, CAUSE_OUT_OF_CASH)->proceeds, 0.75e6 - 1.0, 1e-8);
    free(block);
    block = talented_block(0.75e6);
    FIXTURE_SET(block, exits.talent_team, 10.0);
    block->company.trainers[0] = 100.0; /* who are worth nothing lower no price */
    FIXTURE_SET(block, exits.talent_consultant, 0.0);
    ck_assert_double_eq_tol(end(block, OUTCOME_ACQUIHIRED, CAUSE_OUT_OF_CASH)->proceeds, 0.75e6 - 1.0, 1e-8);
    free(block);
}
END_TEST

/* So is a business, or, for pennies, technology: a tenth of 400M x .5 x 1 x .5 x 1. */
START_TEST(the_best_part_is_sold_in_distress)
{
    struct block *block = talented_block(1e6);
    block->company.worth[0] = 4e6;
    ck_assert_double_eq_tol(end(block, OUTCOME_ACQUIRED, CAUSE_OUT_OF_CASH)->proceeds,
                            0.5 * 4e6 - 1.0, 1e-8); /* a business */
    free(block);
    block = talented_block(1e6);
    FIXTURE_SET(block, exits.technology_value, 400e6);
    block->company.engineers[0] = 10.0;
    FIXTURE_SET(block, market.differentiation, 1.0);
    block->world.adopters[0] = block->given.market.accounts[0];
    block->company.lead[0] = block->company.completeness[0] = 0.5;
    FIXTURE_SET(block, exits.talent_engineer, 0.0);
    ck_assert_double_eq_tol(end(block, OUTCOME_ACQUIHIRED, CAUSE_OUT_OF_CASH)->proceeds,
                            0.1 * 100e6 - 1.0, 1e-8);
    free(block);
}
END_TEST

/* Lenders come before owners. */
START_TEST(a_loan_is_paid_back_first)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.offer_rate, 0.4);
    FIXTURE_SET(block, company.loan, 3e6);
    const struct result *result = end(block, OUTCOME_ACQUIRED, CAUSE_OFFER);
    ck_assert_double_eq(result->proceeds, 8e6);
    free(block);
}
END_TEST

START_TEST(founders_part)
{
    struct block *block = company_block();
    FIXTURE_SET(block, people.break_up, 0.5);
    FIXTURE_SET(block, exits.wind_down, 4.0);
    block->company.worth[0] = 0.0;
    FIXTURE_SET(block, company.founders, 1.0);
    block->company.headcount[0] = 3.0;
    expect_life(block); /* investors would find somebody else */
    block->company.rounds[0] = 0.0;
    block->holdings[0].table.rows = block->holdings[0].table.rounds = 0;
    block->company.headcount[0] = 10.0;
    expect_life(block); /* one founder of ten people: a tenth of the rate */
    block->company.headcount[0] = 2.0;
    const struct result *result = end(block, OUTCOME_SHUT_DOWN, CAUSE_GAVE_UP);
    ck_assert_double_eq(result->proceeds, 800e3); /* 1M less four months' costs */
    ck_assert_double_eq(result->founder_proceeds, 800e3);
    free(block);
}
END_TEST

START_TEST(the_rest_is_marked_at_the_horizon)
{
    struct block *block = company_block();
    FIXTURE_SET(block, exits.illiquidity, 0.3);
    FIXTURE_SET(block, exits.discount_rate, 0.12 / 12.0);
    block->horizon = 60;
    exit_finish(block);
    const struct result *result = &block->result[0];
    ck_assert_int_eq(result->outcome, OUTCOME_PRIVATE);
    ck_assert_int_eq(result->cause, CAUSE_NONE);
    ck_assert_int_eq(result->month, block->horizon);
    ck_assert_double_eq_tol(result->proceeds, 7e6 + 1e6, 1e-8);
    ck_assert_double_eq_tol(result->founder_present, 6e6 / pow(1.12, 5.0), 1e-6);
    free(block);
}
END_TEST

START_TEST(an_end_is_written_where_the_path_began)
{
    struct block *block = company_block();
    block->origin[0] = 7;
    block->company.cash[0] = -1.0;
    exit_step(block);
    ck_assert_int_eq(block->result[7].cause, CAUSE_OUT_OF_CASH);
    free(block);
}
END_TEST

START_TEST(the_dead_do_not_end_again)
{
    struct block *block = ready_block();
    FIXTURE_SET(block, exits.offer_rate, 1.0);
    block->company.live[0] = 0.0;
    block->company.cash[0] = -1e9;
    exit_step(block);
    ck_assert_int_eq(block->result[0].month, 0);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_sound_company_goes_on,
                                  a_good_offer_is_accepted,
                                  a_poor_offer_is_refused,
                                  who_has_signed_looks_for_no_other_buyer,
                                  a_lost_company_is_written_off_while_money_is_there,
                                  who_breaks_even_on_forgone_pay_is_written_off,
                                  a_price_is_forgotten_with_time,
                                  who_is_short_of_cash_takes_what_a_buyer_pays_who_knows_it,
                                  who_is_short_of_cash_looks_for_a_buyer,
                                  offers_depend_on_climate_giants_and_size,
                                  nobody_buys_a_dwarf,
                                  technology_is_worth_what_a_distributor_makes_of_it,
                                  a_ready_company_lists,
                                  each_demand_of_the_exchange_is_asked,
                                  receivables_carry_a_company_without_cash,
                                  debts_are_not_handed_on,
                                  people_are_worth_something_in_distress,
                                  a_large_team_is_paid_less_for_each,
                                  the_best_part_is_sold_in_distress,
                                  a_loan_is_paid_back_first,
                                  founders_part,
                                  the_rest_is_marked_at_the_horizon,
                                  an_end_is_written_where_the_path_began,
                                  the_dead_do_not_end_again,
                                  NULL};
    return fixture_run("exit", tests);
}
