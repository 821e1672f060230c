#include "scenario/overlay.h"

#include "scenario/scenario.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct node *mistake(const struct loading *loading, const struct node *node)
{
    return node_mistake(loading->arena, node->place);
}

/* --- Following a reference to another file -------------------------------------------------- */

static void complain_circle(const struct loading *loading, const struct node *reference,
                            const struct library_file *file, const struct overlay_chain *chain)
{
    char names[400] = "";
    const struct overlay_chain *link = chain;
    snprintf(names, sizeof names, "%.80s", file->path);
    do { /* backwards, from the reference to the file that it leads back to */
        char longer[sizeof names];
        snprintf(longer, sizeof longer, "%.80s -> %.300s", link->file->path, names);
        memcpy(names, longer, sizeof names);
    } while (link->file != file && (link = link->before) != NULL);
    complaints_add(loading->complaints, reference->place, "files extend each other in a circle: %s",
                   names);
}

/* Whether the file may be read from here. */
static bool leads_on(const struct loading *loading, const struct node *reference,
                     const struct library_file *file, const struct overlay_chain *chain)
{
    int depth = 0;
    for (const struct overlay_chain *link = chain; link; link = link->before) {
        if (link->file == file) {
            complain_circle(loading, reference, file, chain);
            return false;
        }
        depth++;
    }
    if (depth < OVERLAY_DEPTH_MAX)
        return true;
    complaints_add(loading->complaints, reference->place,
                   "files extend each other %d deep; at most %d are followed", depth + 1,
                   OVERLAY_DEPTH_MAX);
    return false;
}

static const struct node *inherit(const struct loading *loading, struct slot slot,
                                  const struct node *reference, const struct overlay_chain *chain)
{
    if (node_is_mistake(reference))
        return reference;
    const struct library_file *file =
        library_find(loading->library, reference, grammar_folder(slot));
    if (!file || !file->root || !leads_on(loading, reference, file, chain))
        return mistake(loading, reference);
    const struct overlay_chain link = {.file = file, .before = chain};
    const struct node *inherited = overlay_apply(loading, slot, NULL, file->root, &link);
    struct node *named = node_create(loading->arena, NODE_MAPPING, reference->place);
    if (!inherited || !named)
        return NULL;
    *named = *inherited;
    named->reference = reference->text;
    return named;
}

/* --- Mappings ------------------------------------------------------------------------------- */

static void complain_unknown(const struct loading *loading, struct slot slot,
                             const struct entry *entry)
{
    struct grammar_keys keys;
    grammar_list(slot, &keys);
    const char *key = entry->key, *home = grammar_home(key);
    struct slot child;
    char outer[64], name[64];
    grammar_name(slot, name, sizeof name);
    snprintf(outer, sizeof outer, "%.*s", (int)strcspn(key, "."), key);
    if (slot.part == PART_STRATEGY && (strcmp(key, "market") == 0 || strcmp(key, "climate") == 0))
        complaints_add(loading->complaints, entry->place,
                       "every strategy meets the same %s; set it for the whole scenario", key);
    else if (strchr(key, '.') && grammar_child(slot, outer, &child))
        complaints_add(loading->complaints, entry->place,
                       "unknown key '%.60s'; write '%s:' and the rest indented below it", key,
                       outer);
    else if (home)
        complaints_suggest(loading->complaints, entry->place, key, keys.list,
                           "unknown key '%.60s' in %s; it belongs in %s", key, name, home);
    else
        complaints_suggest(loading->complaints, entry->place, key, keys.list,
                           "unknown key '%.60s' in %s", key, name);
}

/* A mapping while entries are laid over it. There is room for every legal key. */
struct merge {
    struct entry entries[GRAMMAR_KEYS_MAX];
    int count;
    bool flawed;
};

static void merge_set(struct merge *merge, struct entry entry)
{
    int i = 0;
    while (i < merge->count && strcmp(merge->entries[i].key, entry.key) != 0)
        i++;
    if (entry.value && i < GRAMMAR_KEYS_MAX) {
        merge->entries[i] = entry;
        merge->count += i == merge->count;
    } else if (i < merge->count) { /* taken away */
        merge->entries[i] = merge->entries[--merge->count];
    }
}

static const struct node *merged(const struct loading *loading, const struct merge *merge,
                                 const struct node *base, const struct node *over)
{
    struct node *node = node_create(loading->arena, NODE_MAPPING, over->place);
    const size_t count = (size_t)merge->count;
    if (!node)
        return NULL;
    node->count = merge->count;
    node->entries =
        arena_grow(loading->arena, merge->entries, count, count, sizeof *merge->entries);
    node->reference = base ? base->reference : NULL;
    node->flawed = merge->flawed || over->flawed || (base && base->flawed);
    return node->entries ? node : NULL;
}

