#include "commands/schema_values.h"

#include "scenario/quantity.h"

#include <string.h>

#define NUMBER "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?[kMB]?"
#define PERIOD "(per |/)(month|year)"

/* How a unit is written: before the number, after it, whether that may be left out, and how much of it an
 * interval's other end may have. */
static const struct spelling {
    const char *name, *before, *after;
    bool bare;
    const char *partly;
} spellings[] = {
    [UNIT_COUNT] = {"count", "", "", true, NULL},
    [UNIT_SHARE] = {"share", "", " *%", true, NULL},
    [UNIT_DOLLARS] = {"dollars", "\\$", "", false, NULL},
    [UNIT_DOLLARS_MONTH] = {"dollars-over-time", "\\$", " *" PERIOD, false, NULL},
    [UNIT_MONTHS] = {"duration", "", " *(months?|years?)", false, NULL},
    [UNIT_RATE] = {"rate", "", " *%? *" PERIOD, false, "| *%"},
    [UNIT_PEOPLE] = {"people", "", " *(people|person)", true, NULL},
    [UNIT_MULTIPLE] = {"multiple", "", " *x", true, NULL},
    [UNIT_NUMBER] = {"number", "", "", true, NULL},
};

/* A parameter of a distribution; `plain` ones are numbers whatever the unit. */
struct parameter {
    const char *shape, *name;
    bool plain;
};

static const struct parameter parameters[] = {
    {"normal", "mean", false},     {"normal", "sd", false},
    {"lognormal", "median", false}, {"lognormal", "mean", false},
    {"lognormal", "sd_log", true}, {"lognormal", "sd", false},
    {"lognormal", "p5", false},    {"lognormal", "p95", false},
    {"lognormal", "p10", false},   {"lognormal", "p90", false},
    {"triangular", "low", false},  {"triangular", "mode", false},
    {"triangular", "high", false}, {"pert", "low", false},
    {"pert", "mode", false},       {"pert", "high", false},
    {"beta", "alpha", true},       {"beta", "beta", true},
    {"beta", "low", false},        {"beta", "high", false},
    {"gamma", "shape", true},      {"gamma", "scale", false},
    {"gamma", "mean", false},      {"gamma", "sd", false},
    {"poisson", "mean", false},
};
enum { PARAMETERS = sizeof parameters / sizeof *parameters };

void schema_values_constant(enum unit unit, char name[SCHEMA_VALUES_NAME_MAX])
{
    snprintf(name, SCHEMA_VALUES_NAME_MAX, "quantity-%s", spellings[unit].name);
}

void schema_values_name(enum unit unit, enum drawn drawn, char name[SCHEMA_VALUES_NAME_MAX])
{
    static const char *const kinds[] = {
        [DRAWN_NEVER] = "quantity", [DRAWN_PATH] = "uncertain", [DRAWN_MONTH] = "noisy"};
    snprintf(name, SCHEMA_VALUES_NAME_MAX, "%s-%s", kinds[drawn], spellings[unit].name);
}

void schema_values_refer(struct json *json, const char *key, const char *name)
{
    char path[64];
    snprintf(path, sizeof path, "#/$defs/%s", name);
    json_open_object(json, key);
    json_text(json, "$ref", path);
    json_close_object(json);
}

static void define_constant(struct json *json, enum unit unit)
{
    const struct spelling *spelling = &spellings[unit];
    char pattern[256];
    const char *optional = spelling->bare && *spelling->after ? "?" : "";
    snprintf(pattern, sizeof pattern, "^%s" NUMBER "%s%s%s%s$", spelling->before,
             *optional ? "(" : "", spelling->after, *optional ? ")" : "", optional);
    char name[SCHEMA_VALUES_NAME_MAX];
    schema_values_constant(unit, name);
    json_open_object(json, name);
    json_text(json, "description", quantity_expected(unit));
    json_open_array(json, "anyOf");
    if (spelling->bare) {
        json_open_object(json, NULL);
        json_text(json, "type", "number");
        json_close_object(json);
    }
    json_open_object(json, NULL);
    json_text(json, "type", "string");
    json_text(json, "pattern", pattern);
    json_close_object(json);
    json_close_array(json);
    json_close_object(json);
}

/* 'a to b'; a unit that one end has holds for both, so each may lack it. */
static void write_interval(struct json *json, const struct spelling *spelling)
{
    char end[256], pattern[520];
    snprintf(end, sizeof end, "%s%s" NUMBER "(%s%s)?", spelling->before,
             *spelling->before ? "?" : "", spelling->after, spelling->partly ? spelling->partly : "");
    snprintf(pattern, sizeof pattern, "^%s to %s$", end, end);
    json_open_object(json, NULL);
    json_text(json, "type", "string");
    json_text(json, "pattern", pattern);
    json_text(json, "description", "a 90% interval");
    json_close_object(json);
}

static void write_pair(struct json *json, const char *key, const char *unit)
{
    json_open_object(json, key);
    json_text(json, "type", "array");
    json_integer(json, "minItems", 2);
    json_integer(json, "maxItems", 2);
    schema_values_refer(json, "items", unit);
    json_close_object(json);
}

