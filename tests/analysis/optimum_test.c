/* The best of levers whose best is known; limits, fresh worlds, threads. */
#include "analysis/optimum.h"

#include "montecarlo/machine.h"
#include "report/runner.h"

#include <math.h>
#include <string.h>

static const char file[] = "scenarios/openstack-2011.yaml";

static struct scenario *load(const char *const *settings, int count)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load(file, settings, count, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

static struct optimum_task task_of(const struct scenario *scenario, const char *lever, const char *maximise,
                                   const char *limit)
{
    struct complaints *complaints = complaints_create();
    struct optimum_task task = {.scenario = scenario, .file = file, .levers = 1, .seed = 5, .paths = 256,
                                .fresh_paths = 512, .tries = 20};
    ck_assert(lever_parse("--lever", lever, scenario, 0, complaints, &task.lever[0]));
    ck_assert(objective_parse("--maximise", maximise, scenario->horizon, complaints, &task.objective));
    if (limit)
        ck_assert(objective_parse_limit("--at-most", limit, scenario->horizon, complaints, &task.limit[task.limits++]));
    complaints_destroy(complaints);
    return task;
}

static struct optimum *run(const struct optimum_task *task, int threads)
{
    const char *why;
    const struct batch_options options = {.threads = threads, .kernel = machine_kernel(&why)};
    struct complaints *complaints = complaints_create();
    struct optimum *optimum = optimum_create(task);
    ck_assert_int_eq(optimum_run(optimum, &options, complaints), BATCH_DONE);
    complaints_destroy(complaints);
    return optimum;
}

/* What was lent is paid back before anybody else gets anything. */
START_TEST(the_best_loan_is_none)
{
    struct scenario *scenario = load(NULL, 0);
    const struct optimum_task task = task_of(scenario, "company.loan=$0..$600k", "take_home", NULL);
    struct optimum *optimum = run(&task, 2);
    ck_assert_int_gt(optimum->best, 0);
    ck_assert_double_eq(optimum->try[optimum->best].value[0], 0.0);
    ck_assert(optimum->clear);
    ck_assert_double_gt(optimum->fresh.gain.value, 0.0);
    /* What 'run' would make of the settings that are told is what was found. */
    char text[LEVER_SETTING_SIZE];
    const char *setting = text;
    lever_setting(&optimum->plan, 0, 0, text);
    ck_assert_str_eq(text, "strategies.1.company.loan=$0");
    struct scenario *set = load(&setting, 1);
    struct complaints *complaints = complaints_create();
    struct batch *batch = batch_create(set, optimum->fresh.seed, task.fresh_paths, complaints);
    const char *why;
    const struct batch_options options = {.threads = 2, .strategies = 1, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(batch_play(batch, task.fresh_paths, &options), BATCH_DONE);
    double sum = 0.0;
    for (int64_t p = 0; p < task.fresh_paths; p++)
        sum += batch->result[0][p].founder_present;
    ck_assert_double_eq_tol(sum / (double)task.fresh_paths, optimum->fresh.best.value, 1e-3);
    batch_destroy(batch);
    complaints_destroy(complaints);
    scenario_destroy(set);
    optimum_destroy(optimum);
    scenario_destroy(scenario);
}
END_TEST

/* Nobody evaluates the product of a stage that sells services. */
START_TEST(a_lever_without_effect_improves_nothing)
{
    struct scenario *scenario = load(NULL, 0);
    const struct optimum_task task = task_of(scenario, "stages.1.pilot_price=$0..$100k", "median", NULL);
    struct optimum *optimum = run(&task, 2);
    ck_assert_int_eq(optimum->best, 0);
    ck_assert(!optimum->clear);
    optimum_destroy(optimum);
    scenario_destroy(scenario);
}
END_TEST

/* Founders who pay themselves little leave the company longer alive; the pay they go without is theirs. */
START_TEST(limits_are_kept)
{
    struct scenario *scenario = load(NULL, 0);
    const struct optimum_task free_task = task_of(scenario, "people.founder_pay=0%..200%", "certain", NULL);
    struct optimum *without = run(&free_task, 2);
    ck_assert_int_gt(without->best, 0);
    double least = 1.0;
    for (int t = 0; t < without->tried; t++)
        least = fmin(least, without->try[t].ruin);
    const double between = (without->seen.ruin_best + least) / 2.0;
    ck_assert_double_gt(without->seen.ruin_best, least + 0.1); /* there is something to limit */
    char limit[60];
    snprintf(limit, sizeof limit, "nothing<=%.4f", between);
    const struct optimum_task task = task_of(scenario, "people.founder_pay=0%..200%", "certain", limit);
    struct optimum *within = run(&task, 2);
    ck_assert_int_ge(within->best, 0);
    ck_assert_double_le(within->try[within->best].ruin, between);
    ck_assert_double_lt(within->try[within->best].aim, without->try[without->best].aim);
    optimum_destroy(within);
    optimum_destroy(without);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(what_cannot_be_kept_is_said)
{
    struct scenario *scenario = load(NULL, 0);
    const struct optimum_task task = task_of(scenario, "company.loan=$0..$600k", "take_home", "nothing<=0.1%");
    struct optimum *optimum = run(&task, 2);
    ck_assert_int_eq(optimum->best, -1);
    optimum_destroy(optimum);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(threads_change_no_bit)
{
    struct scenario *scenario = load(NULL, 0);
    const struct optimum_task task = task_of(scenario, "playbook.reserve=1..12 months", "certain", NULL);
    struct optimum *one = run(&task, 1), *three = run(&task, 3);
    ck_assert_int_eq(one->tried, three->tried);
    ck_assert_int_eq(one->best, three->best);
    for (int t = 1; t < one->tried; t++) {
        ck_assert_int_eq(memcmp(one->try[t].value, three->try[t].value, sizeof one->try[t].value), 0);
        ck_assert_int_eq(memcmp(&one->try[t].aim, &three->try[t].aim, sizeof(double)), 0);
    }
    ck_assert_int_eq(memcmp(&one->fresh.gain, &three->fresh.gain, sizeof one->fresh.gain), 0);
    optimum_destroy(one);
    optimum_destroy(three);
    scenario_destroy(scenario);
}
END_TEST

/* On the frontier nothing tried has both less ruin and more. */
START_TEST(the_frontier_is_efficient)
{
    struct scenario *scenario = load(NULL, 0);
    const struct optimum_task task = task_of(scenario, "people.founder_pay=0%..200%", "certain", NULL);
    struct optimum *optimum = run(&task, 2);
    int efficient = 0;
    for (int t = 0; t < optimum->tried; t++) {
        bool beaten = false;
        for (int o = 0; o < optimum->tried; o++)
            beaten = beaten || (optimum->try[o].aim > optimum->try[t].aim && optimum->try[o].ruin < optimum->try[t].ruin);
        ck_assert(!(optimum->try[t].efficient && beaten));
        efficient += optimum->try[t].efficient;
    }
    ck_assert_int_ge(efficient, 2);
    optimum_destroy(optimum);
    scenario_destroy(scenario);
}
END_TEST

RUNNER_MAIN("optimum", the_best_loan_is_none, a_lever_without_effect_improves_nothing, limits_are_kept,
            what_cannot_be_kept_is_said, threads_change_no_bit, the_frontier_is_efficient)
