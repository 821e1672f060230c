#include "report/warning_pages.h"

#include "report/heading.h"
#include "report/layout.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/warning_tsv.h"
#include "report/warning_words.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { NAME_SIZE = 512, STEPS_MOST = 6 };

static const char *const dots_key[WARNING_EVENTS] = {"warning_death", "warning_exit"};
static const char *const tenths_key[WARNING_EVENTS] = {"tenths_death", "tenths_exit"};

static const char *name_of(const struct warning *warning, int k)
{
    return warning->scenario->strategy[warning->strategy[k].strategy].name;
}

/* The strategy with the best claim about an event, or -1. */
static int best_of(const struct warning *warning, enum warning_event event)
{
    int best = -1;
    double sure = 0.0;
    for (int k = 0; k < warning->strategies; k++) {
        const struct screening_row *row = screening_best(&warning->strategy[k].event[event]);
        if (row && screening_sure(row) > sure) {
            sure = screening_sure(row);
            best = k;
        }
    }
    return best;
}

int warning_pages_keys(const struct warning *warning, const char *keys[WARNING_PAGES])
{
    int count = 0;
    for (int e = 0; e < WARNING_EVENTS; e++) {
        bool any = false;
        for (int k = 0; k < warning->strategies; k++)
            any = any || (warning->strategy[k].event[e].rows > 0 &&
                          warning->strategy[k].event[e].row[0].state == SCREENING_TRIED);
        if (any)
            keys[count++] = dots_key[e];
        if (best_of(warning, (enum warning_event)e) >= 0)
            keys[count++] = tenths_key[e];
    }
    return count;
}

static void write_source(const struct warning *warning, char *source, size_t size)
{
    char name[NAME_SIZE];
    lettering_shorten(name, sizeof name, warning->scenario->name, 24);
    snprintf(source, size, "%s · seed %" PRIu64 " · %s worlds, half of them held out · playbook %s", name, warning->seed,
             words_count(warning->paths).text, warning->version);
}

/* --- Dots ----------------------------------------------------------------------------------- */

static void caption_dots(const struct warning *warning, enum warning_event event, struct caption *caption)
{
    char happens[160], sign[120], name[NAME_SIZE];
    const int k = best_of(warning, event);
    warning_words_happens(warning, event, happens, sizeof happens);
    caption->strategy = warning->strategy[k >= 0 ? k : 0].strategy;
    lettering_shorten(name, sizeof name, name_of(warning, k >= 0 ? k : 0), 20);
    if (k >= 0) {
        const struct screening *screening = &warning->strategy[k].event[event];
        const struct screening_row *row = screening_best(screening);
        warning_words_sign(warning, row, sign, sizeof sign);
        snprintf(caption->title, sizeof caption->title,
                 "‘%.160s’: %s at month %d, and %s are %s; of all %s", name, sign, warning->at,
                 words_percent(row->struck.value).text, happens, words_percent(screening->base.value).text);
    } else {
        snprintf(caption->title, sizeof caption->title, "No figure of month %d clearly tells who will be %s", warning->at,
                 happens);
    }
    snprintf(caption->subtitle, sizeof caption->subtitle,
             "How well figures of month %d tell who will be %s: 0.5 tells nothing, 1 all. Lines: 95%% "
             "intervals; hollow: not claimed",
             warning->at, happens);
    snprintf(caption->note, sizeof caption->note,
             "signs are learned from the other half · of those: share of who has the sign; caught: of those it happens to, who "
             "had it; false alarms: of the others · claimed: clear after Holm’s correction · a sign need not be a cause");
}

static void write_line(const struct warning *warning, enum warning_event event, int k, int r, FILE *meta)
{
    const char *key = dots_key[event];
    const struct screening_row *row = &warning->strategy[k].event[event].row[r];
    const int place = warning_tsv_place(warning, k, event, r);
    if (place == 0 || row->state != SCREENING_TRIED)
        return;
    meta_text(meta, warning->indicators.item[row->number].label, "%s_name_%d", key, place);
    meta_text(meta, row->claimed ? warning_words_rule(warning, row).text : "not claimed", "%s_rule_%d", key, place);
    meta_text(meta, row->claimed ? warning_words_share(&row->struck).text : "", "%s_struck_%d", key, place);
    meta_text(meta, row->claimed ? words_percent(row->caught.value).text : "", "%s_caught_%d", key, place);
    meta_text(meta, row->claimed ? words_percent(row->alarmed.value).text : "", "%s_alarmed_%d", key, place);
    meta_number(meta, 0, "%s_head_%d", key, place);
}