static void write_pair_or_ends(struct json *json, const char *key, const char *unit)
{
    json_open_object(json, key);
    json_open_array(json, "anyOf");
    write_pair(json, NULL, unit);
    json_open_object(json, NULL);
    json_text(json, "type", "object");
    json_boolean(json, "additionalProperties", false);
    json_open_object(json, "properties");
    schema_values_refer(json, "low", unit);
    schema_values_refer(json, "high", unit);
    json_close_object(json);
    json_close_object(json);
    json_close_array(json);
    json_close_object(json);
}

static void write_shape(struct json *json, const char *shape, const char *unit)
{
    json_open_object(json, shape);
    json_text(json, "type", "object");
    json_boolean(json, "additionalProperties", false);
    json_open_object(json, "properties");
    for (int i = 0; i < PARAMETERS; i++)
        if (strcmp(parameters[i].shape, shape) == 0)
            schema_values_refer(json, parameters[i].name,
                                parameters[i].plain ? "quantity-number" : unit);
    json_close_object(json);
    json_close_object(json);
}

/* {value: weight, ...}: the keys are quantities, which JSON schema could only match as text. */
static void write_table(struct json *json, const char *key, const char *unit)
{
    json_open_object(json, key);
    json_text(json, "type", "object");
    json_integer(json, "minProperties", 2);
    schema_values_refer(json, "additionalProperties", unit);
    json_close_object(json);
}

static void write_choice(struct json *json, const char *unit)
{
    json_open_object(json, "choice");
    json_open_array(json, "anyOf");
    write_table(json, NULL, "quantity-share");
    json_open_object(json, NULL);
    json_text(json, "type", "array");
    json_integer(json, "minItems", 2);
    json_open_object(json, "items");
    json_text(json, "type", "object");
    json_boolean(json, "additionalProperties", false);
    json_open_object(json, "properties");
    schema_values_refer(json, "value", unit);
    schema_values_refer(json, "weight", "quantity-share");
    json_close_object(json);
    json_close_object(json);
    json_close_object(json);
    json_close_array(json);
    json_close_object(json);
}

static void write_data(struct json *json)
{
    json_open_object(json, "data");
    json_text(json, "description", "a file with a value a line, or a list of values");
    json_open_array(json, "type");
    json_text(json, NULL, "string");
    json_text(json, NULL, "array");
    json_close_array(json);
    json_close_object(json);
}

static void write_distribution(struct json *json, enum unit unit)
{
    char name[SCHEMA_VALUES_NAME_MAX];
    schema_values_constant(unit, name);
    json_open_object(json, NULL);
    json_text(json, "type", "object");
    json_boolean(json, "additionalProperties", false);
    json_integer(json, "minProperties", 1);
    json_integer(json, "maxProperties", 2);
    json_open_object(json, "properties");
    for (int i = 0; i < PARAMETERS; i++)
        if (i == 0 || strcmp(parameters[i].shape, parameters[i - 1].shape) != 0)
            write_shape(json, parameters[i].shape, name);
    write_pair_or_ends(json, "uniform", name);
    write_choice(json, name);
    write_table(json, "quantiles", name);
    write_data(json);
    write_pair_or_ends(json, "truncate", name);
    json_close_object(json);
    json_close_object(json);
}

static void write_lognormal(struct json *json, enum unit unit)
{
    char name[SCHEMA_VALUES_NAME_MAX];
    schema_values_constant(unit, name);
    json_open_object(json, NULL);
    json_text(json, "type", "object");
    json_boolean(json, "additionalProperties", false);
    json_open_object(json, "properties");
    write_shape(json, "lognormal", name);
    json_close_object(json);
    json_close_object(json);
}

static void define_value(struct json *json, enum unit unit, enum drawn drawn)
{
    char name[SCHEMA_VALUES_NAME_MAX], constant[SCHEMA_VALUES_NAME_MAX];
    schema_values_name(unit, drawn, name);
    schema_values_constant(unit, constant);
    json_open_object(json, name);
    json_open_array(json, "anyOf");
    schema_values_refer(json, NULL, constant);
    write_interval(json, &spellings[unit]);
    if (drawn == DRAWN_MONTH)
        write_lognormal(json, unit);
    else
        write_distribution(json, unit);
    json_close_array(json);
    json_close_object(json);
}

static bool is_used(enum unit unit, enum drawn drawn)
{
    for (int section = 0; section < SECTIONS; section++)
        for (int row = 0; row < field_tables[section].count; row++) {
            const struct field *field = &field_tables[section].fields[row];
            if (field->unit == unit && field->drawn == drawn)
                return true;
        }
    return false;
}

void schema_values_define(struct json *json)
{
    for (int unit = 0; unit < UNIT_WORD; unit++) {
        define_constant(json, (enum unit)unit);
        if (is_used((enum unit)unit, DRAWN_PATH))
            define_value(json, (enum unit)unit, DRAWN_PATH);
        if (is_used((enum unit)unit, DRAWN_MONTH))
            define_value(json, (enum unit)unit, DRAWN_MONTH);
    }
}
