#include "report/sensitivity_pages.h"

#include "report/captions.h"
#include "report/effect.h"
#include "report/ends.h"
#include "report/layout.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/sensitivity_table.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 12, LINES = 6, MOST_STEPS = 6, NAME_SIZE = 160 };

static const double LABEL_EMS = 25.5;

const char *const sensitivity_pages_key[SENSITIVITY_CHARTS] = {"tornado", "spread", "years"};

static double most_over(const struct sensitivity_factor *each)
{
    double most = -INFINITY;
    for (int y = 0; y < SENSITIVITY_YEARS; y++)
        if (isfinite(each->over[y].value))
            most = fmax(most, each->over[y].value);
    return most;
}

/* The upper end of the highest interval. */
static double highest_over(const struct sensitivity_factor *each)
{
    double most = -INFINITY;
    for (int y = 0; y < SENSITIVITY_YEARS; y++)
        if (isfinite(each->over[y].value))
            most = fmax(most, each->over[y].value + words_margin(each->over[y].error));
    return most;
}

static bool any_over(const struct sensitivity *sensitivity)
{
    for (int f = 0; f < sensitivity->factors.count; f++)
        if (most_over(&sensitivity->each[f]) > 0.0)
            return true;
    return false;
}

bool sensitivity_pages_has(const struct sensitivity *sensitivity, enum sensitivity_chart chart)
{
    return chart == SENSITIVITY_CHART_TORNADO || (chart == SENSITIVITY_CHART_SPREAD && sensitivity->spread) ||
           (chart == SENSITIVITY_CHART_YEARS && sensitivity->years > 1 && any_over(sensitivity));
}

/* --- What is spoken of ---------------------------------------------------------------------- */

static void name_strategy(const struct sensitivity *sensitivity, int strategy, double ems, char name[NAME_SIZE])
{
    char clean[4 * NAME_SIZE];
    lettering_clean(clean, sizeof clean, sensitivity->scenario->strategy[strategy].name);
    lettering_shorten(name, NAME_SIZE, clean, ems);
}

/* 'take_home of Services first', 'take_home of A less that of B' */
static void name_outcome(const struct sensitivity *sensitivity, double ems, char name[4 * NAME_SIZE])
{
    const struct sensitivity_question *question = &sensitivity->question;
    char of[SENSITIVITY_NAME_MAX], one[NAME_SIZE], other[NAME_SIZE];
    const bool take_home = strcmp(question->measure.name, "take_home") == 0 && !question->measure.chance;
    sensitivity_table_measure(sensitivity, of);
    name_strategy(sensitivity, question->strategy, ems, one);
    snprintf(name, 4 * NAME_SIZE, "%s under %s", take_home ? "founders’ take-home" : of, one);
    if (question->against >= 0) {
        name_strategy(sensitivity, question->against, ems, other);
        snprintf(name, 4 * NAME_SIZE, "%s under %s less that under %s", take_home ? "founders’ take-home" : of, one, other);
    }
}

static void meaning_of(const struct factor *factor, char text[4 * NAME_SIZE])
{
    if (factor)
        effect_meaning(factor->section, factor->field, factor->repeat, text, 4 * (size_t)NAME_SIZE);
    else
        snprintf(text, 4 * (size_t)NAME_SIZE, "luck");
}

/* The meaning of a factor, as a title has it: without what follows a comma or stands in brackets. */
static void name_factor(const struct factor *factor, double ems, char name[NAME_SIZE])
{
    char meaning[4 * NAME_SIZE];
    meaning_of(factor, meaning);
    size_t length = strcspn(meaning, ",;(");
    while (length > 0 && meaning[length - 1] == ' ')
        length--;
    meaning[length] = '\0';
    lettering_shorten(name, NAME_SIZE, meaning, ems);
}

static void label_factor(const struct factor *factor, double ems, char name[NAME_SIZE])
{
    char meaning[4 * NAME_SIZE];
    meaning_of(factor, meaning);
    lettering_shorten(name, NAME_SIZE, meaning, ems);
}

/* The same of a parameter: how many others act as one with its first. */
static void label_parameter(const struct sensitivity *sensitivity, int parameter, double ems, char name[2 * NAME_SIZE])
{
    char first[NAME_SIZE];
    int others = -1;
    for (int f = 0; f < sensitivity->factors.count; f++)
        others += sensitivity->factors.factor[f].group == parameter;
    label_factor(sensitivity_table_first(sensitivity, parameter), others > 0 ? ems - 8 : ems, first);
    if (others > 0)
        snprintf(name, 2 * NAME_SIZE, "%s, with %d correlated", first, others);
    else
        snprintf(name, 2 * NAME_SIZE, "%s", first);
}

