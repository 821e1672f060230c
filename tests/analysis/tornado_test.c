/* A tornado of a linear model is exact. */
#include "analysis/tornado.h"

#include "closed_form.h"
#include "report/runner.h"

#include <math.h>

enum { WORLDS = 500 };

/* 4 x + 3 y and luck: the swing of x is 4 times its range in every world. */
START_TEST(a_linear_model)
{
    double low[WORLDS], high[WORLDS];
    for (int p = 0; p < WORLDS; p++) {
        const double rest = 3 * closed_form_uniform(1, p, 0) + 10 * closed_form_uniform(1, p, 1);
        low[p] = 4 * 0.1 + rest;
        high[p] = 4 * 0.9 + rest;
    }
    const double before = high[0] - low[0];
    struct tornado_bar bar = tornado_measure(low, high, WORLDS, 1);
    ck_assert_double_eq_tol(bar.swing.value, 3.2, 1e-12);
    ck_assert_double_le(bar.swing.error, 1e-12);
    ck_assert_double_eq_tol(bar.high.value - bar.low.value, 3.2, 1e-12);
    ck_assert_double_gt(bar.low.error, 0.1);
    ck_assert_double_eq(high[0], before);
    ck_assert(bar.clear);
}
END_TEST

START_TEST(what_does_nothing_is_not_clear)
{
    double low[WORLDS], high[WORLDS];
    for (int p = 0; p < WORLDS; p++)
        low[p] = high[p] = closed_form_uniform(2, p, 0);
    ck_assert(!tornado_measure(low, high, WORLDS, 1).clear);
}
END_TEST

/* Luck that differs: about one in twenty looks clear. */
START_TEST(intervals_hold_what_they_promise)
{
    int clear = 0;
    for (int t = 0; t < 400; t++) {
        double low[100], high[100];
        for (int p = 0; p < 100; p++) {
            low[p] = closed_form_uniform(1000 + (uint64_t)t, p, 0);
            high[p] = closed_form_uniform(1000 + (uint64_t)t, p, 1);
        }
        clear += tornado_measure(low, high, 100, 1).clear;
    }
    ck_assert_int_gt(clear, 4); /* 20 are expected; four standard deviations */
    ck_assert_int_lt(clear, 40);
}
END_TEST

/* Of tables of nothing but luck no more than one in twenty has any clear bar. */
START_TEST(tables_claim_little)
{
    enum { TABLES = 300, BARS = 12 };
    int claimed = 0;
    for (int t = 0; t < TABLES; t++) {
        bool any = false;
        for (int b = 0; b < BARS; b++) {
            double low[100], high[100];
            for (int p = 0; p < 100; p++) {
                low[p] = closed_form_uniform(9000 + (uint64_t)t, p, 2 * b);
                high[p] = closed_form_uniform(9000 + (uint64_t)t, p, 2 * b + 1);
            }
            any = tornado_measure(low, high, 100, BARS).clear || any;
        }
        claimed += any;
    }
    ck_assert_int_ge(claimed, 3); /* 15 are expected; three standard deviations */
    ck_assert_int_le(claimed, 15 + 12);
}
END_TEST

START_TEST(clear_ones_come_first)
{
    const struct tornado_bar wide = {.swing = {-5, 9}}, narrow = {.swing = {2, 0.1}, .clear = true},
                             narrower = {.swing = {-1, 0.1}, .clear = true};
    ck_assert(tornado_before(&narrow, &wide));
    ck_assert(!tornado_before(&wide, &narrow));
    ck_assert(tornado_before(&narrow, &narrower));
    ck_assert(!tornado_before(&narrow, &narrow));
}
END_TEST

RUNNER_MAIN("tornado", a_linear_model, what_does_nothing_is_not_clear, intervals_hold_what_they_promise, tables_claim_little,
            clear_ones_come_first)
