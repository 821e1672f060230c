#include "report/flip_json.h"

#include "analysis/use.h"
#include "model/field.h"
#include "report/flip_words.h"
#include "report/json.h"
#include "scenario/key_name.h"
#include "scenario/quantity.h"

#include <inttypes.h>

enum { KEY_SIZE = 112, HASH_SIZE = 17 };

const char *flip_json_end(enum crossing_end end)
{
    static const char *const words[] = {[CROSSING_FOUND] = "found",     [CROSSING_NEVER] = "never",
                                        [CROSSING_UNCLEAR] = "unclear", [CROSSING_NOTHING] = "no effect",
                                        [CROSSING_FAILED] = "failed"};
    return words[end];
}

/* An end that lies beyond the scan is infinite, and so null. */
static void write_crossing(struct json *json, const struct crossing *crossing)
{
    json_text(json, "turns", flip_json_end(crossing->end));
    if (crossing->end != CROSSING_FOUND)
        return;
    json_text(json, "when", crossing->above ? "above" : "below");
    json_number(json, "value", crossing->x);
    json_number(json, "low", crossing->low);
    json_number(json, "high", crossing->high);
}

static void write_assumption(struct json *json, const struct flip *flip, int a)
{
    const struct flip_assumption *one = &flip->assumption[a];
    const struct field *field = flip_words_field(flip, a);
    const int alone = flip_words_alone(flip, a);
    char key[KEY_SIZE];
    snprintf(key, sizeof key, "%s", key_name(one->column).text);
    json_open_object(json, NULL);
    json_text(json, "key", key);
    json_text(json, "in", alone ? flip->scenario->strategy[alone - 1].name : NULL);
    json_text(json, "unit", quantity_unit(field->unit));
    json_text(json, "owner", field->owner == LEVER ? "company" : "world");
    json_boolean(json, "uncertain", one->uncertain);
    json_open_array(json, "median");
    json_number(json, NULL, one->base[0]);
    json_number(json, NULL, one->base[1]);
    json_close_array(json);
    json_number(json, "p5", one->p5);
    json_number(json, "p95", one->p95);
    json_number(json, "lowest_tried", one->low);
    json_number(json, "highest_tried", one->high);
    if (one->uncertain) {
        json_figure(json, "at_p5", one->at[0]);
        json_figure(json, "at_p95", one->at[1]);
    }
    write_crossing(json, &one->crossing);
    if (one->crossing.end == CROSSING_FOUND)
        json_number(json, "share_of_worlds_beyond", one->chance);
    json_close_object(json);
}

static void write_pair(struct json *json, const struct flip *flip, int p)
{
    const struct flip_pair *pair = &flip->pair[p];
    char key[KEY_SIZE];
    json_open_object(json, NULL);
    json_open_array(json, "keys");
    for (int w = 0; w < 2; w++) {
        flip_words_key(flip, pair->assumption[w], key, sizeof key);
        json_text(json, NULL, key);
    }
    json_close_array(json);
    json_text(json, "turns", flip_json_end(pair->crossing.end));
    if (pair->crossing.end == CROSSING_FOUND) {
        json_open_array(json, "values");
        json_number(json, NULL, pair->value[0]);
        json_number(json, NULL, pair->value[1]);
        json_close_array(json);
        json_number(json, "deviates", pair->crossing.x);
        json_number(json, "deviates_low", pair->crossing.low);
        json_number(json, "deviates_high", pair->crossing.high);
        json_number(json, "share_of_worlds_beyond", pair->tail);
    }
    json_close_object(json);
}

void flip_json_write(const struct flip *flip, FILE *out)
{
    static const char *const by[] = {"wins", "mean", "median"};
    char hash[HASH_SIZE];
    struct json json;
    snprintf(hash, sizeof hash, "%016" PRIx64, flip->scenario->hash);
    json_begin(&json, out);
    json_text(&json, "scenario", flip->scenario->name);
    json_text(&json, "hash", hash);
    json_text(&json, "version", PLAYBOOK_VERSION);
    json_natural(&json, "seed", flip->seed);
    json_integer(&json, "paths", flip->paths);
    json_text(&json, "of", flip->contest.measure.name);
    json_text(&json, "by", by[flip->contest.by]);
    json_open_array(&json, "strategies");
    for (int i = 0; i < 2; i++)
        json_text(&json, NULL, flip->scenario->strategy[flip->strategy[i]].name);
    json_close_array(&json);
    json_figure(&json, "difference", contest_figure(&flip->base));
    json_boolean(&json, "clear", flip->clear);
    json_text(&json, "verdict", flip_words_verdict(flip).text);
    json_open_array(&json, "assumptions");
    for (int a = 0; a < flip->count; a++)
        write_assumption(&json, flip, a);
    json_close_array(&json);
    json_open_array(&json, "pairs");
    for (int p = 0; p < flip->pairs; p++)
        write_pair(&json, flip, p);
    json_close_array(&json);
    json_end(&json);
}
