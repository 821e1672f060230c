/* Services are sold by attraction and effort, products by evaluations and a score. */
#include "model/sales.h"

#include "laws/fixture.h"
#include "model/market.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

/* Two companies alike that sell services and a subscription to a large market; counts of deals are
 * large enough to tell a difference of a per cent. */
static struct block *two_companies(void)
{
    struct block *block = fixture_block(2);
    fixture_calm(block);
    FIXTURE_SET(block, market.services_need, 1e8);
    FIXTURE_SET(block, sales.evaluations_per_rep, 50.0);
    FIXTURE_SET(block, sales.evaluations_at_once, 1e9);
    FIXTURE_SET(block, stage[0].services, 1.0);
    FIXTURE_SET(block, stage[0].subscription, 1.0);
    month_start(block);
    fixture_fill(block->world.adopters, 1000.0);
    fixture_fill(block->world.new_adopters, 20.0);
    fixture_fill(block->world.demand, 1.0);
    fixture_fill(block->world.maturity, 0.3);
    fixture_fill(block->company.expertise, 0.3);
    fixture_fill(block->company.influence, 0.2);
    fixture_fill(block->company.value, 0.8);
    fixture_fill(block->company.sellers, 5.0);
    fixture_draw(block, 0.5);
    return block;
}

/* Steps afresh, with 1000 evaluations ripe for a decision; sales people find enough who do not try. */
static void step(struct block *block)
{
    fixture_fill(block->company.backlog, 0.0);
    fixture_fill(block->company.evaluating[2], 2000.0);
    fixture_fill(block->company.undecided, 0.0);
    FIXTURE_SET(block, sales.evaluation_length, 6.0);
    fixture_draw(block, 0.5);
    sales_step(block);
    ck_assert_double_eq(block->company.decided[0], 1000.0);
}

static double more_engagements(const struct block *block)
{
    return block->company.engagements[1] - block->company.engagements[0];
}

static double more_wins(const struct block *block)
{
    return block->company.wins[1] - block->company.wins[0];
}

START_TEST(experts_attract_demand)
{
    struct block *block = two_companies();
    block->company.expertise[1] = 0.9;
    step(block);
    ck_assert_double_gt(more_engagements(block), 0.0);
    FIXTURE_SET(block, sales.pull_expertise, 0.0);
    step(block);
    ck_assert_double_eq(more_engagements(block), 0.0);
    free(block);
}
END_TEST

START_TEST(influence_attracts_demand)
{
    struct block *block = two_companies();
    block->company.influence[1] = 0.9;
    step(block);
    ck_assert_double_gt(more_engagements(block), 0.0);
    FIXTURE_SET(block, sales.pull_influence, 0.0);
    step(block);
    ck_assert_double_eq(more_engagements(block), 0.0);
    free(block);
}
END_TEST

START_TEST(rivals_and_lack_of_effort_cost_demand)
{
    struct block *block = two_companies();
    block->given.market.rival_services[1] *= 2.0;
    step(block);
    ck_assert_double_lt(more_engagements(block), 0.0);
    block->given.market.rival_services[1] *= 0.5;
    block->company.sellers[1] = 1.0;
    step(block);
    ck_assert_double_lt(more_engagements(block), 0.0);
    free(block);
}
END_TEST

START_TEST(mature_technology_needs_fewer_experts)
{
    struct block *block = two_companies();
    block->world.maturity[1] = 0.9;
    step(block);
    ck_assert_double_lt(more_engagements(block), 0.0);
    free(block);
}
END_TEST

START_TEST(customers_do_not_queue_for_ever)
{
    struct block *block = two_companies();
    fixture_fill(block->company.consultants, 10.0);
    block->company.backlog[0] = 0.0;
    block->company.backlog[1] = 1e9;
    sales_step(block);
    ck_assert_double_lt(more_engagements(block), 0.0);
    free(block);
}
END_TEST

