#include "report/terms_json.h"

#include "report/json.h"

static void write_plan(struct json *json, const struct terms_plan *plan)
{
    json_open_object(json, "plan");
    json_figure(json, "certain", plan->certain);
    json_figure(json, "nothing", plan->nothing);
    json_figure(json, "median", plan->median);
    json_figure(json, "mean", plan->mean);
    json_figure(json, "multiple", plan->multiple);
    json_figure(json, "loss_ratio", plan->loss_ratio);
    json_close_object(json);
}

static void write_effect(struct json *json, const struct terms_effect *effect)
{
    bool applies = effect->why_not[0] == '\0';
    json_open_object(json, NULL);
    json_text(json, "term", effect->term->title);
    json_text(json, "against", effect->term->against);
    json_text(json, "means", effect->term->means);
    json_boolean(json, "applies", applies);
    if (!applies) {
        json_text(json, "why_not", effect->why_not);
    } else {
        json_boolean(json, "in_plan", effect->in_plan);
        json_paired(json, "certain", &effect->certain);
        json_paired(json, "nothing", &effect->nothing);
        json_paired(json, "median", &effect->median);
        json_paired(json, "mean", &effect->mean);
        json_paired(json, "multiple", &effect->multiple);
        json_paired(json, "loss_ratio", &effect->loss_ratio);
    }
    json_close_object(json);
}

void terms_json_write(const struct terms *terms, FILE *out)
{
    struct json json;
    json_begin(&json, out);
    json_text(&json, "version", terms->version);
    json_text(&json, "scenario", terms->scenario->name);
    json_text(&json, "strategy", terms->strategy);
    json_natural(&json, "seed", terms->seed);
    json_integer(&json, "paths", terms->paths);
    write_plan(&json, &terms->plan);
    json_open_array(&json, "terms");
    for (int e = 0; e < terms->count; e++)
        write_effect(&json, &terms->effect[e]);
    json_close_array(&json);
    json_end(&json);
}
