#include "scenario/history.h"

#include "numerics/normal.h"
#include "scenario/key.h"
#include "scenario/likeness.h"
#include "scenario/quantity.h"
#include "scenario/sheet.h"
#include "scenario/value.h"

#include <stdlib.h>
#include <string.h>

static const double NINE_IN_TEN = 2.0 * NORMAL_90; /* its width in standard deviations */

struct reading {
    struct sheet sheet;
    struct history *history;
};

static const char *const keys[] = {"history", "description", "observations", "fit", NULL};
static const char *const observation_keys[] = {"of", "at", "is", "error", NULL};

static void complain(const struct reading *reading, struct place place, const char *text)
{
    complaints_add(reading->sheet.loading->complaints, place, "%s", text);
}

/* --- Observations --------------------------------------------------------------------------- */

/* 'of' and 'at' are those of a measure. */
static bool read_measure(const struct reading *reading, const struct node *node, struct measure *measure)
{
    struct entry entries[2];
    struct node mapping = {.kind = NODE_MAPPING, .place = node->place, .entries = entries};
    for (int e = 0; e < node->count; e++)
        if (strcmp(node->entries[e].key, "of") == 0 || strcmp(node->entries[e].key, "at") == 0)
            entries[mapping.count++] = node->entries[e];
    const struct node *of = node_find(node, "of");
    if (!of) {
        complain(reading, node->place, "what was observed? An observation needs 'of', such as 'of: revenue'");
        return false;
    }
    if (!measure_read(reading->sheet.loading, &mapping, measure))
        return false;
    if (measure->observable >= 0)
        return true;
    complaints_add(reading->sheet.loading->complaints, of->place,
                   "'%s' is known at the end; a history is of months before it", measure->name);
    return false;
}

/* 'a to b' holds nine in ten; anything else is what was seen. */
static bool read_value(const struct reading *reading, const struct node *node, struct observation *observation)
{
    const struct loading *loading = reading->sheet.loading;
    const struct node *is = node_find(node, "is");
    const enum unit unit = observation->measure.unit;
    if (!is) {
        complain(reading, node->place, "an observation needs 'is', a value such as $600k or an interval such as "
                                       "$500k to $700k");
        return false;
    }
    const size_t length = is->kind == NODE_SCALAR ? strlen(is->text) : 0;
    if (is->kind != NODE_SCALAR || !quantity_is_interval(is->text, length))
        return value_read_quantity(loading, is, unit, &observation->value);
    double low, high;
    char why[160];
    const bool read = quantity_read_interval(is->text, length, unit, &low, &high, why, sizeof why);
    if (!read || low >= high) {
        complaints_add(loading->complaints, is->place, "%s", read ? "an interval rises, as in 2 to 8" : why);
        return false;
    }
    if (node_find(node, "error")) {
        complain(reading, node_find(node, "error")->place, "an interval says how exact it is; it takes no 'error'");
        return false;
    }
    low = likeness_scaled(low, unit);
    high = likeness_scaled(high, unit);
    observation->value = likeness_unscaled(0.5 * (low + high), unit);
    observation->error = (high - low) / NINE_IN_TEN;
    return true;
}

static void read_error(const struct reading *reading, const struct node *node, struct observation *observation)
{
    const struct node *error = node_find(node, "error");
    if (observation->error > 0.0)
        return;
    observation->error = HISTORY_ERROR;
    if (error && value_read_quantity(reading->sheet.loading, error, UNIT_SHARE, &observation->error) &&
        !(observation->error >= 0.001 && observation->error <= 2.0))
        complain(reading, error->place, "'error' is a share of the value, 0.1% to 200%");
}

/* The same twice would count twice. */
static void refuse_twice(const struct reading *reading, const struct observation *observation)
{
    const struct history *history = reading->history;
    for (const struct observation *other = history->observation; other < observation; other++)
        if (other->measure.observable == observation->measure.observable &&
            other->measure.month == observation->measure.month) {
            complaints_add(reading->sheet.loading->complaints, observation->place,
                           "'%s' at %d months is given twice", observation->measure.name, observation->measure.month);
            return;
        }
}

static void read_observation(const struct reading *reading, const struct node *node)
{
    struct history *history = reading->history;
    struct observation *observation = &history->observation[history->observations];
    if (node_is_mistake(node) || !sheet_mapping(&reading->sheet, node, "an observation", observation_keys))
        return;
    *observation = (struct observation){.place = node->place};
    if (!read_measure(reading, node, &observation->measure) || !read_value(reading, node, observation))
        return;
    read_error(reading, node, observation);
    refuse_twice(reading, observation);
    history->observations++;
    if (observation->measure.month > history->last)
        history->last = observation->measure.month;
}

static int by_month(const void *a, const void *b)
{
    const struct observation *x = a, *y = b;
    if (x->measure.month != y->measure.month)
        return x->measure.month < y->measure.month ? -1 : 1;
    return (x->place.line > y->place.line) - (x->place.line < y->place.line);
}

