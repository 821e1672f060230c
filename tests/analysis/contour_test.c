/* The zero line of known surfaces. */
#include "analysis/contour.h"

#include "report/runner.h"

#include <math.h>

enum { N = 21 };

static double value[N * N], smooth[N * N], weight[N * N];
static struct contour_segment segments[2 * N * N];

START_TEST(a_plane_is_cut_in_a_straight_line)
{
    for (int c = 0; c < N * N; c++)
        value[c] = c % N - 7.3 + 0.25 * (c / N);
    const int count = contour_trace(value, N, segments);
    ck_assert_int_ge(count, N - 1);
    for (int s = 0; s < count; s++)
        for (int e = 0; e < 2; e++)
            ck_assert_double_eq_tol(segments[s].x[e] + 0.25 * segments[s].y[e], 7.3, 1e-9);
}
END_TEST

/* All of a circle: the length of the pieces is its circumference. */
START_TEST(a_circle_is_closed)
{
    double length = 0.0;
    for (int c = 0; c < N * N; c++)
        value[c] = hypot(c % N - 10.1, c / N - 9.8) - 6.0;
    const int count = contour_trace(value, N, segments);
    for (int s = 0; s < count; s++) {
        ck_assert_double_eq_tol(hypot(segments[s].x[0] - 10.1, segments[s].y[0] - 9.8), 6.0, 0.05);
        length += hypot(segments[s].x[1] - segments[s].x[0], segments[s].y[1] - segments[s].y[0]);
    }
    ck_assert_double_eq_tol(length, 2.0 * acos(-1.0) * 6.0, 0.4);
}
END_TEST

START_TEST(saddles_have_two_pieces)
{
    const double saddle[] = {1, -1, -1, 1}, other[] = {-1, 2, 2, -1};
    ck_assert_int_eq(contour_trace(saddle, 2, segments), 2);
    ck_assert_int_eq(contour_trace(other, 2, segments), 2);
    /* The middle belongs to the high corners: the low ones are cut off, (0, 0) first. */
    for (int s = 0; s < 2; s++)
        ck_assert(fabs(segments[s].x[0] + segments[s].y[0] - segments[s].x[1] - segments[s].y[1]) < 1e-9);
}
END_TEST

START_TEST(one_sided_surfaces_have_no_line)
{
    for (int c = 0; c < N * N; c++)
        value[c] = 1.0 + c;
    ck_assert_int_eq(contour_trace(value, N, segments), 0);
}
END_TEST

START_TEST(smoothing_leaves_planes_and_takes_islands)
{
    for (int c = 0; c < N * N; c++) {
        value[c] = 3.0 * (c % N) - 2.0 * (c / N);
        weight[c] = 1.0;
    }
    contour_smooth(value, weight, N, smooth);
    for (int y = 1; y + 1 < N; y++)
        for (int x = 1; x + 1 < N; x++)
            ck_assert_double_eq_tol(smooth[y * N + x], value[y * N + x], 1e-9);
    for (int c = 0; c < N * N; c++)
        value[c] = 1.0;
    value[5 * N + 5] = -1.5;
    ck_assert_int_eq(contour_trace(value, N, segments), 4);
    contour_smooth(value, weight, N, smooth);
    ck_assert_int_eq(contour_trace(smooth, N, segments), 0);
    weight[5 * N + 5] = 0.0;
    contour_smooth(value, weight, N, smooth);
    ck_assert_double_eq_tol(smooth[5 * N + 5], 1.0, 1e-12);
}
END_TEST

RUNNER_MAIN("contour", a_plane_is_cut_in_a_straight_line, a_circle_is_closed, saddles_have_two_pieces,
            one_sided_surfaces_have_no_line, smoothing_leaves_planes_and_takes_islands)
