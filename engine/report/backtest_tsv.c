#include "report/backtest_tsv.h"

#include "report/backtest_table.h"
#include "report/tab.h"
#include "report/tsv.h"

#include <math.h>

enum { NAME_SIZE = 256 };

static void quantiles(const double quantile[PREDICTION_QUANTILES], FILE *out)
{
    for (int q = 0; q < PREDICTION_QUANTILES; q++)
        tab_number(quantile[q], out);
}

static void name(const char *text, FILE *out)
{
    char clean[NAME_SIZE];
    tsv_clean(clean, sizeof clean, text);
    fprintf(out, "\t%s\n", clean);
}

static bool knows_revenue(const struct prediction *prediction) { return prediction->moments > 0; }

int backtest_tsv_panel(const struct backtest *backtest, int c)
{
    int panel = 0;
    for (int i = 0; i <= c; i++)
        panel += knows_revenue(&backtest->prediction[i]);
    return knows_revenue(&backtest->prediction[c]) ? panel : 0;
}

double backtest_tsv_position(const struct precedent_band *band, double number)
{
    double low = 1e-4, high = 1.0;
    if (band->median && band->of == QUANTITY_LIFETIME) {
        low = 1.0;
        high = 1e3;
    } else if (band->median && band->of != QUANTITY_SERVICES_SHARE) {
        low = 1e6;
        high = 1e10;
    }
    if (isnan(number))
        return NAN;
    double inside = fmin(fmax(number, low), high);
    return log(inside / low) / log(high / low);
}

static const char quantile_columns[] = "p5\tp10\tp25\tmedian\tp75\tp90\tp95";

static void write_cases(const struct backtest *backtest, FILE *out)
{
    fputs("# chances by the month in which the truth is known, beside those of companies at large\n"
          "case\tpaths\thorizon\tmonth\ttruth", out);
    for (int f = 0; f < FATES; f++)
        fprintf(out, "\t%s", base_rates_fate[f]);
    for (int f = 0; f < FATES; f++)
        fprintf(out, "\tbase_%s", base_rates_fate[f]);
    fputs("\tlog_score\tbase_log_score\tname\n", out);
    for (int c = 0; c < backtest->cases; c++) {
        const struct prediction *prediction = &backtest->prediction[c];
        const bool known = prediction->precedent->has_outcome;
        fprintf(out, "%d\t%lld\t%d\t%d\t%s", c + 1, (long long)prediction->paths, prediction->horizon,
                prediction->precedent->month, known ? base_rates_fate[prediction->truth] : "NaN");
        for (int f = 0; f < FATES; f++)
            tab_number(prediction->chance[f], out);
        for (int f = 0; f < FATES; f++)
            tab_number(prediction->base[f], out);
        tab_number(prediction->log_score, out);
        tab_number(prediction->base_log_score, out);
        name(prediction->precedent->name, out);
    }
}

static void write_truths(const struct backtest *backtest, FILE *out)
{
    fprintf(out, "# what is known of each company, and where it stands in what was forecast; alike: of the worlds that\n"
                 "# ended as it did; hold: share of these in the forecast's interval, own: in theirs\n"
                 "case\tmonth\ttruth\tplace\tworlds\t%s\talike_place\talike_worlds", quantile_columns);
    for (int l = 0; l < SCORE_LEVELS; l++)
        fprintf(out, "\thold_%.0f\town_%.0f", 100.0 * score_level[l], 100.0 * score_level[l]);
    fputs("\tgrade\tof\n", out);
    for (int c = 0; c < backtest->cases; c++)
        for (int k = 0; k < backtest->prediction[c].checks; k++) {
            const struct prediction_check *check = &backtest->prediction[c].check[k];
            char text[NAME_SIZE];
            fprintf(out, "%d\t%d", c + 1, check->month);
            tab_number(check->truth, out);
            tab_number(check->place, out);
            fprintf(out, "\t%lld", (long long)check->worlds);
            quantiles(check->quantile, out);
            tab_number(check->selection.place, out);
            fprintf(out, "\t%lld", (long long)check->selection.worlds);
            for (int l = 0; l < SCORE_LEVELS; l++) {
                tab_number(check->selection.would_hold[l], out);
                tab_number(check->selection.would_alike[l], out);
            }
            fprintf(out, "\t%s", precedent_grade[check->grade]);
            backtest_table_name(text, sizeof text, check->kind, 0);
            name(text, out);
        }
}

static void write_fans(const struct backtest *backtest, FILE *out)
{
    fprintf(out, "# revenue of the year up to a month, had the company gone on by itself\n"
                 "panel\tcase\tmonth\t%s\n", quantile_columns);
    for (int c = 0; c < backtest->cases; c++)
        for (int m = 0; m < backtest->prediction[c].moments; m++) {
            const struct prediction_moment *moment = &backtest->prediction[c].moment[m];
            fprintf(out, "%d\t%d\t%d", backtest_tsv_panel(backtest, c), c + 1, moment->month);
            quantiles(moment->quantile, out);
            fputc('\n', out);
        }
}

