#include "report/pages.h"

#include "report/assumptions.h"
#include "report/cash_page.h"
#include "report/ends.h"
#include "report/glossary.h"
#include "report/lettering.h"
#include "report/money_pages.h"
#include "report/quadrants.h"
#include "report/reading.h"
#include "report/slides.h"
#include "report/tsv.h"
#include "report/words.h"
#include "scenario/measure.h"

#include <math.h>
#include <stddef.h>

enum { NAME_SIZE = 256 };

/* The tallest stack of dots that are not nothing, on the grid of data/take_home.tsv. */
static int tallest_stack(const struct summary *summary)
{
    int tallest = 0;
    for (int i = 0; i < summary->strategies; i++) {
        int level = 0;
        double last = 0;
        for (int f = 0; f < TAKE_HOMES; f++) {
            double place = tsv_dot_place(summary->strategy[i].take_home[f]);
            level = place > last ? 1 : level + 1;
            last = place;
            if (place > 0 && level > tallest)
                tallest = level;
        }
    }
    return tallest;
}

/* A label that begins with the name of a strategy, on two lines when there are few of them. */
static struct end *add_strategy(struct ends *ends, const struct summary *summary, int strategy,
                                double y)
{
    int lines = summary->strategies <= 3 ? 2 : 1;
    char name[NAME_SIZE];
    captions_name(name, sizeof name, summary, strategy, ENDS_EMS * (lines == 1 ? 1 : 1.8));
    return ends_add(ends, name, lines, strategy + 1, y);
}

struct pages_axis pages_revenue_axis(const struct summary *summary)
{
    int subject = reading_of(summary).subject;
    double most = 0, body = 0;
    for (int i = 0; i < summary->strategies; i++)
        for (int q = 0; q < summary->strategy[i].quarters; q++) {
            const struct quarter *quarter = &summary->strategy[i].quarter[q];
            if (i == subject || summary->strategies == 2)
                most = fmax(most, quarter->p95);
            if (i == subject)
                body = fmax(body, quarter->p75);
            body = fmax(body, quarter->p50);
            most = fmax(most, quarter->p50);
        }
    bool clipped = body > 0 && most > 3.5 * body;
    struct layout_axis axis = layout_axis(clipped ? 2 * body : most, 5);
    return (struct pages_axis){axis.step * axis.steps, axis.step, axis.steps, clipped};
}

static void tell_revenue(const struct summary *summary, FILE *meta)
{
    struct reading reading = reading_of(summary);
    bool tails = summary->strategies == 2;
    struct pages_axis axis = pages_revenue_axis(summary);
    double top = axis.top;
    meta_number(meta, top, "revenue_top");
    meta_number(meta, axis.step, "revenue_step");
    meta_number(meta, axis.steps, "revenue_ticks");

    struct ends ends = {.count = 0};
    for (int i = 0; i < summary->strategies; i++) {
        const struct quarter *last = reading_last_quarter(&summary->strategy[i]);
        struct end *end = add_strategy(&ends, summary, i, last->p50 / top);
        ends_line(end, "median %s", words_money(last->p50).text);
        if (i == reading.subject && last->p75 > 0)
            ends_line(ends_add(&ends, NULL, 0, i + 1, last->p75 / top), "1 in 4 above %s%s",
                      words_money(last->p75).text, last->p75 > top ? " \u2191" : "");
        if ((i == reading.subject || tails) && last->p95 > 0)
            ends_line(ends_add(&ends, NULL, 0, i + 1, last->p95 / top), "1 in 20 above %s%s",
                      words_money(last->p95).text, last->p95 > top ? " \u2191" : "");
    }
    ends_write(&ends, meta, "revenue");
}

