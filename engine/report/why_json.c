#include "report/why_json.h"

#include "report/json.h"
#include "report/why_words.h"

#include <inttypes.h>

enum { HASH_SIZE = 17 };

static void write_account(struct json *json, const struct why_account *account, bool mechanisms)
{
    json_integer(json, "paths", account->paths);
    json_figure(json, "difference", account->difference);
    json_boolean(json, "clear", account->clear);
    if (mechanisms)
        json_figure(json, "without", account->rest);
    json_open_array(json, mechanisms ? "mechanisms" : "parts");
    for (int i = 0; i < account->count; i++) {
        const struct why_part *part = &account->part[i];
        json_open_object(json, NULL);
        json_text(json, "name", part->name);
        json_text(json, mechanisms ? "key" : "about", part->about);
        json_figure(json, "gain", part->gain);
        json_boolean(json, "clear", part->clear);
        json_figure(json, "first", part->first);
        json_figure(json, "last", part->last);
        json_close_object(json);
    }
    json_close_array(json);
}

void why_json_write(const struct why *why, FILE *out)
{
    char hash[HASH_SIZE];
    struct json json;
    snprintf(hash, sizeof hash, "%016" PRIx64, why->scenario->hash);
    json_begin(&json, out);
    json_text(&json, "scenario", why->scenario->name);
    json_text(&json, "hash", hash);
    json_text(&json, "version", PLAYBOOK_VERSION);
    json_natural(&json, "seed", why->seed);
    json_text(&json, "of", why->measure.name);
    json_open_array(&json, "strategies");
    for (int i = 0; i < 2; i++) {
        json_open_object(&json, NULL);
        json_text(&json, "name", why->scenario->strategy[why->strategy[i]].name);
        json_figure(&json, "mean", why->value[i]);
        json_figure(&json, "more", why->more[i]);
        json_close_object(&json);
    }
    json_close_array(&json);
    json_number(&json, "width", why->width);
    json_text(&json, "verdict", why_words_verdict(why, WHY_WORDS_PARTS).text);
    write_account(&json, &why->parts, false);
    if (why->asked_mechanisms) {
        json_open_object(&json, "without_mechanisms");
        write_account(&json, &why->mechanisms, true);
        json_close_object(&json);
    }
    json_end(&json);
}
