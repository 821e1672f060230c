/* Writes JSON, indented, with the same bytes for the same numbers everywhere. */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include "analysis/paired.h"
#include "montecarlo/statistics.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct json {
    FILE *out;
    int depth;
    bool empty; /* nothing in the innermost object or array yet */
};

void json_begin(struct json *json, FILE *out); /* opens the outermost object */
void json_end(struct json *json);              /* and closes it */

/* `key` is NULL inside an array. */
void json_open_object(struct json *json, const char *key);
void json_close_object(struct json *json);
void json_open_array(struct json *json, const char *key);
void json_close_array(struct json *json);

void json_text(struct json *json, const char *key, const char *text); /* NULL: null */
void json_number(struct json *json, const char *key, double number);  /* ten digits; NaN: null */
void json_integer(struct json *json, const char *key, int64_t number);
void json_natural(struct json *json, const char *key, uint64_t number);
void json_boolean(struct json *json, const char *key, bool value);

/* An estimate with its error; a difference with its interval, too, and whether that is clear of zero. */
void json_figure(struct json *json, const char *key, struct figure figure);
void json_paired(struct json *json, const char *key, const struct paired *paired);

#endif
