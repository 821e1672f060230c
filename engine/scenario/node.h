/* What a YAML text says: a tree of scalars, lists and mappings that is never changed once it is
 * made, so that aliases, inheritance and overlays share parts of it freely. */
#ifndef SCENARIO_NODE_H
#define SCENARIO_NODE_H

#include "scenario/arena.h"
#include "scenario/complaint.h"

#include <stdbool.h>

enum node_kind {
    NODE_SCALAR,
    NODE_LIST,
    NODE_MAPPING,
    NODE_MISTAKE /* what stood here was wrong; a complaint was made, so nobody complains again */
};

struct entry {
    struct place place; /* of the key, or of the item */
    const char *key;    /* NULL in a list */
    const struct node *value;
};

struct node {
    enum node_kind kind;
    struct place place;
    const char *text; /* scalar: UTF-8 without control characters but line breaks and tabs */
    bool plain;       /* scalar: written without quotes */
    int count;        /* list, mapping */
    const struct entry *entries;
    const char *reference; /* mapping: the file it was inherited from, as written, or NULL */
    bool flawed;           /* list, mapping: an entry was left out, after a complaint */
    int size, height;      /* of the tree below, aliases written out; a leaf has 1 and 1 */
};

/* The value of a key; NULL when the mapping has no such key or is no mapping (NULL included). */
const struct node *node_find(const struct node *mapping, const char *key);

/* The same with the place of the key. */
const struct entry *node_entry(const struct node *mapping, const char *key);

/* The value again, following a dotted key into nested mappings. */
const struct node *node_find_dotted(const struct node *mapping, const char *key);

/* Nothing was written: 'key:' alone, or 'key: ~'. */
bool node_is_null(const struct node *node);

bool node_is_mistake(const struct node *node); /* false for NULL */

/* Nothing of it was complained about; true for NULL. Conclusions from what is not there, such as a
 * missing key or a wrong sum, are drawn from sound nodes only. */
bool node_is_sound(const struct node *node);

/* New nodes, owned by the arena; NULL when memory ran out. */
struct node *node_create(struct arena *arena, enum node_kind kind, struct place place);
const struct node *node_mistake(struct arena *arena, struct place place);

#endif