static void read_observations(const struct reading *reading)
{
    struct history *history = reading->history;
    const struct node *list = node_find(reading->sheet.root, "observations");
    if (!list || list->kind != NODE_LIST || list->count == 0 || list->count > OBSERVATIONS_MAX) {
        complaints_add(reading->sheet.loading->complaints, list ? list->place : reading->sheet.root->place,
                       "there is no data: 'observations' must be a list of 1 to %d, such as {of: revenue, at: 12 "
                       "months, is: $600k}",
                       OBSERVATIONS_MAX);
        return;
    }
    for (int e = 0; e < list->count; e++)
        read_observation(reading, list->entries[e].value);
    qsort(history->observation, (size_t)history->observations, sizeof *history->observation, by_month);
}

/* --- What is to be learnt ------------------------------------------------------------------- */

static void read_fit(const struct reading *reading, struct place place, const char *text, const struct node *range)
{
    struct history *history = reading->history;
    struct key key;
    if (!key_find(text, &key)) {
        key_complain(reading->sheet.loading, place, text);
        return;
    }
    for (int f = 0; f < history->fits; f++)
        if (history->fit[f].column == key.column) {
            complaints_add(reading->sheet.loading->complaints, place, "'%.60s' is listed twice", text);
            return;
        }
    if (key.field->drawn != DRAWN_PATH) {
        complaints_add(reading->sheet.loading->complaints, place, "'%.60s' %s", text,
                       key.field->drawn == DRAWN_MONTH ? "is drawn anew every month; only what is drawn once can be learnt"
                                                       : "is a constant; nothing can be learnt of it");
        return;
    }
    const bool given = range && !node_is_null(range);
    history->fit[history->fits++] =
        (struct fit){.key = text,
                     .range = given ? sheet_one_line(reading->sheet.loading->arena, range) : NULL,
                     .column = key.column,
                     .place = place};
}

/* A list of keys, or a mapping of keys to what is held possible of them. */
static void read_fits(const struct reading *reading)
{
    const struct node *fit = node_find(reading->sheet.root, "fit");
    if (!fit)
        return;
    if ((fit->kind != NODE_LIST && fit->kind != NODE_MAPPING) || fit->count == 0 || fit->count > FITS_MAX) {
        complaints_add(reading->sheet.loading->complaints, fit->place,
                       "'fit' must be a list of 1 to %d keys such as market.accounts, or a mapping of keys to ranges",
                       FITS_MAX);
        return;
    }
    for (int e = 0; e < fit->count; e++) {
        const struct entry *entry = &fit->entries[e];
        if (fit->kind == NODE_MAPPING)
            read_fit(reading, entry->place, entry->key, entry->value);
        else if (entry->value->kind == NODE_SCALAR)
            read_fit(reading, entry->place, entry->value->text, NULL);
        else if (!node_is_mistake(entry->value))
            complain(reading, entry->place, "expected a key, such as market.accounts");
    }
}

/* --- The whole ------------------------------------------------------------------------------ */

static void interpret(const struct reading *reading)
{
    const struct sheet *sheet = &reading->sheet;
    const bool sound = sheet_mapping(sheet, sheet->root, "a history", keys);
    if (sheet->root->kind != NODE_MAPPING)
        return;
    reading->history->name = sheet_text(sheet, sheet->root, "history", sound);
    reading->history->description = sheet_text(sheet, sheet->root, "description", false);
    if (sound || node_find(sheet->root, "observations"))
        read_observations(reading);
    read_fits(reading);
}

static struct history *make(struct arena *arena, const char *file, struct complaints *complaints)
{
    struct library *library = library_create(arena, complaints, file);
    struct history *history = arena_allocate(arena, 1, sizeof *history);
    const struct library_file *document = library ? library_main(library) : NULL;
    if (!history || !document || node_is_mistake(document->root))
        return NULL;
    const struct loading loading = {arena, complaints, library};
    const struct reading reading = {.sheet = {&loading, document->root}, .history = history};
    history->file = document->path;
    history->memory = arena;
    interpret(&reading);
    return history;
}

struct history *history_load(const char *file, struct complaints *complaints)
{
    struct arena *arena = arena_create();
    if (!arena)
        return NULL;
    const long before = complaints_heard(complaints);
    struct history *history = make(arena, file, complaints);
    if (!history || arena_exhausted(arena) || complaints_heard(complaints) > before) {
        arena_destroy(arena);
        return NULL;
    }
    return history;
}

bool history_fit(struct history *history, const char *option, const char *text, struct complaints *complaints)
{
    const struct loading loading = {.arena = history->memory, .complaints = complaints};
    const struct reading reading = {.sheet = {&loading, NULL}, .history = history};
    const long before = complaints_heard(complaints);
    struct fit given[FITS_MAX];
    const int ranges = history->fits;
    memcpy(given, history->fit, sizeof given);
    complaints_source(complaints, option, text);
    history->fits = 0;
    for (const char *at = text, *end; history->fits < FITS_MAX; at = end + 1) {
        end = at + strcspn(at, ",");
        const struct place place = {option, 1, (int)(at - text) + 1};
        const char *key = arena_copy(loading.arena, at, (size_t)(end - at));
        const int had = history->fits;
        if (key)
            read_fit(&reading, place, key, NULL);
        for (int f = 0; f < ranges && history->fits > had; f++)
            if (given[f].column == history->fit[had].column)
                history->fit[had].range = given[f].range;
        if (*end == '\0')
            break;
    }
    return complaints_heard(complaints) == before;
}

void history_destroy(struct history *history)
{
    if (history)
        arena_destroy(history->memory);
}
