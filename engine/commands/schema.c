#include "commands/schema.h"

#include "commands/schema_values.h"
#include "scenario/grammar.h"
#include "scenario/quantity.h"
#include "scenario/scenario.h"
#include "scenario/topics.h"

#include <string.h>

static const struct slot scenario_slot = {.part = PART_SCENARIO};
static const struct slot strategy_slot = {.part = PART_STRATEGY};

static void write_property(struct json *json, struct slot slot, const char *key);

/* What is said about a slot's mapping: its keys, no others. Leaves the object open. */
static void write_mapping(struct json *json, struct slot slot)
{
    struct grammar_keys keys;
    grammar_list(slot, &keys);
    json_text(json, "type", "object");
    json_boolean(json, "additionalProperties", false);
    json_open_object(json, "properties");
    for (int i = 0; keys.list[i]; i++)
        write_property(json, slot, keys.list[i]);
    json_close_object(json);
}

/* --- Fields --------------------------------------------------------------------------------- */

static void describe(struct json *json, const struct field *field)
{
    char text[600], low[64], high[64];
    if (field->unit == UNIT_WORD) {
        snprintf(text, sizeof text, "%s. Standard: %s", field->meaning, field->standard);
    } else {
        quantity_write(field->low, field->unit, low, sizeof low);
        quantity_write(field->high, field->unit, high, sizeof high);
        snprintf(text, sizeof text, "%s. %s, from %s to %s. Standard: %s", field->meaning,
                 quantity_expected(field->unit), low, high, field->standard);
    }
    json_text(json, "description", text);
}

static void write_words(struct json *json, const char *const *words)
{
    json_open_array(json, "enum");
    for (; *words; words++)
        json_text(json, NULL, *words);
    json_close_array(json);
}

static void write_field(struct json *json, const char *key, const struct field *field)
{
    char name[SCHEMA_VALUES_NAME_MAX], reference[64];
    json_open_object(json, key);
    describe(json, field);
    json_text(json, "default", field->standard);
    if (field->unit == UNIT_WORD) {
        write_words(json, field->words);
    } else {
        schema_values_name(field->unit, field->drawn, name);
        snprintf(reference, sizeof reference, "#/$defs/%s", name);
        json_text(json, "$ref", reference);
    }
    json_close_object(json);
}

/* [services, training], or {services: yes} over what is inherited. */
static void write_offers(struct json *json, const char *key, struct slot slot)
{
    struct grammar_keys keys;
    grammar_list(slot, &keys);
    json_open_object(json, key);
    json_text(json, "description", topics_find("offers")->meaning);
    json_open_array(json, "anyOf");
    json_open_object(json, NULL);
    json_text(json, "type", "array");
    json_integer(json, "minItems", 1);
    json_boolean(json, "uniqueItems", true);
    json_open_object(json, "items");
    write_words(json, keys.list);
    json_close_object(json);
    json_close_object(json);
    json_open_object(json, NULL);
    write_mapping(json, slot);
    json_close_object(json);
    json_close_array(json);
    json_close_object(json);
}

/* --- Around the fields ---------------------------------------------------------------------- */

static const char *definition_of(struct slot slot)
{
    return slot.part == PART_STRATEGY ? "strategy" : field_tables[slot.section].name;
}

static void write_file_name(struct json *json)
{
    json_open_object(json, NULL);
    json_text(json, "type", "string");
    json_text(json, "description", "the name of a file, without its .yaml");
    json_close_object(json);
}

static void write_section(struct json *json, const char *key, struct slot slot)
{
    json_open_object(json, key);
    json_text(json, "description", field_tables[slot.section].about);
    json_open_array(json, "anyOf");
    if (grammar_refers(slot))
        write_file_name(json);
    schema_values_refer(json, NULL, definition_of(slot));
    json_close_array(json);
    json_close_object(json);
}

/* A list of named things, or a mapping that changes some that are inherited. */
static void write_list(struct json *json, const char *key, struct slot slot)
{
    const struct grammar_item item = grammar_item(slot);
    json_open_object(json, key);
    json_text(json, "description", topics_find(key)->meaning);
    json_open_array(json, "anyOf");
    json_open_object(json, NULL);
    json_text(json, "type", "array");
    json_integer(json, "minItems", 1);
    json_integer(json, "maxItems", item.most);
    schema_values_refer(json, "items", definition_of(item.slot));
    json_close_object(json);
    json_open_object(json, NULL);
    json_text(json, "type", "object");
    json_integer(json, "minProperties", 1);
    schema_values_refer(json, "additionalProperties", definition_of(item.slot));
    json_close_object(json);
    json_close_array(json);
    json_close_object(json);
}

static void write_text(struct json *json, const char *key, const char *pattern)
{
    const struct topic *topic = topics_find(key);
    json_open_object(json, key);
    if (topic)
        json_text(json, "description", topic->meaning);
    json_text(json, "type", "string");
    if (pattern)
        json_text(json, "pattern", pattern);
    json_close_object(json);
}

static void write_described(struct json *json, const char *key, const char *definition)
{
    char reference[64];
    snprintf(reference, sizeof reference, "#/$defs/%s", definition);
    json_open_object(json, key);
    json_text(json, "description", topics_find(key)->meaning);
    json_text(json, "$ref", reference);
    json_close_object(json);
}

