/* The funnel of the free product: a community grows when each user brings more than one other
 * before leaving, though never more than one in a month, saturates, and cannot be bought. */
#include "laws/fixture.h"
#include "laws/random_scenario.h"
#include "model/capability.h"
#include "model/community.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

static const double REACHABLE = 1e5, FLOOR = 0.05, SLOPE = 0.25, LOSS = 0.2, STICKINESS = 0.6;

/* An open product of this value, to which people come by invitation only. Without a leader's pull,
 * users grow by x / (1 + x) of themselves a month, where x = invitations v (FLOOR + SLOPE v)
 * (1 - users / REACHABLE), and shrink by LOSS (1 - STICKINESS v). */
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

/* With a = invitations v (FLOOR + SLOPE v) and l = LOSS (1 - STICKINESS v), a community grows when
 * a / (1 + a) > l. In the end users replace themselves: a (1 - users / REACHABLE) = l / (1 - l). */
START_TEST(above_one_a_community_grows_to_its_limit)
{
    const double value = 0.8, invitations = 1.5;
    double leaving = LOSS * (1.0 - STICKINESS * value);
    double accepted = invitations * value * (FLOOR + SLOPE * value);
    ck_assert_double_gt(accepted / (1.0 + accepted), leaving);
    struct block *block = community_block(value, invitations);
    double users = play(block, 2000, 0.0);
    double limit = REACHABLE * (1.0 - leaving / (1.0 - leaving) / accepted);
    /* The distance fades by some per cent a month; after 2000 months only rounding is left. */
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

/* Among people without number a month's growth by invitation is a / (1 + a) - l: ten times the
 * invitations bring less than ten times the growth, and no number of them doubles the users. */
START_TEST(growth_by_invitation_saturates)
{
    const double value = 0.8, invitations[] = {1.0, 10.0, 100.0};
    double leaving = LOSS * (1.0 - STICKINESS * value), before = 0.0;
    for (int k = 0; k < 3; k++) {
        double accepted = invitations[k] * value * (FLOOR + SLOPE * value);
        struct block *block = community_block(value, invitations[k]);
        FIXTURE_SET(block, market.people_reachable, 1e10);
        double growth = play(block, 1, 0.0) / 100.0 - 1.0;
        /* One in a hundred million of the invited is a user already. */
        ck_assert_double_eq_tol(growth, accepted / (1.0 + accepted) - leaving, 1e-7);
        ck_assert_double_gt(growth, before);
        ck_assert_double_lt(growth, 1.0 - leaving);
        before = growth;
        free(block);
    }
}
END_TEST

/* What must hold after any month of any legal company, whoever else comes and whatever luck. */
static void check_invited(const struct block *block, int lane, double users_before)
{
    const struct company *company = &block->company;
    double reachable = block->given.market.people_reachable[lane];
    ck_assert_double_ge(company->invited[lane], 0.0);
    ck_assert_double_le(company->invited[lane], users_before);
    ck_assert_double_le(company->invited[lane], company->joined[lane]);
    /* An event may leave fewer to be reached than there are users; then none join. Rounding. */
    ck_assert_double_le(company->users[lane], fmax(reachable, users_before) * (1.0 + 1e-15));
    ck_assert_double_le(block->world.rival_users[lane], reachable);
}

static double play_random(const struct scenario *scenario, int strategy)
{
    int lanes = scenario->paths < LANES ? (int)scenario->paths : LANES;
    struct block *block = fixture_lanes(scenario, strategy, 0, lanes);
    double most = 0.0, users[STRIDE];
    /* Half of the lanes carry the word as far as it can be carried. */
    for (int i = 0; i < lanes; i += 2) {
        block->given.market.invitations[i] = 100.0;
        block->given.playbook.openness[i] = 1.0;
        block->given.community.activation_floor[i] = 1.0;
        block->given.community.visits_noise[i] = i % 4 ? 2.0 : 0.0;
    }
    month_start(block);
    while (block->month < scenario->horizon) {
        for (int i = 0; i < lanes; i++)
            users[i] = block->company.users[i];
        month_step(block);
        for (int i = 0; i < lanes; i++)
            if (block->company.live[i] != 0.0) {
                check_invited(block, i, users[i]);
                most = fmax(most, users[i] >= 1.0 ? block->company.invited[i] / users[i] : 0.0);
            }
    }
    free(block);
    return most;
}

START_TEST(nobody_brings_more_than_one_other_in_a_month)
{
    double most = 0.0;
    for (uint64_t seed = 0; seed < 150; seed++) {
        struct scenario *scenario = random_scenario_create(seed);
        for (int s = 0; s < scenario->strategies; s++)
            most = fmax(most, play_random(scenario, s));
        scenario_destroy(scenario);
    }
    ck_assert_double_lt(most, 1.0);
    ck_assert_double_gt(most, 0.9); /* or the scenarios were tame */
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
    /* Each user would bring x = j / (1 - j), where j have joined: 97/99 as many are untouched; what
     * is beyond is attention, (3001 / 1001)^1.25 as much of it. */
    double small = joined[0] / 1000.0, large = joined[1] / 3000.0;
    double more = large / (1.0 - large) / (small / (1.0 - small));
    ck_assert_double_eq_tol(more, (1.0 - 0.03) / (1.0 - 0.01) * pow(3001.0 / 1001.0, 1.25), 1e-9);
    ck_assert_double_gt(joined[1], 3.0 * joined[0]);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {above_one_a_community_grows_to_its_limit,
                                  growth_is_bounded_whatever_the_invitations,
                                  growth_by_invitation_saturates,
                                  nobody_brings_more_than_one_other_in_a_month,
                                  below_one_a_community_fades,
                                  marketing_alone_does_not_sustain_a_base,
                                  a_good_product_outlives_its_marketing,
                                  a_closed_product_has_no_community,
                                  the_larger_community_draws_more_than_its_share,
                                  NULL};
    return fixture_run("community", tests);
}
