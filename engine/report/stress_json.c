#include "report/stress_json.h"

#include "report/json.h"

static void write_figure(struct json *json, const char *key, struct figure figure)
{
    json_open_object(json, key);
    json_number(json, "value", figure.value);
    json_number(json, "error", figure.error);
    json_close_object(json);
}

static void write_paired(struct json *json, const char *key, const struct paired *paired)
{
    json_open_object(json, key);
    json_number(json, "value", paired->value);
    json_number(json, "error", paired->error);
    json_number(json, "low", paired->low);
    json_number(json, "high", paired->high);
    json_boolean(json, "clear", paired_is_clear(paired));
    json_integer(json, "worlds", paired->worlds);
    json_close_object(json);
}

static const char *name_of(const struct stress *stress, int k)
{
    return stress->scenario->strategy[stress->strategy[k]].name;
}

static void write_bases(struct json *json, const struct stress *stress)
{
    json_open_array(json, "without");
    for (int k = 0; k < stress->strategies; k++) {
        json_open_object(json, NULL);
        json_text(json, "strategy", name_of(stress, k));
        write_figure(json, "measure", stress->base[k].measure);
        write_figure(json, "mean", stress->base[k].mean);
        write_figure(json, "median", stress->base[k].median);
        write_figure(json, "nothing", stress->base[k].nothing);
        write_figure(json, "closed", stress->base[k].closed);
        json_close_object(json);
    }
    json_close_array(json);
}

static void write_effect(struct json *json, const struct stress *stress, int k, const struct stress_effect *effect)
{
    json_open_object(json, NULL);
    json_text(json, "strategy", name_of(stress, k));
    write_paired(json, "kept", &effect->kept);
    write_paired(json, "measure", &effect->measure);
    write_paired(json, "mean", &effect->mean);
    write_paired(json, "median", &effect->median);
    write_paired(json, "nothing", &effect->nothing);
    write_paired(json, "closed", &effect->closed);
    json_close_object(json);
}

static void write_row(struct json *json, const struct stress *stress, const struct stress_row *row)
{
    json_open_object(json, NULL);
    json_text(json, "shock", row->shock ? row->shock->title : NULL);
    if (row->shock) {
        json_text(json, "means", row->shock->means);
        json_integer(json, "first_month", row->shock->first_month + 1);
        json_integer(json, "months", row->shock->months);
    }
    json_text(json, "bears_best", row->best < 0 ? NULL : name_of(stress, row->best));
    json_open_array(json, "strategies");
    for (int k = 0; k < stress->strategies; k++)
        write_effect(json, stress, k, &row->effect[k]);
    json_close_array(json);
    json_close_object(json);
}

void stress_json_write(const struct stress *stress, FILE *out)
{
    struct json json;
    json_begin(&json, out);
    json_text(&json, "version", stress->version);
    json_text(&json, "scenario", stress->scenario->name);
    json_text(&json, "measure", stress->measure.name);
    json_boolean(&json, "kept_in_points", stress->is_share);
    json_natural(&json, "seed", stress->seed);
    json_integer(&json, "paths", stress->paths);
    write_bases(&json, stress);
    json_open_array(&json, "shocks");
    for (int r = 0; r < stress->rows; r++)
        write_row(&json, stress, &stress->row[r]);
    json_close_array(&json);
    json_end(&json);
}
