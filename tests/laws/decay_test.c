/* What fades halves in its half-life; what is forgotten at a rate goes geometrically; maturity is
 * logistic. */
#include "laws/fixture.h"
#include "model/capability.h"
#include "model/community.h"
#include "model/market.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

enum { MONTHS = 120 };

/* A company that neither learns, builds nor is visited, so that all it had only fades. */
static struct block *fading_block(void)
{
    struct block *block = fixture_block(1);
    fixture_idle(block);
    FIXTURE_SET(block, stage[0].product, 0.0);
    FIXTURE_SET(block, stage[0].sales, 1.0);
    return block;
}

START_TEST(headlines_halve_in_their_half_life)
{
    struct block *block = fading_block();
    FIXTURE_SET(block, market.headline_half_life, 6.0);
    month_start(block);
    block->world.headlines[0] = 0.8;
    for (int month = 1; month <= MONTHS; month++) {
        fixture_draw(block, 0.5);
        market_step(block);
        /* The factor is good to 4e-16, and the rounding of 120 products grows to 120 times that. */
        double expected = 0.8 * pow(0.5, month / 6.0);
        ck_assert_double_eq_tol(block->world.headlines[0], expected, 1e-13 * expected);
        ck_assert_double_eq_tol(block->world.mood[0], exp(expected), 1e-13);
    }
    free(block);
}
END_TEST

START_TEST(an_edge_halves_in_the_imitation_half_life)
{
    struct block *block = fading_block();
    FIXTURE_SET(block, market.imitation_half_life, 15.0);
    FIXTURE_SET(block, company.edge, 3.0);
    month_start(block);
    for (int month = 1; month <= MONTHS; month++) {
        fixture_draw(block, 0.5);
        capability_step(block);
        /* As above. */
        double expected = 3.0 * pow(0.5, month / 15.0);
        ck_assert_double_eq_tol(block->company.edge[0], expected, 1e-13 * expected);
        ck_assert_double_eq_tol(block->company.lead[0], expected / (expected + 1.0), 1e-13);
    }
    free(block);
}
END_TEST

START_TEST(stocks_are_forgotten_at_their_rates)
{
    struct block *block = fading_block();
    FIXTURE_SET(block, company.expertise, 400.0);
    FIXTURE_SET(block, company.commits, 300.0);
    FIXTURE_SET(block, company.product, 200.0);
    FIXTURE_SET(block, company.content, 1000.0);
    FIXTURE_SET(block, capability.forgetting, 0.015);
    FIXTURE_SET(block, capability.commit_decay, 0.02);
    FIXTURE_SET(block, capability.obsolescence, 0.008);
    FIXTURE_SET(block, community.content_decay, 0.03);
    month_start(block);
    for (int month = 1; month <= MONTHS; month++) {
        fixture_draw(block, 0.5);
        capability_step(block);
        community_step(block);
        /* Three roundings a month of 1.1e-16 each. */
        double close = 1e-13 * 1000.0;
        ck_assert_double_eq_tol(block->company.experience[0], 400.0 * pow(0.985, month), close);
        ck_assert_double_eq_tol(block->company.commits[0], 300.0 * pow(0.98, month), close);
        ck_assert_double_eq_tol(block->company.product[0], 200.0 * pow(0.992, month), close);
        ck_assert_double_eq_tol(block->company.content[0], 1000.0 * pow(0.97, month), close);
    }
    free(block);
}
END_TEST

START_TEST(maturity_climbs_from_a_tenth_to_nine_tenths_in_its_time)
{
    const double time = 240.0, rate = log(81.0) / time;
    struct block *block = fading_block();
    FIXTURE_SET(block, market.maturity_at_start, 0.1);
    FIXTURE_SET(block, market.months_to_mature, time);
    month_start(block);
    int months = 0;
    while (block->world.maturity[0] < 0.9) {
        fixture_draw(block, 0.5);
        market_step(block);
        months++;
    }
    /* A step moves the logit by r - r^2 (1 - 2m) / 2 + O(r^3), that is by r (1 +- 0.5 r), and the
     * last month is counted whole. */
    ck_assert_double_eq_tol(months, time, time * 0.5 * rate + 1.0);
    free(block);
}
END_TEST

START_TEST(demand_varies_as_much_as_said)
{
    struct block *block = fixture_block(LANES);
    const double sd = 0.5, persistence = 0.8;
    FIXTURE_SET(block, market.demand_volatility, sd);
    FIXTURE_SET(block, market.demand_persistence, persistence);
    market_start(block);
    double sum = 0.0, squares = 0.0, factors = 0.0, count = 0.0;
    for (; block->month < 600; block->month++) {
        block_draw(block);
        market_step(block);
        for (int i = 0; i < LANES && block->month >= 60; i++, count++) {
            sum += block->world.demand_log[i];
            squares += block->world.demand_log[i] * block->world.demand_log[i];
            factors += block->world.demand[i];
        }
    }
    /* The mean of n months of an AR(1) varies as that of n (1 - r) / (1 + r) independent ones, and
     * that of their squares like n (1 - r^2) / (1 + r^2); var x^2 is 2 sd^4, and var exp(x) at mean
     * 1 is exp(sd^2) - 1. Four standard errors. */
    double r = persistence, months = count * (1.0 - r) / (1.0 + r);
    double months_of_squares = count * (1.0 - r * r) / (1.0 + r * r);
    ck_assert_double_eq_tol(sum / count, 0.0, 4.0 * sd / sqrt(months));
    ck_assert_double_eq_tol(squares / count, sd * sd,
                            4.0 * sd * sd * sqrt(2.0 / months_of_squares));
    ck_assert_double_eq_tol(factors / count, 1.0, 4.0 * sqrt((exp(sd * sd) - 1.0) / months));
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {headlines_halve_in_their_half_life,
                                  an_edge_halves_in_the_imitation_half_life,
                                  stocks_are_forgotten_at_their_rates,
                                  maturity_climbs_from_a_tenth_to_nine_tenths_in_its_time,
                                  demand_varies_as_much_as_said,
                                  NULL};
    return fixture_run("decay", tests);
}