static void tell_mix(const struct summary *summary, FILE *meta)
{
    const struct strategy_summary *one = &summary->strategy[reading_of(summary).subject];
    double most = 0, total = 0;
    for (int q = 0; q < one->quarters; q++) {
        total = 0;
        for (int s = 0; s < STREAMS; s++)
            total += one->quarter[q].stream[s];
        most = fmax(most, total);
    }
    struct layout_axis axis = layout_axis(most, 5);
    double top = axis.step * axis.steps, below = 0;
    meta_number(meta, top, "mix_top");
    meta_number(meta, axis.step, "mix_step");
    meta_number(meta, axis.steps, "mix_ticks");
    struct ends ends = {.count = 0};
    const struct quarter *last = reading_last_quarter(one);
    for (int s = 0; s < STREAMS; s++) {
        double share = total > 0 ? last->stream[s] / total : 0;
        if (share >= 0.002) {
            struct end *end = ends_add(&ends, NULL, 0, s + 1, (below + last->stream[s] / 2) / top);
            end->strong = share >= 0.1;
            ends_line(end, "%s %s", glossary_stream_word[s], words_percent(share).text);
        }
        below += last->stream[s];
    }
    ends_write(&ends, meta, "mix");
}

static void tell_survival(const struct summary *summary, FILE *meta)
{
    struct ends ends = {.count = 0};
    for (int i = 0; i < summary->strategies; i++) {
        struct figure open = reading_open(summary, i);
        struct end *end = add_strategy(&ends, summary, i, open.value);
        ends_line(end, "%s", words_percent(open.value).text);
    }
    ends_write(&ends, meta, "survival");
}

static double clearance_chance(const struct strategy_summary *one, double amount)
{
    for (int i = 0; i < CLEARANCES; i++)
        if (summary_clearance(i) > amount * 0.999)
            return one->clears[i];
    return 0;
}

/* The chance at round amounts, written beside the curves: at its own curve where there is room,
 * else in a stack on the highest of the curves that run close together, above which is nothing. */
