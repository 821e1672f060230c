/* A shock is worth what the same event of a scenario is worth, and what cannot matter changes exactly nothing. */
#include "analysis/stress.h"

#include "montecarlo/machine.h"
#include "report/runner.h"
#include "report/stress_json.h"
#include "scenario/key.h"

#include <stdlib.h>
#include <string.h>

enum { WORLDS = 1200 };

#define COMPANY \
    "scenario: Here\nstart: 2011-07\nhorizon: 48 months\nmarket: {extends: markets/ecosystem}\n" \
    "people: {break_up: 0% per year, founder_pay: 60%}\n" \
    "strategies:\n  - {name: Services, playbook: playbooks/services-first}\n" \
    "  - {name: Product, playbook: playbooks/ip, funding: funding/venture}\n"
#define EVENT "events: [{at: 10 months, for: 20 months, times: {market.services_need: 25%}}]\n"

static struct scenario *load(const char *text)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load_text("tests/scenarios/here.yaml", text, strlen(text), NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

static struct shock make(int first, int months, const char *key_text, bool multiply, double value)
{
    struct key key;
    ck_assert(key_find(key_text, &key));
    return (struct shock){.file = "x", .title = key_text, .first_month = first, .months = months, .changes = 1,
                          .change = {{.column = key.column, .multiply = multiply, .value = value}}};
}

static struct batch_options options_of(int threads)
{
    const char *why;
    return (struct batch_options){.threads = threads, .kernel = machine_kernel(&why)};
}

static struct stress *play(const struct scenario *scenario, const struct shock *const *shocks, int count, int threads)
{
    struct complaints *complaints = complaints_create();
    struct measure measure;
    ck_assert(measure_parse("--of", "take_home", complaints, &measure));
    struct stress *stress = stress_create(scenario, 0, &measure, shocks, count, complaints);
    struct batch_options options = options_of(threads);
    ck_assert_ptr_nonnull(stress);
    ck_assert_int_eq(stress_play(stress, WORLDS, 5, &options, complaints), BATCH_DONE);
    complaints_destroy(complaints);
    return stress;
}

START_TEST(a_shock_is_an_event)
{
    struct scenario *plain = load(COMPANY), *with = load(COMPANY EVENT);
    struct shock shock = make(10, 20, "market.services_need", true, 0.25);
    const struct shock *shocks[] = {&shock};
    struct stress *stress = play(plain, shocks, 1, 2);
    struct batch_options options = options_of(2);
    struct batch *batch = batch_create(with, 5, WORLDS, NULL);
    ck_assert_int_eq(batch_play(batch, WORLDS, &options), BATCH_DONE);
    for (int s = 0; s < 2; s++) {
        double sum = 0.0;
        for (int i = 0; i < WORLDS; i++)
            sum += batch->result[s][i].founder_present;
        double mean = stress->base[s].mean.value + stress->row[0].effect[s].mean.value;
        ck_assert_double_eq_tol(mean, sum / WORLDS, 1e-6 * (1.0 + sum / WORLDS));
    }
    /* Whoever sells services has less of them to sell. */
    ck_assert(paired_is_clear(&stress->row[0].effect[0].kept));
    ck_assert_double_lt(stress->row[0].effect[0].kept.value, 0.0);
    ck_assert_int_eq(stress->rows, 1);
    batch_destroy(batch);
    stress_destroy(stress);
    scenario_destroy(plain);
    scenario_destroy(with);
}
END_TEST

START_TEST(what_cannot_matter_changes_nothing)
{
    struct scenario *scenario = load(COMPANY);
    /* Nobody here lives on advertising. */
    struct shock idle = make(10, 20, "market.advertising_price", true, 0.5);
    struct shock hard = make(10, 20, "market.services_need", true, 0.25);
    const struct shock *shocks[] = {&idle, &hard};
    struct stress *stress = play(scenario, shocks, 2, 1);
    ck_assert_int_eq(stress->rows, 3);
    for (int s = 0; s < 2; s++) {
        const struct stress_effect *none = &stress->row[0].effect[s];
        ck_assert_double_eq(none->mean.value, 0.0);
        ck_assert_int_eq(none->mean.worlds, 0);
        ck_assert_double_eq(none->closed.value, 0.0);
        /* so that all together is the other one alone. */
        ck_assert_double_eq(stress->row[2].effect[s].mean.value, stress->row[1].effect[s].mean.value);
    }
    ck_assert_int_eq(stress->row[0].best, -1);
    stress_destroy(stress);
    scenario_destroy(scenario);
}
END_TEST

static char *as_text(int threads)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct scenario *scenario = load(COMPANY);
    struct shock shock = make(10, 20, "market.services_need", true, 0.25);
    const struct shock *shocks[] = {&shock};
    struct stress *stress = play(scenario, shocks, 1, threads);
    stress_json_write(stress, out);
    fclose(out);
    stress_destroy(stress);
    scenario_destroy(scenario);
    return text;
}

START_TEST(threads_change_no_digit)
{
    char *one = as_text(1), *three = as_text(3);
    ck_assert_str_eq(one, three);
    free(one);
    free(three);
}
END_TEST

RUNNER_MAIN("stress", a_shock_is_an_event, what_cannot_matter_changes_nothing, threads_change_no_digit)
