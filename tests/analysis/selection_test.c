/* Companies drawn from the model itself, and chosen by how they ended: what its intervals hold of them. */
#include "analysis/backtest.h"

#include "numerics/draws.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { CASES = 100, FIGURES = 12, WORLDS = 1000 };

START_TEST(worlds_that_ended_alike_take_the_place_of_the_truth)
{
    const double forecast[] = {0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0};
    double alike[] = {9.0, 6.0, 8.0, 7.0}; /* at places .95, .65, .85 and .75 */
    struct selection selection = selection_measure(forecast, 10, alike, 4, 8.5);
    ck_assert_int_eq(selection.worlds, 4);
    ck_assert_double_eq(selection.place, 0.75);
    ck_assert_double_eq(selection.would_hold[0], 0.5);
    ck_assert_double_eq(selection.would_hold[1], 0.75);
    ck_assert_double_eq(selection.would_alike[0], 0.5); /* .125 .375 .625 .875 */
    ck_assert_double_eq(selection.would_alike[1], 1.0);
    /* Equal worlds share a place: all in the middle. */
    double level[] = {3.0, 3.0, 3.0};
    ck_assert_double_eq(selection_measure(level, 3, level, 3, 3.0).would_hold[0], 1.0);
    selection = selection_measure(forecast, 10, alike, 0, 8.5);
    ck_assert(isnan(selection.place));
    ck_assert(isnan(selection.would_hold[1]));
}
END_TEST

static double luck(int c, int figure, int64_t world, uint64_t which)
{
    return draws_uniform(draws_threefry(11 + which, (uint64_t)(c * FIGURES + figure), (uint64_t)world).first);
}

/* Half of the worlds close, a quarter is sold, a quarter lists; who ends better is worth more. */
static enum fate end_of(int c, int64_t world)
{
    double u = luck(c, 0, world, 0);
    return u < 0.5 ? FATE_CLOSED : u < 0.75 ? FATE_ACQUIRED : FATE_LISTED;
}

static double value_of(int c, int figure, int64_t world)
{
    enum fate end = end_of(c, world);
    double scale = end == FATE_CLOSED ? 1.0 : end == FATE_ACQUIRED ? 2.0 : 4.0;
    return scale * exp(2.0 * luck(c, figure, world, 1));
}

/* Three remembered companies in five have listed, the others have closed. The truth is one more world. */
static void foretell(struct prediction *prediction, const struct precedent *precedent, int c)
{
    double values[WORLDS], alike[WORLDS];
    int64_t truth = WORLDS;
    *prediction = (struct prediction){.precedent = precedent, .paths = WORLDS, .checks = FIGURES, .log_score = NAN};
    prediction->truth = c % 5 < 3 ? FATE_LISTED : FATE_CLOSED;
    while (end_of(c, truth) != prediction->truth)
        truth++;
    for (int f = 0; f < FIGURES; f++) {
        struct prediction_check *check = &prediction->check[f];
        int64_t m = 0;
        for (int64_t w = 0; w < WORLDS; w++) {
            values[w] = value_of(c, f, w);
            if (end_of(c, w) == prediction->truth)
                alike[m++] = values[w];
        }
        *check = (struct prediction_check){.kind = QUANTITY_RAISED, .truth = value_of(c, f, truth), .worlds = WORLDS};
        check->place = score_place(values, WORLDS, check->truth);
        statistics_sort(values, WORLDS);
        check->selection = selection_measure(values, WORLDS, alike, m, check->truth);
        prediction->alike = m;
    }
}

START_TEST(who_is_right_holds_fewer_of_the_chosen_and_says_how_many)
{
    struct precedent precedent = {.bands = 0};
    struct prediction *prediction = calloc(CASES, sizeof *prediction);
    struct backtest backtest;
    ck_assert_ptr_nonnull(prediction);
    for (int c = 0; c < CASES; c++)
        foretell(&prediction[c], &precedent, c);
    backtest_score(prediction, CASES, NULL, 1, &backtest);
    const struct backtest_selection *selection = &backtest.selection;
    ck_assert_int_eq(selection->truths + selection->left_out, CASES * FIGURES);
    ck_assert_int_gt(selection->truths, 9 * CASES * FIGURES / 10);
    for (int l = 0; l < SCORE_LEVELS; l++) {
        const struct backtest_coverage *forecast = &selection->forecast[l], *alike = &selection->alike[l];
        ck_assert_double_eq_tol(forecast->share.value, forecast->expected_share, 4.0 * forecast->share.error);
        ck_assert_double_eq_tol((double)forecast->inside / selection->truths, forecast->expected, 4.0 * forecast->share.error);
        ck_assert_double_lt(forecast->share.value + 4.0 * forecast->share.error, score_level[l]);
        ck_assert_double_eq_tol(alike->share.value, score_level[l], 4.0 * alike->share.error);
        ck_assert_double_eq_tol(alike->expected, score_level[l], 2.0 / SELECTION_WORLDS_LEAST);
    }
    /* Who has too few that ended alike is left out whole, and a single figure that few have alone. */
    const int before = selection->truths;
    ck_assert_int_ge(prediction[3].alike, SELECTION_WORLDS_LEAST);
    ck_assert_int_ge(prediction[4].alike, SELECTION_WORLDS_LEAST);
    const int cases = selection->cases_left_out;
    prediction[3].alike = SELECTION_WORLDS_LEAST - 1;
    prediction[4].check[2].selection.worlds = SELECTION_WORLDS_LEAST - 1;
    backtest_score(prediction, CASES, NULL, 1, &backtest);
    ck_assert_int_eq(selection->truths, before - FIGURES - 1);
    ck_assert_int_eq(selection->cases_left_out, cases + 2);
    ck_assert_int_eq(backtest.checks, CASES * FIGURES);
    free(prediction);
}
END_TEST

RUNNER_MAIN("selection", worlds_that_ended_alike_take_the_place_of_the_truth,
            who_is_right_holds_fewer_of_the_chosen_and_says_how_many)
