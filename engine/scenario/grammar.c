#include "scenario/grammar.h"

#include "model/parameters.h"
#include "scenario/scenario.h"

#include <stdio.h>
#include <string.h>

/* Keys that are not fields. */
static const struct rule {
    enum part part;
    enum section section; /* of the mapping, where it matters */
    const char *key;
    struct slot child;
} rules[] = {
    {PART_SCENARIO, 0, "scenario", {.part = PART_OTHER}},
    {PART_SCENARIO, 0, "description", {.part = PART_OTHER}},
    {PART_SCENARIO, 0, "start", {.part = PART_OTHER}},
    {PART_SCENARIO, 0, "horizon", {.part = PART_OTHER}},
    {PART_SCENARIO, 0, "paths", {.part = PART_OTHER}},
    {PART_SCENARIO, 0, "seed", {.part = PART_OTHER}},
    {PART_SCENARIO, 0, "sampling", {.part = PART_OTHER}},
    {PART_SCENARIO, 0, "market", {.part = PART_SECTION, .section = SECTION_MARKET}},
    {PART_SCENARIO, 0, "climate", {.part = PART_SECTION, .section = SECTION_CLIMATE}},
    {PART_SCENARIO, 0, "strategies", {.part = PART_STRATEGIES}},
    {PART_SCENARIO, 0, "correlations", {.part = PART_OTHER}},
    {PART_SCENARIO, 0, "events", {.part = PART_OTHER}},
    {PART_STRATEGY, 0, "name", {.part = PART_OTHER}},
    {PART_STRATEGY, 0, "playbook", {.part = PART_SECTION, .section = SECTION_PLAYBOOK}},
    {PART_STRATEGY, 0, "funding", {.part = PART_SECTION, .section = SECTION_FUNDING}},
    {PART_STRATEGY, 0, "board", {.part = PART_SECTION, .section = SECTION_BOARD}},
    {PART_STRATEGY, 0, "events", {.part = PART_OTHER}},
    {PART_SECTION, SECTION_PLAYBOOK, "stages", {.part = PART_STAGES}},
    {PART_SECTION, SECTION_FUNDING, "rounds", {.part = PART_ROUNDS}},
    {PART_SECTION, SECTION_BOARD, "stage", {.part = PART_SECTION, .section = SECTION_STAGE}},
    {PART_SECTION, SECTION_STAGE, "name", {.part = PART_OTHER}},
    {PART_SECTION, SECTION_ROUND, "name", {.part = PART_OTHER}},
};

/* Sections that a scenario sets beside market and climate. The first of them belong to the company,
 * and a strategy may set them anew; on the next two rests what the world does, too, and every
 * strategy must meet the same world; by the last, founders compare the strategies. */
static const enum section own_sections[] = {
    SECTION_COMPANY, SECTION_SALES,      SECTION_DELIVERY,  SECTION_PEOPLE,
    SECTION_EXIT,    SECTION_CAPABILITY, SECTION_COMMUNITY, SECTION_FOUNDER,
};
enum { OWN_SECTIONS = sizeof own_sections / sizeof *own_sections, OF_A_STRATEGY = 5 };

static bool has_fields(struct slot slot)
{
    return slot.part == PART_SECTION || slot.part == PART_NESTED || slot.part == PART_OFFERS;
}

static int count_own_sections(struct slot slot)
{
    if (slot.part == PART_SCENARIO)
        return OWN_SECTIONS;
    return slot.part == PART_STRATEGY ? OF_A_STRATEGY : 0;
}

static bool applies(const struct rule *rule, struct slot slot)
{
    return rule->part == slot.part &&
           (slot.part != PART_SECTION || rule->section == slot.section);
}

/* The part of a field's key that is legal directly below the slot: 'until.month' has 'until' in a
 * stage and 'month' below 'until'. Length 0 when the field is not below this slot. */
static size_t word_of(struct slot slot, const struct field *field, const char **word)
{
    if (slot.prefix_length > 0 && strncmp(field->key, slot.prefix, slot.prefix_length) != 0)
        return 0;
    *word = field->key + slot.prefix_length;
    return strcspn(*word, ".");
}

static bool field_child(struct slot slot, const char *key, struct slot *child)
{
    const struct field_table *table = &field_tables[slot.section];
    for (int row = 0; row < table->count; row++) {
        const struct field *field = &table->fields[row];
        const char *word = NULL;
        const size_t length = word_of(slot, field, &word);
        if (length == 0 || strlen(key) != length || memcmp(word, key, length) != 0)
            continue;
        *child = (struct slot){.part = PART_VALUE, .section = slot.section, .field = field};
        if (word[length] == '.') {
            child->prefix = field->key;
            child->prefix_length = (size_t)(word + length + 1 - field->key);
            child->part = strncmp(field->key, "offers.", 7) == 0 ? PART_OFFERS : PART_NESTED;
        }
        return true;
    }
    return false;
}