/* --- Captions ------------------------------------------------------------------------------- */

static void caption_tornado(const struct sensitivity *sensitivity, struct caption *caption)
{
    const int f = sensitivity->by_swing[0];
    const struct sensitivity_factor *each = &sensitivity->each[f];
    const struct measure *measure = &sensitivity->question.measure;
    char name[NAME_SIZE], outcome[4 * NAME_SIZE];
    name_factor(&sensitivity->factors.factor[f], 26, name);
    name_outcome(sensitivity, 20, outcome);
    if (each->bar.clear)
        snprintf(caption->title, CAPTION_SIZE, "Widest swing: “%s” takes the mean from %s to %s", name,
                 effect_level(measure, each->bar.low.value).text, effect_level(measure, each->bar.high.value).text);
    else
        snprintf(caption->title, CAPTION_SIZE, "No single assumption clearly moves the mean");
    snprintf(caption->subtitle, CAPTION_SIZE,
             "Mean of %s, with one assumption at its 10%% (pale) and its 90%% quantile (dark)", outcome);
    snprintf(caption->note, CAPTION_SIZE, "The same %s worlds each; grey: the interval of the difference holds 0; all %d intervals hold together in 95%% of cases",
             words_count(sensitivity->swings).text, sensitivity->factors.count);
}

static void caption_spread(const struct sensitivity *sensitivity, struct caption *caption)
{
    const struct sobol_index *luck = &sensitivity->sobol[sensitivity->factors.groups];
    char outcome[4 * NAME_SIZE];
    name_outcome(sensitivity, 20, outcome);
    snprintf(caption->title, CAPTION_SIZE, "If every assumption were known, %s of the spread would remain: luck",
             words_percent(luck->total.value).text);
    snprintf(caption->subtitle, CAPTION_SIZE, "Shares of the variance of %s%s: by itself (dark), in all (pale)",
             sensitivity->question.dollars || sensitivity->question.measure.chance ? "" : "the rank of ", outcome);
    snprintf(caption->note, CAPTION_SIZE, "Sobol’s indices of %s rows, lines: 95%% intervals",
             words_count(sensitivity->rows).text);
}

/* The factors that explain most in a year, -1 where there is none; whether the first is clearly ahead. */
static bool find_leaders(const struct sensitivity *sensitivity, int year, int leader[2])
{
    leader[0] = leader[1] = -1;
    for (int f = 0; f < sensitivity->factors.count; f++) {
        const double index = sensitivity->each[f].over[year].value;
        if (!(index > words_margin(sensitivity->each[f].over[year].error)))
            continue;
        if (leader[0] < 0 || index > sensitivity->each[leader[0]].over[year].value) {
            leader[1] = leader[0];
            leader[0] = f;
        } else if (leader[1] < 0 || index > sensitivity->each[leader[1]].over[year].value) {
            leader[1] = f;
        }
    }
    if (leader[1] < 0)
        return true;
    const struct figure first = sensitivity->each[leader[0]].over[year], second = sensitivity->each[leader[1]].over[year];
    return first.value - second.value > words_margin(hypot(first.error, second.error));
}

static void spell_observable(enum observable observable, char words[NAME_SIZE])
{
    snprintf(words, NAME_SIZE, "%s", observable_table[observable].key);
    for (char *at = words; *at; at++)
        *at = *at == '_' ? ' ' : *at;
}

static void caption_years(const struct sensitivity *sensitivity, struct caption *caption)
{
    const int last = sensitivity->years - 1;
    char over[NAME_SIZE], first[NAME_SIZE], then[NAME_SIZE], name[NAME_SIZE];
    int early[2], late[2];
    const bool clear_early = find_leaders(sensitivity, 0, early), clear_late = find_leaders(sensitivity, last, late);
    const struct factor *factor = sensitivity->factors.factor;
    spell_observable(sensitivity->question.over, over);
    name_strategy(sensitivity, sensitivity->question.strategy, 22, name);
    if (late[0] < 0 || sensitivity->each[late[0]].over[last].value < 0.1) {
        snprintf(caption->title, CAPTION_SIZE, "After %d years no assumption explains more than %s of %s by itself",
                 sensitivity->year[last], words_percent(late[0] < 0 ? 0.01 : sensitivity->each[late[0]].over[last].value).text, over);
    } else if (!clear_late) {
        name_factor(&factor[late[0]], 16, first);
        name_factor(&factor[late[1]], 16, then);
        snprintf(caption->title, CAPTION_SIZE, "What decides %s after %d years: “%s” and “%s”", over, sensitivity->year[last],
                 first, then);
    } else if (early[0] >= 0 && clear_early && early[0] != late[0]) {
        name_factor(&factor[early[0]], 17, first);
        name_factor(&factor[late[0]], 17, then);
        snprintf(caption->title, CAPTION_SIZE, "What decides %s: at first “%s”, after %d years “%s”", over, first,
                 sensitivity->year[last], then);
    } else {
        name_factor(&factor[late[0]], 26, then);
        snprintf(caption->title, CAPTION_SIZE, "What decides %s most after %d years: “%s”", over, sensitivity->year[last], then);
    }
    snprintf(caption->subtitle, CAPTION_SIZE, "What one assumption explains of the rank of %s under %s, by itself; bands: 95%% intervals",
             over, name);
    snprintf(caption->note, CAPTION_SIZE, "closed companies count with 0; the rest is luck and what assumptions do together");
}