static void tell_clearance(const struct summary *summary, FILE *meta, double amount, int mark,
                           double top)
{
    const double line = 0.052, close = 0.17; /* of the plot's height */
    double chances[STRATEGIES_MAX], centre[STRATEGIES_MAX];
    int order[STRATEGIES_MAX]; /* from the highest down */
    for (int i = 0; i < summary->strategies; i++) {
        chances[i] = clearance_chance(&summary->strategy[i], amount) / top;
        int at = i;
        for (; at > 0 && chances[order[at - 1]] < chances[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    for (int first = 0, last; first < summary->strategies; first = last + 1) {
        for (last = first; last + 1 < summary->strategies; last++)
            if (chances[order[last]] - chances[order[last + 1]] > close)
                break;
        for (int k = first; k <= last; k++)
            centre[order[k]] = chances[order[first]] + 0.03 + line * (last - k);
    }
    meta_number(meta, amount, "at_least_mark_%d", mark);
    for (int i = 0; i < summary->strategies; i++) {
        double chance = clearance_chance(&summary->strategy[i], amount);
        meta_number(meta, chance, "at_least_mark_%d_chance_%d", mark, i + 1);
        meta_number(meta, centre[i] * top, "at_least_mark_%d_y_%d", mark, i + 1);
        meta_text(meta, words_percent(chance).text, "at_least_mark_%d_text_%d", mark, i + 1);
    }
}

static void tell_at_least(const struct summary *summary, FILE *meta)
{
    double most = 0;
    int last = 1;
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *one = &summary->strategy[i];
        most = fmax(most, one->clears[0]);
        for (int c = 0; c < CLEARANCES; c++)
            if (one->clears[c] >= 0.002 && c > last)
                last = c;
    }
    struct layout_axis axis = layout_axis(fmax(most, 0.05), 5);
    double top = axis.step * axis.steps;
    meta_number(meta, top, "at_least_top");
    meta_number(meta, axis.step, "at_least_step");
    meta_number(meta, axis.steps, "at_least_ticks");
    /* Whole decades, at least to $10M. */
    meta_number(meta, fmax(7, ceil(log10(summary_clearance(last)))), "at_least_decade");
    struct ends ends = {.count = 0};
    for (int i = 0; i < summary->strategies; i++)
        ends_line(add_strategy(&ends, summary, i, summary->strategy[i].clears[0] / top),
                  "%s take something",
                  words_percent(1 - summary->strategy[i].chance_nothing.value).text);
    ends_write(&ends, meta, "at_least");
    tell_clearance(summary, meta, 1e6, 1, top);
    tell_clearance(summary, meta, 1e7, 2, top);
}

static void tell_names(const struct summary *summary, FILE *meta, const char *key, double ems)
{
    char lines[2][NAME_SIZE] = {"", ""}, name[2 * NAME_SIZE];
    const int most = summary->strategies <= 6 ? 2 : 1; /* where rows are low */
    for (int i = 0; i < summary->strategies; i++) {
        captions_name(name, sizeof name, summary, i, (most == 2 ? 1.8 : 1.07) * ems);
        int count = lettering_balance(lines[0], NAME_SIZE, most, name, (most == 2 ? 1.0 : 1.07) * ems);
        meta_number(meta, count, "%s_name_%d_lines", key, i + 1);
        meta_text(meta, lines[0], "%s_name_%d_1", key, i + 1);
        meta_text(meta, lines[1], "%s_name_%d_2", key, i + 1);
    }
}

static void tell_take_home(const struct summary *summary, FILE *meta)
{
    double least = 0.9e5, most = 1e7;
    for (int i = 0; i < summary->strategies; i++)
        for (int f = 0; f < TAKE_HOMES; f++) {
            double amount = summary->strategy[i].take_home[f];
            if (amount >= MEASURE_NOTHING) {
                least = fmin(least, amount);
                most = fmax(most, amount);
            }
        }
    /* Whole cells of the grid of dots, with a little air. */
    meta_number(meta, floor(log10(least) * 10 - 0.5) / 10, "take_home_first_decade");
    meta_number(meta, ceil(log10(most) * 10 + 0.5) / 10, "take_home_last_decade");
    meta_number(meta, fmax(1, tallest_stack(summary)), "take_home_tallest");
    tell_names(summary, meta, "take_home", 11);
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *one = &summary->strategy[i];
        char line[NAME_SIZE], text[NAME_SIZE] = "";
        snprintf(line, sizeof line, "%s take nothing",
                 words_chance(one->chance_nothing.value).text);
        if (one->chance_nothing.value <= 0)
            snprintf(line, sizeof line, "nobody takes nothing");
        else if (one->chance_nothing.value >= 1)
            snprintf(line, sizeof line, "all take nothing");
        meta_text(meta, line, "take_home_nothing_%d", i + 1);
        double median = one->founder_quantile[2].value, quarter = one->founder_quantile[3].value;
        double mark = median >= MEASURE_NOTHING ? median : quarter >= MEASURE_NOTHING ? quarter : 0;
        if (median >= MEASURE_NOTHING)
            snprintf(text, sizeof text, "median %s", words_money(median).text);
        else if (quarter >= MEASURE_NOTHING)
            snprintf(text, sizeof text, "1 in 4 above %s", words_money(quarter).text);
        meta_number(meta, mark, "take_home_mark_%d", i + 1);
        meta_text(meta, text, "take_home_mark_text_%d", i + 1);
    }
}

static void tell_difference(const struct summary *summary, FILE *meta)
{
    struct reading reading = reading_of(summary);
    if (reading.rival < 0)
        return;
    struct comparison verdict = reading_compare(summary, reading.subject, reading.rival);
    const int middle = DIFFERENCE_BINS / 2;
    double most = 0;
    int reach = 12; /* bins to either side: at least two decades */
    for (int b = 0; b < DIFFERENCE_BINS; b++) {
        double share = verdict.pair->bin[b];
        if (b == middle || share <= 0)
            continue;
        most = fmax(most, share);
        reach = b - middle > reach ? b - middle : middle - b > reach ? middle - b : reach;
    }
    struct layout_axis axis = layout_axis(most, 5);
    meta_number(meta, most > 0, "difference_bars");
    meta_number(meta, axis.step * axis.steps, "difference_top");
    meta_number(meta, axis.step, "difference_step");
    meta_number(meta, axis.steps, "difference_ticks");
    meta_number(meta, reach, "difference_reach");
    meta_number(meta,
                middle / log10(summary_bin_edge(DIFFERENCE_BINS) / summary_bin_edge(middle + 1)),
                "difference_per_decade");
    meta_number(meta, verdict.pair - summary->pair + 1, "difference_pair");
    meta_number(meta, verdict.mirrored ? -1 : 1, "difference_sign");
    meta_number(meta, reading.subject + 1, "difference_right");
    meta_number(meta, reading.rival + 1, "difference_left");
    char name[NAME_SIZE], text[2 * NAME_SIZE];
    captions_name(name, sizeof name, summary, reading.subject, 21);
    snprintf(text, sizeof text, "%s ahead: %s", name, words_percent(verdict.wins.value).text);
    meta_text(meta, text, "difference_right_text");
    captions_name(name, sizeof name, summary, reading.rival, 21);
    snprintf(text, sizeof text, "%s ahead: %s", name, words_percent(verdict.losses.value).text);
    meta_text(meta, text, "difference_left_text");
    snprintf(text, sizeof text, "level: %s", words_percent(verdict.ties.value).text);
    meta_text(meta, verdict.ties.value > 0 ? text : "", "difference_level_text");
    double median = verdict.median_difference.value;
    meta_number(meta, median, "difference_median");
    snprintf(text, sizeof text, "middle world %s", words_money_difference(median).text);
    meta_text(meta, text, "difference_median_text");
}

static void tell_round(const struct summary *summary, FILE *meta, int raiser, int r)
{
    const struct cap_table *table = &summary->strategy[raiser].cap_table[r];
    const struct strategy *plan = &summary->scenario->strategy[raiser];
    char clean[NAME_SIZE], name[NAME_SIZE];
    lettering_clean(clean, sizeof clean, r < plan->rounds ? plan->round_name[r] : "");
    lettering_shorten(name, sizeof name, clean, 7.5);
    meta_text(meta, name, "cap_table_event_%d", r + 2);
    meta_text(meta, words_money(table->amount).text, "cap_table_amount_%d", r + 2);
    char text[NAME_SIZE];
    snprintf(text, sizeof text, "%s get here", words_percent(table->reached).text);
    meta_text(meta, text, "cap_table_reached_%d", r + 2);
}

static void tell_cap_table(const struct summary *summary, FILE *meta)
{
    int raiser = reading_of(summary).raiser;
    meta_number(meta, raiser + 1, "cap_table_raiser");
    struct ends ends = {.count = 0};
    if (raiser < 0) {
        tell_names(summary, meta, "cap_table", 12.5);
        for (int i = 0; i < summary->strategies; i++) {
            double share = summary->strategy[i].founders_share.value;
            meta_number(meta, isfinite(share) ? share : 1, "cap_table_founders_%d", i + 1);
        }
        ends_write(&ends, meta, "cap_table");
        return;
    }
    const struct strategy_summary *one = &summary->strategy[raiser];
    int rounds = reading_rounds(one);
    const struct cap_table *last = &one->cap_table[rounds - 1];
    bool exits = one->exit.reached > 0;
    if (exits)
        last = &one->exit;
    meta_number(meta, rounds + 1 + exits, "cap_table_events");
    meta_number(meta, rounds, "cap_table_rounds");
    meta_number(meta, one->closings, "cap_table_closings");
    meta_text(meta, "Founding", "cap_table_event_1");
    meta_text(meta, "", "cap_table_amount_1");
    meta_text(meta, "", "cap_table_reached_1");
    for (int r = 0; r < rounds; r++)
        tell_round(summary, meta, raiser, r);
    if (exits) {
        char text[NAME_SIZE];
        snprintf(text, sizeof text, "%s get here", words_percent(one->exit.reached).text);
        meta_text(meta, "Exit", "cap_table_event_%d", rounds + 2);
        meta_text(meta, "sold or listed", "cap_table_amount_%d", rounds + 2);
        meta_text(meta, text, "cap_table_reached_%d", rounds + 2);
    }
    /* Colours: 1 founders, 2 employees, 3 and up the investors of each round. */
    double below = 0;
    struct end *end = ends_add(&ends, NULL, 0, 1, last->founders / 2);
    end->strong = true;
    ends_line(end, "Founders");
    below += last->founders;
    if (last->pool > 0)
        ends_line(ends_add(&ends, NULL, 0, 2, below + last->pool / 2), "Employees");
    below += last->pool;
    for (int r = 0; r < (exits ? one->closings : rounds); r++) {
        if (r >= rounds && last->investor[r] < 0.01)
            continue; /* of rounds that are not drawn */
        char clean[NAME_SIZE], name[NAME_SIZE];
        const struct strategy *plan = &summary->scenario->strategy[raiser];
        lettering_clean(clean, sizeof clean, r < plan->rounds ? plan->round_name[r] : "");
        lettering_shorten(name, sizeof name, clean, 9);
        ends_line(ends_add(&ends, NULL, 0, r + 3, below + last->investor[r] / 2), "%s investors",
                  name);
        below += last->investor[r];
    }
    ends_write(&ends, meta, "cap_table");
}

static void tell_multiple(const struct summary *summary, FILE *meta)
{
    int raiser = reading_of(summary).raiser, rows = 0;
    meta_number(meta, raiser + 1, "multiple_raiser");
    if (raiser < 0)
        return;
    const struct strategy_summary *one = &summary->strategy[raiser];
    double most = 0;
    for (int b = 0; b < BUCKETS; b++) {
        most = fmax(most, fmax(one->bucket_companies[b], one->bucket_proceeds[b]));
        meta_text(meta, glossary_bucket_word[b], "multiple_bucket_%d", b + 1);
    }
    struct layout_axis axis = layout_axis(most, 5);
    meta_number(meta, axis.step * axis.steps, "multiple_top");
    meta_number(meta, axis.step, "multiple_step");
    meta_number(meta, axis.steps, "multiple_ticks");
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *each = &summary->strategy[i];
        if (!reading_raises(each))
            continue;
        rows++;
        char name[NAME_SIZE];
        captions_name(name, sizeof name, summary, i, 15.5);
        meta_text(meta, name, "multiple_row_name_%d", rows);
        meta_number(meta, i + 1, "multiple_row_strategy_%d", rows);
        meta_text(meta, words_multiple(each->multiple.value).text, "multiple_row_all_%d", rows);
        meta_text(meta, words_multiple(each->multiple_median.value).text, "multiple_row_median_%d",
                  rows);
        meta_text(meta, words_multiple(each->best_multiple).text, "multiple_row_best_%d", rows);
        char irr[NAME_SIZE] = "no return";
        if (isfinite(each->irr.value))
            snprintf(irr, sizeof irr, "%s a year", words_percent(each->irr.value).text);
        meta_text(meta, irr, "multiple_row_irr_%d", rows);
        meta_text(meta, words_percent(each->loss_ratio.value).text, "multiple_row_loss_%d", rows);
    }
    meta_number(meta, rows, "multiple_rows");
}

