/* Learning, inventing and building; what guides it, and each mechanism without its strength. */
#include "model/capability.h"

#include "laws/fixture.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

/* Two companies alike: ten engineers, and nobody and nothing else. */
static struct block *two_companies(void)
{
    struct block *block = fixture_block(2);
    fixture_calm(block);
    FIXTURE_SET(block, capability.forgetting, 0.0);
    FIXTURE_SET(block, capability.vision, 0.4);
    month_start(block);
    fixture_fill(block->company.engineers, 10.0);
    fixture_draw(block, 0.5);
    return block;
}

static void expect_alike(const struct block *block)
{
    ck_assert_double_eq(block->company.product[1], block->company.product[0]);
    ck_assert_double_eq(block->company.fit[1], block->company.fit[0]);
    ck_assert_double_eq(block->company.value[1], block->company.value[0]);
}

START_TEST(experts_guide_development)
{
    struct block *block = two_companies();
    block->company.experience[1] = 1000.0;
    capability_step(block);
    ck_assert_double_gt(block->company.expertise[1], block->company.expertise[0]);
    ck_assert_double_gt(block->company.product[1], block->company.product[0]);
    ck_assert_double_gt(block->company.fit[1], block->company.fit[0]);
    free(block);
}
END_TEST

START_TEST(without_intelligence_experts_guide_nothing)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, capability.intelligence, 0.0);
    block->company.experience[1] = 1000.0;
    capability_step(block);
    ck_assert_double_gt(block->company.expertise[1], block->company.expertise[0]);
    expect_alike(block);
    free(block);
}
END_TEST

START_TEST(a_community_guides_development)
{
    struct block *block = two_companies();
    block->company.users[1] = 1e5;
    capability_step(block);
    ck_assert_double_gt(block->company.product[1], block->company.product[0]);
    ck_assert_double_gt(block->company.fit[1], block->company.fit[0]);
    free(block);
}
END_TEST

START_TEST(without_listening_a_community_guides_nothing)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, capability.listening, 0.0);
    block->company.users[1] = 1e5;
    capability_step(block);
    expect_alike(block);
    free(block);
}
END_TEST

/* Unguided, the share that vision guesses right is useful; guided in full, all of it. */
START_TEST(vision_is_what_is_useful_without_feedback)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, capability.commons, 0.0);
    FIXTURE_SET(block, company.skill, 1.5);
    block->company.experience[1] = 1e30;
    capability_step(block);
    ck_assert_double_eq_tol(block->company.product[0], 10.0 * 1.5 * 0.4, 1e-14);
    ck_assert_double_eq_tol(block->company.product[1], 10.0 * 1.5, 1e-14);
    free(block);
}
END_TEST

START_TEST(an_open_company_builds_on_the_commons)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, capability.commons, 0.8);
    block->given.playbook.openness[1] = 0.5;
    capability_step(block);
    ck_assert_double_eq_tol(block->company.product[1], 1.4 * block->company.product[0], 1e-14);
    free(block);
}
END_TEST

START_TEST(without_a_commons_openness_builds_nothing)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, capability.commons, 0.0);
    block->given.playbook.openness[1] = 1.0;
    capability_step(block);
    expect_alike(block);
    free(block);
}
END_TEST

/* product_need engineer-months, once the technology is mature, complete 1 - exp(-completion). */
START_TEST(completeness_follows_the_product)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, market.product_need, 200.0);
    FIXTURE_SET(block, capability.completion, 1.6);
    FIXTURE_SET(block, capability.obsolescence, 0.0);
    fixture_fill(block->world.maturity, 1.0);
    fixture_fill(block->company.engineers, 0.0);
    block->company.product[0] = 200.0;
    block->company.product[1] = 400.0;
    capability_step(block);
    ck_assert_double_eq_tol(block->company.completeness[0], 1.0 - exp(-1.6), 1e-15);
    ck_assert_double_eq_tol(block->company.completeness[1], 1.0 - exp(-3.2), 1e-15);
    free(block);
}
END_TEST

START_TEST(an_immature_technology_needs_more_product)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, capability.immature_burden, 0.8);
    block->world.maturity[0] = 0.1;
    block->world.maturity[1] = 0.9;
    capability_step(block);
    ck_assert_double_lt(block->company.completeness[0], block->company.completeness[1]);
    FIXTURE_SET(block, capability.immature_burden, 0.0);
    capability_step(block);
    ck_assert_double_eq(block->company.completeness[0], block->company.completeness[1]);
    free(block);
}
END_TEST

/* fit = exp(-drift (interval / 2 + listening_lag (1 - heard))) */
START_TEST(fit_suffers_from_the_lag)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, market.requirement_drift, 0.03);
    fixture_fill(block->now.listening_lag, 2.0);
    block->now.release_interval[0] = 1.0;
    block->now.release_interval[1] = 24.0;
    capability_step(block);
    ck_assert_double_eq_tol(block->company.fit[0], exp(-0.03 * 2.5), 1e-15);
    ck_assert_double_eq_tol(block->company.fit[1], exp(-0.03 * 14.0), 1e-15);
    ck_assert_double_eq(block->company.value[1],
                        block->company.fit[1] * block->company.completeness[1]);
    FIXTURE_SET(block, market.requirement_drift, 0.0);
    capability_step(block);
    ck_assert_double_eq(block->company.fit[1], 1.0);
    free(block);
}
END_TEST

START_TEST(influence_is_the_share_of_upstream_work)
{
    struct block *block = two_companies();
    FIXTURE_SET(block, capability.commit_decay, 0.0);
    block->given.playbook.upstream_share[1] = 0.4;
    block->company.upstreamers[1] = 6.0;
    fixture_fill(block->world.upstream, 90.0);
    capability_step(block);
    ck_assert_double_eq(block->company.influence[0], 0.0);
    ck_assert_double_eq_tol(block->company.influence[1], 0.1, 1e-15); /* 6 + 4 of 100 */
    free(block);
}
END_TEST

START_TEST(leavers_take_experience_along)
{
    struct block *block = two_companies();
    fixture_fill(block->company.experience, 100.0);
    block->company.kept[1] = 0.9;
    capability_step(block);
    ck_assert_double_eq(block->company.experience[0], 100.0);
    ck_assert_double_eq_tol(block->company.experience[1], 90.0, 1e-13);
    free(block);
}
END_TEST

/* A month's billing, in months of a consultant's rate, is delivered experience. */
START_TEST(delivery_teaches)
{
    struct block *block = two_companies();
    fixture_fill(block->company.charged, 20e3);
    FIXTURE_SET(block, capability.expertise_half, 5.0);
    block->company.billed[STREAM_SERVICES][1] = 100e3;
    capability_step(block);
    ck_assert_double_eq(block->company.experience[1], 5.0);
    ck_assert_double_eq(block->company.expertise[1], 0.5);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {experts_guide_development,
                                  without_intelligence_experts_guide_nothing,
                                  a_community_guides_development,
                                  without_listening_a_community_guides_nothing,
                                  vision_is_what_is_useful_without_feedback,
                                  an_open_company_builds_on_the_commons,
                                  without_a_commons_openness_builds_nothing,
                                  completeness_follows_the_product,
                                  an_immature_technology_needs_more_product,
                                  fit_suffers_from_the_lag,
                                  influence_is_the_share_of_upstream_work,
                                  leavers_take_experience_along,
                                  delivery_teaches,
                                  NULL};
    return fixture_run("capability", tests);
}