static void write_lines(const char *text, const char *key, const char *what, double ems, FILE *meta)
{
    char lines[2][CAPTION_SIZE];
    lettering_wrap(lines[0], CAPTION_SIZE, 2, text, ems);
    meta_text(meta, lines[0], "%s_%s_1", key, what);
    meta_text(meta, lines[1], "%s_%s_2", key, what);
}

static void write_caption(const struct sensitivity *sensitivity, enum sensitivity_chart chart, FILE *meta)
{
    static void (*const captions[SENSITIVITY_CHARTS])(const struct sensitivity *, struct caption *) = {
        caption_tornado, caption_spread, caption_years};
    struct caption caption = {.note = ""};
    const char *key = sensitivity_pages_key[chart];
    captions[chart](sensitivity, &caption);
    char lines[2][CAPTION_SIZE], name[NAME_SIZE], note[2 * CAPTION_SIZE], clean[sizeof note];
    lettering_balance(lines[0], CAPTION_SIZE, 2, caption.title, CAPTIONS_TITLE_EMS);
    meta_text(meta, lines[0], "%s_title_1", key);
    meta_text(meta, lines[1], "%s_title_2", key);
    write_lines(caption.subtitle, key, "subtitle", CAPTIONS_SUBTITLE_EMS, meta);
    lettering_shorten(name, sizeof name, sensitivity->scenario->name, 24);
    snprintf(note, sizeof note, "%s (%08" PRIx32 ") · seed %" PRIu64 " · %s worlds · playbook %s · data/%s.tsv, plots/%s.gp · %s",
             name, (uint32_t)(sensitivity->scenario->hash >> 32), sensitivity->question.seed,
             words_count(sensitivity->question.paths).text, PLAYBOOK_VERSION, key, key, caption.note);
    lettering_clean(clean, sizeof clean, note);
    write_lines(clean, key, "note", CAPTIONS_NOTE_EMS, meta);
    meta_number(meta, sensitivity->question.strategy + 1, "%s_strategy", key);
}

/* --- Axes and labels ------------------------------------------------------------------------ */

static void write_tornado(const struct sensitivity *sensitivity, FILE *meta)
{
    const struct measure *measure = &sensitivity->question.measure;
    double low = INFINITY, high = -INFINITY;
    int rows = 0, clear = 0;
    for (; rows < ROWS && rows < sensitivity->factors.count; rows++) {
        const int f = sensitivity->by_swing[rows];
        const struct factor *factor = &sensitivity->factors.factor[f];
        const struct sensitivity_factor *each = &sensitivity->each[f];
        const int side = isfinite(each->low[0]) ? 0 : 1;
        char text[NAME_SIZE];
        label_factor(factor, LABEL_EMS, text);
        meta_text(meta, text, "tornado_label_%d", rows + 1);
        meta_text(meta, effect_range(factor->field, each->low[side], each->high[side]).text, "tornado_range_%d", rows + 1);
        meta_text(meta, effect_difference(measure, each->bar.swing.value).text, "tornado_swing_%d", rows + 1);
        clear += each->bar.clear;
        low = fmin(low, fmin(each->bar.low.value, each->bar.high.value));
        high = fmax(high, fmax(each->bar.low.value, each->bar.high.value));
    }
    meta_number(meta, rows, "tornado_rows");
    meta_text(meta, clear == 0 ? "0" : clear == rows ? "1" : "0 1", "tornado_kinds");
    low = fmin(low, 0.0);
    high = fmax(high, 0.0);
    const struct layout_axis axis = layout_axis(high - low > 0.0 ? high - low : 1.0, MOST_STEPS);
    const double from = axis.step * floor(low / axis.step), to = axis.step * ceil(high / axis.step);
    int ticks = 0;
    for (double at = from; at < to + 0.5 * axis.step; at += axis.step) {
        const double exact = fabs(at) < 1e-9 * axis.step ? 0.0 : at;
        meta_number(meta, exact, "tornado_tick_%d_at", ++ticks);
        meta_text(meta, effect_level(measure, exact).text, "tornado_tick_%d", ticks);
    }
    meta_number(meta, ticks, "tornado_ticks");
    meta_number(meta, from, "tornado_low");
    meta_number(meta, to > from ? to : from + axis.step, "tornado_high");
    meta_number(meta, sensitivity->middle.value, "tornado_mean");
    meta_text(meta, effect_level(measure, sensitivity->middle.value).text, "tornado_mean_text");
}