START_TEST(backlog_grows_by_deals_and_shrinks_by_cancellation)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, sales.engagement_value, 1e5);
    FIXTURE_SET(block, sales.cancellation, 0.02);
    FIXTURE_SET(block, market.services_need, 0.0);
    FIXTURE_SET(block, market.services_recurring, 0.0);
    fixture_fill(block->company.backlog, 5e5);
    sales_step(block);
    ck_assert_double_eq(block->company.engaged[0], 0.0);
    ck_assert_double_eq_tol(block->company.backlog[0], 4.9e5, 1e-9);
    FIXTURE_SET(block, market.services_need, 1e8);
    FIXTURE_SET(block, sales.order_limit, 240.0);
    market_prepare(block);
    fixture_fill(block->company.consultants, 1e5); /* enough to be trusted with all of it */
    step(block);
    ck_assert_double_gt(block->company.engagements[0], 0.0);
    ck_assert_double_eq_tol(block->company.engaged[0], 1e5 * block->company.engagements[0], 1e-6);
    free(block);
}
END_TEST

START_TEST(subscribers_order_services_from_their_vendor)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, sales.attach_rate, 0.2);
    FIXTURE_SET(block, sales.cancellation, 0.0);
    FIXTURE_SET(block, market.services_need, 0.0);
    FIXTURE_SET(block, market.services_recurring, 0.0);
    fixture_fill(block->company.backlog, 0.0);
    block->company.subscription[1] = 1e5;
    sales_step(block);
    ck_assert_double_eq(block->company.backlog[0], 0.0);
    ck_assert_double_eq_tol(block->company.backlog[1], 2e4, 1e-9);
    ck_assert_double_eq(block->company.engagements[1], 0.0);
    fixture_fill(block->now.services, 0.0);
    sales_step(block);
    ck_assert_double_eq_tol(block->company.backlog[1], 2e4, 1e-9);
    free(block);
}
END_TEST

START_TEST(who_stops_selling_services_works_the_backlog_off)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, sales.cancellation, 0.02);
    fixture_fill(block->now.services, 0.0);
    fixture_fill(block->company.backlog, 5e5);
    sales_step(block);
    ck_assert_double_eq(block->company.engagements[0], 0.0);
    ck_assert_double_eq_tol(block->company.backlog[0], 4.9e5, 1e-9);
    ck_assert_double_eq_tol(block->company.cancelled[0], 1e4, 1e-9);
    free(block);
}
END_TEST

/* Customers entrust to four consultants, and one to come, a year of their work. */
START_TEST(the_order_book_has_an_end)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, sales.order_limit, 12.0);
    FIXTURE_SET(block, sales.cancellation, 0.0);
    FIXTURE_SET(block, delivery.bill_rate, 20e3);
    fixture_fill(block->company.consultants, 4.0);
    step(block);
    ck_assert_double_eq_tol(block->company.backlog[0], 1.2e6, 1e-8);
    sales_step(block);
    ck_assert_double_eq_tol(block->company.backlog[0], 1.2e6, 1e-8);
    block->company.backlog[0] = 5e6; /* as when consultants have left */
    sales_step(block);
    ck_assert_double_eq(block->company.engaged[0], 0.0);
    free(block);
}
END_TEST

START_TEST(trust_wins_deals_where_technology_does_not)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, market.differentiation, 0.2);
    block->company.influence[1] = 0.8;
    step(block);
    ck_assert_double_gt(more_wins(block), 0.0);
    FIXTURE_SET(block, sales.trust_influence, 0.0);
    step(block);
    ck_assert_double_eq(more_wins(block), 0.0);
    block->company.expertise[1] = 0.8;
    step(block);
    ck_assert_double_gt(more_wins(block), 0.0);
    FIXTURE_SET(block, sales.trust_expertise, 0.0);
    step(block);
    ck_assert_double_eq(more_wins(block), 0.0);
    free(block);
}
END_TEST

