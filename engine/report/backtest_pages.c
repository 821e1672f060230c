#include "report/backtest_pages.h"

#include "report/backtest_table.h"
#include "report/backtest_tsv.h"
#include "report/captions.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/words.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { NAME_SIZE = 512, PANELS_MOST = 12, ROWS_MOST = 18 };

/* Ems of a panel's title and of a band's two lines. */
static const double PANEL_EMS = 13.0, BAND_EMS = 38.0;

const char *const backtest_pages_key[BACKTEST_CHARTS] = {"fans", "calibration", "acceptance"};

static int count_panels(const struct backtest *backtest)
{
    int panels = 0;
    for (int c = 0; c < backtest->cases; c++)
        panels += backtest->prediction[c].moments > 0;
    return panels;
}

bool backtest_pages_has(const struct backtest *backtest, enum backtest_chart chart)
{
    switch (chart) {
    case BACKTEST_CHART_FANS:
        return count_panels(backtest) > 0;
    case BACKTEST_CHART_CALIBRATION:
        return backtest->checks > 0;
    case BACKTEST_CHART_BANDS:
        return backtest->bands > 0;
    case BACKTEST_CHARTS:
        break;
    }
    return false;
}

/* --- Captions ------------------------------------------------------------------------------- */

static void caption_fans(const struct backtest *backtest, struct caption *caption)
{
    const int panels = count_panels(backtest);
    int above = 0, below = 0;
    for (int c = 0; c < backtest->cases; c++) {
        const struct prediction_check *last = NULL;
        const struct prediction *prediction = &backtest->prediction[c];
        for (int k = 0; k < prediction->checks; k++)
            if (prediction->check[k].kind == QUANTITY_REVENUE && (!last || prediction->check[k].month > last->month))
                last = &prediction->check[k];
        above += last && last->place > 0.95;
        below += last && last->place < 0.05;
    }
    if (below == 0)
        snprintf(caption->title, CAPTION_SIZE, "Real revenue leaves the forecast upwards in %d of %d compan%s", above, panels,
                 panels == 1 ? "y" : "ies");
    else
        snprintf(caption->title, CAPTION_SIZE, "Real revenue leaves the forecast upwards in %d of %d companies, downwards in %d",
                 above, panels, below);
    snprintf(caption->subtitle, CAPTION_SIZE,
             "Yearly revenue, logarithmic, of the worlds still open. Line: their median; dark: half of them; light: nine in ten; "
             "dots: what came. None is sold or listed here");
    if (panels > PANELS_MOST)
        snprintf(caption->note, CAPTION_SIZE, "The first %d of %d companies; all are in the data", PANELS_MOST, panels);
}

static void caption_calibration(const struct backtest *backtest, struct caption *caption)
{
    double margin = words_margin(backtest->place.error), place = backtest->place.value;
    const char *side = place - margin > 0.5   ? ": too little was foretold"
                       : place + margin < 0.5 ? ": too much was foretold"
                                              : "";
    snprintf(caption->title, CAPTION_SIZE, "Eight-in-ten intervals hold %d of %d truths%s", backtest->inside[1],
             backtest->checks, side);
    snprintf(caption->subtitle, CAPTION_SIZE,
             "Value, time, capital raised, revenue and services share of %d companies, by where they stood in the forecast "
             "(0: below all worlds, 1: above all)",
             backtest->cases);
    snprintf(caption->note, CAPTION_SIZE,
             "Of equal worlds half count as below. Truths of one company hang together. The companies are remembered because "
             "they did well or failed loudly");
}

static void caption_bands(const struct backtest *backtest, struct caption *caption)
{
    snprintf(caption->title, CAPTION_SIZE, "%d of %d demands on the forecast are met, %d missed, %d cannot be told",
             backtest->met, backtest->bands, backtest->missed, backtest->bands - backtest->met - backtest->missed);
    snprintf(caption->subtitle, CAPTION_SIZE,
             "Bars: what a credible forecast says; marks: what was foretold, with its 95%% interval. Chances and shares on a "
             "logarithmic axis, amounts on one of their own");
    if (backtest->bands > ROWS_MOST)
        snprintf(caption->note, CAPTION_SIZE, "The first %d of %d; all are in the data", ROWS_MOST, backtest->bands);
}

