/* Turning points are found where they are, with intervals that hold them, and not where there are none. */
#include "analysis/contest.h"
#include "analysis/crossing.h"
#include "analysis/simultaneous.h"
#include "numerics/elementary.h"

#include "report/runner.h"

#include <math.h>
#include <stddef.h>

enum { POINTS = 21, WORLDS = 500, SEEDS = 200 };

/* A difference in standard errors: that of WORLDS worlds, in which a world says slope * (x - root)
 * + curve, and noise of its own that is the same at every x, with or without a part that is not. */
struct law {
    double slope, root, shared, fresh;
    bool dip; /* a dip at 0 in what is else one-sided */
    unsigned long state;
};

static double uniform(unsigned long *state)
{
    *state = *state * 6364136223846793005UL + 1442695040888963407UL;
    return ((double)(*state >> 11) + 0.5) / 9007199254740992.0;
}

static double noise(unsigned long *state) { return elementary_normal_quantile(uniform(state)); }

static double lead(double x, void *context)
{
    const struct law *law = context;
    unsigned long shared = law->state, fresh = law->state ^ (unsigned long)(long)(x * 1e6) * 0x9E3779B97F4A7C15UL;
    uniform(&fresh);
    const double error = hypot(law->shared, law->fresh) / sqrt(WORLDS);
    const double mean = (law->shared * noise(&shared) + law->fresh * noise(&fresh)) / sqrt(WORLDS);
    double value = law->slope * (x - law->root);
    if (law->dip)
        value = x * x - 0.5;
    return error > 0.0 ? (value + mean) / error : value;
}

static struct crossing_search search_of(bool first_leads)
{
    struct crossing_search search = {.count = POINTS, .base = POINTS / 2, .first_leads = first_leads};
    for (int i = 0; i < POINTS; i++)
        search.x[i] = -2.0 + 4.0 * i / (POINTS - 1);
    search.width = simultaneous_width(POINTS);
    return search;
}

START_TEST(a_root_without_noise_is_found)
{
    struct law law = {.slope = -300.0, .root = 1.234567};
    const struct crossing_search search = search_of(true);
    const struct crossing crossing = crossing_find(&search, lead, &law);
    ck_assert_int_eq(crossing.end, CROSSING_FOUND);
    ck_assert_double_eq_tol(crossing.x, 1.234567, 1e-4);
    ck_assert(crossing.above);
    /* 1.96 standard errors are 0.00653 away; the interval is a scan step halved nine times. */
    ck_assert_double_eq_tol(crossing.low, 1.234567 - 1.96 / 300.0, 1e-3);
    ck_assert_double_eq_tol(crossing.high, 1.234567 + 1.96 / 300.0, 1e-3);
}
END_TEST

START_TEST(it_may_lie_below)
{
    struct law law = {.slope = 300.0, .root = -0.77};
    const struct crossing_search search = search_of(true);
    const struct crossing crossing = crossing_find(&search, lead, &law);
    ck_assert_int_eq(crossing.end, CROSSING_FOUND);
    ck_assert_double_eq_tol(crossing.x, -0.77, 1e-4);
    ck_assert(!crossing.above);
    ck_assert(crossing.low < crossing.x && crossing.x < crossing.high);
}
END_TEST

/* x^2 - 0.5 turns at both of +-0.7071; the nearest to the base counts. */
START_TEST(the_nearest_of_two_is_taken)
{
    struct law law = {.dip = true, .shared = 0.01};
    struct crossing_search search = search_of(false);
    search.base = 12;
    const struct crossing crossing = crossing_find(&search, lead, &law);
    ck_assert_int_eq(crossing.end, CROSSING_FOUND);
    ck_assert_double_eq_tol(crossing.x, sqrt(0.5), 0.01);
    ck_assert(crossing.above);
}
END_TEST

START_TEST(what_turns_nowhere_is_said)
{
    struct law law = {.slope = 1.0, .root = -50.0, .shared = 1.0};
    const struct crossing_search search = search_of(true);
    ck_assert_int_eq(crossing_find(&search, lead, &law).end, CROSSING_NEVER);
    law = (struct law){.slope = 0.0, .shared = 1.0};
    const struct crossing nothing = crossing_find(&search, lead, &law);
    ck_assert_int_eq(nothing.end, CROSSING_NOTHING);
    ck_assert_int_eq(nothing.looks, 3);
}
END_TEST

