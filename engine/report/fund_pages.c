#include "report/fund_pages.h"

#include "report/captions.h"
#include "report/ends.h"
#include "report/layout.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/words.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { MOST_STEPS = 6, TICKS_MOST = 8, NAME_SIZE = 256 };

static const double CLEAR = 3.0; /* standard errors, before a title speaks of a difference */
static const double NAME_EMS = 13.5;

const char *const fund_pages_key[FUND_CHARTS] = {"j_curve", "tail", "companies", "kinds"};

bool fund_pages_has(const struct fund_figures *figures, enum fund_chart chart)
{
    return chart != FUND_CHART_KINDS || figures->fund->arms > 1;
}

/* --- Captions ------------------------------------------------------------------------------- */

static const struct fund_quarter *trough(const struct fund_figures *figures)
{
    const struct fund_quarter *lowest = &figures->quarter[0];
    for (int q = 1; q < figures->quarters; q++)
        if (figures->quarter[q].cash[2].value < lowest->cash[2].value)
            lowest = &figures->quarter[q];
    return lowest;
}

static void caption_j_curve(const struct fund_figures *figures, struct caption *caption)
{
    const struct fund_quarter *low = trough(figures), *last = &figures->quarter[figures->quarters - 1];
    const double end = last->cash[2].value * figures->fund->size;
    snprintf(caption->title, CAPTION_SIZE, "The middle fund is %s down in year %d, and ends %s %s",
             words_money(-low->cash[2].value * figures->fund->size).text, (low->month + 11) / 12,
             words_money(fabs(end)).text, end < 0.0 ? "down" : "up");
    snprintf(caption->subtitle, CAPTION_SIZE,
             "Net cash of its investors so far, as a share of the %s they committed. Dark: half of the funds; light: "
             "eight in ten",
             words_money(figures->fund->size).text);
    snprintf(caption->note, CAPTION_SIZE, "At the end companies still held are sold at their mark: %s of all proceeds",
             words_percent(figures->whole.marked.value).text);
}

static void caption_tail(const struct fund_figures *figures, struct caption *caption)
{
    const double ten = figures->tail[20].value;
    snprintf(caption->title, CAPTION_SIZE,
             "%s companies return%s ten times the cheque; a fund’s best one brings %s of what comes back",
             words_chance(ten).text, words_one(ten) ? "s" : "", words_percent(figures->whole.best_share.value).text);
    snprintf(caption->subtitle, CAPTION_SIZE,
             "Share of companies with a cheque that return at least so many times the money. %s of them lose money",
             words_percent(figures->whole.loss_ratio.value).text);
    if (isfinite(figures->tail_exponent.value))
        snprintf(caption->note, CAPTION_SIZE,
                 "Dashed: a power law with the exponent of the best fiftieth, %.2f ± %.2f (Hill’s estimate)",
                 figures->tail_exponent.value, words_margin(figures->tail_exponent.error));
}

static bool differ(struct figure a, struct figure b)
{
    return fabs(a.value - b.value) > CLEAR * hypot(a.error, b.error);
}

static void caption_companies(const struct fund_figures *figures, struct caption *caption)
{
    const int last = figures->sizes - 1;
    const struct fund_returns *most = &figures->together[last], *apart = &figures->apart[last];
    struct words loses = words_chance(1.0 - most->at_least_1.value);
    if (differ(most->at_least_1, apart->at_least_1) && most->at_least_1.value < apart->at_least_1.value)
        snprintf(caption->title, CAPTION_SIZE,
                 "Even with %d companies %s funds lose money, for they all live in one world: apart, %s would",
                 most->companies, loses.text, words_chance(1.0 - apart->at_least_1.value).text);
    else
        snprintf(caption->title, CAPTION_SIZE, "With %d companies %s funds lose money, with one %s",
                 most->companies, loses.text, words_chance(1.0 - figures->together[0].at_least_1.value).text);
    snprintf(caption->subtitle, CAPTION_SIZE,
             "What funds return, net, over what was paid in, by number of companies: the median, half of the funds "
             "(dark), eight in ten (light). Smaller funds hold companies drawn from larger ones");
}

static const struct fund_returns *safest(const struct fund_figures *figures)
{
    const struct fund_returns *best = &figures->alone[0];
    for (int a = 1; a < figures->fund->arms; a++)
        if (figures->alone[a].at_least_1.value > best->at_least_1.value)
            best = &figures->alone[a];
    return best;
}

static void caption_kinds(const struct fund_figures *figures, struct caption *caption)
{
    snprintf(caption->title, CAPTION_SIZE,
             "With the mix %s funds lose money, with the safest kind of company alone %s",
             words_chance(1.0 - figures->whole.at_least_1.value).text,
             words_chance(1.0 - safest(figures)->at_least_1.value).text);
    snprintf(caption->subtitle, CAPTION_SIZE,
             "What funds of %d companies return, net, over what was paid in: the median, half of the funds (dark), "
             "eight in ten (light)", figures->fund->companies);
}