void pages_chart(const struct summary *summary, enum chart chart, FILE *meta)
{
    switch (chart) {
    case CHART_TABLE: slides_table(summary, meta); break;
    case CHART_REVENUE: tell_revenue(summary, meta); break;
    case CHART_SURVIVAL: tell_survival(summary, meta); break;
    case CHART_OUTCOMES: tell_names(summary, meta, "outcomes", 14); break;
    case CHART_TAKE_HOME: tell_take_home(summary, meta); break;
    case CHART_AT_LEAST: tell_at_least(summary, meta); break;
    case CHART_DIFFERENCE: tell_difference(summary, meta); break;
    case CHART_MIX: tell_mix(summary, meta); break;
    case CHART_CAP_TABLE: tell_cap_table(summary, meta); break;
    case CHART_OWNERSHIP: money_pages_ownership(summary, meta); break;
    case CHART_WATERFALL: money_pages_waterfall(summary, meta); break;
    case CHART_BREAKPOINTS: money_pages_breakpoints(summary, meta); break;
    case CHART_CASH: cash_page_write(summary, meta); break;
    case CHART_MULTIPLE: tell_multiple(summary, meta); break;
    case CHART_PARTIES: quadrants_chart(summary, meta); break;
    case CHART_ASSUMPTIONS: assumptions_page(summary, meta); break;
    case CHARTS: break;
    }
}
