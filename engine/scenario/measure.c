#include "scenario/measure.h"

#include "scenario/scenario.h"
#include "scenario/document.h"
#include "scenario/encoding.h"
#include "scenario/value.h"

#include <math.h>
#include <string.h>

enum { TEXT_BYTES_MAX = 200 };

static const struct {
    const char *key;
    enum unit unit;
} endings[ENDINGS] = {
    [ENDING_TAKE_HOME] = {"take_home", UNIT_DOLLARS}, [ENDING_PROCEEDS] = {"proceeds", UNIT_DOLLARS},
    [ENDING_RAISED] = {"raised", UNIT_DOLLARS},       [ENDING_LIFETIME] = {"lifetime", UNIT_MONTHS},
    [ENDING_SOLD] = {"sold", UNIT_SHARE},             [ENDING_LISTED] = {"listed", UNIT_SHARE},
    [ENDING_CLOSED] = {"closed", UNIT_SHARE},         [ENDING_GAIN] = {"investors_gain", UNIT_DOLLARS},
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

/* The part of a line that starts at `start`, as YAML reads it. */
static const struct node *part(const struct loading *loading, struct place line, const char *text,
                               size_t start, size_t length)
{
    struct place place = line;
    place.column += (int)start;
    const char *word = arena_copy(loading->arena, text + start, length);
    return word ? document_read(loading->arena, loading->complaints, place, word, length) : NULL;
}

static bool parse(const struct loading *loading, struct place line, const char *text, struct measure *measure)
{
    const char *least = strstr(text, ">=");
    const size_t before = least ? (size_t)(least - text) : strlen(text);
    const char *at = memchr(text, '@', before);
    const size_t of = at ? (size_t)(at - text) : before;
    struct entry entries[3];
    struct node mapping = {.kind = NODE_MAPPING, .place = line, .entries = entries};
    entries[mapping.count++] = (struct entry){.place = line, .key = "of", .value = part(loading, line, text, 0, of)};
    if (at)
        entries[mapping.count++] = (struct entry){
            .place = line, .key = "at", .value = part(loading, line, text, of + 1, before - of - 1)};
    if (least)
        entries[mapping.count++] = (struct entry){
            .place = line, .key = "least", .value = part(loading, line, text, before + 2, strlen(text) - before - 2)};
    for (int e = 0; e < mapping.count; e++)
        if (!entries[e].value || entries[e].value->kind == NODE_MISTAKE)
            return false;
    return measure_read(loading, &mapping, measure);
}

bool measure_parse(const char *option, const char *text, struct complaints *complaints,
                   struct measure *measure)
{
    const struct place line = {.file = option, .line = 1, .column = 1};
    complaints_source(complaints, option, text);
    if (strlen(text) > TEXT_BYTES_MAX || strpbrk(text, "\r\n")) {
        complaints_add(complaints, line, "expected a measure, such as take_home>=$1M or users@36 months");
        return false;
    }
    if (!encoding_check(line, text, strlen(text), complaints))
        return false;
    struct arena *arena = arena_create();
    const struct loading loading = {.arena = arena, .complaints = complaints};
    bool sound = arena && parse(&loading, line, text, measure);
    arena_destroy(arena);
    return sound;
}

bool measure_is_share(const struct measure *measure) { return measure->chance || measure->unit == UNIT_SHARE; }

bool measure_is_money(const struct measure *measure) { return !measure->chance && measure->unit == UNIT_DOLLARS; }

double measure_level(const struct measure *measure) { return measure_is_money(measure) ? MEASURE_NOTHING : 0.0; }
