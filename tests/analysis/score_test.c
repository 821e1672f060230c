/* Scores against what can be counted by hand, and intervals of a forecaster who is right. */
#include "analysis/score.h"

#include "numerics/draws.h"
#include "numerics/normal.h"
#include "report/runner.h"

#include <math.h>

#define NEAR(a, b) ck_assert_double_eq_tol(a, b, 1e-12)

START_TEST(a_place_counts_what_is_below_and_half_of_what_is_equal)
{
    const double values[] = {0.0, 0.0, 0.0, 2.0, NAN, 5.0};
    NEAR(score_place(values, 6, 0.0), 0.3);
    NEAR(score_place(values, 6, 1.0), 0.6);
    NEAR(score_place(values, 6, 2.0), 0.7);
    NEAR(score_place(values, 6, 9.0), 1.0);
    NEAR(score_place(values, 6, -1.0), 0.0);
    ck_assert(isnan(score_place(values + 4, 1, 0.0)));
}
END_TEST

START_TEST(intervals_are_central)
{
    ck_assert(score_inside(0.25, 0.5));
    ck_assert(score_inside(0.75, 0.5));
    ck_assert(!score_inside(0.24, 0.5));
    ck_assert(!score_inside(0.96, 0.9));
    ck_assert(score_inside(0.94, 0.9));
}
END_TEST

START_TEST(groups_count_alike)
{
    /* One company with four truths of which all are inside, one with a single truth that is not. */
    const double inside[] = {1.0, 1.0, 1.0, 1.0, 0.0};
    const int group[] = {0, 0, 0, 0, 2};
    struct figure share = score_share_by_group(inside, group, 5, 3);
    NEAR(share.value, 0.5);
    NEAR(share.error, 0.5);
    ck_assert(isnan(score_share_by_group(inside, group, 4, 3).error));
}
END_TEST

START_TEST(a_log_score_leaves_nothing_impossible)
{
    NEAR(score_log(0, 998, 4), log(0.5 / 1000.0));
    NEAR(score_log(499, 997, 6), log(499.5 / 1000.0));
}
END_TEST

START_TEST(rank_correlations_are_those_of_the_textbook)
{
    const double up[] = {1, 2, 3, 4, 5}, mixed[] = {2, 1, 4, 3, 5}, down[] = {9, 7, 5, 3, 1};
    NEAR(score_spearman(up, mixed, 5).value, 0.8);
    NEAR(score_kendall(up, mixed, 5).value, 0.6);
    NEAR(score_spearman(up, down, 5).value, -1.0);
    NEAR(score_kendall(up, down, 5).value, -1.0);
    NEAR(score_spearman(up, mixed, 5).error, 1.03 / sqrt(2.0));
    const double tied[] = {1, 1, 2, 2}, straight[] = {1, 2, 3, 4}, level[] = {7, 7, 7, 7};
    NEAR(score_spearman(tied, straight, 4).value, 4.0 / sqrt(20.0));
    NEAR(score_kendall(tied, straight, 4).value, 4.0 / sqrt(24.0));
    ck_assert(isnan(score_spearman(level, straight, 4).value));
    ck_assert(isnan(score_kendall(level, straight, 4).value));
    ck_assert(isnan(score_kendall(level, straight, 4).error));
}
END_TEST

START_TEST(an_interval_is_symmetric_in_fishers_z)
{
    double low, high;
    score_interval((struct figure){0.0, 0.5}, &low, &high);
    NEAR(low, -high);
    NEAR(high, tanh(0.5 * NORMAL_95));
    score_interval((struct figure){1.0, 0.2}, &low, &high);
    ck_assert_double_le(high, 1.0);
    ck_assert_double_gt(low, 0.9);
}
END_TEST

START_TEST(what_is_no_correlation_has_no_interval)
{
    const double level[] = {7, 7, 7, 7, 7}, straight[] = {1, 2, 3, 4, 5};
    double low = 0.0, high = 0.0;
    score_interval(score_spearman(level, straight, 5), &low, &high);
    ck_assert(isnan(low));
    ck_assert(isnan(high));
    low = high = 0.0;
    score_interval(score_kendall(straight, straight, 3), &low, &high);
    ck_assert(isnan(low));
    ck_assert(isnan(high));
}
END_TEST

/* Truths from the same luck as the forecasts stand anywhere with the same chance, atoms or none. */
static double luck(uint64_t place, int64_t number, bool with_atom)
{
    double u = draws_uniform(draws_threefry(5, place, (uint64_t)number).first);
    return with_atom && u < 0.4 ? 0.0 : u;
}

START_TEST(who_is_right_is_covered)
{
    enum { TRUTHS = 4000, WORLDS = 200 };
    const double levels[] = {0.5, 0.8, 0.9};
    int inside[3] = {0};
    double sum = 0.0, values[WORLDS];
    for (int t = 0; t < TRUTHS; t++) {
        for (int w = 0; w < WORLDS; w++)
            values[w] = luck((uint64_t)(w + 1), t, _i == 1);
        double place = score_place(values, WORLDS, luck(0, t, _i == 1));
        sum += place;
        for (int l = 0; l < 3; l++)
            inside[l] += score_inside(place, levels[l]);
    }
    /* With an atom of 0.4 below, places are 0.2 or spread over 0.4 .. 1. */
    const double atom[] = {0.35, 0.5 + 0.4, 0.55 + 0.4};
    ck_assert_double_eq_tol(sum / TRUTHS, 0.5, 5.0 * sqrt(1.0 / 12.0 / TRUTHS));
    for (int l = 0; l < 3; l++) {
        double right = _i == 1 ? atom[l] : levels[l];
        ck_assert_double_eq_tol((double)inside[l] / TRUTHS, right, 5.0 * sqrt(0.25 / TRUTHS) + 1.0 / WORLDS);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("score");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, a_place_counts_what_is_below_and_half_of_what_is_equal);
    tcase_add_test(cases, intervals_are_central);
    tcase_add_test(cases, groups_count_alike);
    tcase_add_test(cases, a_log_score_leaves_nothing_impossible);
    tcase_add_test(cases, rank_correlations_are_those_of_the_textbook);
    tcase_add_test(cases, an_interval_is_symmetric_in_fishers_z);
    tcase_add_test(cases, what_is_no_correlation_has_no_interval);
    tcase_add_loop_test(cases, who_is_right_is_covered, 0, 2);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
