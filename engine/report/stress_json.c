#include "report/stress_json.h"

#include "report/json.h"

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
        json_figure(json, "measure", stress->base[k].measure);
        json_figure(json, "mean", stress->base[k].mean);
        json_figure(json, "median", stress->base[k].median);
        json_figure(json, "nothing", stress->base[k].nothing);
        json_figure(json, "closed", stress->base[k].closed);
        json_close_object(json);
    }
    json_close_array(json);
}

static void write_effect(struct json *json, const struct stress *stress, int k, const struct stress_effect *effect)
{
    json_open_object(json, NULL);
    json_text(json, "strategy", name_of(stress, k));
    json_paired(json, "kept", &effect->kept);
    json_paired(json, "measure", &effect->measure);
    json_paired(json, "mean", &effect->mean);
    json_paired(json, "median", &effect->median);
    json_paired(json, "nothing", &effect->nothing);
    json_paired(json, "closed", &effect->closed);
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
