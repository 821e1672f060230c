/* What may stand where in a scenario. The field tables say which numbers there are; this says
 * around which words they stand. */
#ifndef SCENARIO_GRAMMAR_H
#define SCENARIO_GRAMMAR_H

#include "model/field.h"

#include <stdbool.h>
#include <stddef.h>

enum part {
    PART_SCENARIO,
    PART_STRATEGIES, /* list */
    PART_STRATEGY,
    PART_SECTION,    /* fields, and what belongs to them: stages, rounds, the board's stage */
    PART_NESTED,     /* the fields below a dotted prefix: until, needs, people */
    PART_OFFERS,     /* such a mapping, or the list of what it says yes to */
    PART_STAGES,     /* list */
    PART_ROUNDS,     /* list */
    PART_VALUE,      /* of a field */
    PART_OTHER       /* whatever its own reader makes of it */
};

/* A place in a scenario where something may be written. */
struct slot {
    enum part part;
    enum section section;      /* SECTION, NESTED, OFFERS, VALUE */
    const char *prefix;        /* NESTED, OFFERS: a key that begins with 'until.' or the like; */
    size_t prefix_length;      /* only this much of it */
    const struct field *field; /* VALUE */
};

enum { GRAMMAR_KEYS_MAX = 64 };

/* Where the value of `key` stands inside a mapping at `slot`; false when no such key is legal. */
bool grammar_child(struct slot slot, const char *key, struct slot *child);

/* The legal keys of a mapping at `slot`, ending in NULL, for 'did you mean'. Dotted keys are cut
 * at the dot; the texts live in `words`. */
struct grammar_keys {
    const char *list[GRAMMAR_KEYS_MAX + 1];
    char words[GRAMMAR_KEYS_MAX][64];
};
void grammar_list(struct slot slot, struct grammar_keys *keys);

/* Where an item of a list at `slot` stands. Lists of named things only. */
struct grammar_item {
    struct slot slot;
    int most; /* items in the list */
    const char *noun;
};
struct grammar_item grammar_item(struct slot slot);

/* Whether `extends:`, or just a file's name, may stand here. */
bool grammar_refers(struct slot slot);

/* The folder where files for this slot usually are, or NULL. */
const char *grammar_folder(struct slot slot);

/* What is written at this slot, for complaints: 'a strategy', 'market', 'until'. */
void grammar_name(struct slot slot, char *name, size_t size);

/* The section in which a key is legal, for a key that was written elsewhere; NULL if none. */
const char *grammar_home(const char *key);

#endif
