/* The box of a ruin, written as a scenario and read again, ruins as often as it did; threads change nothing. */
#include "analysis/ruin.h"

#include "montecarlo/machine.h"
#include "report/ruin_box.h"
#include "report/ruin_json.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WORLDS = 4000, MONTH = 60 };

static struct ruin *seek(const struct scenario *scenario, int threads)
{
    const char *why;
    struct complaints *complaints = complaints_create();
    struct batch_options options = {.threads = threads, .kernel = machine_kernel(&why)};
    struct ruin *ruin = ruin_create(scenario, 0, NULL, MONTH, complaints);
    ck_assert_ptr_nonnull(ruin);
    ck_assert_int_eq(ruin_play(ruin, WORLDS, 3, &options, complaints), BATCH_DONE);
    complaints_destroy(complaints);
    return ruin;
}

static struct scenario *load(void)
{
    struct complaints *complaints = complaints_create();
    /* Founders who neither part nor live on little: what ruins them is the market. */
    const char *settings[] = {"people.break_up=0% per year", "people.founder_pay=60%"};
    struct scenario *scenario = scenario_load("scenarios/openstack-2011.yaml", settings, 2, complaints);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

START_TEST(the_box_reproduces_its_ruins)
{
    struct scenario *scenario = load();
    struct ruin *ruin = seek(scenario, 2);
    ck_assert(prim_survives(&ruin->box));
    ck_assert_double_gt(ruin->density.value, ruin->rate.value);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    ruin_box_write(ruin, out);
    fclose(out);
    struct complaints *complaints = complaints_create();
    struct scenario *boxed = scenario_load_text("tests/scenarios/box.yaml", text, size, NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(boxed);
    const char *why;
    struct batch_options options = {.threads = 2, .kernel = machine_kernel(&why)};
    struct batch *batch = batch_create(boxed, 77, WORLDS, complaints);
    ck_assert_int_eq(batch_play(batch, WORLDS, &options), BATCH_DONE);
    int64_t ruined = 0;
    for (int i = 0; i < WORLDS; i++) {
        const struct result *result = &batch->result[0][i];
        ruined += result->month <= MONTH &&
                  (result->outcome == OUTCOME_SHUT_DOWN || result->outcome == OUTCOME_ACQUIHIRED);
    }
    struct figure rate = statistics_share(ruined, WORLDS);
    /* 3 points, and three standard errors of what is compared. */
    ck_assert_double_eq_tol(rate.value, ruin->density.value, 0.03 + 3.0 * hypot(rate.error, ruin->density.error));
    ck_assert_double_eq_tol(rate.value, ruin->again.value, 3.5 * hypot(rate.error, ruin->again.error));
    batch_destroy(batch);
    scenario_destroy(boxed);
    complaints_destroy(complaints);
    free(text);
    ruin_destroy(ruin);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(threads_change_no_digit)
{
    char *text[2] = {NULL, NULL};
    for (int t = 0; t < 2; t++) {
        size_t size = 0;
        FILE *out = open_memstream(&text[t], &size);
        struct scenario *scenario = load();
        struct ruin *ruin = seek(scenario, t == 0 ? 1 : 3);
        ruin_json_write(ruin, out);
        fclose(out);
        ruin_destroy(ruin);
        scenario_destroy(scenario);
    }
    ck_assert_str_eq(text[0], text[1]);
    free(text[0]);
    free(text[1]);
}
END_TEST

RUNNER_MAIN("ruin", the_box_reproduces_its_ruins, threads_change_no_digit)
