#include "report/warning_json.h"

#include "report/json.h"
#include "report/warning_words.h"
#include "scenario/quantity.h"

static const char *const states[] = {
    [SCREENING_TRIED] = "tried", [SCREENING_CONSTANT] = "constant", [SCREENING_UNKNOWN] = "unknown"};

static void write_share(struct json *json, const char *key, const struct proportion *proportion)
{
    json_open_object(json, key);
    json_integer(json, "count", proportion->count);
    json_integer(json, "of", proportion->all);
    json_number(json, "value", proportion->value);
    json_number(json, "low", proportion->low);
    json_number(json, "high", proportion->high);
    json_close_object(json);
}

static void write_rule(struct json *json, const struct warning *warning, enum warning_event event,
                       const struct screening *screening, const struct screening_row *row)
{
    char text[WARNING_WORDS_SIZE];
    json_text(json, "warns", row->low_warns ? "low" : "high");
    json_number(json, "threshold", row->threshold);
    json_boolean(json, "threshold_included", row->nothing && row->low_warns);
    json_open_object(json, "auc");
    json_number(json, "value", row->area);
    json_number(json, "error", row->held.error);
    json_number(json, "low", row->low);
    json_number(json, "high", row->high);
    json_number(json, "learned", row->area_learned);
    json_close_object(json);
    json_number(json, "chance", row->chance);
    json_number(json, "corrected", row->corrected);
    json_number(json, "youden", row->youden.value);
    json_number(json, "youden_error", row->youden.error);
    json_number(json, "youden_learned", row->youden_learned);
    write_share(json, "precision", &row->struck);
    write_share(json, "sensitivity", &row->caught);
    write_share(json, "false_alarms", &row->alarmed);
    json_boolean(json, "clear", row->clear);
    json_boolean(json, "claimed", row->claimed);
    if (row->claimed)
        warning_words_claim(warning, event, screening, row, text, sizeof text);
    json_text(json, "claim", row->claimed ? text : NULL);
}

static void write_pair(struct json *json, const struct warning *warning, enum warning_event event,
                       const struct warning_strategy *of)
{
    char text[WARNING_WORDS_SIZE];
    const struct pairing *pairing = &of->pairing[event];
    if (!pairing->tried) {
        json_text(json, "pair", NULL);
        return;
    }
    json_open_object(json, "pair");
    json_text(json, "joined", pairing->both ? "and" : "or");
    json_open_array(json, "signs");
    for (int i = 0; i < 2; i++) {
        const struct screening_row *sign = &pairing->sign[i];
        json_open_object(json, NULL);
        json_text(json, "key", warning->indicators.item[sign->number].key);
        json_text(json, "warns", sign->low_warns ? "low" : "high");
        json_number(json, "threshold", sign->threshold);
        json_boolean(json, "threshold_included", sign->nothing && sign->low_warns);
        json_close_object(json);
    }
    json_close_array(json);
    json_number(json, "youden", pairing->youden.value);
    json_number(json, "youden_error", pairing->youden.error);
    json_number(json, "youden_learned", pairing->youden_learned);
    json_number(json, "gain", pairing->gain.value);
    json_number(json, "gain_error", pairing->gain.error);
    write_share(json, "precision", &pairing->struck);
    write_share(json, "sensitivity", &pairing->caught);
    write_share(json, "false_alarms", &pairing->alarmed);
    json_boolean(json, "better", pairing->better);
    if (pairing->better)
        warning_words_pair(warning, event, &of->event[event], pairing, text, sizeof text);
    json_text(json, "claim", pairing->better ? text : NULL);
    json_close_object(json);
}

static void write_event(struct json *json, const struct warning *warning, enum warning_event event,
                        const struct warning_strategy *of)
{
    char text[WARNING_WORDS_SIZE];
    const struct screening *screening = &of->event[event];
    warning_words_happens(warning, event, text, sizeof text);
    json_open_object(json, warning_words_event[event]);
    json_text(json, "means", text);
    json_integer(json, "learned_from", screening->cases[0]);
    json_integer(json, "learned_events", screening->events[0]);
    write_share(json, "held_out", &screening->base);
    json_boolean(json, "enough", screening->enough);
    json_integer(json, "claims", screening->claims);
    json_open_array(json, "figures");
    for (int r = 0; r < screening->rows; r++) {
        const struct screening_row *row = &screening->row[r];
        const struct indicator *item = &warning->indicators.item[row->number];
        json_open_object(json, NULL);
        json_text(json, "key", item->key);
        json_text(json, "meaning", item->meaning);
        json_text(json, "unit", quantity_unit(item->unit));
        json_text(json, "state", states[row->state]);
        if (row->state == SCREENING_TRIED)
            write_rule(json, warning, event, screening, row);
        json_close_object(json);
    }
    json_close_array(json);
    write_pair(json, warning, event, of);
    json_close_object(json);
}

void warning_json_write(const struct warning *warning, FILE *out)
{
    struct json json;
    json_begin(&json, out);
    json_text(&json, "version", warning->version);
    json_text(&json, "scenario", warning->scenario->name);
    json_integer(&json, "at", warning->at);
    json_integer(&json, "by", warning->by);
    json_natural(&json, "seed", warning->seed);
    json_integer(&json, "paths", warning->paths);
    json_number(&json, "level", screening_level);
    json_open_array(&json, "strategies");
    for (int k = 0; k < warning->strategies; k++) {
        const struct warning_strategy *of = &warning->strategy[k];
        json_open_object(&json, NULL);
        json_text(&json, "strategy", warning->scenario->strategy[of->strategy].name);
        json_integer(&json, "going", of->going);
        for (int e = 0; e < WARNING_EVENTS; e++)
            write_event(&json, warning, (enum warning_event)e, of);
        json_close_object(&json);
    }
    json_close_array(&json);
    json_end(&json);
}