static const struct node *merge_mapping(const struct loading *loading, struct slot slot,
                                        const struct node *base, const struct node *over,
                                        const struct overlay_chain *chain)
{
    struct merge merge = {.count = 0};
    for (int i = 0; base && i < base->count; i++)
        merge_set(&merge, base->entries[i]);
    for (int i = 0; i < over->count; i++) {
        struct entry entry = over->entries[i];
        struct slot child;
        if (strcmp(entry.key, "extends") == 0 && grammar_refers(slot))
            continue;
        if (!grammar_child(slot, entry.key, &child)) {
            complain_unknown(loading, slot, &entry);
            merge.flawed = true;
        } else if (node_is_null(entry.value)) {
            complaints_add(loading->complaints, entry.place, "'%s' has no value", entry.key);
            entry.value = mistake(loading, entry.value);
            merge_set(&merge, entry);
        } else {
            entry.value =
                overlay_apply(loading, child, node_find(base, entry.key), entry.value, chain);
            merge_set(&merge, entry);
        }
    }
    return merged(loading, &merge, base, over);
}

/* 'none' takes a funding plan or a board away again. */
static bool is_none(struct slot slot, const struct node *node)
{
    return slot.part == PART_SECTION &&
           (slot.section == SECTION_FUNDING || slot.section == SECTION_BOARD) &&
           strcmp(node->text, "none") == 0;
}

static const struct node *overlay_mapping(const struct loading *loading, struct slot slot,
                                          const struct node *base, const struct node *over,
                                          const struct overlay_chain *chain)
{
    const bool refers = grammar_refers(slot);
    const bool by_name = refers && slot.part != PART_SCENARIO;
    if (by_name && over->kind == NODE_SCALAR)
        return is_none(slot, over) ? NULL : inherit(loading, slot, over, chain);
    if (over->kind != NODE_MAPPING) {
        char name[64];
        grammar_name(slot, name, sizeof name);
        complaints_add(loading->complaints, over->place, "expected keys and values of %s%s", name,
                       by_name ? ", or the name of a file" : "");
        return mistake(loading, over);
    }
    if (over->count == 0) {
        if (!over->flawed)
            complaints_add(loading->complaints, over->place,
                           "nothing is written between the braces");
        return mistake(loading, over);
    }
    /* What a mapping extends takes the place of what it would otherwise lie over. */
    const struct node *extends = refers ? node_find(over, "extends") : NULL;
    if (extends)
        base = inherit(loading, slot, extends, chain);
    const struct node *result = merge_mapping(loading, slot, base, over, chain);
    return node_is_mistake(base) ? base : result;
}

/* --- Lists of named things ------------------------------------------------------------------ */

/* A list made of `entries` in place of those of `old`. */
static const struct node *list_of(const struct loading *loading, const struct node *old,
                                  const struct entry *entries, int count)
{
    struct node *list = node_create(loading->arena, NODE_LIST, old->place);
    if (!list)
        return NULL;
    list->flawed = old->flawed || count < old->count;
    for (int i = 0; i < count; i++)
        list->flawed = list->flawed || node_is_mistake(entries[i].value);
    list->count = count;
    list->entries =
        arena_grow(loading->arena, entries, (size_t)count, (size_t)count, sizeof *entries);
    return list->entries ? list : NULL;
}

enum { ITEMS_MAX = STRATEGIES_MAX }; /* the most that any list of named things may have */
_Static_assert((int)ITEMS_MAX >= (int)STAGES_MAX && (int)ITEMS_MAX >= (int)ROUNDS_MAX,
               "strategies make the longest list");

static const struct node *replace_list(const struct loading *loading, struct slot slot,
                                       const struct node *over, const struct overlay_chain *chain)
{
    struct entry items[ITEMS_MAX];
    int count = 0;
    const struct grammar_item item = grammar_item(slot);
    char name[64];
    grammar_name(slot, name, sizeof name);
    if (over->count == 0) {
        complaints_add(loading->complaints, over->place, "the list of %s is empty", name);
        return mistake(loading, over);
    }
    if (over->count > item.most)
        complaints_add(loading->complaints, over->entries[item.most].place,
                       "too many %s: %d, and %d is the most", name, over->count, item.most);
    for (int i = 0; i < over->count && i < item.most; i++) {
        items[count] = over->entries[i];
        if (node_is_null(items[count].value)) {
            complaints_add(loading->complaints, items[count].place, "this item is empty");
            items[count].value = mistake(loading, items[count].value);
        }
        items[count].value = overlay_apply(loading, item.slot, NULL, items[count].value, chain);
        count += items[count].value != NULL;
    }
    return list_of(loading, over, items, count);
}

static const char *name_of(const struct node *item)
{
    const struct node *name = node_find(item, "name");
    return name && name->kind == NODE_SCALAR ? name->text : "";
}

/* Which items a key selects, as a set of bits: the one of this name, or else of this number from
 * 1, or all with '*'. */
