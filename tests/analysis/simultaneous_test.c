/* Tables of nothing but chance make a false claim in no more than one of twenty, however many rows they have. */
#include "analysis/simultaneous.h"

#include "montecarlo/batch.h"
#include "montecarlo/machine.h"
#include "numerics/draws.h"
#include "numerics/elementary.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { TABLES = 400, ROWS = 8, PAIRS = 240, POOL = 1500 };

START_TEST(widths_are_those_of_the_normal_law)
{
    ck_assert_double_eq_tol(simultaneous_width(0), 1.959964, 1e-5);
    ck_assert_double_eq_tol(simultaneous_width(1), 1.959964, 1e-5);
    ck_assert_double_eq_tol(simultaneous_width(20), 3.023341, 1e-5); /* of 0.25% in two tails */
}
END_TEST

/* Of Student's law with 39 degrees of freedom. */
START_TEST(few_batches_have_wider_tails)
{
    struct paired paired = {.value = 1.0, .error = 2.0, .low = -3.0, .high = 5.0, .worlds = 100, .degrees = 39};
    simultaneous_widen(&paired, 20);
    ck_assert_double_eq_tol(paired.high, 1.0 + 2.0 * 3.232162, 2e-3);
    ck_assert_double_eq_tol(paired.low, 1.0 - 2.0 * 3.232162, 2e-3);
}
END_TEST

START_TEST(what_is_not_known_or_exact_stays_so)
{
    struct paired unknown = {.value = 1.0, .error = NAN, .low = NAN, .high = NAN, .worlds = 3};
    struct paired same = {.worlds = 0};
    simultaneous_widen(&unknown, 20);
    simultaneous_widen(&same, 20);
    ck_assert(!paired_is_clear(&unknown) && isnan(unknown.low));
    ck_assert(same.low == 0.0 && same.high == 0.0);
}
END_TEST

static double noise(int table, int row, int pair)
{
    struct draws_pair bits = draws_threefry(7, (uint64_t)(table * ROWS + row), (uint64_t)pair);
    return elementary_normal_quantile(draws_uniform(bits.first));
}

/* Rows hold their worlds against the same ones, as variants of a scenario do: they depend on each other. */
static void play(int table, struct paired row[ROWS])
{
    static double before[PAIRS], after[PAIRS], work[PAIRS];
    for (int p = 0; p < PAIRS; p++)
        before[p] = noise(table, ROWS - 1, p);
    for (int r = 0; r < ROWS - 1; r++) {
        for (int p = 0; p < PAIRS; p++)
            after[p] = noise(table, r, p);
        row[r] = paired_mean(before, after, PAIRS, work);
    }
}

START_TEST(null_tables_seldom_claim_anything)
{
    int alone = 0, together = 0;
    for (int t = 0; t < TABLES; t++) {
        struct paired row[ROWS];
        bool any = false, any_widened = false;
        play(t, row);
        for (int r = 0; r < ROWS - 1; r++) {
            any = any || paired_is_clear(&row[r]);
            simultaneous_widen(&row[r], ROWS - 1);
            any_widened = any_widened || paired_is_clear(&row[r]);
        }
        alone += any;
        together += any_widened;
    }
    const double sampling = 3.0 * sqrt(0.05 * 0.95 / TABLES);
    ck_assert_msg(together <= TABLES * (0.05 + sampling), "%d of %d tables claim something", together, TABLES);
    ck_assert_int_ge(together, 1); /* and they are no wider than they must be */
    ck_assert_msg(alone > TABLES * (0.05 + sampling), "%d of %d: nothing to correct", alone, TABLES);
}
END_TEST

/* The take-homes of one strategy in worlds that have nothing in common, again and again: most are nothing, a few
 * are fortunes. */
static double *take_homes(void)
{
    const char *why;
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load("scenarios/openstack-2011.yaml", NULL, 0, complaints);
    ck_assert_ptr_nonnull(scenario);
    struct batch *batch = batch_create(scenario, 5, POOL, complaints);
    const struct batch_options options = {.threads = 2, .strategies = 4, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(batch_play(batch, POOL, &options), BATCH_DONE);
    double *taken = malloc(POOL * sizeof *taken);
    for (int i = 0; i < POOL; i++)
        taken[i] = batch->result[2][i].founder_present;
    batch_destroy(batch);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
    return taken;
}

static double pick(const double *pool, int table, int column, int pair)
{
    struct draws_pair bits = draws_threefry(11, (uint64_t)(table * 64 + column), (uint64_t)pair);
    return pool[(int)(draws_uniform(bits.first) * POOL)];
}

START_TEST(twins_with_other_luck_are_seldom_told_apart)
{
    enum { STRATEGIES = 5, CLAIMS = 3 * STRATEGIES, WORLDS = 400, TIMES = 200 };
    double *pool = take_homes();
    static double before[WORLDS], after[WORLDS], nothing[2][WORLDS], work[WORLDS];
    int claimed = 0;
    for (int t = 0; t < TIMES; t++) {
        bool any = false;
        for (int s = 0; s < STRATEGIES; s++) {
            for (int p = 0; p < WORLDS; p++) {
                before[p] = pick(pool, t, 2 * s, p);
                after[p] = pick(pool, t, 2 * s + 1, p);
                nothing[0][p] = before[p] < 1e3;
                nothing[1][p] = after[p] < 1e3;
            }
            struct paired row[] = {paired_mean(before, after, WORLDS, work), paired_median(before, after, WORLDS, work),
                                   paired_mean(nothing[0], nothing[1], WORLDS, work)};
            for (int c = 0; c < 3; c++) {
                simultaneous_widen(&row[c], CLAIMS);
                any = any || paired_is_clear(&row[c]);
            }
        }
        claimed += any;
    }
    ck_assert_msg(claimed <= TIMES * 0.05 + 3.0 * sqrt(TIMES * 0.05 * 0.95), "%d of %d tables claim something", claimed, TIMES);
    free(pool);
}
END_TEST

RUNNER_MAIN("simultaneous", widths_are_those_of_the_normal_law, few_batches_have_wider_tails,
            what_is_not_known_or_exact_stays_so, null_tables_seldom_claim_anything,
            twins_with_other_luck_are_seldom_told_apart)
