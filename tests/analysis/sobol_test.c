/* Sobol's indices against closed forms. */
#include "analysis/sobol.h"

#include "closed_form.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { ROWS = 8192, MOST = 60 };

struct trial {
    int inputs;
    double *a, *b, *ab[MOST];
    struct sobol_index index[MOST];
};

typedef double outcome(const double *u, void *context);

static struct trial *trial_create(int inputs, outcome *of, void *context)
{
    struct trial *trial = calloc(1, sizeof *trial);
    double u[2][MOST];
    trial->inputs = inputs;
    trial->a = malloc(ROWS * sizeof(double));
    trial->b = malloc(ROWS * sizeof(double));
    for (int i = 0; i < inputs; i++)
        trial->ab[i] = malloc(ROWS * sizeof(double));
    for (int p = 0; p < ROWS; p++) {
        for (int i = 0; i < inputs; i++)
            for (int side = 0; side < 2; side++)
                u[side][i] = closed_form_uniform(100 + (uint64_t)side, p, i);
        trial->a[p] = of(u[0], context);
        trial->b[p] = of(u[1], context);
        for (int i = 0; i < inputs; i++) {
            const double mine = u[0][i];
            u[0][i] = u[1][i];
            trial->ab[i][p] = of(u[0], context);
            u[0][i] = mine;
        }
    }
    return trial;
}

static void estimate(struct trial *trial)
{
    ck_assert(sobol_indices(trial->a, trial->b, (const double *const *)trial->ab, trial->inputs, ROWS, 5,
                            trial->index));
}

static void trial_destroy(struct trial *trial)
{
    free(trial->a);
    free(trial->b);
    for (int i = 0; i < MOST; i++)
        free(trial->ab[i]);
    free(trial);
}

/* An interval of 95% twice as wide holds the truth, and is narrow enough to say something. */
static void expect_near(struct sobol_estimate estimate, double expected, double widest)
{
    const double below = estimate.value - estimate.low, above = estimate.high - estimate.value;
    ck_assert_msg(expected >= estimate.value - 2 * below - 1e-12 && expected <= estimate.value + 2 * above + 1e-12 &&
                      estimate.high - estimate.low <= widest,
                  "%g (%g to %g) is not %g", estimate.value, estimate.low, estimate.high, expected);
}

static double ishigami(const double *u, void *context)
{
    (void)context;
    return closed_form_ishigami(u);
}

START_TEST(ishigami_of_three)
{
    struct trial *trial = trial_create(3, ishigami, NULL);
    estimate(trial);
    for (int i = 0; i < 3; i++) {
        expect_near(trial->index[i].first, closed_form_ishigami_first[i], 0.08);
        expect_near(trial->index[i].total, closed_form_ishigami_total[i], 0.08);
    }
    trial_destroy(trial);
}
END_TEST

static double g(const double *u, void *context) { return closed_form_g(u, context, MOST); }

START_TEST(g_of_sixty)
{
    double a[MOST];
    for (int i = 0; i < MOST; i++)
        a[i] = i == 0 ? 0 : i == 45 ? 1 : i == 59 ? 4.5 : 99;
    struct trial *trial = trial_create(MOST, g, a);
    estimate(trial);
    for (int i = 0; i < MOST; i++) {
        expect_near(trial->index[i].first, closed_form_g_first(a, MOST, i), 0.1);
        expect_near(trial->index[i].total, closed_form_g_total(a, MOST, i), 0.1);
    }
    /* Past the fortieth there is something, too. */
    ck_assert_double_gt(trial->index[45].total.low, 0.1);
    trial_destroy(trial);
}
END_TEST

static double sum(const double *u, void *context)
{
    (void)context;
    return 3 * u[0] + 2 * u[1];
}

START_TEST(what_does_nothing_has_nothing)
{
    struct trial *trial = trial_create(3, sum, NULL);
    estimate(trial);
    expect_near(trial->index[0].first, 9. / 13, 0.08);
    expect_near(trial->index[0].total, 9. / 13, 0.08);
    ck_assert_double_le(trial->index[2].total.low, 0);
    ck_assert_double_ge(trial->index[2].total.high, 0);
    ck_assert_double_eq(trial->index[2].total.value, 0);
    ck_assert_double_eq(trial->index[2].first.value, 0);
    trial_destroy(trial);
}
END_TEST

static double wild(const double *u, void *context)
{
    return exp(12 * sum(u, context)); /* a few rows are all of the variance */
}

/* Ranks are the same for whatever grows with the outcome. */
START_TEST(ranks_forget_tails)
{
    struct trial *tame = trial_create(2, sum, NULL), *tailed = trial_create(2, wild, NULL);
    double *work = malloc(2 * ROWS * sizeof *work);
    sobol_rank(tame->a, tame->b, tame->ab, 2, ROWS, work);
    sobol_rank(tailed->a, tailed->b, tailed->ab, 2, ROWS, work);
    estimate(tame);
    estimate(tailed);
    for (int i = 0; i < 2; i++) {
        ck_assert_double_eq(tame->index[i].first.value, tailed->index[i].first.value);
        ck_assert_double_eq(tame->index[i].total.high, tailed->index[i].total.high);
    }
    double mean = 0;
    for (int p = 0; p < ROWS; p++)
        mean += (tame->a[p] + tame->b[p]) / (2 * ROWS);
    ck_assert_double_eq_tol(mean, 0.5, 1e-9);
    free(work);
    trial_destroy(tame);
    trial_destroy(tailed);
}
END_TEST

static double same(const double *u, void *context)
{
    (void)u;
    (void)context;
    return 7;
}

START_TEST(what_never_changes_has_no_indices)
{
    struct trial *trial = trial_create(1, same, NULL);
    estimate(trial);
    ck_assert(isnan(trial->index[0].first.value));
    ck_assert(isnan(trial->index[0].total.low));
    trial_destroy(trial);
}
END_TEST

RUNNER_MAIN("sobol", ishigami_of_three, g_of_sixty, what_does_nothing_has_nothing, ranks_forget_tails,
            what_never_changes_has_no_indices)