static unsigned selected(const struct node *list, const char *key)
{
    unsigned named = 0, numbered = 0;
    for (int i = 0; i < list->count; i++) {
        char number[16];
        snprintf(number, sizeof number, "%d", i + 1);
        if (strcmp(key, name_of(list->entries[i].value)) == 0)
            named |= 1u << i;
        if (strcmp(key, number) == 0 || strcmp(key, "*") == 0)
            numbered |= 1u << i;
    }
    return named ? named : numbered;
}

static void complain_unselected(const struct loading *loading, const struct entry *entry,
                                const struct node *list, const char *noun)
{
    const char *names[ITEMS_MAX + 1];
    for (int i = 0; i < list->count; i++)
        names[i] = name_of(list->entries[i].value);
    names[list->count] = NULL;
    complaints_suggest(loading->complaints, entry->place, entry->key, names,
                       "there is no %s '%.60s'", noun, entry->key);
}

/* A mapping over a list changes the items it names. */
static const struct node *change_list(const struct loading *loading, struct slot slot,
                                      const struct node *base, const struct node *over,
                                      const struct overlay_chain *chain)
{
    struct entry items[ITEMS_MAX];
    const struct grammar_item item = grammar_item(slot);
    const int count = base->count < ITEMS_MAX ? base->count : ITEMS_MAX;
    for (int i = 0; i < count; i++)
        items[i] = base->entries[i];
    for (int k = 0; k < over->count; k++) {
        const struct entry *entry = &over->entries[k];
        const unsigned chosen = selected(base, entry->key);
        if (!chosen)
            complain_unselected(loading, entry, base, item.noun);
        for (int i = 0; i < count; i++) {
            const struct node *changed =
                chosen >> i & 1
                    ? overlay_apply(loading, item.slot, items[i].value, entry->value, chain)
                    : NULL;
            if (changed)
                items[i].value = changed;
        }
    }
    return list_of(loading, base, items, count);
}

static const struct node *overlay_list(const struct loading *loading, struct slot slot,
                                       const struct node *base, const struct node *over,
                                       const struct overlay_chain *chain)
{
    if (over->kind == NODE_LIST)
        return replace_list(loading, slot, over, chain);
    if (node_is_mistake(base))
        return base;
    if (over->kind == NODE_MAPPING && base)
        return change_list(loading, slot, base, over, chain);
    char name[64];
    grammar_name(slot, name, sizeof name);
    complaints_add(loading->complaints, over->place,
                   "%s must be a list, each item beginning with '- '%s", name,
                   over->kind == NODE_MAPPING ? "; a mapping only changes what is inherited" : "");
    return mistake(loading, over);
}

/* --- What a stage offers -------------------------------------------------------------------- */

/* [services, training] becomes {services: yes, training: yes}. */
static const struct node *offers_mapping(const struct loading *loading, struct slot slot,
                                         const struct node *list)
{
    struct merge merge = {.count = 0};
    for (int i = 0; i < list->count; i++) {
        struct entry entry = list->entries[i];
        if (node_is_mistake(entry.value))
            continue;
        struct slot child;
        entry.key = entry.value->text;
        if (entry.value->kind != NODE_SCALAR || !grammar_child(slot, entry.key, &child)) {
            struct grammar_keys keys;
            grammar_list(slot, &keys);
            complaints_suggest(loading->complaints, entry.place, entry.key, keys.list,
                               "expected something to offer, not '%.60s'", entry.key);
            merge.flawed = true;
            continue;
        }
        for (int k = 0; k < merge.count; k++)
            if (strcmp(merge.entries[k].key, entry.key) == 0)
                complaints_add(loading->complaints, entry.place, "'%s' is offered twice",
                               entry.key);
        struct node *yes = node_create(loading->arena, NODE_SCALAR, entry.place);
        if (!yes)
            return NULL;
        yes->text = "yes";
        yes->plain = true;
        entry.value = yes;
        merge_set(&merge, entry);
    }
    return merged(loading, &merge, NULL, list);
}

static const struct node *overlay_offers(const struct loading *loading, struct slot slot,
                                         const struct node *base, const struct node *over)
{
    if (over->kind == NODE_LIST && over->count > 0)
        return offers_mapping(loading, slot, over);
    if (over->kind == NODE_MAPPING)
        return overlay_mapping(loading, slot, base, over, NULL);
    complaints_add(loading->complaints, over->place,
                   "expected a list of what is offered, such as [services, training]");
    return mistake(loading, over);
}

const struct node *overlay_apply(const struct loading *loading, struct slot slot,
                                 const struct node *base, const struct node *over,
                                 const struct overlay_chain *chain)
{
    if (!over || node_is_mistake(over))
        return over;
    switch (slot.part) {
    case PART_VALUE:
    case PART_OTHER:
        return over;
    case PART_STRATEGIES:
    case PART_STAGES:
    case PART_ROUNDS:
        return overlay_list(loading, slot, base, over, chain);
    case PART_OFFERS:
        return overlay_offers(loading, slot, base, over);
    case PART_SCENARIO:
    case PART_STRATEGY:
    case PART_SECTION:
    case PART_NESTED:
        break;
    }
    return overlay_mapping(loading, slot, base, over, chain);
}
