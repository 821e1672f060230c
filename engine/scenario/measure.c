#include "scenario/measure.h"

#include "scenario/scenario.h"
#include "scenario/value.h"

#include <math.h>
#include <string.h>

static const struct {
    const char *key;
    enum unit unit;
} endings[ENDINGS] = {
    [ENDING_TAKE_HOME] = {"take_home", UNIT_DOLLARS}, [ENDING_PROCEEDS] = {"proceeds", UNIT_DOLLARS},
    [ENDING_RAISED] = {"raised", UNIT_DOLLARS},       [ENDING_LIFETIME] = {"lifetime", UNIT_MONTHS},
    [ENDING_SOLD] = {"sold", UNIT_SHARE},
};

static bool find(const struct loading *loading, const struct node *of, struct measure *measure)
{
    const char *known[ENDINGS + OBSERVABLES + 1];
    for (int e = 0; e < ENDINGS; e++)
        known[e] = endings[e].key;
    for (int o = 0; o < OBSERVABLES; o++)
        known[ENDINGS + o] = observable_table[o].key;
    known[ENDINGS + OBSERVABLES] = NULL;
    const char *word = of->kind == NODE_SCALAR ? of->text : "";
    for (int k = 0; known[k]; k++)
        if (strcmp(known[k], word) == 0) {
            measure->name = known[k];
            measure->observable = k < ENDINGS ? -1 : k - ENDINGS;
            measure->ending = k < ENDINGS ? (enum ending)k : ENDINGS;
            measure->unit = k < ENDINGS ? endings[k].unit : observable_table[k - ENDINGS].unit;
            return true;
        }
    complaints_suggest(loading->complaints, of->place, word, known,
                       "'%.60s' is nothing that can be measured", word);
    return false;
}

static bool read_month(const struct loading *loading, const struct node *mapping,
                       struct measure *measure)
{
    const struct node *at = node_find(mapping, "at");
    double months = 0.0;
    if (measure->observable < 0) {
        if (at)
            complaints_add(loading->complaints, at->place,
                           "'%s' is known at the end; it has no 'at'", measure->name);
        return !at;
    }
    if (!at) {
        complaints_add(loading->complaints, mapping->place,
                       "'%s' changes; say when, as in 'at: 36 months'", measure->name);
        return false;
    }
    if (!value_read_quantity(loading, at, UNIT_MONTHS, &months))
        return false;
    measure->month = (int)months;
    if (months >= 1 && months <= HORIZON_MAX && months == floor(months))
        return true;
    complaints_add(loading->complaints, at->place, "expected a whole number of months, from 1 to %d",
                   HORIZON_MAX);
    return false;
}

bool measure_read(const struct loading *loading, const struct node *node, struct measure *measure)
{
    static const char *const keys[] = {"of", "at", "least", NULL};
    *measure = (struct measure){.observable = -1};
    const bool mapping = node->kind == NODE_MAPPING;
    for (int e = 0; mapping && e < node->count; e++) {
        const struct entry *entry = &node->entries[e];
        if (strcmp(entry->key, "of") && strcmp(entry->key, "at") && strcmp(entry->key, "least")) {
            complaints_suggest(loading->complaints, entry->place, entry->key, keys,
                               "unknown key '%.60s' in a measure", entry->key);
            return false;
        }
    }
    const struct node *of = mapping ? node_find(node, "of") : node;
    if (!of) {
        complaints_add(loading->complaints, node->place, "a measure needs 'of'");
        return false;
    }
    if (!find(loading, of, measure) || !read_month(loading, node, measure))
        return false;
    const struct node *least = mapping ? node_find(node, "least") : NULL;
    measure->chance = least != NULL;
    return !least || value_read_quantity(loading, least, measure->unit, &measure->least);
}
