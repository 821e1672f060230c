#include "report/ruin_json.h"

#include "report/json.h"
#include "report/ruin_words.h"

static void write_count(struct json *json, const char *key, const struct prim_count *count)
{
    json_open_object(json, key);
    json_integer(json, "worlds", count->cases);
    json_integer(json, "ruined", count->failures);
    json_integer(json, "inside", count->inside);
    json_integer(json, "inside_ruined", count->inside_failed);
    json_number(json, "coverage", prim_coverage(count));
    json_number(json, "density", prim_density(count));
    json_number(json, "mass", prim_mass(count));
    json_close_object(json);
}

void ruin_json_write(const struct ruin *ruin, FILE *out)
{
    struct json json;
    json_begin(&json, out);
    json_text(&json, "version", ruin->version);
    json_text(&json, "scenario", ruin->scenario->name);
    json_text(&json, "strategy", ruin->scenario->strategy[ruin->strategy].name);
    json_text(&json, "ruin", ruin_words_failure(ruin).text);
    json_natural(&json, "seed", ruin->seed);
    json_integer(&json, "paths", ruin->paths);
    json_integer(&json, "inputs", ruin->inputs);
    json_figure(&json, "rate", ruin->rate);
    json_boolean(&json, "survives", prim_survives(&ruin->box));
    json_number(&json, "excess", ruin->box.excess);
    json_open_array(&json, "box");
    for (int s = 0; s < ruin->box.sides; s++) {
        const struct ruin_side *side = &ruin->side[s];
        json_open_object(&json, NULL);
        json_text(&json, "key", side->key);
        json_number(&json, "low", side->low);
        json_number(&json, "high", side->high);
        json_number(&json, "below", side->below);
        json_number(&json, "upto", side->upto);
        json_number(&json, "significance", side->significance);
        json_boolean(&json, "coupled", side->coupled);
        json_close_object(&json);
    }
    json_close_array(&json);
    write_count(&json, "search", &ruin->box.search);
    write_count(&json, "held_out", &ruin->box.held_out);
    json_figure(&json, "density", ruin->density);
    json_figure(&json, "again", ruin->again);
    json_end(&json);
}