START_TEST(differentiation_says_what_buyers_look_at)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, market.differentiation, 1.0);
    block->company.expertise[1] = block->company.influence[1] = 0.9;
    step(block);
    ck_assert_double_eq(more_wins(block), 0.0);
    block->company.lead[1] = 0.9;
    step(block);
    ck_assert_double_gt(more_wins(block), 0.0);
    FIXTURE_SET(block, market.differentiation, 0.0);
    fixture_fill(block->company.expertise, 0.3);
    fixture_fill(block->company.influence, 0.2);
    step(block);
    ck_assert_double_eq(more_wins(block), 0.0);
    free(block);
}
END_TEST

START_TEST(value_and_rivals_decide_deals)
{
    struct block *block = two_companies();
    block->company.value[1] = 0.4;
    step(block);
    ck_assert_double_lt(more_wins(block), 0.0);
    block->company.value[1] = 0.0;
    step(block);
    ck_assert_double_eq(block->company.wins[1], 0.0);
    block->company.value[1] = 0.8;
    block->world.rival_appeal[1] += 0.3;
    step(block);
    ck_assert_double_lt(more_wins(block), 0.0);
    free(block);
}
END_TEST

/* However good, no more than win_ceiling of them: 60% of 1000, and the median draw. */
/* What is told of a buyer's reasons is what the month does. */
START_TEST(the_reasons_can_be_asked_for)
{
    struct block *block = two_companies();
    const struct sales *sales = &block->given.sales;
    block->company.lead[0] = 0.4;
    step(block);
    double rival = block->world.rival_appeal[0];
    double convinced = sales->win_ceiling[0] * block->company.value[0] * sales_beats(block, 0, rival);
    ck_assert_double_gt(convinced, 0.0);
    ck_assert_double_eq_tol(block->scratch[0][0], convinced, 1e-12);
    ck_assert_double_eq_tol(sales_beats(block, 0, sales_score(block, 0)), 0.5, 1e-12);
    free(block);
}
END_TEST

START_TEST(no_company_wins_everything)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, sales.win_ceiling, 0.6);
    FIXTURE_SET(block, sales.win_steepness, 100.0);
    FIXTURE_SET(block, sales.trust_expertise, 5.0);
    fixture_fill(block->company.value, 1.0);
    fixture_fill(block->company.expertise, 1.0);
    step(block);
    ck_assert_double_eq_tol(block->company.wins[0], 600.0, 1.0);
    free(block);
}
END_TEST

START_TEST(nothing_is_evaluated_that_is_not_offered)
{
    struct block *block = two_companies();
    step(block);
    ck_assert_double_gt(block->company.started[0], 0.0);
    fixture_fill(block->now.subscription, 0.0);
    step(block);
    ck_assert_double_eq(block->company.started[0], 0.0);
    ck_assert_double_eq(block->company.wins[0], 0.0);
    fixture_fill(block->now.licences, 1.0);
    step(block);
    ck_assert_double_gt(block->company.started[0], 0.0);
    ck_assert_double_gt(block->company.wins[0], 0.0);
    free(block);
}
END_TEST

START_TEST(reps_and_business_users_start_evaluations)
{
    struct block *block = two_companies();
    fixture_fill(block->world.adopters, 5000.0);
    block->company.sellers[1] = 10.0;
    step(block);
    ck_assert_double_gt(block->company.started[1], block->company.started[0]);
    block->company.sellers[1] = 5.0;
    FIXTURE_SET(block, sales.evaluations_per_business_user, 0.01);
    block->company.business_users[1] = 10000.0;
    step(block);
    ck_assert_double_gt(block->company.started[1], block->company.started[0]);
    free(block);
}
END_TEST

/* Five sellers and a third of each of three founders attend to four each; what does not fit does not
 * begin. */
START_TEST(sellers_attend_to_so_many_evaluations)
{
    struct block *block = two_companies();
    fixture_fill(block->rates.small_subscription, 1.0);
    FIXTURE_SET(block, sales.evaluations_at_once, 4.0);
    FIXTURE_SET(block, sales.founders_sell, 1.0 / 3.0);
    FIXTURE_SET(block, company.founders, 3.0);
    block->company.evaluating[0][1] = 20.0;
    block->company.evaluating[2][1] = 8.0;
    sales_step(block);
    ck_assert_double_eq_tol(block->company.started[0], 24.0, 1.0); /* the median of a Poisson count */
    ck_assert_double_eq(block->company.started[1], 0.0);
    free(block);
}
END_TEST

