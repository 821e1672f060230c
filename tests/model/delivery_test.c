/* What is delivered, who subscribes, and what is billed for it. */
#include "model/delivery.h"

#include "laws/fixture.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

/* A company without customers or prices that a test did not set. */
static struct block *company_block(void)
{
    struct block *block = fixture_block(1);
    fixture_calm(block);
    month_start(block);
    fixture_fill(block->now.pilot_price, 0.0);
    fixture_draw(block, 0.5);
    return block;
}

START_TEST(services_are_bounded_by_consultants_and_backlog)
{
    struct block *block = company_block();
    FIXTURE_SET(block, delivery.bill_rate, 20e3);
    FIXTURE_SET(block, delivery.utilisation, 0.5);
    FIXTURE_SET(block, delivery.scarcity, 0.0);
    fixture_fill(block->now.services, 1.0);
    fixture_fill(block->company.consultants, 3.0);
    fixture_fill(block->company.backlog, 50e3);
    delivery_step(block);
    ck_assert_double_eq(block->company.billed[STREAM_SERVICES][0], 30e3);
    ck_assert_double_eq(block->company.backlog[0], 20e3);
    delivery_step(block);
    ck_assert_double_eq(block->company.billed[STREAM_SERVICES][0], 20e3);
    ck_assert_double_eq(block->company.backlog[0], 0.0);
    free(block);
}
END_TEST

START_TEST(a_long_queue_is_billed_above_the_rate)
{
    struct block *block = company_block();
    FIXTURE_SET(block, delivery.bill_rate, 20e3);
    FIXTURE_SET(block, delivery.utilisation, 0.5);
    FIXTURE_SET(block, delivery.scarcity, 0.4);
    FIXTURE_SET(block, sales.queue, 6.0);
    fixture_fill(block->now.services, 1.0);
    fixture_fill(block->company.consultants, 3.0);
    fixture_fill(block->company.backlog, 6.0 * 4.0 * 20e3); /* as long as half of those who ask will bear */
    delivery_step(block);
    ck_assert_double_eq_tol(block->company.charged[0], 24e3, 1e-9);
    ck_assert_double_eq_tol(block->company.billed[STREAM_SERVICES][0], 36e3, 1e-9);
    fixture_fill(block->company.backlog, 1e15);
    delivery_step(block);
    ck_assert_double_eq_tol(block->company.charged[0], 28e3, 1e-3);
    fixture_fill(block->company.backlog, 0.0);
    delivery_step(block);
    ck_assert_double_eq(block->company.charged[0], 20e3);
    free(block);
}
END_TEST

START_TEST(training_is_bounded_by_trainers_and_demand)
{
    struct block *block = company_block();
    FIXTURE_SET(block, market.training_need, 10e3);
    FIXTURE_SET(block, delivery.training_recurring, 0.0);
    FIXTURE_SET(block, delivery.training_capacity, 40e3);
    FIXTURE_SET(block, delivery.training_influence_half, 0.2);
    fixture_fill(block->now.training, 1.0);
    fixture_fill(block->world.new_adopters, 10.0);
    fixture_fill(block->company.trainers, 0.5);
    fixture_fill(block->company.expertise, 0.8);
    fixture_fill(block->company.influence, 0.2);
    delivery_step(block); /* 10 adopters x 10k x 0.8 x 0.2/0.4 = 40k, but half a trainer */
    ck_assert_double_eq(block->company.billed[STREAM_TRAINING][0], 20e3);
    fixture_fill(block->company.trainers, 5.0);
    delivery_step(block);
    ck_assert_double_eq_tol(block->company.billed[STREAM_TRAINING][0], 40e3, 1e-10);
    fixture_fill(block->now.training, 0.0);
    delivery_step(block);
    ck_assert_double_eq(block->company.billed[STREAM_TRAINING][0], 0.0);
    free(block);
}
END_TEST

START_TEST(wins_become_subscribers)
{
    struct block *block = company_block();
    FIXTURE_SET(block, market.subscription_price, 4e3);
    fixture_fill(block->now.subscription, 1.0);
    fixture_fill(block->now.licences, 1.0); /* with a subscription on offer, buyers take that */
    fixture_fill(block->company.wins, 3.0);
    delivery_step(block);
    ck_assert_double_eq(block->company.subscribers[0], 3.0);
    ck_assert_double_eq(block->company.billed[STREAM_SUBSCRIPTION][0], 12e3);
    ck_assert_double_eq(block->company.billed[STREAM_LICENCES][0], 0.0);
    free(block);
}
END_TEST

