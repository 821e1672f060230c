#include "analysis/factors.h"

static unsigned uncertain_in(const struct scenario *scenario, unsigned strategies, int column)
{
    unsigned found = 0;
    for (int s = 0; s < scenario->strategies; s++)
        if (strategies & 1u << s && scenario->strategy[s].assumptions[column].value.shape != SHAPE_CONSTANT)
            found |= 1u << s;
    return found;
}

static struct factor *find(struct factors *factors, int column)
{
    for (int f = 0; f < factors->count; f++)
        if (factors->factor[f].column == column)
            return &factors->factor[f];
    return NULL;
}

static void join(struct factors *factors, int one, int other)
{
    for (int f = 0; f < factors->count; f++)
        if (factors->factor[f].group == other)
            factors->factor[f].group = one;
}

/* Gives the groups numbers without gaps, in the order of their first members. */
static void number_groups(struct factors *factors)
{
    int number[FACTORS_MAX];
    for (int f = 0; f < factors->count; f++)
        number[f] = -1;
    for (int f = 0; f < factors->count; f++) {
        const int group = factors->factor[f].group;
        if (number[group] < 0)
            number[group] = factors->groups++;
        factors->factor[f].group = number[group];
    }
}

bool factors_find(const struct scenario *scenario, unsigned strategies, struct factors *factors)
{
    factors->count = factors->groups = 0;
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        struct factor factor = {.column = column, .strategies = uncertain_in(scenario, strategies, column)};
        int spread;
        factor.field = fields_of_column(column, &factor.section, &factor.repeat, &spread);
        if (factor.field->drawn != DRAWN_PATH || !factor.strategies)
            continue;
        if (factors->count == FACTORS_MAX)
            return false;
        factor.group = factors->count;
        factors->factor[factors->count++] = factor;
    }
    for (int c = 0; c < scenario->correlations; c++) {
        const struct factor *one = find(factors, scenario->correlation[c].column[0]);
        const struct factor *other = find(factors, scenario->correlation[c].column[1]);
        if (one && other)
            join(factors, one->group, other->group);
    }
    number_groups(factors);
    return true;
}
