/* The funnel's single rules; its laws are in tests/laws/community_test.c. */
#include "model/community.h"

#include "laws/fixture.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

/* Two companies with the same open product, 1000 users and some visits. */
static struct block *two_companies(void)
{
    struct block *block = fixture_block(2);
    fixture_calm(block);
    FIXTURE_SET(block, playbook.openness, 1.0);
    FIXTURE_SET(block, company.users, 1000.0);
    month_start(block);
    FIXTURE_SET(block, community.merge_limit, 50.0);
    fixture_fill(block->company.value, 0.5);
    fixture_fill(block->company.fit, 0.8);
    fixture_draw(block, 0.5);
    return block;
}

START_TEST(contributors_add_content_and_code)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, community.contributor_share, 0.02);
    FIXTURE_SET(block, community.contribution_work, 0.1);
    FIXTURE_SET(block, community.content_decay, 0.0);
    community_step(block);
    double contributors = 0.02 * block->company.users[0], code = 0.1 * contributors * 0.8;
    ck_assert_double_eq_tol(block->company.content[0], contributors, 1e-12);
    ck_assert_double_eq_tol(block->company.product[0], 50.0 * code / (code + 50.0), 1e-12);
    free(block);
}
END_TEST

/* What is told of contributors is what the month does. */
START_TEST(merged_code_can_be_asked_for)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, community.contributor_share, 0.02);
    FIXTURE_SET(block, community.contribution_work, 0.1);
    community_step(block);
    ck_assert_double_gt(block->company.product[0], 0.0);
    ck_assert_double_eq_tol(community_merged(block, 0), block->company.product[0], 1e-12);
    free(block);
}
END_TEST

/* Of two companies one is without invitations: what joins the other more, by those who leave. */
START_TEST(reproduction_can_be_asked_for)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, community.contribution, 0.0); /* content stays as it is */
    FIXTURE_SET(block, community.visits, 1000.0);
    block->given.market.invitations[0] = 0.7;
    block->given.market.invitations[1] = 0.0;
    double told = community_reproduction(block, 0);
    ck_assert_double_eq(community_reproduction(block, 1), 0.0);
    community_step(block);
    double brought = block->company.joined[0] - block->company.joined[1];
    ck_assert_double_gt(brought, 0.0);
    ck_assert_double_eq_tol(told, brought / block->company.left[0], 1e-9);
    free(block);
}
END_TEST

START_TEST(without_contribution_nothing_is_added)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, community.contribution, 0.0);
    community_step(block);
    ck_assert_double_eq(block->company.content[0], 0.0);
    ck_assert_double_eq(block->company.product[0], 0.0);
    free(block);
}
END_TEST

START_TEST(code_is_merged_only_as_fast_as_maintainers_read)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, community.contributor_share, 1.0);
    FIXTURE_SET(block, community.contribution_work, 10.0);
    FIXTURE_SET(block, market.people_reachable, 1e10);
    block->company.users[0] = 1e9;
    community_step(block);
    ck_assert_double_le(block->company.product[0], 50.0);
    ck_assert_double_gt(block->company.product[0], 49.0);
    free(block);
}
END_TEST

START_TEST(a_better_product_wins_and_keeps_more_users)
{
    struct block *block = two_companies();
    block->company.value[1] = 0.9;
    community_step(block);
    ck_assert_double_gt(block->company.joined[1], block->company.joined[0]);
    ck_assert_double_lt(block->company.left[1], block->company.left[0]);
    free(block);
}
END_TEST

START_TEST(content_adds_to_a_good_product)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, community.content_value, 0.5);
    block->company.content[1] = 1e6;
    community_step(block);
    ck_assert_double_gt(block->company.joined[1], block->company.joined[0]);
    ck_assert_double_lt(block->company.left[1], block->company.left[0]);
    free(block);
}
END_TEST

START_TEST(without_its_value_content_adds_nothing)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, community.content_value, 0.0);
    block->company.content[1] = 1e6;
    community_step(block);
    ck_assert_double_eq(block->company.users[1], block->company.users[0]);
    free(block);
}
END_TEST

START_TEST(content_does_not_replace_a_product)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, community.content_value, 1.0);
    fixture_fill(block->company.value, 0.0);
    block->company.content[1] = 1e9;
    community_step(block);
    ck_assert_double_eq(block->company.users[1], block->company.users[0]);
    free(block);
}
END_TEST

/* Every source of visits, alone. */
START_TEST(visits_come_from_their_sources)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, community.visits, 0.0);
    FIXTURE_SET(block, community.visits_per_person, 200.0);
    FIXTURE_SET(block, community.visits_per_dollar, 0.5);
    FIXTURE_SET(block, community.visits_per_adopter, 0.25);
    FIXTURE_SET(block, community.content_value, 0.0);
    FIXTURE_SET(block, community.activation_floor, 0.05);
    FIXTURE_SET(block, community.activation_value, 0.3);
    FIXTURE_SET(block, community.leader_pull, 0.0);
    FIXTURE_SET(block, market.invitations, 0.3);
    FIXTURE_SET(block, market.people_reachable, 1e10);
    const double invited = 0.3 * 0.5, accepted = invited * (0.05 + 0.3 * 0.5); /* of one user */
    struct {
        double *source, amount, visits;
    } sources[] = {{block->company.carers, 2.0, 400.0},
                   {block->company.marketing, 1000.0, 500.0},
                   {block->world.adopters, 80.0, 20.0},
                   {block->company.users, 1000.0, 1000.0 * invited / (1.0 + accepted)}};
    for (int k = 0; k < 4; k++)
        fixture_fill(sources[k].source, 0.0);
    for (int k = 0; k < 4; k++) {
        sources[k].source[0] = sources[k].amount;
        community_step(block);
        /* One visit in ten million finds somebody who already is a user. */
        ck_assert_double_eq_tol(block->company.visits[0], sources[k].visits,
                                2e-7 * sources[k].visits);
        double by_users = k == 3 ? 1000.0 * accepted / (1.0 + accepted) : 0.0;
        ck_assert_double_eq_tol(block->company.invited[0], by_users, 1e-5);
        sources[k].source[0] = block->company.users[0] = 0.0;
    }
    free(block);
}
END_TEST

