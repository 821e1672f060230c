/* The best of known hills is found, within limits, however noisy. */
#include "analysis/evolve.h"

#include "numerics/draws.h"
#include "report/runner.h"

#include <math.h>
#include <string.h>

struct hill {
    int dimensions, calls;
    double peak[EVOLVE_DIMENSIONS_MAX];
    double noise;
    double most; /* of the sum of coordinates; 0: no limit */
};

static double height(const struct hill *hill, const double *x)
{
    double aim = 0.0;
    for (int d = 0; d < hill->dimensions; d++)
        aim -= (d + 1) * (x[d] - hill->peak[d]) * (x[d] - hill->peak[d]);
    return aim;
}

/* The same point has the same noise, as in the same worlds. */
static bool judge(const double *x, struct evolve_value *value, void *context)
{
    struct hill *hill = context;
    uint64_t bits = 0;
    double sum = 0.0;
    for (int d = 0; d < hill->dimensions; d++) {
        uint64_t more;
        memcpy(&more, &x[d], sizeof more);
        bits = draws_threefry(bits, more, 3).first;
        sum += x[d];
        ck_assert(x[d] >= 0.0 && x[d] <= 1.0);
    }
    hill->calls++;
    value->aim = height(hill, x) + hill->noise * (draws_uniform(bits) - 0.5);
    value->excess = hill->most > 0.0 ? fmax(sum - hill->most, 0.0) : 0.0;
    return true;
}

static void climb(struct hill *hill, int tries, uint64_t seed, double *best)
{
    const struct evolve evolve = {.dimensions = hill->dimensions, .tries = tries, .seed = seed, .judge = judge,
                                  .context = hill};
    struct evolve_value value;
    hill->calls = 0;
    ck_assert(evolve_run(&evolve, best, &value));
    ck_assert_int_le(hill->calls, tries);
}

START_TEST(a_quadratic_hill_is_climbed)
{
    struct hill hill = {.dimensions = 3, .peak = {0.31, 0.84, 0.5}};
    double best[3];
    for (uint64_t seed = 1; seed <= 5; seed++) {
        climb(&hill, 200, seed, best);
        for (int d = 0; d < 3; d++)
            ck_assert_double_eq_tol(best[d], hill.peak[d], 0.02);
    }
}
END_TEST

/* Noise of 0.01 hides what is within 0.1 of the peak, or less where the hill is steeper. */
START_TEST(noise_costs_no_more_than_itself)
{
    struct hill hill = {.dimensions = 2, .peak = {0.2, 0.6}, .noise = 0.01};
    double best[2];
    for (uint64_t seed = 1; seed <= 5; seed++) {
        climb(&hill, 150, seed, best);
        ck_assert_double_ge(height(&hill, best), -hill.noise);
    }
}
END_TEST

START_TEST(a_peak_outside_leads_to_the_edge)
{
    struct hill hill = {.dimensions = 2, .peak = {-0.4, 1.7}};
    double best[2];
    climb(&hill, 100, 3, best);
    ck_assert_double_eq(best[0], 0.0);
    ck_assert_double_eq(best[1], 1.0);
}
END_TEST

/* Of all points whose sum is at most one, the nearest to (0.8, 0.8) in these weights is (0.4, 0.6). */
START_TEST(limits_are_kept)
{
    struct hill hill = {.dimensions = 2, .peak = {0.8, 0.8}, .most = 1.0};
    double best[2];
    climb(&hill, 400, 11, best);
    ck_assert_double_le(best[0] + best[1], 1.0);
    ck_assert_double_eq_tol(height(&hill, best), -0.16 - 2 * 0.04, 0.03);
}
END_TEST

/* A broad hill of height 1 and a narrow one of height 2. */
static bool two_hills(const double *x, struct evolve_value *value, void *context)
{
    (void)context;
    const double far = hypot(x[0] - 0.25, x[1] - 0.25), near = hypot(x[0] - 0.8, x[1] - 0.7);
    *value = (struct evolve_value){fmax(1.0 - far * far, 2.0 - 40.0 * near * near), 0.0};
    return true;
}

START_TEST(the_higher_of_two_hills_is_found)
{
    int found = 0;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        const struct evolve evolve = {.dimensions = 2, .tries = 150, .seed = seed, .judge = two_hills};
        double best[2];
        struct evolve_value value;
        ck_assert(evolve_run(&evolve, best, &value));
        found += value.aim > 1.9;
    }
    ck_assert_int_ge(found, 8); /* the narrow one covers a twelfth of the square */
}
END_TEST

static bool stop(const double *x, struct evolve_value *value, void *context)
{
    int *calls = context;
    *value = (struct evolve_value){x[0], 0.0};
    return ++*calls < 7;
}

START_TEST(the_judge_may_end_it)
{
    int calls = 0;
    const struct evolve evolve = {.dimensions = 1, .tries = 50, .seed = 1, .judge = stop, .context = &calls};
    double best[1];
    struct evolve_value value;
    ck_assert(!evolve_run(&evolve, best, &value));
    ck_assert_int_eq(calls, 7);
}
END_TEST

RUNNER_MAIN("evolve", a_quadratic_hill_is_climbed, noise_costs_no_more_than_itself, a_peak_outside_leads_to_the_edge,
            limits_are_kept, the_higher_of_two_hills_is_found, the_judge_may_end_it)
