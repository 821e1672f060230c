#include "scenario/setting.h"

#include "scenario/document.h"
#include "scenario/encoding.h"

#include <string.h>

static const char *const setting_file = "--set";

void setting_quote(const struct loading *loading, const char *const *settings, int count)
{
    const char *all = "";
    for (int i = 0; all && i < count; i++)
        all = arena_format(loading->arena, "%s%.*s\n", all, SETTING_BYTES_MAX, settings[i]);
    if (all && count > 0)
        complaints_source(loading->complaints, setting_file, all);
}

/* {key: value}, with the key's place. */
static const struct node *wrap(const struct loading *loading, struct place place, const char *key,
                               size_t length, const struct node *value)
{
    struct node *mapping = node_create(loading->arena, NODE_MAPPING, place);
    struct entry *entry = arena_allocate(loading->arena, 1, sizeof *entry);
    const char *word = arena_copy(loading->arena, key, length);
    if (!mapping || !entry || !word || !value)
        return NULL;
    *entry = (struct entry){.place = place, .key = word, .value = value};
    mapping->count = 1;
    mapping->entries = entry;
    return mapping;
}

/* Wraps the value in the words of the key, the last one first. */
static const struct node *wrap_all(const struct loading *loading, struct place place,
                                   const char *key, size_t length, const struct node *value)
{
    while (value) {
        size_t start = length;
        while (start > 0 && key[start - 1] != '.')
            start--;
        struct place at = place;
        at.column += (int)start;
        if (start == length) {
            complaints_add(loading->complaints, at, "a word is missing in the key");
            return NULL;
        }
        value = wrap(loading, at, key + start, length - start, value);
        if (start == 0)
            return value;
        length = start - 1;
    }
    return NULL;
}

const struct node *setting_read(const struct loading *loading, const char *text, int number)
{
    const struct place place = {.file = setting_file, .line = number, .column = 1};
    const char *equals = strchr(text, '=');
    const char *trouble = NULL;
    if (strlen(text) > SETTING_BYTES_MAX)
        trouble = "this setting is too long";
    else if (strpbrk(text, "\r\n"))
        trouble = "a setting is one line";
    else if (!equals)
        trouble = "expected key=value, such as market.accounts=5000";
    if (trouble) {
        complaints_add(loading->complaints, place, "%s", trouble);
        return NULL;
    }
    const size_t length = (size_t)(equals - text);
    if (!encoding_check(place, text, strlen(text), loading->complaints))
        return NULL;
    const char *key = arena_copy(loading->arena, text, length);
    const char *value = arena_copy(loading->arena, equals + 1, strlen(equals + 1));
    if (!key || !value)
        return NULL;
    struct place behind = place;
    behind.column += (int)length + 1;
    const struct node *node =
        document_read(loading->arena, loading->complaints, behind, value, strlen(value));
    return node_is_mistake(node) ? NULL : wrap_all(loading, place, key, length, node);
}
