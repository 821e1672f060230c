#include "report/optimum_json.h"

#include "report/json.h"
#include "report/optimum_words.h"
#include "scenario/quantity.h"

#include <inttypes.h>

enum { HASH_SIZE = 17 };

static void write_levers(struct json *json, const struct optimum_task *task)
{
    json_open_array(json, "levers");
    for (int l = 0; l < task->levers; l++) {
        json_open_object(json, NULL);
        json_text(json, "key", task->lever[l].name);
        json_text(json, "unit", quantity_unit(task->lever[l].key.field->unit));
        json_number(json, "low", task->lever[l].low);
        json_number(json, "high", task->lever[l].high);
        json_close_object(json);
    }
    json_close_array(json);
}

static void write_check(struct json *json, const char *key, const struct optimum *optimum,
                        const struct optimum_check *check)
{
    json_open_object(json, key);
    json_natural(json, "seed", check->seed);
    json_integer(json, "paths", check->paths);
    json_figure(json, "base", check->base);
    json_figure(json, "best", check->best);
    json_figure(json, "gain", check->gain);
    json_number(json, "nothing_base", check->ruin_base);
    json_number(json, "nothing_best", check->ruin_best);
    json_open_array(json, "limits");
    for (int l = 0; l < optimum->task.limits; l++) {
        json_open_object(json, NULL);
        json_text(json, "limit", optimum->task.limit[l].name);
        json_number(json, "most", optimum->task.limit[l].most);
        json_number(json, "base", check->limit_base[l]);
        json_number(json, "best", check->limit_best[l]);
        json_close_object(json);
    }
    json_close_array(json);
    json_close_object(json);
}

static void write_best(struct json *json, const struct optimum *optimum)
{
    json_open_array(json, "settings");
    for (int i = 0; i < optimum->plan.count; i++) {
        char text[LEVER_SETTING_SIZE];
        lever_setting(&optimum->plan, i, optimum->task.strategy, text);
        json_text(json, NULL, text);
    }
    json_close_array(json);
    write_check(json, "seen", optimum, &optimum->seen);
    write_check(json, "fresh", optimum, &optimum->fresh);
    json_boolean(json, "clear", optimum->clear);
    json_boolean(json, "keeps_limits", optimum->keeps_limits);
}

static void write_tries(struct json *json, const struct optimum *optimum)
{
    json_open_array(json, "tries");
    for (int t = 0; t < optimum->tried; t++) {
        const struct optimum_try *try = &optimum->try[t];
        json_open_object(json, NULL);
        json_open_array(json, "values");
        for (int l = 0; l < optimum->task.levers; l++)
            json_number(json, NULL, try->value[l]);
        json_close_array(json);
        json_number(json, "aim", try->aim);
        json_number(json, "nothing", try->ruin);
        json_number(json, "excess", try->excess);
        json_boolean(json, "efficient", try->efficient);
        json_close_object(json);
    }
    json_close_array(json);
}

void optimum_json_write(const struct optimum *optimum, FILE *out)
{
    const struct optimum_task *task = &optimum->task;
    char hash[HASH_SIZE];
    struct json json;
    snprintf(hash, sizeof hash, "%016" PRIx64, task->scenario->hash);
    json_begin(&json, out);
    json_text(&json, "scenario", task->scenario->name);
    json_text(&json, "hash", hash);
    json_text(&json, "version", PLAYBOOK_VERSION);
    json_natural(&json, "seed", task->seed);
    json_integer(&json, "paths", task->paths);
    json_text(&json, "strategy", task->scenario->strategy[task->strategy].name);
    json_text(&json, "maximise", task->objective.name);
    json_text(&json, "verdict", optimum_words_verdict(optimum).text);
    json_integer(&json, "refused", optimum->refused);
    json_integer(&json, "best", optimum->best);
    write_levers(&json, task);
    if (optimum->best > 0)
        write_best(&json, optimum);
    write_tries(&json, optimum);
    json_end(&json);
}
