/* Levers are read with their bounds, or refused with a reason; what they set is what the loader takes. */
#include "analysis/lever.h"

#include "report/runner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct scenario *load(const char *const *settings, int count)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load("scenarios/openstack-2011.yaml", settings, count, complaints);
    complaints_print(complaints, stderr, false);
    complaints_destroy(complaints);
    return scenario;
}

static bool parse(const struct scenario *scenario, int strategy, const char *text, struct lever *lever, char **told)
{
    size_t size;
    struct complaints *complaints = complaints_create();
    FILE *memory = open_memstream(told, &size);
    const bool sound = lever_parse("--lever", text, scenario, strategy, complaints, lever);
    complaints_print(complaints, memory, false);
    fclose(memory);
    complaints_destroy(complaints);
    return sound;
}

START_TEST(sound_levers_have_ends)
{
    struct scenario *scenario = load(NULL, 0);
    struct lever lever;
    char *told = NULL;
    ck_assert(parse(scenario, 0, "playbook.marketing=0%..10%", &lever, &told));
    ck_assert_double_eq_tol(lever.high, 0.1, 1e-12);
    ck_assert_double_eq(lever_value(&lever, 0.5), 0.05);
    ck_assert_double_eq(lever_value(&lever, 1.0 / 3.0), 0.0333); /* three digits */
    free(told);
    ck_assert(parse(scenario, 1, "rounds.1.amount=$1M..$10M", &lever, &told));
    ck_assert_double_eq(lever_value(&lever, 0.0), 1e6);
    ck_assert_double_eq(lever_value(&lever, 1.0), 1e7);
    free(told);
    ck_assert(parse(scenario, 0, "stages.1.offers.training", &lever, &told)); /* no or yes */
    ck_assert_double_eq(lever_value(&lever, 0.49), 0.0);
    ck_assert_double_eq(lever_value(&lever, 0.51), 1.0);
    ck_assert_double_eq(lever_value(&lever, 1.0), 1.0);
    free(told);
    scenario_destroy(scenario);
}
END_TEST

static const struct {
    const char *text, *told;
} wrong[] = {
    {"playbook.marketing", "needs ends to look between"},
    {"playbook.marketing=0%..200%", "must lie between"},
    {"playbook.marketing=10%..0%", "the wrong way round"},
    {"playbook.marketin=0%..10%", "did you mean 'playbook.marketing'?"},
    {"market.accounts=1000..9000", "the world decides it"},
    {"rounds.1.amount=$1M..$9M", "not so many rounds"},
    {"stages.7.people.sales=1%..9%", "not so many stages"},
    {"founder.wealth=$1k..$1M", "no month reads it"},
    {"stages.1.offers.training=no..yes", "is a word"},
    {"=", "there is no ''"},
};

START_TEST(what_is_no_lever_is_refused)
{
    struct scenario *scenario = load(NULL, 0);
    for (size_t w = 0; w < sizeof wrong / sizeof *wrong; w++) {
        struct lever lever;
        char *told = NULL;
        ck_assert_msg(!parse(scenario, 0, wrong[w].text, &lever, &told), "%s", wrong[w].text);
        ck_assert_msg(strstr(told, wrong[w].told) != NULL, "%s: %s", wrong[w].text, told);
        free(told);
    }
    scenario_destroy(scenario);
}
END_TEST

/* Every kind of key, for the strategy with the board: it loads, and the column holds the value. */
START_TEST(settings_load_to_what_was_planned)
{
    static const char *const texts[] = {
        "playbook.openness=10%..90%",      "stages.2.people.sales=0%..30%", "stages.2.people.product=0%..30%",
        "stages.3.until.expertise=10%..90%", "stages.1.offers.training",    "exit.reservation=1..3",
        "board.stage.people.sales=0%..50%", "rounds.1.amount=$1M..$9M",     "funding.planned_runway=6..36 months",
        "company.people=5..9",             "people.founder_pay=0%..100%",   "stages.4.until.subscription=$1M/year..$9M/year"};
    enum { COUNT = sizeof texts / sizeof *texts };
    struct scenario *scenario = load(NULL, 0);
    struct lever lever[COUNT];
    double value[COUNT];
    for (int l = 0; l < COUNT; l++) {
        char *told = NULL;
        ck_assert_msg(parse(scenario, 3, texts[l], &lever[l], &told), "%s: %s", texts[l], told);
        free(told);
        value[l] = lever_value(&lever[l], 0.3711);
    }
    struct lever_plan plan;
    char text[LEVER_PLAN_MAX][LEVER_SETTING_SIZE];
    const char *settings[LEVER_PLAN_MAX];
    lever_plan(lever, COUNT, scenario, 3, value, &plan);
    ck_assert_int_eq(plan.count, COUNT - 3 + 2 * 6);
    for (int i = 0; i < plan.count; i++) {
        lever_setting(&plan, i, 3, text[i]);
        settings[i] = text[i];
    }
    struct scenario *set = load(settings, plan.count);
    ck_assert_ptr_nonnull(set);
    for (int i = 0; i < plan.count; i++)
        ck_assert_double_eq(set->strategy[3].assumptions[plan.set[i].column].value.a, plan.set[i].value);
    scenario_destroy(set);
    scenario_destroy(scenario);
}
END_TEST

RUNNER_MAIN("lever", sound_levers_have_ends, what_is_no_lever_is_refused, settings_load_to_what_was_planned)
