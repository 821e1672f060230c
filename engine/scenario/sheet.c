#include "scenario/sheet.h"

#include <stdlib.h>
#include <string.h>

enum { SETTINGS_MAX = 32 };

static void complain(const struct sheet *sheet, struct place place, const char *text)
{
    complaints_add(sheet->loading->complaints, place, "%s", text);
}

bool sheet_mapping(const struct sheet *sheet, const struct node *node, const char *what,
                   const char *const *known)
{
    if (!node || node->kind != NODE_MAPPING) {
        complaints_add(sheet->loading->complaints, node ? node->place : sheet->root->place,
                       "%s must be a mapping of keys to values", what);
        return false;
    }
    bool sound = true;
    for (int e = 0; e < node->count; e++) {
        int k = 0;
        while (known[k] && strcmp(known[k], node->entries[e].key) != 0)
            k++;
        if (known[k])
            continue;
        complaints_suggest(sheet->loading->complaints, node->entries[e].place,
                           node->entries[e].key, known, "unknown key '%.60s' in %s",
                           node->entries[e].key, what);
        sound = false;
    }
    return sound;
}

const char *sheet_text(const struct sheet *sheet, const struct node *mapping, const char *key,
                       bool needed)
{
    const struct node *node = node_find(mapping, key);
    if (node && node->kind == NODE_SCALAR && !node_is_null(node) && node->text[strspn(node->text, " \t\r\n")] != '\0')
        return node->text;
    if (node || needed)
        complaints_add(sheet->loading->complaints, node ? node->place : mapping->place,
                       "'%s' needs a text", key);
    return NULL;
}

int sheet_word(const struct sheet *sheet, const char *key, const char *const *words, bool needed)
{
    const struct node *node = node_find(sheet->root, key);
    if (!node && !needed)
        return 0;
    for (int w = 0; node && node->kind == NODE_SCALAR && words[w]; w++)
        if (strcmp(words[w], node->text) == 0)
            return w;
    complaints_suggest(sheet->loading->complaints, node ? node->place : sheet->root->place,
                       node && node->kind == NODE_SCALAR ? node->text : "", words,
                       "'%s' must be '%s' or '%s'", key, words[0], words[1]);
    return 0;
}

/* Between double quotes, so that it reads back as the same text. */
static const char *quote(struct arena *arena, const char *text)
{
    char *quoted = arena_allocate(arena, 2 * strlen(text) + 3, 1), *end = quoted;
    if (!quoted)
        return NULL;
    *end++ = '"';
    for (; *text; text++) {
        const char letter = *text == '\n' ? 'n' : *text == '\r' ? 'r' : *text;
        if (letter != *text || letter == '"' || letter == '\\')
            *end++ = '\\';
        *end++ = letter;
    }
    *end = '"';
    return quoted;
}

const char *sheet_one_line(struct arena *arena, const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        return node->plain ? node->text : quote(arena, node->text);
    const bool mapping = node->kind == NODE_MAPPING;
    const char *text = "";
    for (int e = 0; text && e < node->count; e++) {
        const char *value = sheet_one_line(arena, node->entries[e].value);
        const char *key = mapping ? quote(arena, node->entries[e].key) : "";
        if (value && key)
            text = arena_format(arena, "%s%s%s%s%s", text, e > 0 ? ", " : "", key, mapping ? ": " : "",
                                value);
    }
    return text ? arena_format(arena, mapping ? "{%s}" : "[%s]", text) : NULL;
}

static void add_settings(const struct sheet *sheet, const struct node *set, const char **list,
                         int *count)
{
    if (!set)
        return;
    if (set->kind != NODE_MAPPING) {
        complain(sheet, set->place, "'set' must be a mapping of keys such as market.accounts to values");
        return;
    }
    for (int e = 0; e < set->count; e++) {
        const char *value = sheet_one_line(sheet->loading->arena, set->entries[e].value);
        if (*count == SETTINGS_MAX) {
            complain(sheet, set->entries[e].place, "too many settings for one company");
            return;
        }
        if (value)
            list[(*count)++] = arena_format(sheet->loading->arena, "%s=%s", set->entries[e].key, value);
    }
}

const char *const *sheet_settings(const struct sheet *sheet, const struct node *const *sets, int count,
                                  int *settings)
{
    const char *list[SETTINGS_MAX];
    *settings = 0;
    for (int i = 0; i < count; i++)
        add_settings(sheet, sets[i], list, settings);
    const char **kept = arena_allocate(sheet->loading->arena, (size_t)*settings + 1, sizeof *kept);
    for (int i = 0; kept && i < *settings; i++)
        kept[i] = list[i];
    return kept;
}

void sheet_company(const struct sheet *sheet, const struct node *node, const char *what,
                   const char *const *known, struct sheet_company *company)
{
    static const char *const keys[] = {"scenario", "strategy", "set", NULL};
    if (!sheet_mapping(sheet, node, what, known ? known : keys))
        return;
    const struct node *scenario = node_find(node, "scenario");
    if (!scenario)
        scenario = node_find(sheet->root, "scenario");
    const struct library_file *file =
        scenario ? library_find(sheet->loading->library, scenario, NULL) : NULL;
    if (!scenario)
        complain(sheet, node->place, "which 'scenario' is this company in?");
    *company = (struct sheet_company){.scenario = file ? file->path : NULL,
                                      .strategy = sheet_text(sheet, node, "strategy", false),
                                      .place = node->place};
    const struct node *own = node == sheet->root ? NULL : node_find(node, "set");
    const struct node *sets[] = {node_find(sheet->root, "set"), own};
    company->settings = sheet_settings(sheet, sets, 2, &company->count);
}