static void write_lines(const char *text, const char *key, const char *what, double ems, FILE *meta)
{
    char lines[2][CAPTION_SIZE];
    lettering_wrap(lines[0], CAPTION_SIZE, 2, text, ems);
    meta_text(meta, lines[0], "%s_%s_1", key, what);
    meta_text(meta, lines[1], "%s_%s_2", key, what);
}

static void write_caption(const struct backtest *backtest, enum backtest_chart chart, FILE *meta)
{
    static void (*const captions[BACKTEST_CHARTS])(const struct backtest *, struct caption *) = {
        caption_fans, caption_calibration, caption_bands};
    static const char *const data[BACKTEST_CHARTS] = {"fans.tsv and points.tsv", "places.tsv and coverage.tsv", "bands.tsv"};
    struct caption caption = {.note = ""};
    const char *key = backtest_pages_key[chart];
    captions[chart](backtest, &caption);
    char lines[2][CAPTION_SIZE], note[2 * CAPTION_SIZE], clean[sizeof note];
    lettering_balance(lines[0], CAPTION_SIZE, 2, caption.title, CAPTIONS_TITLE_EMS);
    meta_text(meta, lines[0], "%s_title_1", key);
    meta_text(meta, lines[1], "%s_title_2", key);
    write_lines(caption.subtitle, key, "subtitle", CAPTIONS_SUBTITLE_EMS, meta);
    snprintf(note, sizeof note, "%d case%s · seed %" PRIu64 " · %s worlds or more each · playbook %s · data/%s, plots/%s.gp%s%s",
             backtest->cases, backtest->cases == 1 ? "" : "s", backtest->seed,
             words_count(backtest->least_paths).text, backtest->version, data[chart], key,
             *caption.note ? " · " : "", caption.note);
    lettering_clean(clean, sizeof clean, note);
    write_lines(clean, key, "note", CAPTIONS_NOTE_EMS, meta);
    meta_number(meta, 1, "%s_strategy", key);
}

/* --- Axes and labels ------------------------------------------------------------------------ */

static void write_fans(const struct backtest *backtest, FILE *meta)
{
    double most = 1e6, years = 1.0;
    int panels = 0;
    for (int c = 0; c < backtest->cases && panels < PANELS_MOST; c++) {
        const struct prediction *prediction = &backtest->prediction[c];
        char name[NAME_SIZE], text[NAME_SIZE];
        if (prediction->moments == 0)
            continue;
        panels++;
        snprintf(text, sizeof text, "%.200s", prediction->precedent->name);
        lettering_shorten(name, sizeof name, text, PANEL_EMS);
        meta_text(meta, name, "fans_name_%d", panels);
        meta_number(meta, prediction->precedent->start_year, "fans_year_%d", panels);
        years = fmax(years, ceil(prediction->moment[prediction->moments - 1].month / 12.0));
        for (int m = 0; m < prediction->moments; m++)
            most = fmax(most, prediction->moment[m].quantile[PREDICTION_QUANTILES - 1]);
        for (int k = 0; k < prediction->checks; k++)
            if (prediction->check[k].kind == QUANTITY_REVENUE)
                most = fmax(most, prediction->check[k].truth);
    }
    meta_number(meta, panels, "fans_panels");
    meta_number(meta, years, "fans_years");
    meta_number(meta, ceil(log10(most)), "fans_decade");
}

