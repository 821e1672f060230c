/* Objectives are what the summary says, with its errors; limits are read with their measure. */
#include "analysis/objective.h"

#include "analysis/summary.h"
#include "montecarlo/machine.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { PATHS = 1000 };

static struct batch *play(struct scenario **scenario, struct complaints *complaints)
{
    const char *why;
    const struct batch_options options = {.threads = 2, .kernel = machine_kernel(&why)};
    *scenario = scenario_load("scenarios/openstack-2011.yaml", NULL, 0, complaints);
    ck_assert_ptr_nonnull(*scenario);
    struct batch *batch = batch_create(*scenario, 3, PATHS, complaints);
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    return batch;
}

/* The scores have the right spread, too, not merely the right mean. */
static void expect(const struct batch *batch, int strategy, const char *text, struct figure figure, double tolerance)
{
    double *room = malloc(2 * PATHS * sizeof *room), *score = malloc(PATHS * sizeof *score);
    struct complaints *complaints = complaints_create();
    struct objective objective;
    ck_assert(objective_parse("--maximise", text, 120, complaints, &objective));
    const double value = objective_value(&objective, batch, strategy, -1, room, score);
    const struct figure mean = statistics_mean(score, PATHS);
    ck_assert_double_eq_tol(value, figure.value, 1e-9 * fabs(figure.value) + 1e-6);
    ck_assert_double_eq_tol(mean.value, figure.value, 1e-9 * fabs(figure.value) + 1e-3);
    ck_assert_double_eq_tol(mean.error, figure.error, tolerance * figure.error);
    complaints_destroy(complaints);
    free(room);
    free(score);
}

START_TEST(objectives_are_what_the_summary_says)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario;
    struct batch *batch = play(&scenario, complaints);
    struct summary *summary = summary_create(batch);
    for (int s = 0; s < 4; s++) {
        const struct strategy_summary *told = &summary->strategy[s];
        expect(batch, s, "take_home", told->founder_mean, 1e-6);
        expect(batch, s, "certain", told->certain, 1e-3);
        ck_assert_double_eq_tol(objective_ruin(batch, s), told->chance_nothing.value, 1e-12);
    }
    /* Half of the first strategy's founders get something, so its median has a density. */
    expect(batch, 0, "median", summary->strategy[0].founder_quantile[SUMMARY_MEDIAN], 0.01);
    summary_destroy(summary);
    batch_destroy(batch);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
}
END_TEST

START_TEST(limits_have_a_measure_and_a_number)
{
    struct complaints *complaints = complaints_create();
    struct objective_limit limit;
    ck_assert(objective_parse_limit("--at-most", "nothing <= 40%", 120, complaints, &limit));
    ck_assert(limit.nothing);
    ck_assert_double_eq(limit.most, 0.4);
    ck_assert(objective_parse_limit("--at-most", "take_home>=$1M<=25%", 120, complaints, &limit));
    ck_assert(!limit.nothing && limit.measure.chance);
    ck_assert_double_eq(limit.most, 0.25);
    ck_assert(objective_parse_limit("--at-most", "raised<=$3M", 120, complaints, &limit));
    ck_assert_double_eq(limit.most, 3e6);
    ck_assert_int_eq(complaints_count(complaints), 0);
    ck_assert(!objective_parse_limit("--at-most", "raised", 120, complaints, &limit));
    ck_assert(!objective_parse_limit("--at-most", "nothing<=60", 120, complaints, &limit));
    ck_assert(!objective_parse_limit("--at-most", "closed<=-1%", 120, complaints, &limit));
    ck_assert(!objective_parse_limit("--at-most", "raised<=40%", 120, complaints, &limit));
    ck_assert(!objective_parse_limit("--at-most", "users@20 years<=4", 120, complaints, &limit));
    ck_assert_int_eq(complaints_count(complaints), 5);
    complaints_destroy(complaints);
}
END_TEST

RUNNER_MAIN("objective", objectives_are_what_the_summary_says, limits_have_a_measure_and_a_number)
