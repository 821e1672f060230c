#include "analysis/use.h"

#include "montecarlo/quantile.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What the loader refuses: a constant above the other. */
static const struct {
    int value, bound;
} pairs[] = {
    {PARAMETER_COLUMN(company.founders), PARAMETER_COLUMN(company.people)},
    {PARAMETER_COLUMN(market.adopters_at_start), PARAMETER_COLUMN(market.accounts)},
    {PARAMETER_COLUMN(company.users), PARAMETER_COLUMN(market.people_reachable)},
    {PARAMETER_COLUMN(company.cliff), PARAMETER_COLUMN(company.vesting)},
    {PARAMETER_COLUMN(funding.smallest_stake), PARAMETER_COLUMN(funding.largest_stake)},
};

static const struct field *field_of(int column, enum section *section, int *repeat)
{
    int spread;
    return fields_of_column(column, section, repeat, &spread);
}

const char *use_objection(const struct scenario *scenario, int strategy, int column)
{
    const struct strategy *plan = &scenario->strategy[strategy];
    enum section section;
    int repeat;
    field_of(column, &section, &repeat);
    if (section == SECTION_FOUNDER)
        return "no month reads it";
    if (section == SECTION_BOARD && !plan->has_board)
        return "no board of its own";
    if (section == SECTION_STAGE && repeat == STAGES_MAX)
        return plan->has_board ? NULL : "no board of its own";
    if (section == SECTION_STAGE && repeat >= plan->stages)
        return "not so many stages";
    if (section == SECTION_ROUND && repeat >= plan->rounds)
        return "not so many rounds";
    if (section == SECTION_FUNDING && plan->rounds == 0)
        return "no rounds of funding";
    return NULL;
}

const char *use_bound_to_others(int column)
{
    enum section section;
    int repeat;
    const struct field *field = field_of(column, &section, &repeat);
    if (field->unit == UNIT_WORD)
        return "it is a word";
    if (section == SECTION_STAGE && strncmp(field->key, "people.", 7) == 0)
        return "the people of a stage add up to 100%, so one share alone cannot move";
    return NULL;
}

static const struct distribution *value_of(const struct scenario *scenario, int strategy, int column)
{
    return &scenario->strategy[strategy].assumptions[column].value;
}

bool use_is_uncertain(const struct scenario *scenario, int strategy, int column)
{
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(column, &section, &repeat, &spread);
    return !spread && field->drawn == DRAWN_PATH && value_of(scenario, strategy, column)->shape != SHAPE_CONSTANT;
}

double use_quantile(const struct scenario *scenario, int strategy, int column, double u)
{
    enum section section;
    int repeat;
    const struct field *field = field_of(column, &section, &repeat);
    const struct distribution *value = value_of(scenario, strategy, column);
    double at = value->shape == SHAPE_CONSTANT ? value->a : quantile_of(value, u);
    return fmin(fmax(at, field->low), field->high);
}

double use_median(const struct scenario *scenario, int strategy, int column)
{
    return use_quantile(scenario, strategy, column, 0.5);
}

void use_narrow(const struct scenario *scenario, int strategy, int column, struct use_limits *limits)
{
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
        const double most = use_quantile(scenario, strategy, pairs[p].bound, 0.01);
        const double least = use_quantile(scenario, strategy, pairs[p].value, 0.99);
        if (column == pairs[p].value && most < limits->high) {
            limits->high = most;
            limits->high_by = pairs[p].bound;
        }
        if (column == pairs[p].bound && least > limits->low) {
            limits->low = least;
            limits->low_by = pairs[p].value;
        }
    }
}
