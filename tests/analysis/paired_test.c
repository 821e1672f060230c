/* Intervals of differences hold the truth as often as they say, for pairs of which the truth is known. */
#include "analysis/paired.h"

#include "montecarlo/statistics.h"
#include "numerics/draws.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PAIRS_MOST = 2000, TIMES = 1500 };

static double normal(int time, int pair, int which)
{
    struct draws_pair bits = draws_threefry(41, (uint64_t)which, (uint64_t)time * PAIRS_MOST + (uint64_t)pair);
    return sqrt(-2.0 * log(draws_uniform(bits.first))) * cos(2.0 * M_PI * draws_uniform(bits.second));
}

/* Wealth, and the same after something that costs a tenth of it, more or less: logs are normal. */
static const double middle = 1.0, spread = 0.6, cost = 0.1, noise = 0.15;

struct sample {
    double before[PAIRS_MOST], after[PAIRS_MOST], under[PAIRS_MOST], work[PAIRS_MOST], less[PAIRS_MOST], more[PAIRS_MOST];
};

static void draw_wealth(int time, int n, struct sample *sample)
{
    for (int i = 0; i < n; i++) {
        sample->before[i] = exp(middle + spread * normal(time, i, 0));
        sample->after[i] = sample->before[i] * exp(-cost + noise * normal(time, i, 1));
    }
}

/* The share of intervals that hold the truth is 95%, to 3.5 standard errors of that share and the
 * little that normal approximations miss of it. */
static void expect_coverage(int covered, int times, double missing)
{
    double share = (double)covered / times, error = sqrt(0.95 * 0.05 / times);
    ck_assert_msg(share > 0.95 - missing - 3.5 * error, "%g of the intervals hold the truth", share);
    ck_assert_msg(share < 0.95 + 3.5 * error, "%g of the intervals hold the truth", share);
}

static int holds(const struct paired *paired, double truth) { return paired->low <= truth && truth <= paired->high; }

static double certain(double mean, double variance, double aversion) { return exp(mean + (1.0 - aversion) * variance / 2.0); }

/* Who is more averse weighs the rare poor worlds more: the utilities are more skewed, and it takes more
 * worlds until sums of them are normal. With 500 pairs and an aversion of 4, here 91% hold the truth. */
static const struct {
    double aversion;
    int pairs;
} tastes[] = {{0.0, 500}, {1.0, 500}, {2.0, 500}, {3.0, 2000}};

START_TEST(certainty_equivalents_are_covered)
{
    struct sample *sample = malloc(sizeof *sample);
    double aversion = tastes[_i].aversion, squares = spread * spread;
    double truth = certain(middle - cost, squares + noise * noise, aversion) - certain(middle, squares, aversion);
    int covered = 0, narrower = 0, n = tastes[_i].pairs;
    ck_assert_ptr_nonnull(sample);
    for (int t = 0; t < TIMES; t++) {
        draw_wealth(t, n, sample);
        memcpy(sample->less, sample->before, sizeof sample->before);
        memcpy(sample->more, sample->after, sizeof sample->after);
        double alone = hypot(statistics_certain(sample->less, n, aversion).error,
                             statistics_certain(sample->more, n, aversion).error);
        struct paired paired = paired_certain(sample->before, sample->after, n, aversion);
        covered += holds(&paired, truth);
        narrower += paired.error < 0.6 * alone;
    }
    expect_coverage(covered, TIMES, 0.01);
    ck_assert_int_eq(narrower, TIMES);
    free(sample);
}
END_TEST

START_TEST(means_and_shares_are_covered)
{
    struct sample *sample = malloc(sizeof *sample);
    double squares = spread * spread, both = squares + noise * noise;
    double truth = exp(middle - cost + both / 2.0) - exp(middle + squares / 2.0), line = exp(middle - 0.5);
    double share = 0.5 * erfc((0.5 - cost) / sqrt(2.0 * both)) - 0.5 * erfc(0.5 / sqrt(2.0 * squares));
    int covered[2] = {0};
    ck_assert_ptr_nonnull(sample);
    for (int t = 0; t < TIMES; t++) {
        draw_wealth(t, 800, sample);
        struct paired paired = paired_mean(sample->before, sample->after, 800, sample->work);
        covered[0] += holds(&paired, truth);
        for (int i = 0; i < 800; i++) {
            sample->less[i] = sample->before[i] < line;
            sample->more[i] = sample->after[i] < line;
        }
        paired = paired_mean(sample->less, sample->more, 800, sample->work);
        covered[1] += holds(&paired, share);
    }
    expect_coverage(covered[0], TIMES, 0.01);
    expect_coverage(covered[1], TIMES, 0.01);
    free(sample);
}
END_TEST

