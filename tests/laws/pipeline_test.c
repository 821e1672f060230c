/* Delays and lifetimes: evaluations take an Erlang time, customers stay a geometric one, bills are
 * paid after a geometric one. */
#include "laws/fixture.h"
#include "model/cash.h"
#include "model/community.h"
#include "model/delivery.h"
#include "model/month.h"
#include "model/sales.h"

#include <math.h>
#include <stdlib.h>

/* Puts a million evaluations into the first phase and returns the mean month of their decision,
 * or with `squares` the mean of its square. */
static double mean_decision(double length, int squares)
{
    const double evaluations = 1e6;
    struct block *block = fixture_block(1);
    fixture_idle(block);
    FIXTURE_SET(block, sales.evaluation_length, length);
    month_start(block);
    struct company *company = &block->company;
    company->evaluating[0][0] = evaluations;
    double sum = 0.0, decided = 0.0;
    for (int month = 1; month <= 100.0 * length; month++) {
        fixture_draw(block, 0.5);
        sales_step(block);
        decided += company->decided[0];
        sum += company->decided[0] * month * (squares ? month : 1);
        double left = company->evaluating[0][0] + company->evaluating[1][0] +
                      company->evaluating[2][0] + company->undecided[0];
        /* Mass is conserved up to the 1e-9 that a month's floor may add, and rounding. */
        ck_assert_double_eq_tol(decided + left, evaluations, 1e-9 * month + 1e-8);
    }
    ck_assert_double_ge(decided, evaluations - 1.0);
    free(block);
    return sum / decided;
}

/* Three phases, each left with chance 3/length a month: mean length, variance 3 (1 - p) / p^2.
 * Fractions of an evaluation wait, which delays at most one of the million by the months that are
 * left: 100 lengths squared at the very most. */
START_TEST(an_evaluation_takes_its_length)
{
    const double lengths[] = {3.0, 6.0, 17.0};
    for (int i = 0; i < 3; i++) {
        double mean = lengths[i], p = 3.0 / mean, variance = 3.0 * (1.0 - p) / (p * p);
        ck_assert_double_eq_tol(mean_decision(mean, 0), mean, 100.0 * mean * 1e-6);
        ck_assert_double_eq_tol(mean_decision(mean, 1), mean * mean + variance,
                                1e4 * mean * mean * 1e-6);
    }
}
END_TEST

/* Customers who leave with chance c a month stay 1/c months, counting the month they leave in. */
START_TEST(a_subscriber_stays_a_geometric_time)
{
    const double subscribers = 1e6, churn = 0.04;
    struct block *block = fixture_block(1);
    fixture_idle(block);
    FIXTURE_SET(block, market.accounts, 1e8);
    FIXTURE_SET(block, company.subscribers, subscribers);
    FIXTURE_SET(block, delivery.churn, churn);
    FIXTURE_SET(block, delivery.churn_dissatisfied, 0.0);
    month_start(block);
    double months = 0.0;
    for (block->month = 0; block->month < 600; block->month++) {
        months += block->company.subscribers[0];
        block_draw(block);
        delivery_step(block);
    }
    /* A geometric time has the standard deviation sqrt(1 - c) / c. Losses are Poisson where they
     * ought to be binomial, which adds the factor 1 / (1 - c) to the variance. Four errors. */
    double error = 1.0 / churn / sqrt(subscribers);
    ck_assert_double_eq_tol(months / subscribers, 1.0 / churn, 4.0 * error);
    free(block);
}
END_TEST

START_TEST(dissatisfied_subscribers_stay_less_long)
{
    struct block *block = fixture_block(2);
    fixture_idle(block);
    FIXTURE_SET(block, company.payers, 1000.0);
    FIXTURE_SET(block, stage[0].support, 1.0);
    FIXTURE_SET(block, delivery.churn, 0.01);
    FIXTURE_SET(block, delivery.churn_dissatisfied, 0.03);
    month_start(block);
    block->company.value[1] = 1.0;
    double months[2] = {0.0, 0.0};
    for (int month = 0; month < 5000; month++) {
        fixture_draw(block, 0.5);
        for (int i = 0; i < 2; i++)
            months[i] += block->company.payers[i] / 1000.0;
        community_step(block);
    }
    /* No chance here. After 5000 months e^-50 of the payers are left; rounding is far below. */
    ck_assert_double_eq_tol(months[0], 1.0 / 0.04, 1e-9);
    ck_assert_double_eq_tol(months[1], 1.0 / 0.01, 1e-9);
    free(block);
}
END_TEST

/* A bill is paid with chance 1/collection in each month, that in which it was written included: on
 * average in the `collection`-th. */
START_TEST(a_bill_is_paid_after_its_time)
{
    const double lengths[] = {1.0, 2.0, 5.5, 24.0};
    for (int i = 0; i < 4; i++) {
        struct block *block = fixture_block(1);
        fixture_idle(block);
        FIXTURE_SET(block, people.collection, lengths[i]);
        month_start(block);
        double sum = 0.0;
        for (int month = 1; month <= 2000; month++) {
            block->company.billed_total[0] = month == 1 ? 1.0 : 0.0;
            cash_step(block);
            sum += month * block->company.collected[0];
        }
        /* What is still owed after 2000 months is below e^-80. */
        ck_assert_double_eq_tol(sum, lengths[i], 1e-10);
        ck_assert_double_eq_tol(block->company.cash[0], 1.0, 1e-12);
        free(block);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        an_evaluation_takes_its_length, a_subscriber_stays_a_geometric_time,
        dissatisfied_subscribers_stay_less_long, a_bill_is_paid_after_its_time, NULL};
    return fixture_run("pipeline", tests);
}