bool grammar_child(struct slot slot, const char *key, struct slot *child)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (applies(&rules[i], slot) && strcmp(rules[i].key, key) == 0) {
            *child = rules[i].child;
            return true;
        }
    for (int i = 0; i < count_own_sections(slot); i++)
        if (strcmp(field_tables[own_sections[i]].name, key) == 0) {
            *child = (struct slot){.part = PART_SECTION, .section = own_sections[i]};
            return true;
        }
    return has_fields(slot) && field_child(slot, key, child);
}

static void add_word(struct grammar_keys *keys, int *count, const char *word, size_t length)
{
    for (int i = 0; i < *count; i++)
        if (strlen(keys->words[i]) == length && memcmp(keys->words[i], word, length) == 0)
            return;
    if (*count == GRAMMAR_KEYS_MAX)
        return;
    snprintf(keys->words[*count], sizeof keys->words[*count], "%.*s", (int)length, word);
    keys->list[*count] = keys->words[*count];
    ++*count;
}

void grammar_list(struct slot slot, struct grammar_keys *keys)
{
    int count = 0;
    if (grammar_refers(slot))
        add_word(keys, &count, "extends", strlen("extends"));
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (applies(&rules[i], slot))
            add_word(keys, &count, rules[i].key, strlen(rules[i].key));
    for (int i = 0; i < count_own_sections(slot); i++) {
        const char *name = field_tables[own_sections[i]].name;
        add_word(keys, &count, name, strlen(name));
    }
    const struct field_table *table = &field_tables[slot.section];
    for (int row = 0; has_fields(slot) && row < table->count; row++) {
        const char *word = NULL;
        const size_t length = word_of(slot, &table->fields[row], &word);
        if (length > 0)
            add_word(keys, &count, word, length);
    }
    keys->list[count] = NULL;
}

struct grammar_item grammar_item(struct slot slot)
{
    if (slot.part == PART_STAGES)
        return (struct grammar_item){
            {.part = PART_SECTION, .section = SECTION_STAGE}, STAGES_MAX, "stage"};
    if (slot.part == PART_ROUNDS)
        return (struct grammar_item){
            {.part = PART_SECTION, .section = SECTION_ROUND}, ROUNDS_MAX, "round"};
    return (struct grammar_item){{.part = PART_STRATEGY}, STRATEGIES_MAX, "strategy"};
}

bool grammar_refers(struct slot slot)
{
    return count_own_sections(slot) ||
           (slot.part == PART_SECTION && slot.section != SECTION_STAGE &&
            slot.section != SECTION_ROUND);
}

const char *grammar_folder(struct slot slot)
{
    static const char *const folders[SECTIONS] = {
        [SECTION_MARKET] = "markets",     [SECTION_CLIMATE] = "climates",
        [SECTION_COMPANY] = "companies",  [SECTION_PLAYBOOK] = "playbooks",
        [SECTION_FUNDING] = "funding",    [SECTION_BOARD] = "boards",
    };
    return slot.part == PART_SECTION ? folders[slot.section] : NULL;
}

void grammar_name(struct slot slot, char *name, size_t size)
{
    const char *word = "this";
    int length = (int)size;
    switch (slot.part) {
    case PART_SCENARIO:
        word = "a scenario";
        break;
    case PART_STRATEGIES:
        word = "strategies";
        break;
    case PART_STRATEGY:
        word = "a strategy";
        break;
    case PART_STAGES:
        word = "stages";
        break;
    case PART_ROUNDS:
        word = "rounds";
        break;
    case PART_SECTION:
        word = field_tables[slot.section].name;
        break;
    case PART_OFFERS:
    case PART_NESTED:
        word = slot.prefix;
        length = (int)slot.prefix_length - 1;
        break;
    case PART_VALUE:
    case PART_OTHER:
        break;
    }
    snprintf(name, size, "%.*s", length, word);
}

const char *grammar_home(const char *key)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].child.part != PART_OTHER && strcmp(rules[i].key, key) == 0)
            return rules[i].part == PART_STRATEGY  ? "a strategy, as in strategies.1.playbook.openness"
                   : rules[i].part == PART_SECTION ? field_tables[rules[i].section].name
                                                   : NULL;
    for (int section = 0; section < SECTIONS; section++)
        for (int row = 0; row < field_tables[section].count; row++)
            if (strcmp(field_tables[section].fields[row].key, key) == 0)
                return field_tables[section].name;
    return NULL;
}
