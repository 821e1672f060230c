/* The part of the JSON schema that says how numbers are written. */
#ifndef COMMANDS_SCHEMA_VALUES_H
#define COMMANDS_SCHEMA_VALUES_H

#include "model/field.h"
#include "report/json.h"

enum { SCHEMA_VALUES_NAME_MAX = 32 };

/* Adds {"$ref": "#/$defs/<name>"} under the key. */
void schema_values_refer(struct json *json, const char *key, const char *name);

/* Adds to an open '$defs' what the names below refer to. */
void schema_values_define(struct json *json);

/* Name of the definition of a constant in this unit. */
void schema_values_constant(enum unit unit, char name[SCHEMA_VALUES_NAME_MAX]);

/* Name of the definition of everything that may be written as a value. Not for words. */
void schema_values_name(enum unit unit, enum drawn drawn, char name[SCHEMA_VALUES_NAME_MAX]);

#endif