START_TEST(no_more_subscribe_than_there_are)
{
    struct block *block = company_block();
    FIXTURE_SET(block, market.accounts, 10.0);
    fixture_fill(block->now.subscription, 1.0);
    fixture_fill(block->company.wins, 50.0);
    delivery_step(block);
    ck_assert_double_eq(block->company.subscribers[0], 10.0);
    free(block);
}
END_TEST

START_TEST(wins_become_licences_and_pay_maintenance)
{
    struct block *block = company_block();
    FIXTURE_SET(block, market.licence_price, 500e3);
    FIXTURE_SET(block, delivery.maintenance, 0.02);
    FIXTURE_SET(block, delivery.licence_life, 0.01);
    fixture_fill(block->now.licences, 1.0);
    fixture_fill(block->company.wins, 2.0);
    delivery_step(block);
    ck_assert_double_eq(block->company.licence_base[0], 1e6);
    ck_assert_double_eq(block->company.licensees[0], 2.0);
    ck_assert_double_eq(block->company.billed[STREAM_LICENCES][0], 1e6 + 20e3);
    fixture_fill(block->company.wins, 0.0);
    delivery_step(block);
    ck_assert_double_eq(block->company.licence_base[0], 990e3);
    ck_assert_double_eq(block->company.billed[STREAM_LICENCES][0], 0.02 * 990e3);
    free(block);
}
END_TEST

START_TEST(pilots_are_paid_for)
{
    struct block *block = company_block();
    fixture_fill(block->now.pilot_price, 200e3);
    fixture_fill(block->company.started, 2.0);
    delivery_step(block);
    ck_assert_double_eq(block->company.billed[STREAM_SERVICES][0], 400e3);
    fixture_fill(block->company.proven, 0.5); /* who has tried already pays for no trial */
    delivery_step(block);
    ck_assert_double_eq(block->company.billed[STREAM_SERVICES][0], 300e3);
    free(block);
}
END_TEST

/* Subscribers stay, with the median draw of no losses, and what they pay grows by expansion. */
START_TEST(subscribers_who_stay_buy_more)
{
    struct block *block = company_block();
    const double expansion[] = {0.0, 0.01, -0.02};
    FIXTURE_SET(block, delivery.churn, 0.0);
    FIXTURE_SET(block, delivery.churn_dissatisfied, 0.0);
    FIXTURE_SET(block, market.subscription_price, 4e3);
    for (int k = 0; k < 3; k++) {
        FIXTURE_SET(block, delivery.expansion, expansion[k]);
        fixture_fill(block->company.subscribers, 10.0);
        fixture_fill(block->company.subscription, 40e3);
        delivery_step(block);
        ck_assert_double_eq(block->company.subscribers[0], 10.0);
        ck_assert_double_eq_tol(block->company.subscription[0], 40e3 * (1.0 + expansion[k]), 1e-10);
    }
    /* No customer buys without end. */
    FIXTURE_SET(block, delivery.expansion, 0.5);
    FIXTURE_SET(block, delivery.expansion_limit, 10.0);
    for (int month = 0; month < 100; month++)
        delivery_step(block);
    ck_assert_double_ge(block->company.subscription[0], 10.0 * 40e3);
    ck_assert_double_lt(block->company.subscription[0], 1.5 * 10.0 * 40e3);
    free(block);
}
END_TEST

START_TEST(dissatisfaction_churns)
{
    struct block *block = company_block();
    FIXTURE_SET(block, delivery.churn, 0.01);
    FIXTURE_SET(block, delivery.churn_dissatisfied, 0.04);
    FIXTURE_SET(block, market.accounts, 1e8);
    const double value[] = {0.0, 1.0}, lost[] = {5000.0, 1000.0};
    for (int k = 0; k < 2; k++) {
        fixture_fill(block->company.subscribers, 1e5);
        fixture_fill(block->company.value, value[k]);
        delivery_step(block);
        /* The median of a Poisson count is within one of its mean. */
        ck_assert_double_eq_tol(block->company.churned[0], lost[k], 1.0);
    }
    free(block);
}
END_TEST