START_TEST(medians_are_covered)
{
    enum { FEWER = 600 };
    struct sample *sample = malloc(sizeof *sample);
    double truth = exp(middle - cost) - exp(middle);
    int covered = 0;
    ck_assert_ptr_nonnull(sample);
    for (int t = 0; t < FEWER; t++) {
        draw_wealth(t, PAIRS_MOST, sample);
        struct paired paired = paired_median(sample->before, sample->after, PAIRS_MOST, sample->work);
        covered += holds(&paired, truth);
    }
    expect_coverage(covered, FEWER, 0.01);
    free(sample);
}
END_TEST

/* Money back over money in, of those six in ten companies that raised any. */
START_TEST(ratios_are_covered)
{
    struct sample *sample = malloc(sizeof *sample);
    double truth = exp(0.125 + 0.1 + 0.045) - exp(0.125);
    int covered = 0;
    ck_assert_ptr_nonnull(sample);
    for (int t = 0; t < TIMES; t++) {
        for (int i = 0; i < 800; i++) {
            double raised = normal(t, i, 5) < 0.2533;
            sample->under[i] = raised * exp(0.3 * normal(t, i, 2));
            sample->before[i] = sample->under[i] * exp(0.5 * normal(t, i, 3));
            sample->after[i] = sample->before[i] * exp(0.1 + 0.3 * normal(t, i, 4));
        }
        struct paired paired =
            paired_ratio(sample->before, sample->under, sample->after, sample->under, 800, sample->work);
        covered += holds(&paired, truth);
    }
    expect_coverage(covered, TIMES, 0.01);
    free(sample);
}
END_TEST

static void expect_nothing(struct paired paired)
{
    ck_assert_double_eq(paired.value, 0.0);
    ck_assert_double_eq(paired.error, 0.0);
    ck_assert_double_eq(paired.low, 0.0);
    ck_assert_double_eq(paired.high, 0.0);
    ck_assert_int_eq(paired.worlds, 0);
    ck_assert(!paired_is_clear(&paired));
}

START_TEST(what_is_the_same_differs_by_exactly_nothing)
{
    struct sample *sample = malloc(sizeof *sample);
    ck_assert_ptr_nonnull(sample);
    draw_wealth(0, 500, sample);
    memcpy(sample->after, sample->before, sizeof sample->before);
    expect_nothing(paired_mean(sample->before, sample->after, 500, sample->work));
    expect_nothing(paired_median(sample->before, sample->after, 500, sample->work));
    for (int i = 0; i < 500; i++)
        sample->under[i] = 1.0 + i;
    expect_nothing(paired_ratio(sample->before, sample->under, sample->after, sample->under, 500, sample->work));
    expect_nothing(paired_certain(sample->before, sample->after, 500, 2.0));
    free(sample);
}
END_TEST

/* All that differ may have gone one way by chance. */
START_TEST(a_few_worlds_claim_nothing)
{
    double before[1000] = {0}, after[1000] = {0}, work[1000];
    for (int i = 0; i < PAIRED_WORLDS_LEAST - 1; i++)
        after[i] = 1.0;
    struct paired paired = paired_mean(before, after, 1000, work);
    ck_assert_int_eq(paired.worlds, PAIRED_WORLDS_LEAST - 1);
    ck_assert_double_eq_tol(paired.value, 0.029, 1e-12);
    ck_assert(isnan(paired.error) && isnan(paired.low) && !paired_is_clear(&paired));
    after[500] = 1.0;
    paired = paired_mean(before, after, 1000, work);
    ck_assert(paired_is_clear(&paired));
    paired = paired_mean(before, after, PAIRED_LEAST - 1, work);
    ck_assert(isnan(paired.error) && !paired_is_clear(&paired));
}
END_TEST

START_TEST(no_money_gives_no_multiple)
{
    double none[300] = {0}, some[300], work[300];
    for (int i = 0; i < 300; i++)
        some[i] = 1.0 + i;
    struct paired paired = paired_ratio(none, none, some, some, 300, work);
    ck_assert(isnan(paired.value) && isnan(paired.low) && !paired_is_clear(&paired));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("paired");
    TCase *tests = tcase_create("paired");
    tcase_add_loop_test(tests, certainty_equivalents_are_covered, 0, sizeof tastes / sizeof *tastes);
    tcase_add_test(tests, means_and_shares_are_covered);
    tcase_add_test(tests, medians_are_covered);
    tcase_add_test(tests, ratios_are_covered);
    tcase_add_test(tests, what_is_the_same_differs_by_exactly_nothing);
    tcase_add_test(tests, a_few_worlds_claim_nothing);
    tcase_add_test(tests, no_money_gives_no_multiple);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
