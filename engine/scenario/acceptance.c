#include "scenario/acceptance.h"

#include "scenario/scenario.h"
#include "scenario/value.h"

#include <math.h>
#include <string.h>

static const char *const band_keys[] = {"says", "chance", "median", "given", "between", NULL};
static const char *const condition_keys[] = {"outcome", "by", "value", "raised", "mark", "below", NULL};
static const char *const median_keys[] = {"of", "at", NULL};

static const struct {
    const char *key;
    enum unit unit;
    bool changes; /* with time, so that 'at' must say when */
} quantities[QUANTITIES + 1] = {
    [QUANTITY_VALUE] = {"value", UNIT_DOLLARS, false},
    [QUANTITY_RAISED] = {"raised", UNIT_DOLLARS, false},
    [QUANTITY_MARK] = {"mark", UNIT_DOLLARS, false},
    [QUANTITY_LIFETIME] = {"lifetime", UNIT_MONTHS, false},
    [QUANTITY_REVENUE] = {"revenue", UNIT_DOLLARS, true},
    [QUANTITY_SERVICES_SHARE] = {"services_share", UNIT_SHARE, true},
};

/* Words for several outcomes at once. */
static const struct {
    const char *word;
    unsigned outcomes;
} groups[] = {
    {"closed", 1u << OUTCOME_SHUT_DOWN | 1u << OUTCOME_ACQUIHIRED},
    {"alive", 1u << OUTCOME_PRIVATE | 1u << OUTCOME_ACQUIRED | 1u << OUTCOME_IPO},
    {"independent", 1u << OUTCOME_PRIVATE | 1u << OUTCOME_IPO},
    {"exit", 1u << OUTCOME_ACQUIRED | 1u << OUTCOME_IPO},
};
enum { GROUPS = sizeof groups / sizeof *groups };

static void complain(const struct sheet *sheet, struct place place, const char *text)
{
    complaints_add(sheet->loading->complaints, place, "%s", text);
}

/* Two numbers in a list; '~' leaves a side open. */
static void read_range(const struct sheet *sheet, const struct node *node, enum unit unit, double *low, double *high)
{
    double *ends[] = {low, high};
    *low = -INFINITY;
    *high = INFINITY;
    if (!node || node->kind != NODE_LIST || node->count != 2) {
        complain(sheet, node ? node->place : sheet->root->place, "expected a list of two numbers, low and high; '~' leaves one open");
        return;
    }
    for (int e = 0; e < 2; e++)
        if (!node_is_null(node->entries[e].value))
            value_read_quantity(sheet->loading, node->entries[e].value, unit, ends[e]);
    if (*low > *high)
        complain(sheet, node->place, "the low end is above the high one");
}

static int read_month(const struct sheet *sheet, const struct node *node)
{
    double months = 0.0;
    if (!node || !value_read_quantity(sheet->loading, node, UNIT_MONTHS, &months))
        return 0;
    if (!(months >= 1 && months <= HORIZON_MAX && months == floor(months)))
        complain(sheet, node->place, "expected a whole number of months, from 1 to 360");
    return (int)months;
}

static unsigned read_outcome(const struct sheet *sheet, const struct node *node)
{
    const char *known[OUTCOMES + GROUPS + 1];
    const char *text = node->kind == NODE_SCALAR ? node->text : "";
    for (int o = 0; o < OUTCOMES; o++) {
        known[o] = precedent_outcome[o];
        if (strcmp(known[o], text) == 0)
            return 1u << o;
    }
    for (int g = 0; g < GROUPS; g++) {
        known[OUTCOMES + g] = groups[g].word;
        if (strcmp(groups[g].word, text) == 0)
            return groups[g].outcomes;
    }
    known[OUTCOMES + GROUPS] = NULL;
    complaints_suggest(sheet->loading->complaints, node->place, text, known, "'%.60s' is no outcome", text);
    return 0;
}

static unsigned read_outcomes(const struct sheet *sheet, const struct node *node)
{
    unsigned outcomes = 0;
    if (!node)
        return 0;
    if (node->kind != NODE_LIST)
        return read_outcome(sheet, node);
    for (int e = 0; e < node->count; e++)
        outcomes |= read_outcome(sheet, node->entries[e].value);
    return outcomes;
}

