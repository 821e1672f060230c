/* Breakthroughs arrive by a Poisson process: rate per engineer, times engineers, times skill. */
#include "laws/fixture.h"
#include "model/capability.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

enum { MONTHS = 100 };

/* Plays the same engineers for a while; with size 1 and nothing imitated, the edge counts. */
static void count_breakthroughs(double rate, double engineers, double skill, double count[LANES])
{
    struct block *block = fixture_block(LANES);
    FIXTURE_SET(block, capability.breakthrough_rate, rate);
    FIXTURE_SET(block, capability.breakthrough_size, 1.0);
    FIXTURE_SET(block, capability.breakthrough_size_spread, 0.0);
    FIXTURE_SET(block, company.skill, skill);
    month_start(block);
    fixture_fill(block->rates.imitation_decay, 1.0);
    fixture_fill(block->company.engineers, engineers);
    for (; block->month < MONTHS; block->month++) {
        block_draw(block);
        capability_step(block);
    }
    for (int i = 0; i < LANES; i++)
        count[i] = block->company.edge[i];
    free(block);
}

START_TEST(arrivals_have_mean_and_variance_of_a_poisson_process)
{
    const double cases[][3] = {{0.01, 5.0, 1.0}, {0.004, 30.0, 2.5}, {0.2, 4.0, 0.5}};
    for (int k = 0; k < 3; k++) {
        double expected = cases[k][0] * cases[k][1] * cases[k][2] * MONTHS, count[LANES];
        count_breakthroughs(cases[k][0], cases[k][1], cases[k][2], count);
        double sum = 0.0, squares = 0.0;
        for (int i = 0; i < LANES; i++) {
            ck_assert_double_eq(count[i], floor(count[i]));
            sum += count[i];
            squares += (count[i] - expected) * (count[i] - expected);
        }
        /* Four standard errors; the fourth central moment of a Poisson count is m + 3 m^2. */
        ck_assert_double_eq_tol(sum / LANES, expected, 4.0 * sqrt(expected / LANES));
        ck_assert_double_eq_tol(squares / LANES, expected,
                                4.0 * sqrt((expected + 2.0 * expected * expected) / LANES));
    }
}
END_TEST

START_TEST(nobody_invents_without_engineers)
{
    double count[LANES];
    count_breakthroughs(0.5, 0.0, 1.0, count);
    for (int i = 0; i < LANES; i++)
        ck_assert_double_eq(count[i], 0.0);
}
END_TEST

/* The steady state of an edge that is won by m a month and fades by the factor d is m / (1 - d). */
START_TEST(an_edge_settles_between_invention_and_imitation)
{
    struct block *block = fixture_block(LANES);
    const double mean = 0.05 * 10.0, half_life = 12.0;
    FIXTURE_SET(block, capability.breakthrough_rate, 0.05);
    FIXTURE_SET(block, capability.breakthrough_size, 1.0);
    FIXTURE_SET(block, capability.breakthrough_size_spread, 0.0);
    FIXTURE_SET(block, market.imitation_half_life, half_life);
    FIXTURE_SET(block, company.skill, 1.0);
    month_start(block);
    fixture_fill(block->company.engineers, 10.0);
    double sum = 0.0;
    for (; block->month < 600; block->month++) {
        block_draw(block);
        capability_step(block);
        for (int i = 0; i < LANES && block->month >= 240; i++)
            sum += block->company.edge[i];
    }
    /* The mean edge of 360 months hardly differs from 360 months' finds, times 1 / (1 - d). The
     * start is forgotten: 20 half-lives. Four standard errors of the Poisson number of finds. */
    double scale = 1.0 / (1.0 - pow(0.5, 1.0 / half_life)), months = 360.0 * LANES;
    ck_assert_double_eq_tol(sum / months, mean * scale, 4.0 * scale * sqrt(mean / months) * 1.1);
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {arrivals_have_mean_and_variance_of_a_poisson_process,
                                  nobody_invents_without_engineers,
                                  an_edge_settles_between_invention_and_imitation, NULL};
    return fixture_run("breakthroughs", tests);
}
