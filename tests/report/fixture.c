#include "report/fixture.h"

#include "report/backers.h"
#include "report/lifetimes.h"
#include "report/recipe.h"
#include "report/takings.h"

#include <stdlib.h>

static struct scenario *scenario_of(const struct recipe *recipe, bool hostile)
{
    static const char *const round_names[ROUNDS_MAX] = {"Seed",     "Series A", "Series B",
                                                        "Series C", "Series D", "Series E"};
    static const char *const hostile_names[3] = {"`touch " FIXTURE_CANARY "`", "'@x %s {/=40 a_b^c}\n\"", "\u6f22\u5b57\t\\"};
    struct scenario *scenario = calloc(1, sizeof *scenario);
    scenario->file = "scenarios/openstack-2011.yaml";
    scenario->name = recipe->title;
    scenario->description = recipe->description;
    scenario->start_year = 2011;
    scenario->start_month = 7;
    scenario->horizon = recipe->horizon;
    scenario->paths = recipe->paths;
    scenario->seed = 2011;
    scenario->hash = 0x3f9c21aa0b5d7e86;
    scenario->strategies = recipe->strategies;
    scenario->strategy = calloc((size_t)recipe->strategies, sizeof *scenario->strategy);
    struct assumption *first = scenario->strategy[0].assumptions;
    first[PARAMETER_COLUMN(founder.wealth)].value.a = 2e5;
    first[PARAMETER_COLUMN(founder.salary)].value.a = 12.5e3;
    first[PARAMETER_COLUMN(founder.risk_aversion)].value.a = 2;
    for (int i = 0; i < recipe->strategies; i++) {
        scenario->strategy[i].name = recipe->kind[i].name;
        scenario->strategy[i].rounds = recipe->kind[i].rounds;
        for (int r = 0; r < ROUNDS_MAX; r++)
            scenario->strategy[i].round_name[r] = hostile && r < 3 ? hostile_names[r] : round_names[r];
    }
    return scenario;
}

struct summary *fixture_create(enum fixture fixture)
{
    const struct recipe *recipe = recipe_of(fixture);
    struct summary *summary = calloc(1, sizeof *summary);
    summary->scenario = scenario_of(recipe, fixture == FIXTURE_HOSTILE);
    summary->version = "0.1.0";
    summary->seed = 2011;
    summary->paths = recipe->paths;
    summary->strategies = recipe->strategies;
    for (int i = 0; i < recipe->strategies; i++) {
        struct strategy_summary *one = &summary->strategy[i];
        one->name = recipe->kind[i].name;
        one->founding_share = 1;
        takings_fill(one, &recipe->kind[i], recipe->paths);
        lifetimes_fill(one, &recipe->kind[i], recipe->horizon, recipe->paths);
        backers_fill(one, &recipe->kind[i], recipe->paths);
        if (fixture != FIXTURE_EQUAL) /* whose companies nobody looked at one by one */
            backers_show(one, &recipe->kind[i], recipe->horizon, recipe->paths);
    }
    summary->torn = recipe_share(recipe->strategies > 1 ? .14 : 0, recipe->paths);
    for (int i = 1; i < recipe->strategies; i++) {
        struct strategy_summary *one = &summary->strategy[i];
        if (one->chance_nothing.value > summary->strategy[0].chance_nothing.value + .05 &&
            one->founder_quantile[SUMMARY_MEDIAN].value <
                summary->strategy[0].founder_quantile[SUMMARY_MEDIAN].value)
            one->dominated_by = 0;
    }
    for (int a = 0; a < recipe->strategies; a++)
        for (int b = a + 1; b < recipe->strategies; b++) {
            struct pair_summary *pair = &summary->pair[summary->pairs++];
            pair->a = a;
            pair->b = b;
            takings_compare(pair, recipe);
        }
    return summary;
}

void fixture_destroy(struct summary *summary)
{
    for (int i = 0; i < summary->strategies; i++) {
        free(summary->strategy[i].open);
        free(summary->strategy[i].open_error);
        free(summary->strategy[i].quarter);
        free(summary->strategy[i].payout);
        free(summary->strategy[i].typical);
    }
    free(summary->scenario->strategy);
    free((void *)(uintptr_t)summary->scenario);
    free(summary);
}

const char *fixture_name(enum fixture fixture)
{
    return recipe_of(fixture)->name;
}
