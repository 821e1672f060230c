#include "report/phase_json.h"

#include "report/json.h"
#include "report/phase_words.h"
#include "scenario/quantity.h"

#include <inttypes.h>

enum { HASH_SIZE = 17 };

static void write_axis(struct json *json, const struct phase *phase, int a)
{
    const struct phase_axis *axis = &phase->axis[a];
    json_open_object(json, a == 0 ? "x" : "y");
    json_text(json, "key", axis->name);
    json_text(json, "unit", quantity_unit(axis->key.field->unit));
    json_number(json, "low", axis->low);
    json_number(json, "high", axis->high);
    json_boolean(json, "logarithmic", axis->logarithmic);
    json_number(json, "here", axis->here);
    json_close_object(json);
}

static void write_cell(struct json *json, const struct phase *phase, int x, int y)
{
    const struct phase_verdict verdict = phase_verdict(phase, x, y);
    json_open_object(json, NULL);
    json_number(json, "x", phase_value(phase, 0, x));
    json_number(json, "y", phase_value(phase, 1, y));
    json_integer(json, "best", phase->roster.strategy[verdict.best] + 1);
    json_integer(json, "second", phase->roster.strategy[verdict.second] + 1);
    json_number(json, "lead", verdict.lead.value);
    json_number(json, "error", verdict.lead.error);
    json_boolean(json, "resolved", verdict.resolved);
    json_integer(json, "worlds", phase->cell[y * phase->cells + x].worlds);
    json_close_object(json);
}

void phase_json_write(const struct phase *phase, FILE *out)
{
    static const char *const by[] = {"wins", "mean", "median"};
    char hash[HASH_SIZE];
    struct json json;
    snprintf(hash, sizeof hash, "%016" PRIx64, phase->scenario->hash);
    json_begin(&json, out);
    json_text(&json, "scenario", phase->scenario->name);
    json_text(&json, "hash", hash);
    json_text(&json, "version", PLAYBOOK_VERSION);
    json_natural(&json, "seed", phase->seed);
    json_integer(&json, "paths", phase->paths);
    json_integer(&json, "worlds", phase_worlds(phase));
    json_text(&json, "of", phase->contest.measure.name);
    json_text(&json, "by", by[phase->contest.by]);
    json_open_array(&json, "strategies");
    for (int i = 0; i < phase->roster.count; i++)
        json_text(&json, NULL, phase->scenario->strategy[phase->roster.strategy[i]].name);
    json_close_array(&json);
    json_text(&json, "whole", phase_words_whole(phase).text);
    json_text(&json, "here", phase_words_here(phase).text);
    write_axis(&json, phase, 0);
    write_axis(&json, phase, 1);
    json_integer(&json, "cells", phase->cells);
    json_open_array(&json, "cell");
    for (int y = 0; y < phase->cells; y++)
        for (int x = 0; x < phase->cells; x++)
            write_cell(&json, phase, x, y);
    json_close_array(&json);
    json_end(&json);
}
