#include "laws/fixture.h"

#include "model/field.h"
#include "model/month.h"
#include "scenario/value.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct distribution read_standard(int column)
{
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(column, &section, &repeat, &spread);
    struct loading loading = {.arena = arena_create(), .complaints = complaints_create()};
    struct distribution value;
    ck_assert(loading.arena && loading.complaints);
    ck_assert(value_read_standard(&loading, field, &value));
    arena_destroy(loading.arena);
    complaints_destroy(loading.complaints);
    return value;
}

static const struct distribution *standards(void)
{
    static struct distribution value[PARAMETER_COLUMNS];
    static int known;
    for (; known < PARAMETER_COLUMNS; known++)
        value[known] = read_standard(known);
    return value;
}

static double standard(int column)
{
    enum section section;
    int repeat, spread;
    fields_of_column(column, &section, &repeat, &spread);
    const struct distribution *value = &standards()[column];
    if (spread)
        return value->shape == SHAPE_LOGNORMAL ? value->b : 0.0;
    return value->a;
}

void fixture_fill(double *column, double value)
{
    for (int i = 0; i < STRIDE; i++)
        column[i] = value;
}

struct block *fixture_block(int lanes)
{
    ck_assert(lanes >= 1 && lanes <= LANES);
    struct block *block = aligned_alloc(64, (sizeof *block + 63) / 64 * 64);
    ck_assert_ptr_nonnull(block);
    memset(block, 0, sizeof *block);
    block->n = lanes;
    block->horizon = 120;
    block->seed = 1;
    block->stages = 1;
    for (int i = 0; i < STRIDE; i++)
        block->path[i] = (uint64_t)i;
    double(*columns)[STRIDE] = (void *)&block->given;
    for (int column = 0; column < PARAMETER_COLUMNS; column++)
        fixture_fill(columns[column], standard(column));
    for (int s = 0; s <= STAGES_MAX; s++)
        FIXTURE_SET(block, stage[s].product, 1.0);
    return block;
}

void fixture_calm(struct block *block)
{
    FIXTURE_SET(block, market.demand_volatility, 0.0);
    FIXTURE_SET(block, market.headline_rate, 0.0);
    FIXTURE_SET(block, market.giants_rate, 0.0);
    FIXTURE_SET(block, market.licence_price_spread, 0.0);
    FIXTURE_SET(block, climate.valuation_noise, 0.0);
    FIXTURE_SET(block, climate.open_at_start, 1.0);
    FIXTURE_SET(block, climate.regime, 1.0);
    FIXTURE_SET(block, capability.breakthrough_rate, 0.0);
    FIXTURE_SET(block, capability.breakthrough_size_spread, 0.0);
    FIXTURE_SET(block, community.visits_noise, 0.0);
    FIXTURE_SET(block, sales.engagement_value_spread, 0.0);
    FIXTURE_SET(block, exits.offer_rate, 0.0);
}

void fixture_idle(struct block *block)
{
    fixture_calm(block);
    FIXTURE_SET(block, company.cash, 0.0);
    FIXTURE_SET(block, company.people, 1.0);
    FIXTURE_SET(block, company.founders, 1.0);
    FIXTURE_SET(block, people.founder_pay, 0.0);
    FIXTURE_SET(block, people.fixed_cost, 0.0);
}

void fixture_draw(struct block *block, double u)
{
    for (int d = 0; d < DRAWS; d++)
        fixture_fill(block->draw[d], u);
}

void fixture_play(struct block *block, int months)
{
    if (block->month == 0)
        month_start(block);
    for (int m = 0; m < months; m++)
        month_step(block);
}

struct scenario *fixture_scenario(int strategies)
{
    struct scenario *scenario = calloc(1, sizeof *scenario);
    ck_assert_ptr_nonnull(scenario);
    *scenario = (struct scenario){.file = "fixture.yaml",
                                  .name = "fixture",
                                  .description = "",
                                  .start_year = 2026,
                                  .start_month = 1,
                                  .horizon = 120,
                                  .paths = 100,
                                  .seed = 1,
                                  .strategies = strategies};
    scenario->strategy = calloc((size_t)strategies, sizeof *scenario->strategy);
    ck_assert_ptr_nonnull(scenario->strategy);
    for (int column = 0; column < PARAMETER_COLUMNS; column++)
        fixture_assume(scenario, -1, column, standards()[column]);
    for (int s = 0; s <= STAGES_MAX; s++)
        fixture_assume(scenario, -1, PARAMETER_COLUMN(stage[0].product) +
                                         s * field_tables[SECTION_STAGE].columns,
                       fixture_constant(1.0));
    static const char *const names[STRATEGIES_MAX] = {"A", "B", "C", "D", "E", "F"};
    for (int s = 0; s < strategies; s++) {
        struct strategy *strategy = &scenario->strategy[s];
        strategy->name = names[s];
        strategy->stages = 1;
        for (int i = 0; i <= STAGES_MAX; i++)
            strategy->stage_name[i] = "stage";
        for (int i = 0; i < ROUNDS_MAX; i++)
            strategy->round_name[i] = "round";
    }
    return scenario;
}

void fixture_scenario_destroy(struct scenario *scenario)
{
    free(scenario->strategy);
    free(scenario);
}

void fixture_assume(struct scenario *scenario, int strategy, int column, struct distribution value)
{
    for (int s = 0; s < scenario->strategies; s++)
        if (strategy < 0 || strategy == s)
            scenario->strategy[s].assumptions[column] =
                (struct assumption){value, {scenario->file, 1, 1}, true};
}

struct distribution fixture_constant(double value)
{
    return (struct distribution){
        .shape = SHAPE_CONSTANT, .a = value, .low = -INFINITY, .high = INFINITY};
}

int fixture_same(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }
