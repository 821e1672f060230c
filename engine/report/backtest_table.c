#include "report/backtest_table.h"

#include "analysis/score.h"
#include "report/cell.h"
#include "report/lettering.h"

#include <math.h>

enum { LABEL = 26, CELL = 12, COLUMNS = 100, NAME_SIZE = 256 };

const char *const backtest_table_acceptance[3] = {
    [ACCEPTANCE_MET] = "met", [ACCEPTANCE_MISSED] = "missed", [ACCEPTANCE_UNCLEAR] = "unclear"};

struct words backtest_table_amount(enum quantity_kind kind, double value)
{
    struct words words;
    switch (kind) {
    case QUANTITY_VALUE:
    case QUANTITY_RAISED:
    case QUANTITY_MARK:
    case QUANTITY_REVENUE:
        return words_money(value);
    case QUANTITY_SERVICES_SHARE:
        return words_percent(value);
    case QUANTITY_LIFETIME:
    case QUANTITIES:
        break;
    }
    if (isnan(value))
        return words_number(value);
    snprintf(words.text, sizeof words.text, "%.0f months", value);
    return words;
}

void backtest_table_name(char *name, size_t size, enum quantity_kind kind, int month)
{
    static const char *const names[QUANTITIES] = {"value at the end", "raised", "highest mark",
                                                  "time to the end",  "revenue", "services share"};
    if (month > 0)
        snprintf(name, size, "%s, month %d", names[kind], month);
    else
        snprintf(name, size, "%s", names[kind]);
}

static void label(FILE *out, const char *text)
{
    int width = 2 + lettering_columns(text);
    fprintf(out, "  %s%*s", text, width < LABEL ? LABEL - width : 1, "");
}

/* --- A case --------------------------------------------------------------------------------- */

static void write_fate(const struct prediction *prediction, FILE *out)
{
    const struct precedent *precedent = prediction->precedent;
    if (!precedent->has_outcome)
        return;
    char text[64];
    snprintf(text, sizeof text, "by month %d", precedent->month);
    label(out, text);
    for (int f = 0; f < FATES; f++) {
        const bool came = (enum fate)f == prediction->truth;
        fprintf(out, "%s%s %s%s%s", f > 0 ? ", " : "", base_rates_fate[f], words_percent(prediction->chance[f]).text,
                came ? " ←" : "", f == FATES - 1 ? "\n" : "");
    }
    label(out, "  companies at large");
    for (int f = 0; f < FATES; f++)
        fprintf(out, "%s %s%s", base_rates_fate[f], words_percent(prediction->base[f]).text, f == FATES - 1 ? "" : ", ");
    fputc('\n', out);
    label(out, "  log score");
    fprintf(out, "%.2f against %.2f; %s of %s worlds ended alike\n", prediction->log_score, prediction->base_log_score,
            words_count(prediction->alike).text, words_count(prediction->paths).text);
}

static void write_check(const struct prediction_check *check, FILE *out)
{
    char name[NAME_SIZE];
    backtest_table_name(name, sizeof name, check->kind, check->month);
    label(out, name);
    cell_pad(out, backtest_table_amount(check->kind, check->truth).text, CELL);
    cell_pad(out, backtest_table_amount(check->kind, check->quantile[PREDICTION_MEDIAN - 2]).text, CELL);
    cell_pad(out, backtest_table_amount(check->kind, check->quantile[PREDICTION_MEDIAN]).text, CELL);
    cell_pad(out, backtest_table_amount(check->kind, check->quantile[PREDICTION_MEDIAN + 2]).text, CELL);
    char place[32];
    snprintf(place, sizeof place, isnan(check->place) ? "–" : "%.3f", check->place);
    cell_pad(out, place, 8);
    fprintf(out, "  %s\n", precedent_grade[check->grade]);
}

static void write_band(const struct precedent_band *band, const struct prediction_band *judged, FILE *out)
{
    char text[NAME_SIZE], line[2 * NAME_SIZE];
    enum quantity_kind kind = band->median ? band->of : QUANTITY_SERVICES_SHARE;
    struct words value = band->median ? backtest_table_amount(kind, judged->figure.value)
                                      : cell_words(judged->figure, CELL_PERCENT);
    snprintf(text, sizeof text, "%.160s", band->says);
    snprintf(line, sizeof line, "band: %s: %s, %s", text, value.text, backtest_table_acceptance[judged->acceptance]);
    fputs("  ", out);
    lettering_print(out, line, COLUMNS - 2, 4);
    fputc('\n', out);
}

static void write_case(const struct prediction *prediction, FILE *out)
{
    const struct precedent *precedent = prediction->precedent;
    char name[NAME_SIZE];
    lettering_plain(name, sizeof name, precedent->name);
    fprintf(out, "\n%s, from %04d-%02d", name, precedent->start_year, precedent->start_month);
    if (precedent->has_outcome)
        fprintf(out, ": %s in month %d", precedent_outcome[precedent->outcome], precedent->month);
    fprintf(out, " (%s)\n", precedent_grade[precedent->grade]);
    write_fate(prediction, out);
    if (prediction->checks > 0) {
        label(out, "");
        static const char *const columns[] = {"truth", "a tenth", "median", "nine tenths"};
        for (int c = 0; c < 4; c++)
            cell_pad(out, columns[c], CELL);
        cell_pad(out, "place", 8);
        fputc('\n', out);
    }
    for (int k = 0; k < prediction->checks; k++)
        write_check(&prediction->check[k], out);
    for (int b = 0; b < precedent->bands; b++)
        write_band(&precedent->band[b], &prediction->band[b], out);
}

/* --- All of them ---------------------------------------------------------------------------- */

/* '0.80 ± 0.08'; of one case there is no interval, of none no number. */
static void write_figure(struct figure figure, bool sign, FILE *out)
{
    if (isnan(figure.value))
        fputs("–", out);
    else if (isnan(figure.error))
        fprintf(out, sign ? "%+.2f" : "%.2f", figure.value);
    else
        fprintf(out, sign ? "%+.2f ± %.2f" : "%.2f ± %.2f", figure.value, words_margin(figure.error));
}

static void write_correlation(const char *name, struct figure correlation, FILE *out)
{
    double low, high;
    score_interval(correlation, &low, &high);
    if (isnan(correlation.value))
        fprintf(out, "%s –, ", name);
    else if (isnan(low))
        fprintf(out, "%s %.2f, ", name, correlation.value);
    else
        fprintf(out, "%s %.2f (%.2f to %.2f), ", name, correlation.value, low, high);
}

static void write_ranking(const char *text, const struct backtest_ranking *ranking, FILE *out)
{
    label(out, text);
    if (ranking->pairs < 2) {
        fputs("too few cases\n", out);
        return;
    }
    write_correlation("Spearman", ranking->spearman, out);
    write_correlation("Kendall", ranking->kendall, out);
    fprintf(out, "%d cases\n", ranking->pairs);
}

static void write_share(struct figure share, FILE *out)
{
    fputs(isnan(share.error) ? words_percent(share.value).text : words_percent_about(share.value, share.error).text, out);
}

/* '68%, holds 45%: 43 of 95 truths; each case counting once 67%, holds 44% ± 12%' */
static void write_coverage(const struct backtest_coverage *coverage, int truths, FILE *out)
{
    fprintf(out, "%s, holds %s: ", words_percent(coverage->expected).text,
            words_percent((double)coverage->inside / truths).text);
    fprintf(out, "%d of %d truths; by case %s, holds ", coverage->inside, truths,
            words_percent(coverage->expected_share).text);
    write_share(coverage->share, out);
    fputc('\n', out);
}

static void write_selection(const struct backtest_selection *selection, FILE *out)
{
    if (selection->left_out > 0)
        fprintf(out, "  not in the next lines: %d truth%s of %d case%s of which fewer than %d worlds ended alike\n",
                selection->left_out, selection->left_out == 1 ? "" : "s", selection->cases_left_out,
                selection->cases_left_out == 1 ? "" : "s", SELECTION_WORLDS_LEAST);
    if (selection->truths == 0)
        return;
    fputs("  were the model right, of companies chosen by how they ended\n", out);
    for (int l = 0; l < SCORE_LEVELS; l++) {
        fprintf(out, "    of %.0f%% it would hold ", 100.0 * score_level[l]);
        write_coverage(&selection->forecast[l], selection->truths, out);
    }
    for (int l = 0; l < SCORE_LEVELS; l++) {
        const struct backtest_coverage *alike = &selection->alike[l];
        fprintf(out, "  inside the %.0f%% interval of worlds that ended alike: %d of %d; ", 100.0 * score_level[l],
                alike->inside, selection->truths);
        fprintf(out, "were it right %s; by case ", words_percent(alike->expected).text);
        write_share(alike->share, out);
        fputc('\n', out);
    }
}

static void write_together(const struct backtest *backtest, FILE *out)
{
    fprintf(out, "\nTogether: %d case%s\n", backtest->cases, backtest->cases == 1 ? "" : "s");
    if (backtest->bands > 0) {
        label(out, "bands");
        fprintf(out, "%d of %d met, %d missed, %d unclear\n", backtest->met, backtest->bands, backtest->missed,
                backtest->bands - backtest->met - backtest->missed);
    }
    for (int l = 0; l < SCORE_LEVELS; l++) {
        char text[64];
        snprintf(text, sizeof text, "inside the %.0f%% interval", 100.0 * score_level[l]);
        label(out, text);
        fprintf(out, "%d of %d truths; ", backtest->inside[l], backtest->checks);
        write_share(backtest->share[l], out);
        fputs(" with each case counting once\n", out);
    }
    write_selection(&backtest->selection, out);
    label(out, "mean place of a truth");
    write_figure(backtest->place, false, out);
    fputs("; 0.50 is right, above it too little was foretold\n", out);
    label(out, "log score of the end");
    if (backtest->fates > 0) {
        fprintf(out, "%.2f against %.2f of base rates; ", backtest->log_score.value, backtest->base_log_score.value);
        write_figure(backtest->gain, true, out);
        fprintf(out, " a case, %d in all\n", backtest->fates);
    } else {
        fputs("no end is known\n", out);
    }
    write_ranking("order by value, median", &backtest->value[BACKTEST_BY_MEDIAN], out);
    write_ranking("  by the best tenth", &backtest->value[BACKTEST_BY_TENTH], out);
    write_ranking("order by revenue, median", &backtest->revenue[BACKTEST_BY_MEDIAN], out);
    write_ranking("  by the best tenth", &backtest->revenue[BACKTEST_BY_TENTH], out);
}

void backtest_table_write(const struct backtest *backtest, FILE *out)
{
    for (int c = 0; c < backtest->cases; c++)
        write_case(&backtest->prediction[c], out);
    write_together(backtest, out);
    fputs("\nThe place of a truth is the share of worlds below it and half of those equal to it. Revenue is of\n"
          "the year up to a month, had the company gone on by itself. It is known because a company was open,\n"
          "the time to the end because it ended: they are held against the worlds still open in that month, or\n"
          "ended by the horizon. A band's median of revenue is of all worlds; who has closed has none. Intervals\n"
          "are 95%; truths of one company hang together, so that cases count, not truths. These companies are\n"
          "remembered because they did well or failed loudly: a forecast of all companies would stand below them.\n"
          "Were the model right, it would still hold fewer of companies chosen by their end: how many is told by\n"
          "its own worlds that ended as the company did, at any time (private: by the month in which that is\n"
          "known), each in the truth's place. Whether it is right once the end is known, the intervals of\n"
          "these worlds alone tell; where they are too few, only the log score of the end counts the case.\n",
          out);
}