START_TEST(the_rest_is_billed_where_it_is_offered)
{
    struct block *block = company_block();
    FIXTURE_SET(block, delivery.value_added, 0.4);
    FIXTURE_SET(block, delivery.expansion, 0.0);
    FIXTURE_SET(block, delivery.churn, 0.0);
    FIXTURE_SET(block, delivery.churn_dissatisfied, 0.0);
    FIXTURE_SET(block, market.support_price, 750.0);
    FIXTURE_SET(block, market.pages_per_user, 60.0);
    FIXTURE_SET(block, market.advertising_price, 0.5);
    fixture_fill(block->company.payers, 20.0);
    fixture_fill(block->company.users, 1e5);
    fixture_fill(block->company.subscribers, 10.0);
    fixture_fill(block->company.subscription, 50e3);
    fixture_fill(block->company.completeness, 0.5);
    delivery_step(block);
    ck_assert_double_eq(block->company.billed[STREAM_SUPPORT][0], 15e3);
    ck_assert_double_eq(block->company.billed[STREAM_VALUE_ADDED][0], 0.0);
    ck_assert_double_eq(block->company.billed[STREAM_ADVERTISING][0], 0.0);
    fixture_fill(block->now.value_added, 1.0);
    fixture_fill(block->now.advertising, 1.0);
    delivery_step(block);
    ck_assert_double_eq_tol(block->company.billed[STREAM_VALUE_ADDED][0], 10e3, 1e-10);
    ck_assert_double_eq_tol(block->company.billed[STREAM_ADVERTISING][0], 3e3, 1e-10);
    free(block);
}
END_TEST

START_TEST(streams_cost_their_shares)
{
    struct block *block = company_block();
    FIXTURE_SET(block, delivery.cost_subscription, 0.1);
    FIXTURE_SET(block, delivery.cost_support, 0.2);
    FIXTURE_SET(block, delivery.cost_young, 0.0);
    FIXTURE_SET(block, market.support_price, 1e3);
    FIXTURE_SET(block, delivery.churn, 0.0);
    FIXTURE_SET(block, delivery.churn_dissatisfied, 0.0);
    FIXTURE_SET(block, delivery.expansion, 0.0);
    fixture_fill(block->company.payers, 10.0);
    fixture_fill(block->company.subscribers, 5.0);
    fixture_fill(block->company.subscription, 20e3);
    delivery_step(block);
    ck_assert_double_eq_tol(block->company.direct_cost[0], 0.2 * 10e3 + 0.1 * 20e3, 1e-10);
    FIXTURE_SET(block, delivery.cost_young, 0.3);
    FIXTURE_SET(block, delivery.cost_scale, 60e3); /* twice what recurs: two thirds are not saved yet */
    delivery_step(block);
    double recurring = block->company.billed[STREAM_SUPPORT][0] + block->company.billed[STREAM_SUBSCRIPTION][0];
    double each = 0.3 * 60e3 / (60e3 + recurring);
    ck_assert_double_eq_tol(block->company.direct_cost[0],
                            (0.2 + each) * block->company.billed[STREAM_SUPPORT][0] +
                                (0.1 + each) * block->company.billed[STREAM_SUBSCRIPTION][0], 1e-10);
    free(block);
}
END_TEST

/* Five trials begin; two of them users have made already, who do not pay. */
START_TEST(trials_cost_what_their_work_does)
{
    struct block *block = company_block();
    struct company *company = &block->company;
    FIXTURE_SET(block, delivery.cost_pilots, 0.8);
    FIXTURE_SET(block, sales.evaluation_cost, 0.0);
    fixture_fill(block->now.pilot_price, 50e3);
    company->started[0] = 5.0;
    company->proven[0] = 2.0;
    delivery_step(block);
    ck_assert_double_eq_tol(company->billed[STREAM_SERVICES][0], 3.0 * 50e3, 1e-10);
    ck_assert_double_eq_tol(company->direct_cost[0], 0.8 * 3.0 * 50e3, 1e-10);
    ck_assert_double_eq_tol(delivery_cost(block, 0), 0.8 * 3.0 * 50e3, 1e-10);
    free(block);
}
END_TEST