/* A stretch on which all are level: its middle. */
static double level_stretch(double x, void *context)
{
    (void)context;
    return x < 0.45 ? 9.0 : x > 0.95 ? -9.0 : 0.0;
}

START_TEST(of_a_level_stretch_the_middle)
{
    const struct crossing_search search = search_of(true);
    const struct crossing crossing = crossing_find(&search, level_stretch, NULL);
    ck_assert_int_eq(crossing.end, CROSSING_FOUND);
    ck_assert_double_eq_tol(crossing.x, 0.7, 0.01);
    ck_assert_double_eq_tol(crossing.low, 0.45, 0.01);
    ck_assert_double_eq_tol(crossing.high, 0.95, 0.01);
}
END_TEST

/* The interval holds the root in 95% of cases, with the noise that all values share, as in the same worlds. */
START_TEST(intervals_hold_the_root)
{
    int held = 0, found = 0;
    for (unsigned long seed = 1; seed <= SEEDS; seed++) {
        struct law law = {.slope = 1.0, .root = 0.6, .shared = 1.5, .fresh = 0.02, .state = seed * 7919};
        const struct crossing_search search = search_of(false);
        const struct crossing crossing = crossing_find(&search, lead, &law);
        if (crossing.end != CROSSING_FOUND)
            continue;
        found++;
        held += crossing.low <= 0.6 && crossing.high >= 0.6;
    }
    ck_assert_int_eq(found, SEEDS);
    /* Four standard errors of 200 such chances are 0.062. */
    ck_assert_int_ge(held, (int)(SEEDS * (0.95 - 0.062)));
    ck_assert_int_le(held, (int)(SEEDS * 0.999));
}
END_TEST

/* Nothing but noise: a turn is claimed in at most 5% of searches, whether the noise is shared or not. */
START_TEST(noise_turns_nothing)
{
    static const double fresh[] = {1.0, 0.3, 0.05};
    for (int f = 0; f < 3; f++) {
        int claimed = 0;
        for (unsigned long seed = 1; seed <= SEEDS; seed++) {
            struct law law = {.slope = 0.0, .shared = 1.0 - fresh[f], .fresh = fresh[f], .state = seed * 104729};
            const struct crossing_search search = search_of(seed % 2 == 0);
            claimed += crossing_find(&search, lead, &law).end == CROSSING_FOUND;
        }
        ck_assert_int_le(claimed, SEEDS / 20);
    }
}
END_TEST

/* A table of many assumptions, each looked for by itself: the widths count them all. */
START_TEST(tables_of_noise_turn_nothing)
{
    enum { ROWS = 12 };
    int claimed = 0;
    for (unsigned long seed = 1; seed <= SEEDS; seed++) {
        bool any = false;
        for (unsigned long r = 0; r < ROWS; r++) {
            struct law law = {.slope = 0.0, .shared = 0.2, .fresh = 1.0, .state = (seed * ROWS + r) * 104729};
            struct crossing_search search = search_of(seed % 2 == 0);
            search.width = simultaneous_width(POINTS * ROWS);
            any = crossing_find(&search, lead, &law).end == CROSSING_FOUND || any;
        }
        claimed += any;
    }
    ck_assert_int_le(claimed, SEEDS / 20);
}
END_TEST

static double unknown(double x, void *context)
{
    (void)context;
    return x > 0.0 ? NAN : 1.0;
}

START_TEST(a_failure_ends_the_search)
{
    const struct crossing_search search = search_of(true);
    ck_assert_int_eq(crossing_find(&search, unknown, NULL).end, CROSSING_FAILED);
}
END_TEST

RUNNER_MAIN("crossing", a_root_without_noise_is_found, it_may_lie_below, the_nearest_of_two_is_taken,
            what_turns_nowhere_is_said, of_a_level_stretch_the_middle, intervals_hold_the_root, noise_turns_nothing,
            tables_of_noise_turn_nothing, a_failure_ends_the_search)
