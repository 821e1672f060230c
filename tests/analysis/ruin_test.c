/* The box of a ruin, written as a scenario and read again, ruins as often as it did; threads change nothing. */
#include "analysis/ruin.h"

#include "montecarlo/inputs.h"
#include "montecarlo/machine.h"
#include "report/ruin_box.h"
#include "report/ruin_json.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WORLDS = 3000, FEW = 1500, DRAWN = 4000, MONTH = 60 };

static struct ruin *seek(const struct scenario *scenario, int threads, int64_t worlds)
{
    const char *why;
    struct complaints *complaints = complaints_create();
    struct batch_options options = {.threads = threads, .kernel = machine_kernel(&why)};
    struct ruin *ruin = ruin_create(scenario, 0, NULL, MONTH, complaints);
    ck_assert_ptr_nonnull(ruin);
    ck_assert_int_eq(ruin_play(ruin, worlds, 3, &options, complaints), BATCH_DONE);
    complaints_destroy(complaints);
    return ruin;
}

static struct scenario *load(void)
{
    struct complaints *complaints = complaints_create();
    /* Founders who neither part nor live on little: what ruins them is the market. */
    const char *settings[] = {"people.break_up=0% per year", "people.founder_pay=60%", "horizon=5 years"};
    struct scenario *scenario = scenario_load("scenarios/openstack-2011.yaml", settings, 3, complaints);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

static struct scenario *read_box(const struct ruin *ruin, struct complaints *complaints)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    ruin_box_write(ruin, out);
    fclose(out);
    struct scenario *boxed = scenario_load_text("tests/scenarios/box.yaml", text, size, NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(boxed);
    free(text);
    return boxed;
}

static bool is_ruined(const struct batch *batch, int64_t i)
{
    const struct result *result = &batch->result[0][i];
    return result->month <= MONTH && (result->outcome == OUTCOME_SHUT_DOWN || result->outcome == OUTCOME_ACQUIHIRED);
}

static bool is_in(const struct ruin *ruin, const struct inputs *inputs, int64_t i)
{
    for (int s = 0; s < ruin->box.sides; s++)
        for (int c = 0; c < inputs->count; c++)
            if (inputs->column[c] == ruin->side[s].column &&
                (inputs->value[c][i] < ruin->side[s].low || inputs->value[c][i] > ruin->side[s].high))
                return false;
    return true;
}

/* The worlds of the search, their drawn numbers put into the box's file: those that lie in it end as they did, to
 * the last one, so that the held-out density is the same without any error of sampling. */
START_TEST(the_box_reproduces_its_ruins)
{
    struct scenario *scenario = load();
    struct ruin *ruin = seek(scenario, 2, WORLDS);
    ck_assert(prim_survives(&ruin->box));
    ck_assert_double_gt(ruin->density.value, ruin->rate.value);
    ck_assert_double_eq_tol(ruin->again.value, ruin->density.value, 3.0 * hypot(ruin->again.error, ruin->density.error));
    const char *why;
    struct complaints *complaints = complaints_create();
    struct scenario *boxed = read_box(ruin, complaints);
    struct batch_options options = {.threads = 2, .strategies = 1, .kernel = machine_kernel(&why)};
    struct batch *before = batch_create(scenario, 3, WORLDS, complaints), *after = batch_create(boxed, 3, WORLDS, complaints);
    struct inputs *inputs = inputs_create(before, 0, WORLDS);
    for (int c = 0; c < inputs->count; c++) {
        enum section section;
        int repeat, spread;
        if (fields_of_column(inputs->column[c], &section, &repeat, &spread)->drawn == DRAWN_PATH)
            batch_fix_each(after, 0, inputs->column[c], inputs->value[c]);
    }
    ck_assert_int_eq(batch_play(before, WORLDS, &options), BATCH_DONE);
    ck_assert_int_eq(batch_play(after, WORLDS, &options), BATCH_DONE);
    int64_t inside = 0, ruined = 0;
    for (int64_t i = WORLDS / 2; i < WORLDS; i++) {
        if (!is_in(ruin, inputs, i))
            continue;
        inside++;
        ruined += is_ruined(after, i);
        ck_assert(is_ruined(after, i) == is_ruined(before, i));
    }
    ck_assert_int_eq(inside, ruin->box.held_out.inside);
    ck_assert_double_eq(statistics_share(ruined, inside).value, ruin->density.value);
    inputs_destroy(inputs);
    batch_destroy(before);
    batch_destroy(after);
    scenario_destroy(boxed);
    complaints_destroy(complaints);
    ruin_destroy(ruin);
    scenario_destroy(scenario);
}
END_TEST

/* And what the file itself draws lies in the box, and is as the worlds were that did; nothing need be played. */
START_TEST(the_box_draws_what_lies_in_it)
{
    struct scenario *scenario = load();
    struct ruin *ruin = seek(scenario, 2, FEW);
    ck_assert(prim_survives(&ruin->box));
    struct complaints *complaints = complaints_create();
    struct scenario *boxed = read_box(ruin, complaints);
    struct batch *batch[2] = {batch_create(scenario, 91, DRAWN, complaints), batch_create(boxed, 92, DRAWN, complaints)};
    struct inputs *all = inputs_create(batch[0], 0, DRAWN), *drawn = inputs_create(batch[1], 0, DRAWN);
    double *part = malloc(DRAWN * sizeof *part), *whole = malloc(DRAWN * sizeof *whole);
    ck_assert_int_eq(all->count, drawn->count);
    for (int c = 0; c < all->count; c++) {
        int64_t n = 0;
        ck_assert_int_eq(all->column[c], drawn->column[c]);
        for (int64_t i = 0; i < DRAWN; i++) {
            ck_assert(is_in(ruin, drawn, i));
            if (is_in(ruin, all, i))
                part[n++] = log(1e-9 + fabs(all->value[c][i]));
        }
        for (int64_t i = 0; i < DRAWN; i++)
            whole[i] = log(1e-9 + fabs(drawn->value[c][i]));
        const struct figure of_part = statistics_mean(part, n), of_drawn = statistics_mean(whole, DRAWN);
        /* Of some forty means one in a thousand may be so far off by chance. */
        ck_assert_double_le(fabs(of_part.value - of_drawn.value), 4.2 * hypot(of_part.error, of_drawn.error) + 1e-12);
    }
    free(part);
    free(whole);
    inputs_destroy(all);
    inputs_destroy(drawn);
    for (int b = 0; b < 2; b++)
        batch_destroy(batch[b]);
    scenario_destroy(boxed);
    complaints_destroy(complaints);
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
        struct ruin *ruin = seek(scenario, t == 0 ? 1 : 3, FEW);
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

RUNNER_MAIN("ruin", the_box_reproduces_its_ruins, the_box_draws_what_lies_in_it, threads_change_no_digit)