static void write_sampling(struct json *json)
{
    static const char *const words[] = {"monte-carlo", "latin-hypercube", "sobol", NULL};
    json_open_object(json, "sampling");
    json_text(json, "description", topics_find("sampling")->meaning);
    write_words(json, words);
    json_close_object(json);
}

static void write_seed(struct json *json)
{
    json_open_object(json, "seed");
    json_text(json, "description", topics_find("seed")->meaning);
    json_text(json, "type", "integer");
    json_integer(json, "minimum", 0);
    json_close_object(json);
}

/* Keys that have readers of their own. */
static void write_other(struct json *json, const char *key)
{
    if (strcmp(key, "start") == 0)
        write_text(json, key, "^[0-9]{4}-[0-9]{2}$");
    else if (strcmp(key, "horizon") == 0)
        write_described(json, key, "quantity-duration");
    else if (strcmp(key, "paths") == 0)
        write_described(json, key, "quantity-count");
    else if (strcmp(key, "seed") == 0)
        write_seed(json);
    else if (strcmp(key, "sampling") == 0)
        write_sampling(json);
    else if (strcmp(key, "events") == 0 || strcmp(key, "correlations") == 0)
        write_described(json, key, key);
    else
        write_text(json, key, NULL);
}

static void write_property(struct json *json, struct slot slot, const char *key)
{
    struct slot child;
    if (!grammar_child(slot, key, &child)) { /* 'extends' */
        write_text(json, key, NULL);
        return;
    }
    switch (child.part) {
    case PART_VALUE:
        write_field(json, key, child.field);
        break;
    case PART_NESTED:
        json_open_object(json, key);
        write_mapping(json, child);
        json_close_object(json);
        break;
    case PART_OFFERS:
        write_offers(json, key, child);
        break;
    case PART_STRATEGIES:
    case PART_STAGES:
    case PART_ROUNDS:
        write_list(json, key, child);
        break;
    case PART_SECTION:
        write_section(json, key, child);
        break;
    default:
        write_other(json, key);
    }
}

/* --- The whole ------------------------------------------------------------------------------ */

static void define_events(struct json *json)
{
    json_open_object(json, "events");
    json_text(json, "type", "array");
    json_integer(json, "maxItems", EVENTS_MAX);
    json_open_object(json, "items");
    json_text(json, "type", "object");
    json_boolean(json, "additionalProperties", false);
    json_open_object(json, "properties");
    write_text(json, "at", "^([0-9]{4}-[0-9]{2}|[0-9]+ *(months?|years?))$");
    schema_values_refer(json, "for", "quantity-duration");
    json_open_object(json, "set");
    json_text(json, "type", "object");
    json_close_object(json);
    json_open_object(json, "times");
    json_text(json, "type", "object");
    schema_values_refer(json, "additionalProperties", "quantity-multiple");
    json_close_object(json);
    write_text(json, "label", NULL);
    write_text(json, "enter_stage", NULL);
    json_close_object(json);
    json_close_object(json);
    json_close_object(json);
}

static void define_correlations(struct json *json)
{
    json_open_object(json, "correlations");
    json_text(json, "type", "array");
    json_open_object(json, "items");
    json_text(json, "type", "object");
    json_boolean(json, "additionalProperties", false);
    json_open_object(json, "properties");
    json_open_object(json, "between");
    json_text(json, "type", "array");
    json_integer(json, "minItems", 2);
    json_integer(json, "maxItems", 2);
    json_open_object(json, "items");
    json_text(json, "type", "string");
    json_close_object(json);
    json_close_object(json);
    schema_values_refer(json, "rank", "quantity-share");
    json_close_object(json);
    json_close_object(json);
    json_close_object(json);
}

static void define(struct json *json, const char *name, const char *about, struct slot slot)
{
    json_open_object(json, name);
    json_text(json, "description", about);
    write_mapping(json, slot);
    json_close_object(json);
}

static void define_all(struct json *json)
{
    define(json, "scenario", "A scenario.", scenario_slot);
    define(json, "strategy", "One of the strategies that are compared.", strategy_slot);
    for (int section = 0; section < SECTIONS; section++)
        define(json, field_tables[section].name, field_tables[section].about,
               (struct slot){.part = PART_SECTION, .section = (enum section)section});
    define_correlations(json);
    define_events(json);
    schema_values_define(json);
}

static bool is_part(const char *name)
{
    for (int section = 0; section < SECTIONS; section++)
        if (strcmp(name, field_tables[section].name) == 0)
            return true;
    return strcmp(name, "scenario") == 0 || strcmp(name, "strategy") == 0;
}

bool schema_write(const char *part, FILE *out)
{
    if (!is_part(part))
        return false;
    char title[64], reference[64];
    snprintf(title, sizeof title, "playbook %s", part);
    snprintf(reference, sizeof reference, "#/$defs/%s", part);
    struct json json;
    json_begin(&json, out);
    json_text(&json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    json_text(&json, "title", title);
    json_text(&json, "$ref", reference);
    json_open_object(&json, "$defs");
    define_all(&json);
    json_close_object(&json);
    json_end(&json);
    return true;
}
