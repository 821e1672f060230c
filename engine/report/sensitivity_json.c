#include "report/sensitivity_json.h"

#include "report/json.h"
#include "report/sensitivity_table.h"

#include <inttypes.h>

static void write_estimate(struct json *json, const char *key, struct sobol_estimate estimate)
{
    json_open_object(json, key);
    json_number(json, "value", estimate.value);
    json_number(json, "low", estimate.low);
    json_number(json, "high", estimate.high);
    json_close_object(json);
}

static void write_question(struct json *json, const struct sensitivity *sensitivity)
{
    const struct sensitivity_question *question = &sensitivity->question;
    const struct scenario *scenario = sensitivity->scenario;
    char of[SENSITIVITY_NAME_MAX], hash[24];
    sensitivity_table_measure(sensitivity, of);
    snprintf(hash, sizeof hash, "%016" PRIx64, scenario->hash);
    json_text(json, "scenario", scenario->name);
    json_text(json, "hash", hash);
    json_text(json, "version", PLAYBOOK_VERSION);
    json_natural(json, "seed", question->seed);
    json_integer(json, "worlds", question->paths);
    json_integer(json, "tornado_worlds", sensitivity->swings);
    json_integer(json, "sobol_rows", sensitivity->rows);
    json_text(json, "of", of);
    json_text(json, "strategy", scenario->strategy[question->strategy].name);
    json_text(json, "against", question->against < 0 ? NULL : scenario->strategy[question->against].name);
    json_text(json, "scale", question->dollars ? "dollars" : "rank");
    json_text(json, "over", observable_table[question->over].key);
    json_figure(json, "mean", sensitivity->mean);
    json_number(json, "highest_share", sensitivity->share[TARGET_HIGHEST]);
    json_number(json, "closed_share", sensitivity->share[TARGET_CLOSED]);
}

static void write_factor(struct json *json, const struct sensitivity *sensitivity, int f)
{
    static const char *const targets[TARGETS] = {"highest", "closed"};
    static const char *const places[TARGETS] = {"place_in_highest", "place_in_closed"};
    const struct factor *factor = &sensitivity->factors.factor[f];
    const struct sensitivity_factor *each = &sensitivity->each[f];
    char key[SENSITIVITY_NAME_MAX];
    sensitivity_table_factor(factor, key);
    json_open_object(json, NULL);
    json_text(json, "key", key);
    json_text(json, "decided_by", factor->field->owner == LEVER ? "lever" : "uncertainty");
    json_number(json, "low", each->low[0]);
    json_number(json, "high", each->high[0]);
    if (sensitivity->question.against >= 0) {
        json_number(json, "low_against", each->low[1]);
        json_number(json, "high_against", each->high[1]);
    }
    json_figure(json, "mean_at_low", each->bar.low);
    json_figure(json, "mean_at_high", each->bar.high);
    json_figure(json, "swing", each->bar.swing);
    json_number(json, "width", each->bar.width);
    json_boolean(json, "clear", each->bar.clear);
    json_figure(json, "first", each->first);
    for (int t = 0; t < TARGETS; t++) {
        json_figure(json, targets[t], each->target[t]);
        json_number(json, places[t], each->place[t]);
    }
    json_open_array(json, "over");
    for (int y = 0; y < sensitivity->years; y++) {
        json_open_object(json, NULL);
        json_integer(json, "year", sensitivity->year[y]);
        json_number(json, "value", each->over[y].value);
        json_number(json, "error", each->over[y].error);
        json_close_object(json);
    }
    json_close_array(json);
    json_close_object(json);
}

void sensitivity_json_write(const struct sensitivity *sensitivity, FILE *out)
{
    struct json json;
    json_begin(&json, out);
    write_question(&json, sensitivity);
    json_open_array(&json, "assumptions");
    for (int f = 0; f < sensitivity->factors.count; f++)
        write_factor(&json, sensitivity, f);
    json_close_array(&json);
    json_open_array(&json, "sobol");
    for (int p = 0; p <= sensitivity->factors.groups && sensitivity->spread; p++) {
        char name[SENSITIVITY_NAME_MAX];
        sensitivity_table_parameter(sensitivity, p, name);
        json_open_object(&json, NULL);
        json_text(&json, "parameter", name);
        write_estimate(&json, "first", sensitivity->sobol[p].first);
        write_estimate(&json, "total", sensitivity->sobol[p].total);
        json_close_object(&json);
    }
    json_close_array(&json);
    json_end(&json);
}
