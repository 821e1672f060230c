#include "scenario/term.h"

#include "model/parameters.h"
#include "scenario/document.h"
#include "scenario/key.h"
#include "scenario/library.h"
#include "scenario/sheet.h"
#include "scenario/value.h"

#include <math.h>
#include <string.h>

enum { SETTINGS_MAX = 24, KEYS_MAX = 120, KEY_SIZE = 64 };

static const double TIMES_MAX = 100.0;

struct reading {
    const struct loading *loading;
    struct term *term;
    struct sheet sheet; /* the loading once more, with the root */
};

static const char *const keys[] = {"term", "against", "means", "rounds", "from", "set", "times", "base", NULL};

static void complain(const struct reading *reading, struct place place, const char *text)
{
    complaints_add(reading->loading->complaints, place, "%s", text);
}

/* --- Keys ----------------------------------------------------------------------------------- */

static const char *after(const char *text, const char *start)
{
    const size_t length = strlen(start);
    return strncmp(text, start, length) == 0 ? text + length : NULL;
}

/* The field of a key as written, and what of the key is the field's own. */
static bool find(const char *text, struct term_setting *setting)
{
    char full[2 * KEY_SIZE];
    struct key key;
    const char *rest = after(text, "rounds.");
    const int number = rest ? rest[0] - '0' : 0;
    if (strcmp(text, "board") == 0) {
        setting->key = text;
        return true;
    }
    if (rest && rest[0] != '\0' && rest[1] == '.') {
        setting->rounds = rest[0] == '*';
        setting->round = setting->rounds ? 0 : number;
        setting->key = rest + 2;
        snprintf(full, sizeof full, "rounds.%c.%.80s", setting->rounds ? '1' : rest[0], rest + 2);
    } else {
        setting->key = text;
        snprintf(full, sizeof full, "funding.%.80s", text);
    }
    if (!key_find(full, &key))
        return false;
    setting->field = key.field;
    return true;
}

static void complain_unknown(const struct reading *reading, struct place place, const char *text)
{
    static const struct {
        enum section section;
        const char *before;
    } parts[] = {{SECTION_ROUND, "rounds.*."}, {SECTION_FUNDING, ""}};
    char words[KEYS_MAX][KEY_SIZE];
    const char *candidates[KEYS_MAX + 1];
    int count = 0;
    for (int p = 0; p < 2; p++) {
        const struct field_table *table = &field_tables[parts[p].section];
        for (int row = 0; row < table->count && count < KEYS_MAX; row++) {
            snprintf(words[count], KEY_SIZE, "%s%s", parts[p].before, table->fields[row].key);
            candidates[count] = words[count];
            count++;
        }
    }
    candidates[count] = NULL;
    complaints_suggest(reading->loading->complaints, place, text, candidates,
                       "a funding plan has no '%.60s'; a term sets keys such as rounds.*.participation, "
                       "search.bridge, or the board", text);
}

/* --- Values --------------------------------------------------------------------------------- */

static bool is_board(const struct reading *reading, const struct node *value)
{
    if (value->kind == NODE_SCALAR && strcmp(value->text, "none") == 0)
        return true;
    return library_find(reading->loading->library, value, "boards") != NULL;
}

static bool read_times(const struct reading *reading, const struct entry *entry, struct term_setting *setting)
{
    if (!setting->field || setting->field->unit == UNIT_WORD) {
        complain(reading, entry->place, "'times' is for numbers");
        return false;
    }
    if (!value_read_quantity(reading->loading, entry->value, UNIT_SHARE, &setting->times))
        return false;
    if (setting->times > 0.0 && setting->times <= TIMES_MAX)
        return true;
    complain(reading, entry->value->place, "'times' must be above 0% and at most 10,000%");
    return false;
}

static bool read_value(const struct reading *reading, const struct entry *entry, struct term_setting *setting)
{
    struct distribution value;
    if (setting->field ? !value_read(reading->loading, setting->field, entry->value, &value)
                       : !is_board(reading, entry->value))
        return false;
    setting->value = sheet_one_line(reading->loading->arena, entry->value);
    return setting->value != NULL;
}