static void write_head(const struct warning *warning, enum warning_event event, int k, FILE *meta)
{
    const struct screening *screening = &warning->strategy[k].event[event];
    const int place = warning_tsv_place(warning, k, event, -1);
    char text[NAME_SIZE + 80], name[NAME_SIZE], clean[NAME_SIZE];
    if (place == 0)
        return;
    lettering_clean(clean, sizeof clean, name_of(warning, k));
    lettering_shorten(name, sizeof name, clean, 18.5);
    snprintf(text, sizeof text, screening->enough ? "%s" : "%s: too few to tell", name);
    meta_text(meta, text, "%s_name_%d", dots_key[event], place);
    meta_text(meta, warning_words_share(&screening->base).text, "%s_struck_%d", dots_key[event], place);
    meta_text(meta, "of all", "%s_rule_%d", dots_key[event], place);
    meta_number(meta, warning->strategy[k].strategy + 1, "%s_head_%d", dots_key[event], place);
}

/* Whose marks there are: the strategies with claims, and 0 for what is not claimed. */
static void write_kinds(const struct warning *warning, enum warning_event event, FILE *meta)
{
    bool there[STRATEGIES_MAX + 1] = {false};
    char kinds[4 * (STRATEGIES_MAX + 1)] = "";
    for (int k = 0; k < warning->strategies; k++)
        for (int r = 0; warning_tsv_place(warning, k, event, r) > 0; r++)
            there[warning->strategy[k].event[event].row[r].claimed ? warning->strategy[k].strategy + 1 : 0] = true;
    for (int n = 0; n <= STRATEGIES_MAX; n++) {
        const size_t used = strlen(kinds);
        if (there[n])
            snprintf(kinds + used, sizeof kinds - used, "%s%d", used ? " " : "", n);
    }
    meta_text(meta, kinds, "%s_kinds", dots_key[event]);
}

static void write_dots(const struct warning *warning, enum warning_event event, FILE *meta)
{
    const char *key = dots_key[event];
    char source[CAPTION_SIZE];
    struct caption caption = {.strategy = 0};
    double least = 0.5, most = 0.6;
    caption_dots(warning, event, &caption);
    write_source(warning, source, sizeof source);
    heading_write(&caption, key, source, meta);
    for (int k = 0; k < warning->strategies; k++) {
        const struct screening *screening = &warning->strategy[k].event[event];
        write_head(warning, event, k, meta);
        for (int r = 0; r < screening->rows; r++)
            if (warning_tsv_place(warning, k, event, r) > 0 && screening->row[r].state == SCREENING_TRIED) {
                write_line(warning, event, k, r, meta);
                least = fmin(least, screening->row[r].low);
                most = fmax(most, screening->row[r].high);
            }
    }
    write_kinds(warning, event, meta);
    meta_number(meta, warning_tsv_places(warning, event), "%s_rows", key);
    meta_number(meta, 0.1 * floor(10.0 * least + 1e-9), "%s_low", key);
    meta_number(meta, 0.1 * ceil(10.0 * most - 1e-9), "%s_high", key);
}

/* --- Tenths --------------------------------------------------------------------------------- */

