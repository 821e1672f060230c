#include "scenario/node.h"

#include <string.h>

const struct entry *node_entry(const struct node *mapping, const char *key)
{
    if (!mapping || mapping->kind != NODE_MAPPING)
        return NULL;
    for (int i = 0; i < mapping->count; i++)
        if (strcmp(mapping->entries[i].key, key) == 0)
            return &mapping->entries[i];
    return NULL;
}

const struct node *node_find(const struct node *mapping, const char *key)
{
    const struct entry *entry = node_entry(mapping, key);
    return entry ? entry->value : NULL;
}

const struct node *node_find_dotted(const struct node *mapping, const char *key)
{
    const char *dot;
    while (mapping && mapping->kind == NODE_MAPPING && (dot = strchr(key, '.')) != NULL) {
        const size_t length = (size_t)(dot - key);
        const struct node *inner = NULL;
        for (int i = 0; i < mapping->count && !inner; i++) {
            const struct entry *entry = &mapping->entries[i];
            if (strlen(entry->key) == length && memcmp(entry->key, key, length) == 0)
                inner = entry->value;
        }
        mapping = inner;
        key = dot + 1;
    }
    return node_find(mapping, key);
}

bool node_is_null(const struct node *node)
{
    if (node->kind != NODE_SCALAR || !node->plain)
        return false;
    static const char *const spellings[] = {"", "~", "null", "Null", "NULL"};
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (strcmp(node->text, spellings[i]) == 0)
            return true;
    return false;
}

bool node_is_mistake(const struct node *node) { return node && node->kind == NODE_MISTAKE; }

bool node_is_sound(const struct node *node)
{
    return !node || (node->kind != NODE_MISTAKE && !node->flawed);
}

struct node *node_create(struct arena *arena, enum node_kind kind, struct place place)
{
    struct node *node = arena_allocate(arena, 1, sizeof *node);
    if (node)
        *node = (struct node){.kind = kind, .place = place, .text = "", .size = 1, .height = 1};
    return node;
}

const struct node *node_mistake(struct arena *arena, struct place place)
{
    return node_create(arena, NODE_MISTAKE, place);
}
