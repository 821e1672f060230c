/* The funnel of the free product: a community grows when each user brings more than one other
 * before leaving, saturates, and cannot be bought. */
#include "laws/fixture.h"
#include "model/capability.h"
#include "model/community.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

static const double REACHABLE = 1e5, FLOOR = 0.05, SLOPE = 0.25, LOSS = 0.2, STICKINESS = 0.6;

/* An open product of this value, to which people come by invitation only. Without a leader's pull,
 * users grow by invitations v (FLOOR + SLOPE v) (1 - users / REACHABLE) of themselves a month, and
 * shrink by LOSS (1 - STICKINESS v). */
static struct block *community_block(double value, double invitations)
{
    struct block *block = fixture_block(1);
    fixture_idle(block);
    FIXTURE_SET(block, playbook.openness, 1.0);
    FIXTURE_SET(block, company.users, 100.0);
    FIXTURE_SET(block, market.people_reachable, REACHABLE);
    FIXTURE_SET(block, market.invitations, invitations);
    FIXTURE_SET(block, community.visits, 0.0);
    FIXTURE_SET(block, community.visits_per_person, 0.0);
    FIXTURE_SET(block, community.visits_per_adopter, 0.0);
    FIXTURE_SET(block, community.visits_per_dollar, 0.5);
    FIXTURE_SET(block, community.activation_floor, FLOOR);
    FIXTURE_SET(block, community.activation_value, SLOPE);
    FIXTURE_SET(block, community.loss, LOSS);
    FIXTURE_SET(block, community.stickiness, STICKINESS);
    FIXTURE_SET(block, community.leader_pull, 0.0);
    FIXTURE_SET(block, community.content_value, 0.0);
    month_start(block);
    block->company.value[0] = value;
    return block;
}

static double play(struct block *block, int months, double marketing)
{
    for (int month = 0; month < months; month++) {
        fixture_draw(block, 0.5);
        block->company.marketing[0] = marketing;
        community_step(block);
        ck_assert_double_le(block->company.users[0], REACHABLE);
    }
    return block->company.users[0];
}

/* R = invitations v (FLOOR + SLOPE v) / (LOSS (1 - STICKINESS v)); those who are left when
 * everybody has been reached replace themselves: users = REACHABLE (1 - 1/R). */
START_TEST(above_one_a_community_grows_to_its_limit)
{
    const double value = 0.8, invitations = 1.5;
    double leaving = LOSS * (1.0 - STICKINESS * value);
    double reproduction = invitations * value * (FLOOR + SLOPE * value) / leaving;
    ck_assert_double_gt(reproduction, 1.0);
    struct block *block = community_block(value, invitations);
    double users = play(block, 2000, 0.0), limit = REACHABLE * (1.0 - 1.0 / reproduction);
    /* The distance fades by (R - 1) leaving a month; after 2000 months only rounding is left. */
    ck_assert_double_eq_tol(users, limit, 1e-9 * REACHABLE);
    free(block);
}
END_TEST

START_TEST(growth_is_bounded_whatever_the_invitations)
{
    struct block *block = community_block(1.0, 100.0);
    double users = play(block, 120, 1e9);
    ck_assert_double_le(users, REACHABLE);
    ck_assert_double_gt(users, 0.5 * REACHABLE);
    free(block);
}
END_TEST

/* Below one, users fade by loss - invitations v (FLOOR + SLOPE v) at the slowest. */
START_TEST(below_one_a_community_fades)
{
    const double value = 0.8, invitations = 0.4;
    double fading =
        LOSS * (1.0 - STICKINESS * value) - invitations * value * (FLOOR + SLOPE * value);
    ck_assert_double_gt(fading, 0.0);
    struct block *block = community_block(value, invitations);
    double users = play(block, 100, 0.0);
    ck_assert_double_le(users, 100.0 * pow(1.0 - fading, 100.0) * (1.0 + 1e-12));
    free(block);
}
END_TEST

/* Marketing brings visits, of whom FLOOR try a worthless product; all leave at the rate LOSS. The
 * base is what marketing holds up each month, and goes when it stops. */
START_TEST(marketing_alone_does_not_sustain_a_base)
{
    struct block *block = community_block(0.0, 5.0);
    double marketing = 1000.0, visits = 0.5 * marketing;
    double held = play(block, 1000, marketing);
    /* users LOSS = visits (1 - users / REACHABLE) FLOOR */
    double expected = visits * FLOOR / (LOSS + visits * FLOOR / REACHABLE);
    ck_assert_double_eq_tol(held, expected, 1e-9 * expected);
    double after = play(block, 24, 0.0);
    ck_assert_double_eq_tol(after, held * pow(1.0 - LOSS, 24.0), 1e-12 * held);
    free(block);
}
END_TEST

START_TEST(a_good_product_outlives_its_marketing)
{
    struct block *block = community_block(0.8, 1.5);
    double held = play(block, 24, 1000.0);
    ck_assert_double_gt(play(block, 24, 0.0), held);
    free(block);
}
END_TEST

START_TEST(a_closed_product_has_no_community)
{
    struct block *block = community_block(1.0, 1.5);
    FIXTURE_SET(block, playbook.openness, 0.0);
    double users = play(block, 12, 1000.0);
    ck_assert_double_eq_tol(users, 100.0 * pow(1.0 - LOSS * (1.0 - STICKINESS), 12.0), 1e-12);
    free(block);
}
END_TEST

/* Preferential attachment: of two products that are equal but for their users, the smaller gets
 * less than its share of attention, so that the gap widens. */
START_TEST(the_larger_community_draws_more_than_its_share)
{
    struct block *block = community_block(0.5, 1.5);
    double joined[2];
    FIXTURE_SET(block, community.leader_pull, 1.0);
    FIXTURE_SET(block, community.leader_exponent, 1.25);
    for (int k = 0; k < 2; k++) {
        block->company.users[0] = k == 0 ? 1000.0 : 3000.0;
        block->world.rival_users[0] = 4000.0 - block->company.users[0];
        fixture_draw(block, 0.5);
        community_step(block);
        joined[k] = block->company.joined[0];
    }
    /* Three times the users bring three times the visits, 97/99 of them to people untouched; what
     * is beyond is attention, (3001 / 1001)^1.25 as much of it. */
    double visits = 3.0 * (1.0 - 0.03) / (1.0 - 0.01);
    ck_assert_double_eq_tol(joined[1] / joined[0], visits * pow(3001.0 / 1001.0, 1.25), 1e-9);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {above_one_a_community_grows_to_its_limit,
                                  growth_is_bounded_whatever_the_invitations,
                                  below_one_a_community_fades,
                                  marketing_alone_does_not_sustain_a_base,
                                  a_good_product_outlives_its_marketing,
                                  a_closed_product_has_no_community,
                                  the_larger_community_draws_more_than_its_share,
                                  NULL};
    return fixture_run("community", tests);
}
