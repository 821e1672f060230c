#include "scenario/shock.h"

#include "model/parameters.h"
#include "scenario/document.h"
#include "scenario/key.h"
#include "scenario/library.h"
#include "scenario/sheet.h"
#include "scenario/value.h"

#include <math.h>
#include <string.h>

static const double FACTOR_MAX = 1000.0;

struct reading {
    const struct loading *loading;
    struct shock *shock;
    struct sheet sheet; /* the loading once more, with the root */
};

static const char *const keys[] = {"shock", "means", "at", "for", "set", "times", NULL};

static void complain(const struct reading *reading, struct place place, const char *text)
{
    complaints_add(reading->loading->complaints, place, "%s", text);
}

/* --- Reading -------------------------------------------------------------------------------- */

static void read_months(const struct reading *reading, const char *key, int least, int *months)
{
    const struct node *node = node_find(reading->sheet.root, key);
    double value;
    if (!node) {
        complaints_add(reading->loading->complaints, reading->sheet.root->place, "a shock needs '%s', as in '%s: %s'", key,
                       key, least > 0 ? "12 months" : "18 months");
        return;
    }
    if (node_is_mistake(node) || !value_read_quantity(reading->loading, node, UNIT_MONTHS, &value))
        return;
    if (value >= least && value < HORIZON_MAX && value == floor(value))
        *months = (int)value;
    else
        complaints_add(reading->loading->complaints, node->place, "'%s' must be a whole number of months, at least %d", key,
                       least);
}

/* Why no shock can change a field; NULL when one can. */
static const char *fixed(const struct key *key, bool multiply)
{
    const size_t length = strlen(key->field->key);
    if (key->section == SECTION_COMPANY || (length > 9 && strcmp(key->field->key + length - 9, "_at_start") == 0))
        return "it is what a scenario starts with";
    if (key->section > SECTION_EXIT)
        return "it belongs to a strategy, not to the world";
    return multiply && key->field->unit == UNIT_WORD ? "it is a word" : NULL;
}

static bool read_factor(const struct reading *reading, const struct node *node, double *factor)
{
    if (!value_read_quantity(reading->loading, node, UNIT_SHARE, factor))
        return false;
    if (*factor >= 0.0 && *factor <= FACTOR_MAX && *factor != 1.0)
        return true;
    complain(reading, node->place, *factor == 1.0 ? "a factor of 1 changes nothing"
                                                   : "expected a factor such as 0.6 or 60%, at most 1000");
    return false;
}

static void read_change(const struct reading *reading, const struct entry *entry, bool multiply)
{
    struct shock *shock = reading->shock;
    struct key key;
    if (node_is_mistake(entry->value))
        return;
    if (!key_find(entry->key, &key)) {
        key_complain(reading->loading, entry->place, entry->key);
        return;
    }
    const char *why = fixed(&key, multiply);
    if (why) {
        complaints_add(reading->loading->complaints, entry->place, "no shock can %s '%s': %s",
                       multiply ? "multiply" : "set", entry->key, why);
        return;
    }
    for (int c = 0; c < shock->changes; c++)
        if (shock->change[c].column == key.column) {
            complain(reading, entry->place, "this shock changes it already");
            return;
        }
    if (shock->changes == SHOCK_CHANGES_MAX) {
        complaints_add(reading->loading->complaints, entry->place, "a shock changes at most %d numbers", SHOCK_CHANGES_MAX);
        return;
    }
    struct shock_change change = {.column = key.column, .multiply = multiply, .place = entry->place};
    if (multiply ? read_factor(reading, entry->value, &change.value)
                 : value_read_constant(reading->loading, key.field, entry->value, &change.value))
        shock->change[shock->changes++] = change;
}

static void read_changes(const struct reading *reading, const char *word)
{
    const struct node *mapping = node_find(reading->sheet.root, word);
    if (!mapping || node_is_mistake(mapping))
        return;
    if (mapping->kind != NODE_MAPPING || mapping->count == 0) {
        complaints_add(reading->loading->complaints, mapping->place,
                       "'%s' must be a mapping of keys such as market.headline to values", word);
        return;
    }
    for (int e = 0; e < mapping->count; e++)
        read_change(reading, &mapping->entries[e], strcmp(word, "times") == 0);
}

static void interpret(const struct reading *reading)
{
    const struct node *root = reading->sheet.root;
    struct shock *shock = reading->shock;
    if (!sheet_mapping(&reading->sheet, root, "a shock", keys))
        return;
    shock->place = root->place;
    shock->title = sheet_text(&reading->sheet, root, "shock", true);
    shock->means = sheet_text(&reading->sheet, root, "means", false);
    read_months(reading, "at", 0, &shock->first_month);
    read_months(reading, "for", 1, &shock->months);
    read_changes(reading, "set");
    read_changes(reading, "times");
    if (!node_find(root, "set") && !node_find(root, "times"))
        complain(reading, root->place, "a shock changes at least one number, in 'set' or 'times'");
}

static struct shock *make(struct arena *arena, const char *file, struct complaints *complaints)
{
    struct library *library = library_create(arena, complaints, file);
    struct shock *shock = arena_allocate(arena, 1, sizeof *shock);
    const struct library_file *document = library ? library_main(library) : NULL;
    if (!shock || !document || node_is_mistake(document->root))
        return NULL;
    const struct loading loading = {arena, complaints, library};
    const struct reading reading = {&loading, shock, {&loading, document->root}};
    shock->file = document->path;
    shock->memory = arena;
    interpret(&reading);
    return shock;
}

