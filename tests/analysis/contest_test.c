/* Who is ahead, by wins, mean and median; and how often equals are told apart. */
#include "analysis/contest.h"
#include "analysis/phase.h"
#include "analysis/simultaneous.h"
#include "numerics/elementary.h"

#include "hand.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { WORLDS = 400, SEEDS = 200 };

static unsigned long state;

static double uniform(void)
{
    state = state * 6364136223846793005UL + 1442695040888963407UL;
    return ((double)(state >> 11) + 0.5) / 9007199254740992.0;
}

static double noise(void) { return elementary_normal_quantile(uniform()); }

static struct contest_sums judge(struct hand *hand, enum contest_by by, int64_t first)
{
    const struct contest contest = {.by = by, .measure = {.observable = -1, .ending = ENDING_TAKE_HOME, .unit = UNIT_DOLLARS}};
    double room[3 * WORLDS], score[WORLDS];
    struct contest_sums sums = {.worlds = 0};
    contest_scores(&hand->batch, &contest, -1, 0, 1, first, room, score);
    contest_add(&sums, score, hand->batch.paths - first);
    return sums;
}

static void set(struct hand *hand, int64_t i, double a, double b)
{
    hand->batch.result[0][i].founder_present = a;
    hand->batch.result[1][i].founder_present = b;
}

START_TEST(wins_count_beyond_a_thousand_dollars)
{
    struct hand *hand = hand_create(2, 12, 10);
    static const double gap[] = {5000, 1000, 999, 0, -999, -1000, -5000, 2e6, 3e6, 4e6};
    for (int i = 0; i < 10; i++)
        set(hand, i, 1e7 + gap[i], 1e7);
    const struct contest_sums sums = judge(hand, CONTEST_WINS, 0);
    ck_assert_int_eq(sums.worlds, 10);
    ck_assert_int_eq(sums.differ, 7);
    ck_assert_double_eq(sums.sum, 3.0);
    /* As the verdict of a run has it: (5 - 2) / 10, with the variance 7/10 - (3/10)^2 of one world. */
    ck_assert_double_eq_tol(contest_figure(&sums).value, 0.3, 1e-12);
    ck_assert_double_eq_tol(contest_figure(&sums).error, sqrt((0.7 - 0.09) / 9.0), 1e-12);
    const struct contest_sums later = judge(hand, CONTEST_MEAN, 7);
    ck_assert_int_eq(later.worlds, 3);
    ck_assert_double_eq_tol(contest_figure(&later).value, 3e6, 1e-3);
    hand_destroy(hand);
}
END_TEST

/* The median of $0 in most worlds does not move; that of a normal law has the error 1.2533 sigma / sqrt n. */
START_TEST(medians_have_their_error)
{
    struct hand *hand = hand_create(2, 12, WORLDS);
    enum { TIMES = 25 };
    double value = 0.0, error = 0.0;
    state = 3;
    for (int t = 0; t < TIMES; t++) {
        for (int64_t i = 0; i < WORLDS; i++)
            set(hand, i, 1e6 + 1e5 * noise(), i % 4 ? 0.0 : 1e9);
        const struct contest_sums sums = judge(hand, CONTEST_MEDIAN, 0);
        value += contest_figure(&sums).value / TIMES;
        error += contest_figure(&sums).error / TIMES;
    }
    ck_assert_double_eq_tol(value, 1e6, 4 * 1.2533e5 / 20 / sqrt(TIMES));
    /* One error from twenty ranks is off by a fifth, their mean by a twenty-fifth. */
    ck_assert_double_eq_tol(error, 1.2533e5 / 20, 0.16 * 1.2533e5 / 20);
    hand_destroy(hand);
}
END_TEST

/* In worlds that are alike nobody is ahead, and few worlds are not enough. */
START_TEST(few_differences_say_nothing)
{
    struct hand *hand = hand_create(2, 12, WORLDS);
    struct contest_sums sums = judge(hand, CONTEST_WINS, 0);
    ck_assert_double_eq(contest_z(&sums), 0.0);
    for (int i = 0; i < 5; i++)
        set(hand, i, 1e6, 0);
    sums = judge(hand, CONTEST_WINS, 0);
    ck_assert_double_eq(contest_z(&sums), 0.0);
    for (int i = 0; i < WORLDS; i++)
        set(hand, i, 1e6, 0);
    sums = judge(hand, CONTEST_WINS, 0);
    ck_assert_double_ge(contest_z(&sums), 10.0);
    hand_destroy(hand);
}
END_TEST

/* Equals with luck of their own: told apart in no more than 5% of 200 cases, within four standard errors
 * of such a share; by all three ways. */
START_TEST(equals_are_seldom_told_apart)
{
    struct hand *hand = hand_create(2, 12, WORLDS);
    for (int by = CONTEST_WINS; by <= CONTEST_MEDIAN; by++) {
        int apart = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            state = (unsigned long)seed * 7919 + (unsigned long)by;
            for (int64_t i = 0; i < WORLDS; i++)
                set(hand, i, 1e6 * exp(noise()), 1e6 * exp(noise()));
            const struct contest_sums sums = judge(hand, (enum contest_by)by, 0);
            apart += fabs(contest_z(&sums)) > simultaneous_width(1);
        }
        ck_assert_msg(apart <= SEEDS * (0.05 + 4 * sqrt(0.05 * 0.95 / SEEDS)), "by %d: %d of %d", by, apart, SEEDS);
    }
    hand_destroy(hand);
}
END_TEST

/* The same when a cell of a map is looked at after 256, 512, … 4096 worlds and left alone once beyond doubt. */
START_TEST(looking_again_finds_few_winners)
{
    enum { CASES = 2000 };
    int resolved = 0;
    state = 11;
    for (int c = 0; c < CASES; c++) {
        struct contest_sums sums = {.worlds = 0};
        for (int target = 256; target <= 4096; target *= 2) {
            while (sums.worlds < target) {
                const double score = uniform() < 0.5 ? 1.0 : -1.0;
                contest_add(&sums, &score, 1);
            }
            if (phase_is_beyond_doubt(fabs(contest_z(&sums)), 1))
                break;
        }
        resolved += fabs(contest_z(&sums)) > simultaneous_width(1);
    }
    ck_assert_int_le(resolved, (int)(CASES * (0.05 + 3 * sqrt(0.05 * 0.95 / CASES))));
    ck_assert_int_ge(resolved, (int)(CASES * 0.03));
}
END_TEST

RUNNER_MAIN("contest", wins_count_beyond_a_thousand_dollars, medians_have_their_error, few_differences_say_nothing,
            equals_are_seldom_told_apart, looking_again_finds_few_winners)
