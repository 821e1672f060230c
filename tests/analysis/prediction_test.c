/* A prediction of a small case against the worlds it is made of. */
#include "analysis/backtest.h"
#include "analysis/fiscal.h"
#include "analysis/judgement.h"
#include "analysis/score.h"

#include "model/kernel.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { PATHS = 300, SEED = 3 };

/* The case, but for how the company stood in month 24, when told. */
static struct prediction *make_of(struct precedent **precedent, struct base_rates **rates, int threads, enum outcome outcome)
{
    struct complaints *complaints = complaints_create();
    *precedent = precedent_load("tests/scenarios/companies/small.yaml", complaints);
    *rates = base_rates_load(NULL, complaints);
    if (*precedent && outcome != OUTCOMES)
        (*precedent)->outcome = outcome;
    struct foretelling *foretelling = *precedent ? prediction_prepare(*precedent, complaints) : NULL;
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(foretelling);
    struct prediction *prediction = malloc(sizeof *prediction);
    struct batch_options options = {.threads = threads, .kernel = &kernel_v2};
    ck_assert_int_eq(prediction_make(foretelling, *rates, PATHS, SEED, &options, prediction, complaints), BATCH_DONE);
    prediction_forget(foretelling);
    complaints_destroy(complaints);
    return prediction;
}

static struct prediction *make(struct precedent **precedent, struct base_rates **rates, int threads)
{
    return make_of(precedent, rates, threads, OUTCOMES);
}

static void drop(struct prediction *prediction, struct precedent *precedent, struct base_rates *rates)
{
    free(prediction);
    precedent_destroy(precedent);
    base_rates_destroy(rates);
}

static const struct prediction_check *find(const struct prediction *prediction, enum quantity_kind kind)
{
    for (int k = 0; k < prediction->checks; k++)
        if (prediction->check[k].kind == kind)
            return &prediction->check[k];
    ck_abort_msg("no such check");
    return NULL;
}

START_TEST(chances_and_places_are_those_of_the_worlds)
{
    struct precedent *precedent;
    struct base_rates *rates;
    struct prediction *prediction = make(&precedent, &rates, 2);
    /* The same worlds, by the plain way. */
    struct complaints *complaints = complaints_create();
    const char *setting = "company.people=4";
    struct scenario *scenario =
        scenario_load("tests/scenarios/companies/worlds/world.yaml", &setting, 1, complaints);
    ck_assert_ptr_nonnull(scenario);
    struct batch *batch = batch_create(scenario, SEED, PATHS, complaints);
    struct batch_options options = {.threads = 1, .kernel = &kernel_v2};
    batch_keep_closings(batch, 1);
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    int lasting = 0;
    double closed = 0.0, lifetime[PATHS], raised[PATHS], proceeds[PATHS];
    for (int p = 0; p < PATHS; p++) {
        const struct result *result = &batch->result[1][p];
        bool ended = result->outcome == OUTCOME_SHUT_DOWN || result->outcome == OUTCOME_ACQUIHIRED;
        closed += ended && result->month <= precedent->month;
        /* Its company has ended, so it is held against those that have. */
        lifetime[p] = result->outcome == OUTCOME_PRIVATE ? NAN : result->month;
        lasting += result->outcome == OUTCOME_PRIVATE;
        raised[p] = result->invested;
        proceeds[p] = result->proceeds;
    }
    ck_assert_double_eq_tol(prediction->chance[FATE_CLOSED], closed / PATHS, 1e-12);
    double sum = 0.0;
    for (int f = 0; f < FATES; f++)
        sum += prediction->chance[f];
    ck_assert_double_eq_tol(sum, 1.0, 1e-12);
    ck_assert_int_gt(lasting, 0);
    ck_assert_int_eq(find(prediction, QUANTITY_LIFETIME)->worlds, PATHS - lasting);
    ck_assert_double_eq_tol(find(prediction, QUANTITY_LIFETIME)->place, score_place(lifetime, PATHS, 24.0), 1e-12);
    ck_assert_double_eq_tol(find(prediction, QUANTITY_VALUE)->place, score_place(proceeds, PATHS, 3e6), 1e-12);
    /* Everything is raised in the first months here, or never. */
    ck_assert_double_eq_tol(find(prediction, QUANTITY_RAISED)->place, score_place(raised, PATHS, 1e6), 0.05);
    batch_destroy(batch);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
    drop(prediction, precedent, rates);
}
END_TEST