/* Of those who were invited and those who came by themselves, the latter find no room first. */
START_TEST(no_more_are_invited_than_join)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, market.people_reachable, 1100.0);
    FIXTURE_SET(block, market.invitations, 100.0);
    FIXTURE_SET(block, community.visits, 1e9);
    FIXTURE_SET(block, community.loss, 0.0);
    community_step(block);
    ck_assert_double_eq_tol(block->company.joined[0], 100.0, 1e-9);
    ck_assert_double_eq(block->company.invited[0], block->company.joined[0]);
    free(block);
}
END_TEST

START_TEST(noise_does_not_change_the_mean_of_visits)
{
    struct block *block = fixture_block(LANES);
    const double sd = 0.5;
    FIXTURE_SET(block, community.visits, 1000.0);
    FIXTURE_SET(block, community.visits_noise, sd);
    FIXTURE_SET(block, community.visits_per_adopter, 0.0);
    month_start(block);
    double sum = 0.0;
    for (; block->month < 100; block->month++) {
        block_draw(block);
        community_step(block);
        for (int i = 0; i < LANES; i++)
            sum += block->company.visits[i] / 1000.0;
    }
    /* A lognormal of mean 1 has the variance e^(sd^2) - 1. Four standard errors. */
    double months = 100.0 * LANES;
    ck_assert_double_eq_tol(sum / months, 1.0, 4.0 * sqrt((exp(sd * sd) - 1.0) / months));
    free(block);
}
END_TEST

/* One business user in a hundred, twice as many with analytics, and never more than all. */
START_TEST(the_share_that_should_pay_signs_up)
{
    struct block *block = two_companies();
    const double analytics[] = {1.0, 2.0, 20.0}, share[] = {0.1, 0.2, 1.0};
    FIXTURE_SET(block, market.business_share, 0.3);
    FIXTURE_SET(block, market.paying_share, 0.1);
    FIXTURE_SET(block, community.payment_speed, 0.25);
    FIXTURE_SET(block, community.support_load, 1e10);
    fixture_fill(block->now.support, 1.0);
    for (int k = 0; k < 3; k++) {
        FIXTURE_SET(block, playbook.analytics, analytics[k]);
        block->company.payers[0] = 5.0;
        community_step(block);
        double would = 0.3 * block->company.users[0] * share[k];
        ck_assert_double_eq_tol(block->company.signed_up[0], 0.25 * (would - 5.0), 1e-12);
    }
    free(block);
}
END_TEST

/* Two who care and one who trains serve, with one more, 40 payers; beyond them nobody signs up, and
 * who is there stays. */
START_TEST(no_more_sign_up_than_people_serve)
{
    struct block *block = two_companies();
    const double before[] = {0.0, 39.0, 40.0, 90.0}, signing[] = {40.0, 1.0, 0.0, 0.0};
    FIXTURE_SET(block, market.business_share, 1.0);
    FIXTURE_SET(block, market.paying_share, 1.0);
    FIXTURE_SET(block, delivery.churn, 0.0);
    FIXTURE_SET(block, delivery.churn_dissatisfied, 0.0);
    FIXTURE_SET(block, community.payment_speed, 0.1);
    FIXTURE_SET(block, community.support_load, 10.0);
    block->given.community.support_load[1] = 1e10;
    fixture_fill(block->now.support, 1.0);
    fixture_fill(block->company.carers, 2.0);
    fixture_fill(block->company.trainers, 1.0);
    for (int k = 0; k < 4; k++) {
        fixture_fill(block->company.payers, before[k]);
        community_step(block);
        double would = block->company.users[1];
        ck_assert_double_eq_tol(block->company.signed_up[0], signing[k], 1e-12);
        ck_assert_double_eq_tol(block->company.payers[0], before[k] + signing[k], 1e-12);
        ck_assert_double_eq_tol(block->company.signed_up[1], 0.1 * (would - before[k]), 1e-10);
    }
    free(block);
}
END_TEST

START_TEST(payers_go_when_support_is_not_offered)
{
    struct block *block = two_companies();
    fixture_fill(block->now.support, 0.0);
    fixture_fill(block->company.payers, 100.0);
    community_step(block);
    ck_assert_double_eq(block->company.payers[0], 0.0);
    ck_assert_double_eq(block->company.signed_up[0], 0.0);
    ck_assert_double_eq(block->company.lapsed[0], 100.0);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {contributors_add_content_and_code,
                                  merged_code_can_be_asked_for,
                                  reproduction_can_be_asked_for,
                                  without_contribution_nothing_is_added,
                                  code_is_merged_only_as_fast_as_maintainers_read,
                                  a_better_product_wins_and_keeps_more_users,
                                  content_adds_to_a_good_product,
                                  without_its_value_content_adds_nothing,
                                  content_does_not_replace_a_product,
                                  visits_come_from_their_sources,
                                  no_more_are_invited_than_join,
                                  noise_does_not_change_the_mean_of_visits,
                                  the_share_that_should_pay_signs_up,
                                  no_more_sign_up_than_people_serve,
                                  payers_go_when_support_is_not_offered,
                                  NULL};
    return fixture_run("community", tests);
}
