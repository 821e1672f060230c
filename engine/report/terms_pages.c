#include "report/terms_pages.h"

#include "report/captions.h"
#include "report/layout.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/terms_words.h"
#include "report/words.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { ROWS_MOST = 13, STEPS_MOST = 5, NAME_SIZE = 256 };

/* Widths of the labels at the left over the sizes of their letters. */
static const double TITLE_EMS = 272 / 11.0, AGAINST_EMS = 282 / 9.5;

/* --- Words ---------------------------------------------------------------------------------- */

static bool is_clear(const struct terms_effect *effect) { return paired_is_clear(&effect->certain); }

/* The costliest and the best of the clear ones; they are sorted. NULL when none costs, or none brings. */
static const struct terms_effect *worst(const struct terms *terms)
{
    for (int e = 0; e < terms->apply; e++)
        if (is_clear(&terms->effect[e]))
            return terms->effect[e].certain.value < 0.0 ? &terms->effect[e] : NULL;
    return NULL;
}

static const struct terms_effect *best(const struct terms *terms)
{
    for (int e = terms->apply - 1; e >= 0; e--)
        if (is_clear(&terms->effect[e]))
            return terms->effect[e].certain.value > 0.0 ? &terms->effect[e] : NULL;
    return NULL;
}

/* Two numbers side by side claim no order of theirs. */
static void write_title(const struct terms *terms, FILE *meta)
{
    const struct terms_effect *costs = worst(terms), *brings = best(terms), *one = costs ? costs : brings;
    char title[CAPTION_SIZE], both[CAPTION_SIZE], lines[2][CAPTION_SIZE], clean[CAPTION_SIZE];
    if (one)
        snprintf(title, sizeof title, "‘%.160s’ is worth %s to a founder", one->term->title,
                 words_money_difference(one->certain.value).text);
    else
        snprintf(title, sizeof title, "No term makes a clear difference to a founder in %s worlds",
                 words_count(terms->paths).text);
    if (costs && brings) {
        snprintf(both, sizeof both, "%.300s, ‘%.160s’ %s", title, brings->term->title,
                 words_money_difference(brings->certain.value).text);
        if (lettering_fits(both, 2, CAPTIONS_TITLE_EMS))
            memcpy(title, both, sizeof title);
    }
    lettering_clean(clean, sizeof clean, title);
    lettering_balance(lines[0], CAPTION_SIZE, 2, clean, CAPTIONS_TITLE_EMS);
    meta_text(meta, lines[0], "terms_title_1");
    meta_text(meta, lines[1], "terms_title_2");
}

static void write_lines(const char *text, const char *what, double ems, FILE *meta)
{
    char lines[2][CAPTION_SIZE], clean[2 * CAPTION_SIZE];
    lettering_clean(clean, sizeof clean, text);
    lettering_wrap(lines[0], CAPTION_SIZE, 2, clean, ems);
    meta_text(meta, lines[0], "terms_%s_1", what);
    meta_text(meta, lines[1], "terms_%s_2", what);
}

static void write_caption(const struct terms *terms, int rows, FILE *meta)
{
    char text[2 * CAPTION_SIZE], name[NAME_SIZE], left_out[80] = "", lacking[80] = "";
    write_title(terms, meta);
    lettering_shorten(name, sizeof name, terms->strategy, 24);
    snprintf(text, sizeof text,
             "‘%s’ with the term in all its rounds less without it, in the same worlds. Bars: what is as good to one "
             "founder as so much for certain; lines: intervals; pale: zero lies inside", name);
    write_lines(text, "subtitle", CAPTIONS_SUBTITLE_EMS, meta);
    if (rows < terms->apply)
        snprintf(left_out, sizeof left_out, " · left out: %d terms of least worth", terms->apply - rows);
    lettering_shorten(name, sizeof name, terms->scenario->name, 24);
    if (terms->apply < terms->count)
        snprintf(lacking, sizeof lacking, " · %d of %d terms do not apply", terms->count - terms->apply, terms->count);
    snprintf(text, sizeof text,
             "%s · seed %" PRIu64 " · %s worlds · playbook %s · data/terms.tsv, plots/terms.gp · nothing: a take-home "
             "below $1,000, in points; the plan as it is: worth %s, nothing %s, mean %s, multiple %s · all intervals "
             "of the table hold together in 95%% of cases%s%s",
             name, terms->seed, words_count(terms->paths).text, terms->version, words_money(terms->plan.certain.value).text,
             words_percent(terms->plan.nothing.value).text, words_money(terms->plan.mean.value).text,
             words_multiple(terms->plan.multiple.value).text, left_out, lacking);
    write_lines(text, "note", CAPTIONS_NOTE_EMS, meta);
}