static void write_lines(const char *text, const char *key, const char *what, double ems, FILE *meta)
{
    char lines[2][CAPTION_SIZE];
    lettering_wrap(lines[0], CAPTION_SIZE, 2, text, ems);
    meta_text(meta, lines[0], "%s_%s_1", key, what);
    meta_text(meta, lines[1], "%s_%s_2", key, what);
}

static void write_caption(const struct fund_figures *figures, enum fund_chart chart, FILE *meta)
{
    static void (*const captions[FUND_CHARTS])(const struct fund_figures *, struct caption *) = {
        caption_j_curve, caption_tail, caption_companies, caption_kinds};
    struct caption caption = {.note = ""};
    const char *key = fund_pages_key[chart];
    captions[chart](figures, &caption);
    char lines[2][CAPTION_SIZE], name[NAME_SIZE], note[2 * CAPTION_SIZE], clean[sizeof note];
    lettering_balance(lines[0], CAPTION_SIZE, 2, caption.title, CAPTIONS_TITLE_EMS);
    meta_text(meta, lines[0], "%s_title_1", key);
    meta_text(meta, lines[1], "%s_title_2", key);
    write_lines(caption.subtitle, key, "subtitle", CAPTIONS_SUBTITLE_EMS, meta);
    lettering_shorten(name, sizeof name, figures->fund->name, 24);
    snprintf(note, sizeof note, "%s · seed %" PRIu64 " · %s funds, each in a world of its own · playbook %s · "
             "data/%s.tsv, plots/%s.gp%s%s",
             name, figures->fund->seed, words_count(figures->fund->funds).text, figures->version, key, key,
             *caption.note ? " · " : "", caption.note);
    lettering_clean(clean, sizeof clean, note);
    write_lines(clean, key, "note", CAPTIONS_NOTE_EMS, meta);
    meta_number(meta, 1, "%s_strategy", key);
}

/* --- Axes and labels ------------------------------------------------------------------------ */

static void write_time(const struct fund *fund, FILE *meta)
{
    static const int steps[] = {12, 24, 60, 120};
    int step = steps[3], ticks = 0;
    for (int s = 3; s >= 0; s--)
        if (fund->term / steps[s] <= TICKS_MOST)
            step = steps[s];
    for (int month = 0; month <= fund->term; month += step) {
        char text[32];
        snprintf(text, sizeof text, month ? "year %d" : "start", month / 12);
        meta_number(meta, month, "time_tick_%d_month", ++ticks);
        meta_text(meta, text, "time_tick_%d", ticks);
    }
    meta_number(meta, ticks, "time_ticks");
    meta_number(meta, fund->term, "horizon");
}

static void write_j_curve(const struct fund_figures *figures, FILE *meta)
{
    static const char *const names[FUND_QUANTILES] = {"worst tenth", "worst quarter", "the middle fund",
                                                      "best quarter", "best tenth"};
    const struct fund_quarter *last = &figures->quarter[figures->quarters - 1];
    double low = 0.0, high = 0.0;
    for (int q = 0; q < figures->quarters; q++) {
        low = fmin(low, figures->quarter[q].cash[0].value);
        high = fmax(high, figures->quarter[q].cash[FUND_QUANTILES - 1].value);
    }
    struct layout_axis axis = layout_axis(high - low > 0.0 ? high - low : 1.0, MOST_STEPS);
    double floor_of = -axis.step * ceil(-low / axis.step), top = axis.step * ceil(high / axis.step);
    meta_number(meta, axis.step, "j_curve_step");
    meta_number(meta, floor_of, "j_curve_low");
    meta_number(meta, fmax(top, axis.step), "j_curve_top");
    struct ends ends = {.count = 0};
    for (int p = FUND_QUANTILES - 1; p >= 0; p--) {
        double y = (last->cash[p].value - floor_of) / (fmax(top, axis.step) - floor_of);
        bool middle = p == FUND_QUANTILES / 2;
        struct end *end = ends_add(&ends, middle ? names[p] : NULL, 1, middle, y);
        const char *sign = last->cash[p].value > 0.0 ? "+" : "";
        if (middle)
            ends_line(end, "%s%s", sign, words_percent(last->cash[p].value).text);
        else
            ends_line(end, "%s %s%s", names[p], sign, words_percent(last->cash[p].value).text);
    }
    ends_write(&ends, meta, "j_curve");
}

static int last_seen(const struct fund_figures *figures)
{
    int last = 0;
    for (int i = 0; i < FUND_TAIL; i++)
        if (figures->tail[i].value > 0.0)
            last = i;
    return last;
}

