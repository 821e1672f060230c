/* Indices from worlds that were played anyway, against closed forms. */
#include "analysis/ranks.h"

#include "closed_form.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PATHS = 20000, INPUTS_MOST = 60 };

struct trial {
    double *outcome, *work, *influence;
    uint32_t *order;
    uint64_t *room;
    double *input[INPUTS_MOST];
};

static struct trial trial_create(int inputs, uint64_t seed)
{
    struct trial trial = {.outcome = malloc(PATHS * sizeof(double)),
                          .work = malloc((2 * PATHS + 1) * sizeof(double)),
                          .influence = calloc(PATHS, sizeof(double)),
                          .order = malloc(PATHS * sizeof(uint32_t)),
                          .room = malloc(2 * PATHS * sizeof(uint64_t))};
    for (int i = 0; i < inputs; i++) {
        trial.input[i] = malloc(PATHS * sizeof(double));
        for (int p = 0; p < PATHS; p++)
            trial.input[i][p] = closed_form_uniform(seed, p, i);
    }
    return trial;
}

static void trial_destroy(struct trial *trial)
{
    for (int i = 0; i < INPUTS_MOST; i++)
        free(trial->input[i]);
    free(trial->outcome);
    free(trial->work);
    free(trial->influence);
    free(trial->order);
    free(trial->room);
}

static struct figure index_of(struct trial *trial, int input, double *influence)
{
    ranks_order(trial->input[input], PATHS, trial->order, trial->room);
    return ranks_first(trial->order, trial->outcome, PATHS, influence, trial->work);
}

/* Within four standard errors, which are small enough to say something. */
static void expect_near(struct figure figure, double expected, double largest_error)
{
    ck_assert_msg(fabs(figure.value - expected) < 4 * figure.error && figure.error < largest_error,
                  "%g ± %g is not %g", figure.value, figure.error, expected);
}

START_TEST(an_order_sorts)
{
    const double values[] = {3, -1e300, 2, 0, -0.0, 2, INFINITY, -2.5e-40, 1e-9, -7};
    uint32_t order[10], expected[] = {1, 9, 7, 3, 4, 8, 2, 5, 0, 6};
    uint64_t room[20];
    ranks_order(values, 10, order, room);
    ck_assert_mem_eq(order, expected, sizeof expected);
    double scores[10];
    memcpy(scores, values, sizeof scores);
    ranks_scores(scores, 10, order, room);
    const double ranked[] = {.85, .05, .7, .4, .4, .7, .95, .25, .55, .15};
    for (int i = 0; i < 10; i++)
        ck_assert_double_eq_tol(scores[i], ranked[i], 1e-12);
}
END_TEST

START_TEST(a_sum_is_shared_out_by_variances)
{
    struct trial trial = trial_create(3, 7);
    for (int p = 0; p < PATHS; p++) /* luck has a part, too */
        trial.outcome[p] = 3 * trial.input[0][p] + 2 * trial.input[1][p] + closed_form_uniform(8, p, 0);
    ck_assert(ranks_standardise(trial.outcome, PATHS));
    expect_near(index_of(&trial, 0, trial.influence), 9. / 14, 0.01);
    expect_near(index_of(&trial, 1, trial.influence), 4. / 14, 0.01);
    expect_near(index_of(&trial, 2, NULL), 0, 0.002);
    /* Of the sum of the first two: its error is that of what the worlds add. */
    double squares = 0;
    for (int p = 0; p < PATHS; p++)
        squares += trial.influence[p] * trial.influence[p];
    const double sum = index_of(&trial, 0, NULL).value + index_of(&trial, 1, NULL).value;
    expect_near((struct figure){sum, sqrt(squares) / PATHS}, 13. / 14, 0.01);
    trial_destroy(&trial);
}
END_TEST

START_TEST(ishigami)
{
    struct trial trial = trial_create(3, 11);
    for (int p = 0; p < PATHS; p++) {
        const double u[] = {trial.input[0][p], trial.input[1][p], trial.input[2][p]};
        trial.outcome[p] = closed_form_ishigami(u);
    }
    ck_assert(ranks_standardise(trial.outcome, PATHS));
    for (int i = 0; i < 3; i++)
        expect_near(index_of(&trial, i, NULL), closed_form_ishigami_first[i], 0.01);
    trial_destroy(&trial);
}
END_TEST

START_TEST(sobols_g_of_sixty)
{
    double a[INPUTS_MOST], u[INPUTS_MOST];
    struct trial trial = trial_create(INPUTS_MOST, 13);
    for (int i = 0; i < INPUTS_MOST; i++)
        a[i] = i == 0 ? 0 : i == 45 ? 1 : i == 59 ? 4.5 : 99;
    for (int p = 0; p < PATHS; p++) {
        for (int i = 0; i < INPUTS_MOST; i++)
            u[i] = trial.input[i][p];
        trial.outcome[p] = closed_form_g(u, a, INPUTS_MOST);
    }
    ck_assert(ranks_standardise(trial.outcome, PATHS));
    for (int i = 0; i < INPUTS_MOST; i++)
        expect_near(index_of(&trial, i, NULL), closed_form_g_first(a, INPUTS_MOST, i), 0.012);
    trial_destroy(&trial);
}
END_TEST

/* Intervals of 95% hold 95% of the truth, or a little more. */
START_TEST(intervals_hold_what_they_promise)
{
    int signal = 0, nothing = 0, trials = 200;
    enum { FEW = 1000 };
    for (int t = 0; t < trials; t++) {
        double x[FEW], y[FEW], other[FEW], work[2 * FEW + 1];
        uint32_t order[FEW];
        uint64_t room[2 * FEW];
        for (int p = 0; p < FEW; p++) {
            x[p] = closed_form_uniform(1000 + (uint64_t)t, p, 0);
            other[p] = closed_form_uniform(1000 + (uint64_t)t, p, 1);
            y[p] = x[p] + 2 * closed_form_uniform(1000 + (uint64_t)t, p, 2);
        }
        ck_assert(ranks_standardise(y, FEW));
        ranks_order(x, FEW, order, room);
        struct figure first = ranks_first(order, y, FEW, NULL, work);
        signal += fabs(first.value - 0.2) < 1.96 * first.error;
        ranks_order(other, FEW, order, room);
        first = ranks_first(order, y, FEW, NULL, work);
        nothing += fabs(first.value) < 1.96 * first.error;
    }
    /* 190 are expected, and 20 fewer happen once in a million */
    ck_assert_int_gt(signal, 170);
    ck_assert_int_gt(nothing, 170);
    ck_assert_int_lt(signal, trials);
}
END_TEST

START_TEST(what_never_changes_has_no_spread)
{
    double same[20], few[] = {1, 2};
    for (int i = 0; i < 20; i++)
        same[i] = 7;
    ck_assert(!ranks_standardise(same, 20));
    ck_assert(!ranks_standardise(few, 2));
}
END_TEST

RUNNER_MAIN("ranks", an_order_sorts, a_sum_is_shared_out_by_variances, ishigami, sobols_g_of_sixty,
            intervals_hold_what_they_promise, what_never_changes_has_no_spread)