static void write_points(const struct backtest *backtest, FILE *out)
{
    fputs("# revenue that came\npanel\tcase\tmonth\ttruth\tplace\n", out);
    for (int c = 0; c < backtest->cases; c++)
        for (int k = 0; k < backtest->prediction[c].checks; k++) {
            const struct prediction_check *check = &backtest->prediction[c].check[k];
            if (check->kind != QUANTITY_REVENUE)
                continue;
            fprintf(out, "%d\t%d\t%d", backtest_tsv_panel(backtest, c), c + 1, check->month);
            tab_number(check->truth, out);
            tab_number(check->place, out);
            fputc('\n', out);
        }
}

static void write_places(const struct backtest *backtest, FILE *out)
{
    fputs("# truths by the share of worlds below them; a tenth in each bin would be right\nbin\tcount\tshare\n", out);
    for (int b = 0; b < BACKTEST_BINS; b++) {
        fprintf(out, "%d\t%d", b + 1, backtest->bin[b]);
        tab_number(backtest->checks > 0 ? (double)backtest->bin[b] / backtest->checks : NAN, out);
        fputc('\n', out);
    }
}

static void write_coverage(const struct backtest *backtest, FILE *out)
{
    fputs("# share of truths inside a central interval; by_case each case counts once\n"
          "row\tlevel\tinside\ttruths\tshare\tby_case\tby_case_error\n", out);
    for (int l = 0; l < SCORE_LEVELS; l++) {
        fprintf(out, "%d\t%g\t%d\t%d", l + 1, score_level[l], backtest->inside[l], backtest->checks);
        tab_number(backtest->checks > 0 ? (double)backtest->inside[l] / backtest->checks : NAN, out);
        tab_number(backtest->share[l].value, out);
        tab_number(backtest->share[l].error, out);
        fputc('\n', out);
    }
}

static void write_selection(const struct backtest *backtest, FILE *out)
{
    const struct backtest_selection *selection = &backtest->selection;
    fprintf(out, "# the same of the truths of which %d worlds or more ended alike, in the forecast's intervals and in those\n"
                 "# of these worlds; right: were the model right\n"
                 "row\tlevel\tinside\ttruths\tright\tby_case\tby_case_error\tright_by_case\tintervals\n", SELECTION_WORLDS_LEAST);
    for (int i = 0; i < 2 * SCORE_LEVELS; i++) {
        const int l = i % SCORE_LEVELS;
        const struct backtest_coverage *coverage = i < SCORE_LEVELS ? &selection->forecast[l] : &selection->alike[l];
        fprintf(out, "%d\t%g\t%d\t%d", i + 1, score_level[l], coverage->inside, selection->truths);
        tab_number(coverage->expected, out);
        tab_number(coverage->share.value, out);
        tab_number(coverage->share.error, out);
        tab_number(coverage->expected_share, out);
        name(i < SCORE_LEVELS ? "forecast" : "ended alike", out);
    }
}

static void write_bands(const struct backtest *backtest, FILE *out)
{
    int row = 0;
    fputs("# what a credible forecast should say, and what was said; at_…: on an axis from 0 to 1\n"
          "row\tcase\tlow\thigh\tforetold\terror\tworlds\tacceptance\tat_low\tat_high\tat\tat_least\tat_most\tsays\n", out);
    for (int c = 0; c < backtest->cases; c++)
        for (int b = 0; b < backtest->prediction[c].precedent->bands; b++) {
            const struct precedent_band *band = &backtest->prediction[c].precedent->band[b];
            const struct prediction_band *judged = &backtest->prediction[c].band[b];
            double at = judged->figure.value, margin = words_margin(judged->figure.error);
            fprintf(out, "%d\t%d", ++row, c + 1);
            tab_number(band->low, out);
            tab_number(band->high, out);
            tab_number(at, out);
            tab_number(judged->figure.error, out);
            fprintf(out, "\t%lld\t%d", (long long)judged->worlds, judged->acceptance + 1);
            tab_number(backtest_tsv_position(band, band->low), out);
            tab_number(backtest_tsv_position(band, band->high), out);
            tab_number(backtest_tsv_position(band, at), out);
            tab_number(backtest_tsv_position(band, at - margin), out);
            tab_number(backtest_tsv_position(band, at + margin), out);
            name(band->says, out);
        }
}

const struct backtest_tsv backtest_tsv_tables[BACKTEST_TSV_TABLES] = {
    {"cases", write_cases},   {"truths", write_truths},     {"fans", write_fans},  {"points", write_points},
    {"places", write_places}, {"coverage", write_coverage}, {"selection", write_selection},
    {"bands", write_bands}};