static void read_condition(const struct sheet *sheet, const struct node *node, const char *what,
                           struct precedent_condition *condition)
{
    *condition = (struct precedent_condition){.below = -1};
    if (!node || !sheet_mapping(sheet, node, what, condition_keys))
        return;
    condition->outcomes = read_outcomes(sheet, node_find(node, "outcome"));
    condition->by = read_month(sheet, node_find(node, "by"));
    for (int q = 0; q < QUANTITY_LIFETIME; q++) {
        const struct node *range = node_find(node, quantities[q].key);
        condition->asks[q] = range != NULL;
        if (range)
            read_range(sheet, range, quantities[q].unit, &condition->least[q], &condition->most[q]);
    }
    const struct node *below = node_find(node, "below");
    for (int q = QUANTITY_RAISED; below && q <= QUANTITY_MARK; q++)
        if (below->kind == NODE_SCALAR && strcmp(below->text, quantities[q].key) == 0)
            condition->below = q;
    if (below && condition->below < 0)
        complain(sheet, below->place, "the value can be below 'raised' or 'mark'");
}

/* The quantity whose median is asked; its unit. */
static enum unit read_median(const struct sheet *sheet, const struct node *node, struct precedent_band *band)
{
    const char *known[QUANTITIES + 1];
    if (!sheet_mapping(sheet, node, "'median'", median_keys))
        return UNIT_NUMBER;
    const struct node *of = node_find(node, "of"), *at = node_find(node, "at");
    const char *text = of && of->kind == NODE_SCALAR ? of->text : "";
    int q = 0;
    for (int k = 0; k < QUANTITIES; k++)
        known[k] = quantities[k].key;
    known[QUANTITIES] = NULL;
    while (q < QUANTITIES && strcmp(known[q], text) != 0)
        q++;
    if (q == QUANTITIES) {
        complaints_suggest(sheet->loading->complaints, of ? of->place : node->place, text, known,
                           "'%.60s' is nothing whose median can be asked", text);
        return UNIT_NUMBER;
    }
    band->of = (enum quantity_kind)q;
    band->month = read_month(sheet, at);
    if (quantities[q].changes != (at != NULL))
        complaints_add(sheet->loading->complaints, at ? at->place : node->place,
                       at ? "'%s' is known at the end; it has no 'at'" : "'%s' changes; say when, as in 'at: 36 months'", text);
    return quantities[q].unit;
}

static void read_band(const struct sheet *sheet, const struct node *node, struct precedent_band *band)
{
    if (!sheet_mapping(sheet, node, "an item of 'accept'", band_keys))
        return;
    const struct node *chance = node_find(node, "chance"), *median = node_find(node, "median");
    const struct node *given = node_find(node, "given");
    enum unit unit = UNIT_SHARE;
    *band = (struct precedent_band){.says = sheet_text(sheet, node, "says", true), .place = node->place,
                                    .median = median != NULL};
    if ((chance == NULL) == (median == NULL))
        complain(sheet, node->place, "a band is about a 'chance' or about a 'median'");
    if (median && given)
        complain(sheet, given->place, "'given' goes with 'chance'");
    read_condition(sheet, chance, "'chance'", &band->chance);
    read_condition(sheet, given, "'given'", &band->given);
    if (median)
        unit = read_median(sheet, median, band);
    if (!node_find(node, "between"))
        complain(sheet, node->place, "a band needs 'between', as in 'between: [10%, 50%]'");
    else
        read_range(sheet, node_find(node, "between"), unit, &band->low, &band->high);
}

void acceptance_read(const struct sheet *sheet, struct precedent *precedent)
{
    const struct node *list = node_find(sheet->root, "accept");
    if (!list)
        return;
    if (list->kind != NODE_LIST || list->count > PRECEDENT_BANDS_MAX) {
        complain(sheet, list->place, "'accept' must be a list of at most 6 bands");
        return;
    }
    for (int e = 0; e < list->count; e++)
        read_band(sheet, list->entries[e].value, &precedent->band[precedent->bands++]);
}