static void write_tail(const struct fund_figures *figures, FILE *meta)
{
    static const int marked[] = {10, 20, 30}; /* 1x, 10x, 100x */
    const int last = last_seen(figures);
    int low = -1, marks = 0, from = 0;
    while (low > -8 && pow(10.0, low) > 0.999 * figures->tail[last].value)
        low--;
    meta_number(meta, last > 30 ? 3 : last > 20 ? 2 : 1, "tail_decade");
    meta_number(meta, low, "tail_low");
    for (int m = 0; m < 3; m++) {
        struct figure share = figures->tail[marked[m]];
        if (!(share.value > 0.0))
            continue;
        char text[CAPTION_SIZE];
        snprintf(text, sizeof text, "%s return%s %.0f× or more", words_chance(share.value).text,
                 words_one(share.value) ? "s" : "", fund_figures_multiple(marked[m]));
        meta_number(meta, fund_figures_multiple(marked[m]), "tail_mark_%d", ++marks);
        meta_number(meta, share.value, "tail_mark_%d_share", marks);
        meta_text(meta, text, "tail_mark_%d_text", marks);
    }
    meta_number(meta, marks, "tail_marks");
    while (from < FUND_TAIL - 1 && figures->tail[from].value > 0.02)
        from++;
    meta_number(meta, figures->tail_exponent.value, "tail_exponent");
    meta_number(meta, fund_figures_multiple(from), "tail_from");
    meta_number(meta, figures->tail[from].value, "tail_from_share");
    meta_number(meta, fund_figures_multiple(last), "tail_to");
}

static void write_axis(double most, const char *key, FILE *meta)
{
    struct layout_axis axis = layout_axis(most > 0.0 ? most : 1.0, MOST_STEPS);
    meta_number(meta, axis.step * axis.steps, "%s_top", key);
    meta_number(meta, axis.step, "%s_step", key);
    meta_number(meta, axis.steps, "%s_ticks", key);
}

static void write_companies(const struct fund_figures *figures, FILE *meta)
{
    double most = 1.5;
    for (int s = 0; s < figures->sizes; s++) {
        const struct fund_returns *makes[] = {&figures->together[s], &figures->apart[s]};
        char text[32];
        snprintf(text, sizeof text, makes[0]->companies == 1 ? "%d company" : "%d", makes[0]->companies);
        meta_text(meta, text, "companies_name_%d", s + 1);
        for (int m = 0; m < 2; m++) {
            most = fmax(most, makes[m]->net_quantile[FUND_QUANTILES - 1].value);
            meta_text(meta, words_percent(1.0 - makes[m]->at_least_1.value).text, "companies_loses_%d_%d", s + 1, m + 1);
            meta_text(meta, words_percent(makes[m]->at_least_3.value).text, "companies_triples_%d_%d", s + 1, m + 1);
        }
    }
    meta_number(meta, figures->sizes, "companies_sizes");
    write_axis(most, "companies", meta);
}

static void write_kinds(const struct fund_figures *figures, FILE *meta)
{
    double most = 1.5;
    for (int k = 0; k <= figures->fund->arms; k++) {
        const struct fund_returns *returns = k ? &figures->alone[k - 1] : &figures->whole;
        char lines[2][NAME_SIZE] = {"The mix", ""}, market[NAME_SIZE] = "";
        int count = 1;
        if (k) {
            count = lettering_wrap(lines[0], NAME_SIZE, 2, figures->arm_name[k - 1], NAME_EMS);
            lettering_shorten(market, sizeof market, figures->market_name[k - 1], NAME_EMS);
        } else {
            snprintf(market, sizeof market, "of %d kinds", figures->fund->arms);
        }
        meta_number(meta, count, "kinds_name_%d_lines", k + 1);
        meta_text(meta, lines[0], "kinds_name_%d_1", k + 1);
        meta_text(meta, lines[1], "kinds_name_%d_2", k + 1);
        meta_text(meta, market, "kinds_market_%d", k + 1);
        meta_text(meta, words_multiple(returns->net_quantile[2].value).text, "kinds_median_%d", k + 1);
        meta_text(meta, words_percent(1.0 - returns->at_least_1.value).text, "kinds_loses_%d", k + 1);
        meta_text(meta, words_percent(returns->at_least_3.value).text, "kinds_triples_%d", k + 1);
        meta_text(meta, words_percent(returns->loss_ratio.value).text, "kinds_below_%d", k + 1);
        meta_text(meta, words_number(returns->entered.value).text, "kinds_entered_%d", k + 1);
        most = fmax(most, returns->net_quantile[FUND_QUANTILES - 1].value);
    }
    meta_number(meta, figures->fund->arms + 1, "kinds_rows");
    write_axis(most, "kinds", meta);
}

void fund_pages_write(const struct fund_figures *figures, FILE *meta)
{
    static void (*const pages[FUND_CHARTS])(const struct fund_figures *, FILE *) = {
        write_j_curve, write_tail, write_companies, write_kinds};
    char deck[FUND_CHARTS * 16] = "";
    write_time(figures->fund, meta);
    for (int chart = 0; chart < FUND_CHARTS; chart++) {
        if (!fund_pages_has(figures, (enum fund_chart)chart))
            continue;
        write_caption(figures, (enum fund_chart)chart, meta);
        pages[chart](figures, meta);
        strcat(strcat(deck, chart ? " " : ""), fund_pages_key[chart]);
    }
    meta_text(meta, deck, "deck_pages");
}