/* Appends what a mapping says; NULL says nothing. */
static void read_settings(const struct reading *reading, const char *word, const struct node *mapping, bool times,
                          struct term_setting *list, int *count)
{
    if (!mapping)
        return;
    if (mapping->kind != NODE_MAPPING) {
        complaints_add(reading->loading->complaints, mapping->place,
                       "'%s' must be a mapping of keys such as rounds.*.participation", word);
        return;
    }
    for (int e = 0; e < mapping->count; e++) {
        const struct entry *entry = &mapping->entries[e];
        struct term_setting setting = {.place = entry->place};
        if (*count == SETTINGS_MAX) {
            complain(reading, entry->place, "too many settings for one term");
            return;
        }
        if (node_is_mistake(entry->value))
            continue;
        if (!find(entry->key, &setting))
            complain_unknown(reading, entry->place, entry->key);
        else if (times ? read_times(reading, entry, &setting) : read_value(reading, entry, &setting))
            list[(*count)++] = setting;
    }
}

/* Anything but a mapping has been complained of. */
static bool is_empty(const struct node *mapping)
{
    return !mapping || (mapping->kind == NODE_MAPPING && mapping->count == 0);
}

static const struct term_setting *keep(const struct reading *reading, const struct term_setting *list, int count)
{
    return arena_grow(reading->loading->arena, list, (size_t)count, (size_t)count + 1, sizeof *list);
}

/* --- The sheet ------------------------------------------------------------------------------ */

static void read_from(const struct reading *reading)
{
    const struct node *node = node_find(reading->sheet.root, "from");
    double from = 1.0;
    if (node && value_read_quantity(reading->loading, node, UNIT_COUNT, &from) &&
        !(from >= 1.0 && from <= ROUNDS_MAX && from == floor(from)))
        complaints_add(reading->loading->complaints, node->place,
                       "'from' must be a whole number from 1 to %d", ROUNDS_MAX);
    else
        reading->term->from = (int)from;
}

static void interpret(const struct reading *reading)
{
    static const char *const rounds[] = {"all", "priced", NULL};
    const struct node *root = reading->sheet.root;
    struct term *term = reading->term;
    struct term_setting with[SETTINGS_MAX], without[SETTINGS_MAX];
    if (!sheet_mapping(&reading->sheet, root, "a term", keys))
        return;
    term->title = sheet_text(&reading->sheet, root, "term", true);
    term->against = sheet_text(&reading->sheet, root, "against", true);
    term->means = sheet_text(&reading->sheet, root, "means", false);
    term->priced = sheet_word(&reading->sheet, "rounds", rounds, false) == 1;
    read_from(reading);
    read_settings(reading, "set", node_find(root, "set"), false, with, &term->settings);
    read_settings(reading, "times", node_find(root, "times"), true, with, &term->settings);
    read_settings(reading, "base", node_find(root, "base"), false, without, &term->bases);
    if (is_empty(node_find(root, "set")) && is_empty(node_find(root, "times")))
        complain(reading, root->place, "a term sets at least one value, in 'set' or 'times'");
    term->setting = keep(reading, with, term->settings);
    term->base = keep(reading, without, term->bases);
}

static struct term *make(struct arena *arena, const char *file, struct complaints *complaints)
{
    struct library *library = library_create(arena, complaints, file);
    struct term *term = arena_allocate(arena, 1, sizeof *term);
    const struct library_file *document = library ? library_main(library) : NULL;
    if (!term || !document || node_is_mistake(document->root))
        return NULL;
    const struct loading loading = {arena, complaints, library};
    const struct reading reading = {&loading, term, {&loading, document->root}};
    term->file = document->path;
    term->memory = arena;
    interpret(&reading);
    return term;
}

struct term *term_load(const char *file, struct complaints *complaints)
{
    struct arena *arena = arena_create();
    if (!arena)
        return NULL;
    const long before = complaints_heard(complaints);
    struct term *term = make(arena, file, complaints);
    if (!term || arena_exhausted(arena) || complaints_heard(complaints) > before) {
        arena_destroy(arena);
        return NULL;
    }
    return term;
}

void term_destroy(struct term *term)
{
    if (term)
        arena_destroy(term->memory);
}
