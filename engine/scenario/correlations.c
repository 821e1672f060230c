#include "scenario/correlations.h"

#include "scenario/key.h"
#include "scenario/value.h"

#include <stdlib.h>
#include <string.h>

struct reading {
    const struct loading *loading;
    const struct draft *drafts;
    struct scenario *scenario;
};

/* Whether the column is drawn in at least one strategy, or may be once its mistakes are mended. */
static bool is_uncertain(const struct reading *reading, int column)
{
    for (int s = 0; s < reading->scenario->strategies; s++)
        if (reading->drafts[s].failed[column] ||
            reading->scenario->strategy[s].assumptions[column].value.shape != SHAPE_CONSTANT)
            return true;
    return false;
}

/* The column that one end of a correlation names; -1 after a complaint. */
static int read_end(const struct reading *reading, const struct node *node)
{
    struct key key;
    if (node_is_mistake(node))
        return -1;
    if (node->kind != NODE_SCALAR) {
        complaints_add(reading->loading->complaints, node->place,
                       "expected a key, such as market.accounts");
        return -1;
    }
    if (!key_find(node->text, &key)) {
        key_complain(reading->loading, node->place, node->text);
        return -1;
    }
    const char *trouble = NULL;
    if (key.field->drawn == DRAWN_MONTH)
        trouble = "is drawn anew every month; only what is drawn once can be correlated";
    else if (!is_uncertain(reading, key.column))
        trouble = "is a constant here; only uncertain values can be correlated";
    if (trouble)
        complaints_add(reading->loading->complaints, node->place, "'%s' %s", node->text, trouble);
    return trouble ? -1 : key.column;
}

static bool read_between(const struct reading *reading, const struct node *between, int column[2])
{
    if (node_is_mistake(between))
        return false;
    if (between->kind != NODE_LIST || between->count != 2) {
        complaints_add(reading->loading->complaints, between->place,
                       "expected two keys, such as [market.accounts, market.differentiation]");
        return false;
    }
    column[0] = read_end(reading, between->entries[0].value);
    column[1] = read_end(reading, between->entries[1].value);
    if (column[0] < 0 || column[1] < 0)
        return false;
    if (column[0] == column[1])
        complaints_add(reading->loading->complaints, between->entries[1].place,
                       "nothing can be correlated with itself");
    return column[0] != column[1];
}

static bool read_rank(const struct reading *reading, const struct node *node, double *rank)
{
    if (!value_read_quantity(reading->loading, node, UNIT_SHARE, rank))
        return false;
    if (*rank > -1 && *rank < 1 && *rank != 0)
        return true;
    complaints_add(reading->loading->complaints, node->place,
                   *rank == 0 ? "a rank correlation of 0 couples nothing"
                              : "a rank correlation lies between -1 and 1");
    return false;
}

static void add(struct reading *reading, struct place place, const struct correlation *correlation)
{
    struct scenario *scenario = reading->scenario;
    for (int i = 0; i < scenario->correlations; i++)
        if (memcmp(scenario->correlation[i].column, correlation->column,
                   sizeof correlation->column) == 0) {
            complaints_add(reading->loading->complaints, place, "this pair is correlated twice");
            return;
        }
    scenario->correlation[scenario->correlations++] = *correlation;
}

static void read_item(struct reading *reading, const struct node *node)
{
    const struct node *between = node_find(node, "between"), *rank = node_find(node, "rank");
    struct correlation correlation;
    if (node_is_mistake(node))
        return;
    if (!between || !rank || node->count != 2) {
        complaints_add(reading->loading->complaints, node->place,
                       "a correlation takes {between: [key, key], rank: number}");
        return;
    }
    const bool coupled = read_between(reading, between, correlation.column);
    if (!read_rank(reading, rank, &correlation.rank) || !coupled)
        return;
    if (correlation.column[0] > correlation.column[1]) {
        const int first = correlation.column[0];
        correlation.column[0] = correlation.column[1];
        correlation.column[1] = first;
    }
    add(reading, node->place, &correlation);
}

static int by_columns(const void *left, const void *right)
{
    const struct correlation *a = left, *b = right;
    const int first = a->column[0] - b->column[0];
    return first != 0 ? first : a->column[1] - b->column[1];
}

void correlations_read(const struct loading *loading, const struct node *root,
                       const struct draft *drafts, struct scenario *scenario)
{
    const struct node *list = node_find(root, "correlations");
    struct reading reading = {loading, drafts, scenario};
    if (!list || node_is_mistake(list))
        return;
    if (list->kind != NODE_LIST || list->count == 0 || list->count > CORRELATIONS_MAX) {
        complaints_add(loading->complaints, list->place,
                       "expected a list of 1 to %d correlations, each {between: [key, key], rank: "
                       "number}",
                       CORRELATIONS_MAX);
        return;
    }
    scenario->correlation =
        arena_allocate(loading->arena, (size_t)list->count, sizeof *scenario->correlation);
    if (!scenario->correlation)
        return;
    for (int i = 0; i < list->count; i++)
        read_item(&reading, list->entries[i].value);
    qsort(scenario->correlation, (size_t)scenario->correlations, sizeof *scenario->correlation,
          by_columns);
}