START_TEST(bands_are_judged_by_their_intervals)
{
    struct precedent *precedent;
    struct base_rates *rates;
    struct prediction *prediction = make(&precedent, &rates, 1);
    ck_assert_int_eq(prediction->band[0].acceptance, ACCEPTANCE_MET);
    ck_assert_int_eq(prediction->band[1].acceptance, ACCEPTANCE_MISSED);
    ck_assert_double_eq(prediction->band[1].figure.value, 0.0);
    ck_assert_int_eq(prediction->band[2].acceptance, ACCEPTANCE_MET);
    ck_assert_int_gt(prediction->band[3].worlds, 0);
    ck_assert_int_lt(prediction->band[3].worlds, PATHS); /* some never raise */
    struct backtest backtest;
    backtest_score(prediction, 1, rates, SEED, &backtest);
    ck_assert_int_eq(backtest.bands, 5);
    ck_assert_int_eq(backtest.checks, prediction->checks);
    ck_assert_int_eq(prediction->checks, 6);
    ck_assert_int_eq(backtest.fates, 1);
    ck_assert_int_ge(backtest.inside[2], backtest.inside[0]);
    int binned = 0;
    for (int b = 0; b < BACKTEST_BINS; b++)
        binned += backtest.bin[b];
    ck_assert_int_eq(binned, backtest.checks);
    drop(prediction, precedent, rates);
}
END_TEST

/* Nobody is sold or listed in the second play. A truth is held against the worlds open at its month,
 * a band against all, the closed with no revenue: both by the plain way. */