/* --- Rows ----------------------------------------------------------------------------------- */

/* Those that are worth most either way, in their order; returns how many. */
static int choose(const struct terms *terms, int row[ROWS_MOST])
{
    int count = 0;
    for (int e = 0; e < terms->apply; e++) {
        int larger = 0;
        for (int o = 0; o < terms->apply; o++) {
            double mine = fabs(terms->effect[e].certain.value), other = fabs(terms->effect[o].certain.value);
            larger += other > mine || (other == mine && o < e);
        }
        if (larger < ROWS_MOST)
            row[count++] = e;
    }
    return count;
}

static void write_label(const char *text, double ems, const char *what, int row, FILE *meta)
{
    char clean[NAME_SIZE], shown[NAME_SIZE];
    lettering_clean(clean, sizeof clean, text);
    lettering_shorten(shown, sizeof shown, clean, ems);
    meta_text(meta, shown, "terms_%s_%d", what, row);
}

static void write_row(const struct terms_effect *effect, int number, int row, FILE *meta)
{
    char against[NAME_SIZE];
    snprintf(against, sizeof against, "against %.200s", effect->term->against);
    write_label(effect->term->title, TITLE_EMS, "name", row, meta);
    write_label(against, AGAINST_EMS, "against", row, meta);
    meta_number(meta, number + 1, "terms_row_%d", row);
    meta_number(meta, is_clear(effect), "terms_clear_%d", row);
    meta_text(meta, terms_words_short(&effect->certain, TERMS_MONEY).text, "terms_worth_%d", row);
    meta_text(meta, terms_words_short(&effect->mean, TERMS_MONEY).text, "terms_mean_%d", row);
    meta_text(meta, terms_words_short(&effect->nothing, TERMS_POINTS).text, "terms_nothing_%d", row);
    meta_text(meta, terms_words_short(&effect->multiple, TERMS_TIMES).text, "terms_multiple_%d", row);
}

/* What there is to draw, of the unclear (0) and of the clear (1): gnuplot complains about nothing. */
static void write_kinds(const struct terms *terms, const int *row, int rows, FILE *meta)
{
    bool bars[2] = {false}, lines[2] = {false};
    for (int r = 0; r < rows; r++) {
        const struct terms_effect *effect = &terms->effect[row[r]];
        bars[is_clear(effect)] = true;
        lines[is_clear(effect)] = lines[is_clear(effect)] || isfinite(effect->certain.low);
    }
    static const char *const words[2][2] = {{"", "1"}, {"0", "0 1"}};
    meta_text(meta, words[bars[0]][bars[1]], "terms_bars");
    meta_text(meta, words[lines[0]][lines[1]], "terms_lines");
}

static void write_axis(const struct terms *terms, const int *row, int rows, FILE *meta)
{
    double low = 0.0, high = 0.0;
    for (int r = 0; r < rows; r++) {
        const struct paired *certain = &terms->effect[row[r]].certain;
        low = fmin(low, fmin(certain->value, certain->low)); /* an end that is not known does not count */
        high = fmax(high, fmax(certain->value, certain->high));
    }
    struct layout_axis axis = layout_axis(high - low > 0.0 ? high - low : 1e3, STEPS_MOST);
    meta_number(meta, axis.step, "terms_step");
    meta_number(meta, -axis.step * ceil(-low / axis.step - 1e-9), "terms_low");
    meta_number(meta, axis.step * fmax(ceil(high / axis.step - 1e-9), low < 0.0 ? 0.0 : 1.0), "terms_top");
}

void terms_pages_write(const struct terms *terms, FILE *meta)
{
    int row[ROWS_MOST], rows = choose(terms, row);
    write_caption(terms, rows, meta);
    for (int s = 0; s < terms->scenario->strategies; s++)
        if (terms->scenario->strategy[s].name == terms->strategy)
            meta_number(meta, s + 1, "terms_strategy");
    meta_number(meta, rows, "terms_rows");
    for (int r = 0; r < rows; r++)
        write_row(&terms->effect[row[r]], row[r], r + 1, meta);
    write_kinds(terms, row, rows, meta);
    write_axis(terms, row, rows, meta);
    meta_text(meta, "terms", "deck_pages");
}