static void write_spread(const struct sensitivity *sensitivity, FILE *meta)
{
    const int parameters = sensitivity->factors.groups + 1;
    int *order = malloc((size_t)parameters * sizeof *order), rows = 0, lucky = 0;
    double most = 0.05;
    if (order)
        sensitivity_table_order(sensitivity, order);
    for (; order && rows < ROWS && rows < parameters; rows++) {
        const struct factor *factor = sensitivity_table_first(sensitivity, order[rows]);
        const struct sobol_index *index = &sensitivity->sobol[order[rows]];
        char text[2 * NAME_SIZE];
        if (rows > 0 && !(index->total.value > 0.0))
            break;
        label_parameter(sensitivity, order[rows], LABEL_EMS + 3, text);
        meta_text(meta, text, "spread_label_%d", rows + 1);
        meta_text(meta, !factor ? "" : factor->field->owner == LEVER ? "company" : "world", "spread_owner_%d", rows + 1);
        snprintf(text, sizeof text, "%s, %s", words_percent(fmax(index->first.value, 0.0)).text,
                 words_percent(index->total.value).text);
        meta_text(meta, text, "spread_text_%d", rows + 1);
        lucky += !factor;
        most = fmax(most, index->total.high);
    }
    free(order);
    meta_number(meta, rows, "spread_rows");
    meta_text(meta, !lucky ? "0" : rows == 1 ? "1" : "0 1", "spread_kinds");
    meta_number(meta, fmin(most, 1.0), "spread_most");
}

static void write_years(const struct sensitivity *sensitivity, FILE *meta)
{
    int *order = malloc(((size_t)sensitivity->factors.count + 1) * sizeof *order), lines = 0;
    const int last = sensitivity->years - 1;
    double most = 0.05;
    struct ends ends = {.count = 0};
    if (order)
        sensitivity_table_sort(sensitivity, most_over, order);
    for (; order && lines < LINES && lines < sensitivity->factors.count; lines++) {
        if (!(most_over(&sensitivity->each[order[lines]]) > 0.0))
            break;
        most = fmax(most, highest_over(&sensitivity->each[order[lines]]));
    }
    const struct layout_axis axis = layout_axis(100 * most, MOST_STEPS);
    const double top = axis.step * axis.steps / 100;
    for (int l = 0; l < lines; l++) {
        char name[NAME_SIZE];
        const double end = sensitivity->each[order[l]].over[last].value;
        name_factor(&sensitivity->factors.factor[order[l]], ENDS_EMS * 1.7, name);
        ends_add(&ends, name, 2, l + 1, isfinite(end) ? fmax(end, 0.0) / top : 0.0);
        meta_number(meta, order[l] + 1, "years_factor_%d", l + 1);
    }
    free(order);
    meta_number(meta, lines, "years_lines");
    meta_number(meta, top, "years_top");
    meta_number(meta, axis.step / 100, "years_step");
    meta_number(meta, axis.steps, "years_steps");
    meta_number(meta, sensitivity->year[last], "years_last");
    for (int y = 0; y < sensitivity->years; y++)
        meta_number(meta, sensitivity->year[y], "years_tick_%d", y + 1);
    meta_number(meta, sensitivity->years, "years_ticks");
    ends_write(&ends, meta, "years");
}

void sensitivity_pages_write(const struct sensitivity *sensitivity, FILE *meta)
{
    static void (*const pages[SENSITIVITY_CHARTS])(const struct sensitivity *, FILE *) = {write_tornado, write_spread,
                                                                                           write_years};
    char deck[SENSITIVITY_CHARTS * 16] = "";
    for (int chart = 0; chart < SENSITIVITY_CHARTS; chart++) {
        if (!sensitivity_pages_has(sensitivity, (enum sensitivity_chart)chart))
            continue;
        write_caption(sensitivity, (enum sensitivity_chart)chart, meta);
        pages[chart](sensitivity, meta);
        strcat(strcat(deck, chart ? " " : ""), sensitivity_pages_key[chart]);
    }
    meta_text(meta, deck, "deck_pages");
}