/* Sold at a price that takes half the time, a seller begins twice as many, and attends to as many more. Counts are
 * whole: one of more than 100, or of more than 20, is what the tolerances allow. */
START_TEST(small_deals_take_less_time)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, sales.evaluations_per_adopter, 0.0);
    FIXTURE_SET(block, sales.evaluations_again, 0.0);
    block->rates.small_subscription[0] = 1.0;
    block->rates.small_subscription[1] = 2.0;
    sales_step(block);
    ck_assert_double_gt(block->company.started[0], 100.0);
    ck_assert_double_eq_tol(block->company.started[1] / block->company.started[0], 2.0, 0.02);
    for (int phase = 0; phase < 3; phase++)
        fixture_fill(block->company.evaluating[phase], 0.0);
    FIXTURE_SET(block, sales.evaluations_at_once, 10.0);
    sales_step(block);
    ck_assert_double_gt(block->company.started[0], 20.0);
    ck_assert_double_eq_tol(block->company.started[1] / block->company.started[0], 2.0, 0.1);
    free(block);
}
END_TEST

/* The rate that the market prepares: at four times the ordinary price, and an effort of a half, half as many. */
START_TEST(effort_grows_with_the_price)
{
    struct block *block = fixture_block(1);
    fixture_calm(block);
    FIXTURE_SET(block, market.subscription_price, 400e3 / 12.0);
    FIXTURE_SET(block, market.licence_price, 25e3);
    FIXTURE_SET(block, sales.price_effort, 0.5);
    month_start(block);
    ck_assert_double_eq_tol(block->rates.small_subscription[0], 0.5, 1e-12);
    ck_assert_double_eq_tol(block->rates.small_licence[0], 2.0, 1e-12);
    free(block);
}
END_TEST

/* Everybody who has adopted it is a customer or tries it: nobody is left to be called. */
START_TEST(sellers_call_those_who_do_not_try)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, sales.evaluations_per_adopter, 0.0);
    FIXTURE_SET(block, sales.evaluations_again, 0.0);
    FIXTURE_SET(block, sales.evaluations_per_business_user, 0.0);
    block->company.subscribers[1] = 600.0;
    block->company.evaluating[1][1] = 400.0;
    sales_step(block);
    ck_assert_double_gt(block->company.started[0], 0.0);
    ck_assert_double_eq(block->company.started[1], 0.0);
    free(block);
}
END_TEST

/* A product that does half of what is needed, and a trial that costs as much as half of a full one is
 * worth: half try. For nothing, all do. */
START_TEST(a_dear_trial_is_declined)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, sales.pilot_budget, 100e3);
    fixture_fill(block->company.value, 0.5);
    block->now.pilot_price[1] = 50e3;
    sales_step(block);
    double ratio = block->company.started[1] / block->company.started[0];
    ck_assert_double_eq_tol(ratio, 0.5, 1.0 / block->company.started[0]);
    free(block);
}
END_TEST

START_TEST(founders_who_look_for_money_sell_less)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, sales.founders_sell, 1.0);
    FIXTURE_SET(block, company.founders, 20.0);
    block->company.sellers[0] = block->company.sellers[1] = 0.0;
    block->company.searching[1] = 1.0;
    FIXTURE_SET(block, funding.search_effort, 0.0);
    sales_step(block);
    ck_assert_double_eq(block->company.started[0], block->company.started[1]);
    FIXTURE_SET(block, funding.search_effort, 1.0);
    sales_step(block);
    ck_assert_double_eq(block->company.started[1], 0.0);
    free(block);
}
END_TEST