struct shock *shock_load(const char *file, struct complaints *complaints)
{
    struct arena *arena = arena_create();
    if (!arena)
        return NULL;
    const long before = complaints_heard(complaints);
    struct shock *shock = make(arena, file, complaints);
    if (!shock || arena_exhausted(arena) || complaints_heard(complaints) > before) {
        arena_destroy(arena);
        return NULL;
    }
    return shock;
}

void shock_destroy(struct shock *shock)
{
    if (shock)
        arena_destroy(shock->memory);
}

/* --- Laying over a scenario ----------------------------------------------------------------- */

enum { PIECES_MAX = EVENTS_MAX + SHOCKS_MAX };

/* Everything that changes one column for one strategy (or for all of them), in order of precedence. */
struct pieces {
    int count;
    struct event piece[PIECES_MAX];
};

static struct event event_of(const struct shock *shock, const struct shock_change *change, int horizon)
{
    const int last = shock->first_month + shock->months - 1;
    return (struct event){.first_month = shock->first_month,
                          .last_month = last < horizon ? last : horizon - 1,
                          .strategy = -1,
                          .column = change->column,
                          .stage = -1,
                          .multiply = change->multiply,
                          .value = change->value,
                          .label = shock->title};
}

static void gather(const struct scenario *scenario, const struct shock *const *shocks, int count, int column, int strategy,
                   struct pieces *pieces)
{
    pieces->count = 0;
    for (int e = 0; e < scenario->events; e++)
        if (scenario->event[e].column == column &&
            (scenario->event[e].strategy == -1 || scenario->event[e].strategy == strategy))
            pieces->piece[pieces->count++] = scenario->event[e];
    for (int s = 0; s < count; s++)
        for (int c = 0; c < shocks[s]->changes; c++)
            if (shocks[s]->change[c].column == column)
                pieces->piece[pieces->count++] = event_of(shocks[s], &shocks[s]->change[c], scenario->horizon);
}

/* What holds in one month; false: nothing but what was drawn. */
static bool held(const struct pieces *pieces, int month, struct event *held)
{
    double set = NAN, times = 1.0;
    bool any = false;
    for (int p = 0; p < pieces->count; p++) {
        const struct event *piece = &pieces->piece[p];
        if (month < piece->first_month || month > piece->last_month)
            continue;
        *held = *piece;
        any = true;
        if (piece->multiply)
            times *= piece->value;
        else
            set = piece->value;
    }
    held->multiply = isnan(set);
    held->value = isnan(set) ? times : set * times;
    return any;
}

static bool add(struct scenario *shocked, const struct event *event)
{
    if (shocked->events == CHANGES_MAX)
        return false;
    shocked->event[shocked->events++] = *event;
    return true;
}

/* One event for every run of months in which the same holds. */
static bool add_runs(struct scenario *shocked, const struct pieces *pieces, int strategy)
{
    struct event run = {.last_month = -1}, now = {.last_month = -1};
    bool open = false;
    for (int month = 0; month <= shocked->horizon; month++) {
        const bool any = month < shocked->horizon && held(pieces, month, &now);
        const bool same = any && open && now.multiply == run.multiply && now.value == run.value;
        if (open && !same && !add(shocked, &run))
            return false;
        if (any && !same) {
            run = now;
            run.first_month = month;
            run.strategy = strategy;
        }
        open = any;
        run.last_month = month;
    }
    return true;
}

/* Events of a column that is changed for one strategy alone must be written for each. */
static bool is_for_one(const struct scenario *scenario, int column)
{
    for (int e = 0; e < scenario->events; e++)
        if (scenario->event[e].column == column && scenario->event[e].strategy >= 0)
            return true;
    return false;
}

static bool apply_column(const struct scenario *scenario, const struct shock *const *shocks, int count, int column,
                         struct scenario *shocked)
{
    struct pieces pieces;
    const bool each = is_for_one(scenario, column);
    for (int s = each ? 0 : -1; s < (each ? scenario->strategies : 0); s++) {
        gather(scenario, shocks, count, column, s, &pieces);
        if (!add_runs(shocked, &pieces, s))
            return false;
    }
    return true;
}

static bool is_touched(const struct shock *const *shocks, int count, int column)
{
    for (int s = 0; s < count; s++)
        for (int c = 0; c < shocks[s]->changes; c++)
            if (shocks[s]->change[c].column == column)
                return true;
    return false;
}

bool shock_apply(const struct scenario *scenario, const struct shock *const *shocks, int count,
                 struct scenario *shocked, struct complaints *complaints)
{
    *shocked = *scenario;
    shocked->events = 0;
    for (int s = 0; s < count; s++)
        if (shocks[s]->first_month >= scenario->horizon) {
            complaints_add(complaints, shocks[s]->place, "this shock begins after the scenario's %d months",
                           scenario->horizon);
            return false;
        }
    bool room = true;
    for (int e = 0; e < scenario->events; e++)
        if (scenario->event[e].column < 0 || !is_touched(shocks, count, scenario->event[e].column))
            room = room && add(shocked, &scenario->event[e]);
    for (int column = 0; room && column < (int)PARAMETER_COLUMNS; column++)
        if (is_touched(shocks, count, column))
            room = apply_column(scenario, shocks, count, column, shocked);
    if (!room)
        complaints_add(complaints, shocks[count - 1]->place,
                       "with this shock there are more than %d changes, the scenario's own counted", CHANGES_MAX);
    return room;
}
