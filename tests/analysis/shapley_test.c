/* Gains of players whose value is known by heart. */
#include "analysis/shapley.h"

#include "report/runner.h"

#include <math.h>
#include <string.h>

enum { PLAYERS = 5, PATHS = 3 };

static double gains[PLAYERS][PATHS];

static void play(double (*value)(unsigned set, int path))
{
    double *gain[PLAYERS];
    memset(gains, 0, sizeof gains);
    for (int i = 0; i < PLAYERS; i++)
        gain[i] = gains[i];
    for (unsigned set = 0; set < 1u << PLAYERS; set++) {
        double values[PATHS];
        for (int p = 0; p < PATHS; p++)
            values[p] = value(set, p);
        shapley_add(PLAYERS, set, values, PATHS, gain);
    }
}

/* Each brings what he has, whoever else is there. */
static double additive(unsigned set, int path)
{
    double sum = 100.0;
    for (int i = 0; i < PLAYERS; i++)
        sum += set & 1u << i ? (i - 1.5) * (path + 1) : 0.0;
    return sum;
}

START_TEST(who_adds_gets_what_he_adds)
{
    play(additive);
    for (int i = 0; i < PLAYERS; i++)
        for (int p = 0; p < PATHS; p++)
            ck_assert_double_eq_tol(gains[i][p], (i - 1.5) * (p + 1), 1e-11);
}
END_TEST

/* Only how many there are counts. */
static double symmetric(unsigned set, int path)
{
    const int size = __builtin_popcount(set);
    return path + size * size * size - 7.0 * size;
}

START_TEST(equals_get_the_same)
{
    play(symmetric);
    for (int i = 0; i < PLAYERS; i++)
        for (int p = 0; p < PATHS; p++)
            ck_assert_double_eq_tol(gains[i][p], (125.0 - 35.0) / 5.0, 1e-11);
}
END_TEST

/* Everything depends on everything, but never on player 2. */
static double tangled(unsigned set, int path)
{
    const unsigned others = set & ~4u;
    return sin(37.0 * others + path) * 1e3 + (others == 27u ? 500.0 : 0.0);
}

START_TEST(gains_add_up_to_the_whole)
{
    play(tangled);
    for (int p = 0; p < PATHS; p++) {
        double sum = 0.0;
        for (int i = 0; i < PLAYERS; i++)
            sum += gains[i][p];
        ck_assert_double_eq_tol(sum, tangled(31, p) - tangled(0, p), 1e-9);
    }
}
END_TEST

START_TEST(who_changes_nothing_gets_nothing)
{
    play(tangled);
    for (int p = 0; p < PATHS; p++) {
        ck_assert_double_eq_tol(gains[2][p], 0.0, 1e-9);
        ck_assert_double_gt(fabs(gains[1][p]), 1.0); /* others do get something */
    }
}
END_TEST

/* Two gloves make a pair: one has a left glove, two have right ones. */
static double gloves(unsigned set, int path)
{
    (void)path;
    return (set & 1u) && (set & 6u) ? 1.0 : 0.0;
}

START_TEST(the_rare_glove_gets_two_thirds)
{
    play(gloves);
    ck_assert_double_eq_tol(gains[0][0], 2.0 / 3.0, 1e-12);
    ck_assert_double_eq_tol(gains[1][0], 1.0 / 6.0, 1e-12);
    ck_assert_double_eq_tol(gains[2][0], 1.0 / 6.0, 1e-12);
    ck_assert_double_eq_tol(gains[3][0], 0.0, 1e-12);
}
END_TEST

RUNNER_MAIN("shapley", who_adds_gets_what_he_adds, equals_get_the_same, gains_add_up_to_the_whole,
            who_changes_nothing_gets_nothing, the_rare_glove_gets_two_thirds)