START_TEST(revenue_is_of_a_company_that_goes_on)
{
    enum { MONTH = 24 };
    struct precedent *precedent;
    struct base_rates *rates;
    struct prediction *prediction = make(&precedent, &rates, 3);
    struct complaints *complaints = complaints_create();
    const char *settings[] = {"company.people=4", "exit.offer_rate=0% per year", "exit.ipo_rate=0% per year"};
    struct scenario *scenario =
        scenario_load("tests/scenarios/companies/worlds/world.yaml", settings, 3, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    struct batch *batch = batch_create(scenario, SEED, PATHS, complaints);
    struct batch_options options = {.threads = 1, .kernel = &kernel_v2};
    ck_assert(fiscal_watch(batch, MONTH));
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    double all[PATHS], of_open[PATHS];
    int open = 0;
    fiscal_take(batch, 1, MONTH, all);
    for (int p = 0; p < PATHS; p++) {
        const struct result *result = &batch->result[1][p];
        bool is_open = result->outcome == OUTCOME_PRIVATE || result->month > MONTH;
        open += is_open;
        of_open[p] = is_open ? all[p] : NAN;
        if (!is_open)
            ck_assert_double_eq(all[p], 0.0);
    }
    ck_assert_int_lt(open, PATHS);
    const struct prediction_check *check = NULL;
    for (int k = 0; k < prediction->checks; k++)
        if (prediction->check[k].kind == QUANTITY_REVENUE && prediction->check[k].month == MONTH)
            check = &prediction->check[k];
    ck_assert_ptr_nonnull(check);
    ck_assert_int_eq(check->worlds, open);
    ck_assert_double_eq_tol(check->place, score_place(of_open, PATHS, 6e5), 1e-12);
    ck_assert_double_lt(check->place, score_place(all, PATHS, 6e5));
    ck_assert_int_le(find(prediction, QUANTITY_SERVICES_SHARE)->worlds, open);
    ck_assert_int_eq(prediction->band[4].worlds, PATHS);
    statistics_sort(all, PATHS);
    ck_assert_double_eq_tol(prediction->band[4].figure.value, statistics_quantile(all, PATHS, 0.5).value, 1e-6);
    ck_assert_int_eq(prediction->moments, 6); /* half-years, to a year and more after the last truth */
    for (int m = 0; m < prediction->moments; m++)
        for (int q = 1; q < PREDICTION_QUANTILES; q++)
            ck_assert_double_ge(prediction->moment[m].quantile[q], prediction->moment[m].quantile[q - 1]);
    ck_assert_double_eq(prediction->moment[MONTH / PREDICTION_STEP - 1].quantile[PREDICTION_MEDIAN],
                        check->quantile[PREDICTION_MEDIAN]);
    batch_destroy(batch);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
    drop(prediction, precedent, rates);
}
END_TEST

/* The end is that of a world as it comes, its revenue that of the same world by itself: while both are
 * open they are one. */
START_TEST(worlds_that_ended_alike_are_the_same_in_both_plays)
{
    enum { MONTH = 24 };
    struct precedent *precedent;
    struct base_rates *rates;
    struct prediction *prediction = make_of(&precedent, &rates, 2, OUTCOME_PRIVATE);
    struct complaints *complaints = complaints_create();
    const char *setting = "company.people=4";
    struct scenario *scenario = scenario_load("tests/scenarios/companies/worlds/world.yaml", &setting, 1, complaints);
    ck_assert_ptr_nonnull(scenario);
    struct batch *batch = batch_create(scenario, SEED, PATHS, complaints);
    struct batch_options options = {.threads = 1, .kernel = &kernel_v2};
    ck_assert(fiscal_watch(batch, MONTH));
    batch_keep_closings(batch, 1);
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    double revenue[PATHS], raised[PATHS];
    int alike = 0;
    fiscal_take(batch, 1, MONTH, revenue);
    judgement_take(batch, 1, QUANTITY_RAISED, MONTH, raised);
    for (int p = 0; p < PATHS; p++) {
        const struct result *result = &batch->result[1][p];
        bool is_open = result->outcome == OUTCOME_PRIVATE || result->month > MONTH;
        alike += is_open;
        if (!is_open)
            revenue[p] = raised[p] = NAN;
    }
    ck_assert_int_eq(prediction->alike, alike);
    const struct prediction_check *check = NULL;
    for (int k = 0; k < prediction->checks; k++)
        if (prediction->check[k].kind == QUANTITY_REVENUE && prediction->check[k].month == MONTH)
            check = &prediction->check[k];
    ck_assert_ptr_nonnull(check);
    ck_assert_int_eq(check->selection.worlds, alike);
    ck_assert_double_eq_tol(check->selection.place, score_place(revenue, PATHS, 6e5), 1e-12);
    check = find(prediction, QUANTITY_RAISED);
    ck_assert_double_eq_tol(check->selection.place, score_place(raised, PATHS, 1e6), 1e-12);
    batch_destroy(batch);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
    drop(prediction, precedent, rates);
}
END_TEST

/* A month after the last that is played is a mistake of the case. */
START_TEST(a_case_must_fit_its_scenario)
{
    struct complaints *complaints = complaints_create();
    struct precedent *precedent = precedent_load("tests/scenarios/companies/small.yaml", complaints);
    ck_assert_ptr_nonnull(precedent);
    precedent->point[0].month = 49;
    ck_assert_ptr_null(prediction_prepare(precedent, complaints));
    ck_assert_int_eq(complaints_count(complaints), 1);
    precedent->point[0].month = 48;
    precedent->start_month = 8;
    ck_assert_ptr_null(prediction_prepare(precedent, complaints));
    ck_assert_int_eq(complaints_count(complaints), 2);
    precedent->start_month = 7;
    precedent->band[0].chance.by = 60;
    ck_assert_ptr_null(prediction_prepare(precedent, complaints));
    ck_assert_int_eq(complaints_count(complaints), 3);
    precedent_destroy(precedent);
    complaints_destroy(complaints);
}
END_TEST

RUNNER_MAIN("prediction", chances_and_places_are_those_of_the_worlds, bands_are_judged_by_their_intervals,
            revenue_is_of_a_company_that_goes_on, worlds_that_ended_alike_are_the_same_in_both_plays, a_case_must_fit_its_scenario)