/* Between start and decision, wherever they are. */
START_TEST(evaluations_in_progress_cost)
{
    struct block *block = company_block();
    struct company *company = &block->company;
    FIXTURE_SET(block, sales.evaluation_cost, 4e3);
    fixture_fill(block->rates.small_licence, 1.0);
    fixture_fill(block->rates.small_subscription, 0.5);
    company->started[0] = company->decided[0] = 7.0;
    delivery_step(block);
    ck_assert_double_eq(company->direct_cost[0], 0.0);
    company->evaluating[0][0] = 1.0;
    company->evaluating[1][0] = 2.0;
    company->evaluating[2][0] = 3.0;
    company->undecided[0] = 0.5;
    delivery_step(block);
    ck_assert_double_eq_tol(company->direct_cost[0], 6.5 * 4e3, 1e-10);
    fixture_fill(block->now.subscription, 1.0); /* of twice the effort */
    delivery_step(block);
    ck_assert_double_eq_tol(company->direct_cost[0], 6.5 * 8e3, 1e-10);
    FIXTURE_SET(block, sales.evaluation_cost, 0.0);
    delivery_step(block);
    ck_assert_double_eq(company->direct_cost[0], 0.0);
    free(block);
}
END_TEST

/* Each 1x above the first, and only while support is on offer. */
START_TEST(analytics_beyond_the_usual_cost)
{
    struct block *block = company_block();
    const double analytics[] = {0.0, 0.5, 1.0, 1.5, 3.0}, cost[] = {0.0, 0.0, 0.0, 3e3, 12e3};
    FIXTURE_SET(block, community.analytics_cost, 6e3);
    for (int k = 0; k < 5; k++) {
        FIXTURE_SET(block, playbook.analytics, analytics[k]);
        fixture_fill(block->now.support, 1.0);
        delivery_step(block);
        ck_assert_double_eq(block->company.direct_cost[0], cost[k]);
        fixture_fill(block->now.support, 0.0);
        delivery_step(block);
        ck_assert_double_eq(block->company.direct_cost[0], 0.0);
    }
    fixture_fill(block->now.support, 1.0);
    FIXTURE_SET(block, community.analytics_cost, 0.0);
    delivery_step(block);
    ck_assert_double_eq(block->company.direct_cost[0], 0.0);
    free(block);
}
END_TEST

/* In a steady state the run-rate is twelve months' billing, and nothing grows. */
START_TEST(a_steady_run_rate_is_a_year_of_billing)
{
    struct block *block = company_block();
    FIXTURE_SET(block, market.support_price, 1e3);
    fixture_fill(block->company.payers, 100.0);
    for (; block->month < 1200; block->month++)
        delivery_step(block);
    /* The start is forgotten by (11/12)^1200. */
    ck_assert_double_eq_tol(block->company.revenue[0], 1.2e6, 1e-6);
    ck_assert_double_eq_tol(block->company.growth[0], 0.0, 1e-12);
    free(block);
}
END_TEST

/* The run-rate of billing that grows by a factor a month grows by the same factor. */
START_TEST(growth_is_told_against_a_year_ago)
{
    struct block *block = company_block();
    const double g = 1.03;
    FIXTURE_SET(block, market.support_price, 1e3);
    fixture_fill(block->company.payers, 100.0);
    for (; block->month < 600; block->month++) {
        delivery_step(block);
        block->company.payers[0] *= g;
    }
    /* The start is forgotten by (11/12 / g)^600 = 4e-31. */
    ck_assert_double_eq_tol(block->company.growth[0], pow(g, 12.0) - 1.0, 1e-12);
    free(block);
}
END_TEST

START_TEST(very_small_revenue_does_not_grow)
{
    struct block *block = company_block();
    FIXTURE_SET(block, market.support_price, 1e3);
    fixture_fill(block->company.payers, 1.0);
    for (; block->month < 24; block->month++) {
        delivery_step(block);
        ck_assert_double_eq(block->company.growth[0], 0.0);
    }
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {services_are_bounded_by_consultants_and_backlog,
                                  a_long_queue_is_billed_above_the_rate,
                                  training_is_bounded_by_trainers_and_demand,
                                  wins_become_subscribers,
                                  no_more_subscribe_than_there_are,
                                  wins_become_licences_and_pay_maintenance,
                                  pilots_are_paid_for,
                                  subscribers_who_stay_buy_more,
                                  dissatisfaction_churns,
                                  the_rest_is_billed_where_it_is_offered,
                                  streams_cost_their_shares,
                                  trials_cost_what_their_work_does,
                                  evaluations_in_progress_cost,
                                  analytics_beyond_the_usual_cost,
                                  a_steady_run_rate_is_a_year_of_billing,
                                  growth_is_told_against_a_year_ago,
                                  very_small_revenue_does_not_grow,
                                  NULL};
    return fixture_run("delivery", tests);
}
