/* The world: what bounds it, what moves it, and that no company does. */
#include "model/market.h"

#include "laws/fixture.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

START_TEST(the_world_starts_as_the_scenario_says)
{
    struct block *block = fixture_block(1);
    FIXTURE_SET(block, market.accounts, 100.0);
    FIXTURE_SET(block, market.adopters_at_start, 200.0);
    FIXTURE_SET(block, market.maturity_at_start, 0.3);
    FIXTURE_SET(block, market.rival_users, 50.0);
    FIXTURE_SET(block, market.people_reachable, 10.0);
    FIXTURE_SET(block, market.upstream_rivals, 7.0);
    market_start(block);
    ck_assert_double_eq(block->world.adopters[0], 100.0); /* no more than there are */
    ck_assert_double_eq(block->world.rival_users[0], 10.0);
    ck_assert_double_eq(block->world.maturity[0], 0.3);
    ck_assert_double_eq(block->world.upstream[0], 24.0 * 7.0);
    ck_assert_double_eq(block->world.giants[0], 0.0);
    free(block);
}
END_TEST

START_TEST(no_company_moves_the_world)
{
    struct block *block = fixture_block(LANES), *other = fixture_block(LANES);
    month_start(block);
    month_start(other);
    memset(&other->company, 0x3f, sizeof other->company);
    for (int month = 0; month < 60; month++) {
        block_draw(block);
        block_draw(other);
        market_step(block);
        market_step(other);
        block->month++;
        other->month++;
    }
    ck_assert_int_eq(memcmp(&block->world, &other->world, sizeof block->world), 0);
    free(block);
    free(other);
}
END_TEST

START_TEST(a_shut_climate_lowers_valuations)
{
    struct block *block = fixture_block(1);
    fixture_calm(block);
    FIXTURE_SET(block, climate.shut_valuation, 0.65);
    FIXTURE_SET(block, climate.regime, 2.0);
    market_start(block);
    fixture_draw(block, 0.5);
    market_step(block);
    ck_assert_double_eq(block->world.open[0], 0.0);
    ck_assert_double_eq(block->world.valuation[0], 0.65);
    FIXTURE_SET(block, climate.regime, 1.0);
    fixture_draw(block, 0.5);
    market_step(block);
    ck_assert_double_eq(block->world.open[0], 1.0);
    ck_assert_double_eq(block->world.valuation[0], 1.0);
    free(block);
}
END_TEST

START_TEST(without_noise_demand_is_its_trend)
{
    struct block *block = fixture_block(1);
    fixture_calm(block);
    market_start(block);
    for (int month = 0; month < 24; month++) {
        fixture_draw(block, 0.9);
        market_step(block);
        ck_assert_double_eq(block->world.demand[0], 1.0);
        ck_assert_double_eq(block->world.mood[0], 1.0);
    }
    free(block);
}
END_TEST

START_TEST(a_standing_headline_sets_the_mood)
{
    struct block *block = fixture_block(1);
    fixture_calm(block);
    FIXTURE_SET(block, market.headline, -0.5);
    market_start(block);
    fixture_draw(block, 0.5);
    market_step(block);
    ck_assert_double_eq_tol(block->world.mood[0], exp(-0.5), 1e-15); /* one rounding */
    ck_assert_double_eq(block->world.demand[0], 1.0); /* fundamentals do not move with it */
    free(block);
}
END_TEST

START_TEST(a_giant_raises_the_bar)
{
    struct block *block = fixture_block(1);
    fixture_calm(block);
    FIXTURE_SET(block, market.giants_rate, 0.5);
    FIXTURE_SET(block, market.giant_jump, 0.2);
    FIXTURE_SET(block, market.rival_appeal, 0.4);
    FIXTURE_SET(block, market.rival_drift, 0.0);
    market_start(block);
    fixture_draw(block, 0.6); /* above the rate: nobody comes */
    market_step(block);
    ck_assert_double_eq(block->world.giants[0], 0.0);
    ck_assert_double_eq(block->world.rival_appeal[0], 0.4);
    fixture_draw(block, 0.25); /* the middle of the rate: a giant of the mean size */
    market_step(block);
    ck_assert_double_eq(block->world.giants[0], 1.0);
    ck_assert_double_eq_tol(block->world.rival_appeal[0], 0.6, 1e-15);
    free(block);
}
END_TEST

START_TEST(the_world_stays_within_bounds)
{
    struct block *block = fixture_block(1);
    FIXTURE_SET(block, market.rival_drift, 0.1);
    FIXTURE_SET(block, market.months_to_mature, 1.0);
    FIXTURE_SET(block, market.headline_rate, 1.0);
    FIXTURE_SET(block, market.headline_size, 2.0);
    FIXTURE_SET(block, market.headline_half_life, 240.0);
    FIXTURE_SET(block, market.rival_value, 1.0);
    market_start(block);
    for (int month = 0; month < 360; month++) {
        fixture_draw(block, 0.999);
        market_step(block);
        ck_assert_double_le(block->world.maturity[0], 1.0);
        ck_assert_double_le(block->world.rival_appeal[0], 4.0);
        ck_assert_double_le(block->world.mood[0], exp(3.0) * (1.0 + 1e-15));
        ck_assert_double_le(block->world.rival_users[0], block->given.market.people_reachable[0]);
    }
    free(block);
}
END_TEST

/* The rival's funnel, in closed form: each user brings x / (1 + x), fewer than one other. */
START_TEST(the_rival_community_invites_likewise)
{
    const double invitations[] = {0.0, 2.0, 100.0};
    for (int k = 0; k < 3; k++) {
        struct block *block = fixture_block(1);
        fixture_calm(block);
        FIXTURE_SET(block, market.people_reachable, 5000.0);
        FIXTURE_SET(block, market.rival_users, 1000.0);
        FIXTURE_SET(block, market.rival_value, 0.5);
        FIXTURE_SET(block, market.rival_improvement, 0.0);
        FIXTURE_SET(block, market.invitations, invitations[k]);
        FIXTURE_SET(block, community.visits, 0.0);
        FIXTURE_SET(block, community.activation_floor, 0.1);
        FIXTURE_SET(block, community.activation_value, 0.3);
        FIXTURE_SET(block, community.loss, 0.2);
        FIXTURE_SET(block, community.stickiness, 0.5);
        month_start(block);
        fixture_draw(block, 0.5);
        market_step(block);
        double accepted = invitations[k] * 0.5 * 0.8 * 0.25;
        double users = 1000.0 * (1.0 + accepted / (1.0 + accepted) - 0.2 * 0.75);
        ck_assert_double_eq_tol(block->world.rival_users[0], users, 1e-9);
        free(block);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        the_world_starts_as_the_scenario_says, no_company_moves_the_world,
        a_shut_climate_lowers_valuations,      without_noise_demand_is_its_trend,
        a_standing_headline_sets_the_mood,     a_giant_raises_the_bar,
        the_rival_community_invites_likewise,  the_world_stays_within_bounds,
        NULL};
    return fixture_run("market", tests);
}