static void caption_tenths(const struct warning *warning, enum warning_event event, int k, struct caption *caption)
{
    char happens[160], sign[120], name[NAME_SIZE];
    const struct tenths *tenths = &warning->strategy[k].tenths[event];
    const struct screening *screening = &warning->strategy[k].event[event];
    const struct screening_row *row = screening_best(screening);
    const struct indicator *item = &warning->indicators.item[row->number];
    const bool explained = strcmp(item->label, item->meaning) != 0;
    warning_words_happens(warning, event, happens, sizeof happens);
    warning_words_sign(warning, row, sign, sizeof sign);
    lettering_shorten(name, sizeof name, name_of(warning, k), 30);
    const int first = row->low_warns ? 0 : tenths->count - 1, last = tenths->count - 1 - first;
    snprintf(caption->title, sizeof caption->title, "Of the %s %s by %s at month %d, %s %s by month %d; of the %s, %s",
             row->low_warns ? "lowest" : "highest", tenths->count == TENTHS ? "tenth" : "part", item->label, warning->at,
             words_percent(tenths->tenth[first].struck.value).text,
             event == WARNING_DEATH ? "are closed" : "exit well", warning->by, row->low_warns ? "highest" : "lowest",
             words_percent(tenths->tenth[last].struck.value).text);
    snprintf(caption->subtitle, sizeof caption->subtitle,
             "‘%.120s’: share of companies %s, of each tenth by %s at month %d, equal ones together; lines: 95%% intervals. "
             "Dark: %s",
             name, happens, item->label, warning->at, sign);
    snprintf(caption->note, sizeof caption->note,
             "%s companies, held out: the rule was learned from others · caught: %s of those it happens to · false alarms: %s of the "
             "others%s%s%s%s",
             words_count(screening->base.all).text, warning_words_share(&row->caught).text,
             warning_words_share(&row->alarmed).text, explained ? " · " : "",
             explained ? item->label : "", explained ? ": " : "", explained ? item->meaning : "");
    caption->strategy = warning->strategy[k].strategy;
}

static void write_tenths(const struct warning *warning, enum warning_event event, FILE *meta)
{
    const char *key = tenths_key[event];
    const int k = best_of(warning, event);
    char source[CAPTION_SIZE], text[200];
    struct caption caption = {.strategy = 0};
    if (k < 0)
        return;
    const struct warning_strategy *of = &warning->strategy[k];
    const struct screening_row *row = screening_best(&of->event[event]);
    const struct tenths *tenths = &of->tenths[event];
    const enum unit unit = warning->indicators.item[row->number].unit;
    double most = 0.0;
    caption_tenths(warning, event, k, &caption);
    write_source(warning, source, sizeof source);
    heading_write(&caption, key, source, meta);
    for (int t = 0; t < tenths->count; t++) {
        const struct tenth *tenth = &tenths->tenth[t];
        most = fmax(most, tenth->struck.high);
        meta_text(meta, words_percent(tenth->struck.value).text, "%s_share_%d", key, t + 1);
        meta_text(meta, warning_words_value(tenth->low, unit, 3).text, "%s_from_%d", key, t + 1);
        meta_text(meta, tenth->high > tenth->low ? warning_words_value(tenth->high, unit, 3).text : "", "%s_to_%d", key, t + 1);
        meta_number(meta, 0.5 * (tenth->from + tenth->to), "%s_middle_%d", key, t + 1);
        meta_number(meta, tenth->struck.high, "%s_top_%d", key, t + 1);
    }
    const struct layout_axis axis = layout_axis(most, STEPS_MOST);
    meta_number(meta, tenths->count, "%s_rows", key);
    meta_number(meta, axis.step, "%s_step", key);
    meta_number(meta, axis.steps, "%s_steps", key);
    meta_number(meta, of->event[event].base.value, "%s_base", key);
    snprintf(text, sizeof text, "all: %s", words_percent(of->event[event].base.value).text);
    meta_text(meta, text, "%s_base_text", key);
    meta_number(meta, row->low_warns ? of->warned[event] : 1.0 - of->warned[event], "%s_threshold", key);
    meta_number(meta, row->low_warns, "%s_low_warns", key);
    snprintf(text, sizeof text, "%s: %s", event == WARNING_DEATH ? "warned" : "marked", warning_words_rule(warning, row).text);
    meta_text(meta, text, "%s_rule", key);
    snprintf(text, sizeof text, "%s of these", warning_words_share(&row->struck).text);
    meta_text(meta, text, "%s_struck", key);
}

void warning_pages_write(const struct warning *warning, FILE *meta)
{
    const char *keys[WARNING_PAGES];
    char pages[WARNING_PAGES * 20] = "";
    const int count = warning_pages_keys(warning, keys);
    for (int i = 0; i < count; i++) {
        const size_t used = strlen(pages);
        snprintf(pages + used, sizeof pages - used, "%s%s", i ? " " : "", keys[i]);
        for (int e = 0; e < WARNING_EVENTS; e++) {
            if (keys[i] == dots_key[e])
                write_dots(warning, (enum warning_event)e, meta);
            if (keys[i] == tenths_key[e])
                write_tenths(warning, (enum warning_event)e, meta);
        }
    }
    meta_text(meta, pages, "deck_pages");
}
