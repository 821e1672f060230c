#include "report/layout.h"
#include "report/runner.h"

#include <math.h>

START_TEST(axes_end_on_round_steps)
{
    static const struct {
        double most, step;
        int steps;
    } cases[] = {{9.4e6, 2e6, 5}, {30e6, 10e6, 3}, {1, 0.2, 5}, {0.08, 0.02, 4}, {7, 2, 4}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct layout_axis axis = layout_axis(cases[i].most, 5);
        ck_assert_double_eq_tol(axis.step, cases[i].step, 1e-9 * cases[i].step);
        ck_assert_int_eq(axis.steps, cases[i].steps);
    }
}
END_TEST

START_TEST(axes_reach_what_they_must_in_few_steps)
{
    for (double most = 1e-6; most < 1e12; most *= 1.037) {
        struct layout_axis axis = layout_axis(most, 5);
        ck_assert_int_ge(axis.steps, 1);
        ck_assert_int_le(axis.steps, 5);
        ck_assert_double_ge(axis.step * axis.steps, most * (1 - 1e-6));
        ck_assert_double_le(axis.step * axis.steps, most * 2.5);
    }
}
END_TEST

START_TEST(nothing_has_an_axis_too)
{
    static const double odd[] = {0, -1, NAN, INFINITY};
    for (int i = 0; i < 4; i++) {
        struct layout_axis axis = layout_axis(odd[i], 5);
        ck_assert_double_eq(axis.step, 1);
        ck_assert_int_eq(axis.steps, 1);
    }
}
END_TEST

START_TEST(labels_with_room_stay_where_they_are)
{
    double centre[] = {0.1, 0.9, 0.5};
    const double height[] = {0.1, 0.1, 0.1};
    layout_spread(centre, height, 3, 0, 1);
    ck_assert_double_eq_tol(centre[0], 0.1, 1e-12);
    ck_assert_double_eq_tol(centre[1], 0.9, 1e-12);
    ck_assert_double_eq_tol(centre[2], 0.5, 1e-12);
}
END_TEST

START_TEST(crowded_labels_share_the_trouble)
{
    double centre[] = {0.5, 0.5};
    const double height[] = {0.1, 0.1};
    layout_spread(centre, height, 2, 0, 1);
    ck_assert_double_eq_tol(centre[0], 0.55, 1e-12);
    ck_assert_double_eq_tol(centre[1], 0.45, 1e-12);
}
END_TEST

START_TEST(labels_never_overlap_nor_leave_the_plot)
{
    unsigned random = 7;
    for (int trial = 0; trial < 2000; trial++) {
        int count = 1 + trial % 12;
        double centre[12], wanted[12], height[12], total = 0;
        for (int i = 0; i < count; i++) {
            random = random * 1664525u + 1013904223u;
            wanted[i] = centre[i] = (random >> 8) % 1000 / 999.0;
            random = random * 1664525u + 1013904223u;
            height[i] = 0.01 + (random >> 8) % 100 / 1000.0;
            total += height[i];
        }
        layout_spread(centre, height, count, 0, 1);
        double shrink = total > 1 ? 1 / total : 1;
        for (int i = 0; i < count; i++) {
            ck_assert_double_ge(centre[i] - height[i] * shrink / 2, -1e-9);
            ck_assert_double_le(centre[i] + height[i] * shrink / 2, 1 + 1e-9);
            for (int k = 0; k < i; k++) {
                double apart = (height[i] + height[k]) * shrink / 2;
                ck_assert_double_ge(fabs(centre[i] - centre[k]), apart - 1e-9);
                if (wanted[i] <= wanted[k])
                    ck_assert_double_lt(centre[i], centre[k]);
                else
                    ck_assert_double_gt(centre[i], centre[k]);
            }
        }
    }
}
END_TEST

RUNNER_MAIN("layout", axes_end_on_round_steps, axes_reach_what_they_must_in_few_steps,
            nothing_has_an_axis_too, labels_with_room_stay_where_they_are,
            crowded_labels_share_the_trouble, labels_never_overlap_nor_leave_the_plot)