static void write_calibration(const struct backtest *backtest, FILE *meta)
{
    double most = 0.2;
    for (int b = 0; b < BACKTEST_BINS; b++)
        most = fmax(most, (double)backtest->bin[b] / backtest->checks);
    meta_number(meta, ceil(10.0 * most) / 10.0, "calibration_top");
    meta_number(meta, backtest->checks, "calibration_truths");
    for (int l = 0; l < SCORE_LEVELS; l++) {
        char text[NAME_SIZE];
        snprintf(text, sizeof text, "%d of %d", backtest->inside[l], backtest->checks);
        meta_text(meta, text, "calibration_inside_%d", l + 1);
        meta_text(meta, words_percent_about(backtest->share[l].value, backtest->share[l].error).text,
                  "calibration_by_case_%d", l + 1);
        meta_text(meta, words_percent(score_level[l]).text, "calibration_level_%d", l + 1);
        meta_number(meta, (double)backtest->inside[l] / backtest->checks, "calibration_share_%d", l + 1);
        meta_number(meta, score_level[l], "calibration_want_%d", l + 1);
    }
}

/* Which acceptances have a mark to draw: numbers in a text. */
static void list_kinds(const struct backtest *backtest, char *kinds, size_t size)
{
    bool seen[3] = {false};
    int row = 0;
    for (int c = 0; c < backtest->cases; c++)
        for (int b = 0; b < backtest->prediction[c].precedent->bands && row < ROWS_MOST; b++, row++)
            if (!isnan(backtest->prediction[c].band[b].figure.value))
                seen[backtest->prediction[c].band[b].acceptance] = true;
    snprintf(kinds, size, "%s%s%s", seen[0] ? "1 " : "", seen[1] ? "2 " : "", seen[2] ? "3" : "");
}

static void write_bands(const struct backtest *backtest, FILE *meta)
{
    int row = 0;
    char kinds[16];
    list_kinds(backtest, kinds, sizeof kinds);
    for (int c = 0; c < backtest->cases; c++)
        for (int b = 0; b < backtest->prediction[c].precedent->bands && row < ROWS_MOST; b++) {
            const struct precedent *precedent = backtest->prediction[c].precedent;
            const struct prediction_band *judged = &backtest->prediction[c].band[b];
            const struct precedent_band *band = &precedent->band[b];
            char text[NAME_SIZE], name[NAME_SIZE], clean[NAME_SIZE];
            row++;
            snprintf(text, sizeof text, "%.100s: %.200s", precedent->name, band->says);
            lettering_clean(clean, sizeof clean, text);
            lettering_shorten(name, sizeof name, clean, BAND_EMS);
            meta_text(meta, name, "bands_name_%d", row);
            meta_text(meta, backtest_table_amount(band->median ? band->of : QUANTITY_SERVICES_SHARE, judged->figure.value).text,
                      "bands_told_%d", row);
            meta_text(meta, backtest_table_acceptance[judged->acceptance], "bands_word_%d", row);
            meta_number(meta, judged->acceptance + 1, "bands_acceptance_%d", row);
            /* An axis of its own gets its ends said. */
            const bool own = band->median && band->of != QUANTITY_SERVICES_SHARE;
            meta_text(meta, own && isfinite(band->low) ? backtest_table_amount(band->of, band->low).text : "", "bands_low_%d", row);
            meta_text(meta, own && isfinite(band->high) ? backtest_table_amount(band->of, band->high).text : "", "bands_high_%d", row);
            meta_number(meta, backtest_tsv_position(band, band->low), "bands_at_low_%d", row);
            meta_number(meta, backtest_tsv_position(band, band->high), "bands_at_high_%d", row);
        }
    meta_number(meta, row, "bands_rows");
    meta_text(meta, kinds, "bands_kinds");
}

void backtest_pages_write(const struct backtest *backtest, FILE *meta)
{
    static void (*const pages[BACKTEST_CHARTS])(const struct backtest *, FILE *) = {write_fans, write_calibration, write_bands};
    char deck[BACKTEST_CHARTS * 16] = "";
    for (int chart = 0; chart < BACKTEST_CHARTS; chart++) {
        if (!backtest_pages_has(backtest, (enum backtest_chart)chart))
            continue;
        write_caption(backtest, (enum backtest_chart)chart, meta);
        pages[chart](backtest, meta);
        strcat(strcat(deck, *deck ? " " : ""), backtest_pages_key[chart]);
    }
    meta_text(meta, deck, "deck_pages");
}
