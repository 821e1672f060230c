/* Adoption follows Bass (1969): a share p of those who have not adopted does so unprompted each
 * month, and a share q times the adopted share by imitation. */
#include "laws/fixture.h"
#include "model/market.h"

#include <math.h>
#include <stdlib.h>

static const double ACCOUNTS = 5000.0, INNOVATION = 0.003, IMITATION = 0.04;

/* A market without chance, in which one adopts `slower` times as slowly as the constants say. */
static struct block *bass_market(double slower)
{
    struct block *block = fixture_block(1);
    fixture_calm(block);
    FIXTURE_SET(block, market.accounts, ACCOUNTS);
    FIXTURE_SET(block, market.adopters_at_start, 0.0);
    FIXTURE_SET(block, market.adoption_innovation, INNOVATION / slower);
    FIXTURE_SET(block, market.adoption_imitation, IMITATION / slower);
    market_start(block);
    fixture_draw(block, 0.5);
    return block;
}

/* Adopters after so many months from none, in continuous time. */
static double closed_form(double p, double q, double months)
{
    double faded = exp(-(p + q) * months);
    return ACCOUNTS * (1.0 - faded) / (1.0 + q / p * faded);
}

/* The largest distance from the closed form on the way to where 120 months lead. */
static double largest_error(int slower)
{
    struct block *block = bass_market(slower);
    double largest = 0.0;
    for (int month = 1; month <= 120 * slower; month++) {
        fixture_draw(block, 0.5);
        market_step(block);
        double expected = closed_form(INNOVATION / slower, IMITATION / slower, month);
        largest = fmax(largest, fabs(block->world.adopters[0] - expected));
    }
    free(block);
    return largest;
}

START_TEST(adopters_follow_the_recurrence)
{
    struct block *block = bass_market(1.0);
    double adopters = 0.0;
    for (int month = 0; month < 240; month++) {
        double before = adopters;
        fixture_draw(block, 0.5);
        market_step(block);
        adopters += (INNOVATION + IMITATION * adopters / ACCOUNTS) * (ACCOUNTS - adopters);
        /* The median draw is a normal score of 0 up to 1e-7, and demand is constant anyway. A few
         * roundings a month, for 240 months. */
        ck_assert_double_eq_tol(block->world.adopters[0], adopters, 1e-12 * ACCOUNTS);
        ck_assert_double_eq_tol(block->world.new_adopters[0], adopters - before, 1e-11 * ACCOUNTS);
    }
    free(block);
}
END_TEST

/* The months are Euler steps of size 1. With |f'| <= L = p + q and |y''| <= L max f, where
 * max f = N (p + q)^2 / 4q, the error after T months is at most (e^(LT) - 1) / 2L max |y''|. */
START_TEST(adopters_are_near_the_closed_form)
{
    double sum = INNOVATION + IMITATION;
    double fastest = ACCOUNTS * sum * sum / (4.0 * IMITATION);
    double bound = (exp(sum * 120.0) - 1.0) / 2.0 * fastest;
    ck_assert_double_lt(largest_error(1), fmin(bound, 0.05 * ACCOUNTS));
}
END_TEST

/* Steps a fifth as long make Euler's error a fifth as large, up to terms of second order in the
 * step, which are a few per cent of it: a quarter to a sixth will do. */
START_TEST(shorter_steps_come_nearer)
{
    double ratio = largest_error(1) / largest_error(5);
    ck_assert_double_gt(ratio, 4.0);
    ck_assert_double_lt(ratio, 6.0);
}
END_TEST

START_TEST(nobody_adopts_twice)
{
    struct block *block = bass_market(1.0);
    FIXTURE_SET(block, market.adoption_imitation, 1.0);
    FIXTURE_SET(block, market.adoption_innovation, 0.5);
    FIXTURE_SET(block, market.demand_volatility, 2.0);
    market_prepare(block);
    for (int month = 0; month < 60; month++) {
        fixture_draw(block, 0.99);
        market_step(block);
        ck_assert_double_le(block->world.adopters[0], ACCOUNTS);
    }
    ck_assert_double_eq_tol(block->world.adopters[0], ACCOUNTS, 1e-9 * ACCOUNTS);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {adopters_follow_the_recurrence, adopters_are_near_the_closed_form,
                                  shorter_steps_come_nearer, nobody_adopts_twice, NULL};
    return fixture_run("adoption", tests);
}