START_TEST(a_strategic_investor_brings_evaluations)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, funding.partner_reach, 3.0);
    block->company.partner[1] = 1.0;
    sales_step(block);
    ck_assert_double_gt(block->company.started[1], block->company.started[0]);
    free(block);
}
END_TEST

START_TEST(where_nobody_has_adopted_nobody_is_ready)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, sales.ready_adopters, 0.0);
    FIXTURE_SET(block, sales.evaluations_per_business_user, 0.0);
    fixture_fill(block->world.new_adopters, 0.0);
    block->world.adopters[1] = 0.0;
    sales_step(block);
    ck_assert_double_gt(block->company.started[0], 0.0);
    ck_assert_double_eq(block->company.started[1], 0.0);
    free(block);
}
END_TEST

/* Half of what starts comes of the users, who have done 60% of theirs: 30% skip the two phases of
 * the trial. */
START_TEST(what_users_have_proven_themselves_is_not_tried_again)
{
    struct block *block = two_companies();
    struct company *company = &block->company;
    FIXTURE_SET(block, sales.evaluations_per_rep, 0.0);
    FIXTURE_SET(block, sales.evaluations_per_adopter, 0.0);
    FIXTURE_SET(block, sales.evaluations_again, 0.4);
    FIXTURE_SET(block, sales.evaluations_per_business_user, 0.01);
    FIXTURE_SET(block, sales.own_proof, 0.6);
    fixture_fill(company->business_users, 10000.0); /* 100, as many as 1000 x 0.4 x (0.2 + 0.3) / 2 */
    block->given.sales.own_proof[1] = 0.0;
    sales_step(block);
    for (int i = 0; i < 2; i++) {
        double started = company->started[i], proven = i == 0 ? 0.3 * started : 0.0;
        ck_assert_double_gt(started, 100.0);
        ck_assert_double_eq_tol(company->proven[i], proven, 1e-12 * started);
        ck_assert_double_eq_tol(company->evaluating[0][i], started - proven, 1e-12 * started);
        ck_assert_double_eq(company->evaluating[1][i], 0.0);
        ck_assert_double_eq_tol(company->evaluating[2][i], proven, 1e-12 * started);
    }
    ck_assert_double_eq(company->started[0], company->started[1]);
    fixture_fill(company->business_users, 0.0);
    sales_step(block);
    ck_assert_double_gt(company->started[0], 0.0);
    ck_assert_double_eq(company->proven[0], 0.0);
    free(block);
}
END_TEST

START_TEST(a_market_that_has_bought_is_closed)
{
    struct block *block = two_companies();
    block->company.subscribers[1] = 1000.0; /* as many as have adopted */
    step(block);
    ck_assert_double_eq(block->company.started[1], 0.0);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {experts_attract_demand,
                                  influence_attracts_demand,
                                  rivals_and_lack_of_effort_cost_demand,
                                  mature_technology_needs_fewer_experts,
                                  customers_do_not_queue_for_ever,
                                  backlog_grows_by_deals_and_shrinks_by_cancellation,
                                  subscribers_order_services_from_their_vendor,
                                  who_stops_selling_services_works_the_backlog_off,
                                  the_order_book_has_an_end,
                                  trust_wins_deals_where_technology_does_not,
                                  differentiation_says_what_buyers_look_at,
                                  value_and_rivals_decide_deals,
                                  the_reasons_can_be_asked_for,
                                  no_company_wins_everything,
                                  nothing_is_evaluated_that_is_not_offered,
                                  reps_and_business_users_start_evaluations,
                                  founders_who_look_for_money_sell_less,
                                  a_strategic_investor_brings_evaluations,
                                  sellers_attend_to_so_many_evaluations,
                                  small_deals_take_less_time,
                                  effort_grows_with_the_price,
                                  sellers_call_those_who_do_not_try,
                                  a_dear_trial_is_declined,
                                  where_nobody_has_adopted_nobody_is_ready,
                                  what_users_have_proven_themselves_is_not_tried_again,
                                  a_market_that_has_bought_is_closed,
                                  NULL};
    return fixture_run("sales", tests);
}
