#include "report/cash_page.h"

#include "analysis/typical.h"
#include "report/layout.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/panels.h"
#include "report/words.h"
#include "scenario/measure.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { NAME_SIZE = 256, LABELS = TYPICAL_MARKS + 1, LINES = 2, LEVELS = 6, LEVELS_IN_ROWS = 3 };

static const double WIDE = 820;      /* points for all panels, left of them the amounts */
static const double LEAST = 1e4;     /* dollars: the floor of a scale by decades */
static const double SPREAD = 8;      /* how far the highest cash of panels may differ on a plain scale */

struct label {
    char line[LINES][NAME_SIZE];
    double month, cash, x, width; /* points from the left of the panel */
    int lines, level;
    bool end, flipped; /* flipped: it ends at its month */
};

struct page {
    struct panels panels;
    int months;    /* of the longest life */
    double size;   /* of letters */
    int lines, levels;
    bool loose;    /* lines may pass behind labels */
    int labels[STRATEGIES_MAX];
    struct label label[STRATEGIES_MAX][LABELS];
};

static double peak_of(const struct typical *typical)
{
    double peak = 0;
    for (int m = 0; m <= typical->months; m++)
        peak = fmax(peak, typical->cash[m]);
    return peak;
}

/* What came, on the first line; how long the cash would have lasted without, on the second. */
static void name_mark(struct label *label, const struct summary *summary, int strategy,
                      const struct typical_mark *mark, bool brief, double ems)
{
    const struct strategy *plan = &summary->scenario->strategy[strategy];
    char clean[NAME_SIZE] = "Money", name[NAME_SIZE];
    if (mark->kind == TYPICAL_ADVANCE)
        snprintf(clean, sizeof clean, "Advance");
    else if (mark->kind == TYPICAL_BRIDGE)
        snprintf(clean, sizeof clean, "Insiders");
    else if (mark->round < plan->rounds)
        lettering_clean(clean, sizeof clean, plan->round_name[mark->round]);
    lettering_shorten(name, sizeof name, clean, ems);
    int used = snprintf(label->line[0], NAME_SIZE, "%s%s%s", brief ? "" : name, brief ? "" : " ",
                        words_money(mark->amount).text);
    if (mark->lent > 0 && !brief)
        snprintf(label->line[0] + used, NAME_SIZE - (size_t)used, " + %s debt", words_money(mark->lent).text);
    if (mark->runway < 0.5)
        snprintf(label->line[1], NAME_SIZE, "cash was gone");
    else
        snprintf(label->line[1], NAME_SIZE, "%.0f month%s of cash left", mark->runway, mark->runway < 1.5 ? "" : "s");
}

static void name_end(struct label *label, const struct typical *typical)
{
    static const char *const word[OUTCOMES] = {"shut down", "still private", "acqui-hired", "sold", "listed"};
    snprintf(label->line[0], NAME_SIZE, "%s", word[typical->result.outcome]);
    double got = typical->result.founder_proceeds + typical->result.founder_sold;
    if (typical->result.outcome == OUTCOME_PRIVATE)
        snprintf(label->line[1], NAME_SIZE, "after %s", words_duration(typical->months).text);
    else if (got >= MEASURE_NOTHING)
        snprintf(label->line[1], NAME_SIZE, "founders get %s", words_money(got).text);
    else
        snprintf(label->line[1], NAME_SIZE, "founders get nothing");
    label->end = true;
}

/* Where a label stands: from its month on, or up to it lest it leave the panel. From the last to the
 * first, each on the lowest level that is free to its right of labels and of lines down to the curve. */
static void place(struct page *page, int p)
{
    double width = page->panels.width, free_from[LEVELS];
    for (int level = 0; level < LEVELS; level++)
        free_from[level] = INFINITY;
    for (int k = page->labels[p] - 1; k >= 0; k--) {
        struct label *label = &page->label[p][k];
        for (int line = 0; line < page->lines; line++)
            label->width = fmax(label->width, lettering_width(label->line[line]) * page->size);
        label->x = width * label->month / page->months;
        label->flipped = label->x + label->width > width + 14;
        if (label->flipped)
            label->x = fmax(label->x - 4 - label->width, 0);
        while (label->level < LEVELS - 1 && label->x + label->width + 6 > free_from[label->level])
            label->level++;
        free_from[label->level] = fmin(label->x, free_from[label->level]);
        double line = width * label->month / page->months;
        for (int below = 0; below < label->level && !page->loose; below++)
            free_from[below] = fmin(line, free_from[below]);
        page->levels = label->level >= page->levels ? label->level + 1 : page->levels;
    }
}

static void name_labels(struct page *page, const struct summary *summary, int p, bool brief)
{
    page->labels[p] = 0;
    int strategy = page->panels.strategy[p];
    const struct typical *typical = summary->strategy[strategy].typical;
    double ems = page->panels.columns <= 2 ? 12 : 7;
    for (int k = 0; k < typical->marks; k++) {
        struct label *label = &page->label[p][page->labels[p]++];
        *label = (struct label){.month = typical->mark[k].month};
        name_mark(label, summary, strategy, &typical->mark[k], brief, ems);
    }
    struct label *end = &page->label[p][page->labels[p]++];
    *end = (struct label){.month = typical->months};
    name_end(end, typical);
    for (int k = 0; k < page->labels[p]; k++)
        page->label[p][k].cash = fmax(typical->cash[(int)page->label[p][k].month], 0);
}

/* In low panels, when too many labels would pile up, names of rounds give way; then labels stand
 * before the lines of others. */
static void label_panels(struct page *page, const struct summary *summary)
{
    for (int attempt = 0; attempt < 3; attempt++) {
        page->levels = 0;
        page->loose = attempt == 2;
        for (int p = 0; p < page->panels.count; p++) {
            name_labels(page, summary, p, attempt > 0);
            place(page, p);
        }
        if (page->panels.rows == 1 || page->levels <= LEVELS_IN_ROWS)
            return;
    }
}

static void tell_axis(const struct page *page, const struct summary *summary, FILE *meta)
{
    double most = 0, least = INFINITY;
    for (int i = 0; i < summary->strategies; i++) {
        double peak = peak_of(summary->strategy[i].typical);
        most = fmax(most, peak);
        least = fmin(least, peak);
    }
    bool decades = most > SPREAD * least && most > 10 * LEAST;
    meta_number(meta, decades, "cash_decades");
    meta_number(meta, page->months, "cash_months");
    if (decades) {
        double last = ceil(log10(most / LEAST) * 4) / 4; /* quarters of a decade */
        meta_number(meta, LEAST, "cash_low");
        meta_number(meta, LEAST * pow(10, last), "cash_high");
        meta_number(meta, floor(last + 1e-9) + 1, "cash_ticks");
        for (int t = 0; t <= (int)(last + 1e-9); t++)
            meta_number(meta, LEAST * pow(10, t), "cash_tick_%d", t + 1);
        return;
    }
    struct layout_axis axis = layout_axis(fmax(most, 1e3), page->panels.rows > 1 ? 3 : 5);
    meta_number(meta, 0, "cash_low");
    meta_number(meta, axis.step * axis.steps, "cash_high");
    meta_number(meta, axis.steps + 1, "cash_ticks");
    for (int t = 0; t <= axis.steps; t++)
        meta_number(meta, t * axis.step, "cash_tick_%d", t + 1);
}

static void tell_label(const struct label *label, FILE *meta, int p, int k)
{
    meta_number(meta, label->month, "cash_label_month_%d_%d", p, k);
    meta_number(meta, label->cash, "cash_label_cash_%d_%d", p, k);
    meta_number(meta, label->x + (label->flipped ? label->width : 0), "cash_label_x_%d_%d", p, k);
    meta_number(meta, label->flipped, "cash_label_flipped_%d_%d", p, k);
    meta_number(meta, label->level, "cash_label_level_%d_%d", p, k);
    meta_number(meta, label->end, "cash_label_end_%d_%d", p, k);
    meta_text(meta, label->line[0], "cash_label_first_%d_%d", p, k);
    meta_text(meta, label->line[1], "cash_label_second_%d_%d", p, k);
}

void cash_page_write(const struct summary *summary, FILE *meta)
{
    struct page page = {.months = 1};
    for (int i = 0; i < summary->strategies; i++) {
        panels_add(&page.panels, i);
        if (summary->strategy[i].typical->months > page.months)
            page.months = summary->strategy[i].typical->months;
    }
    panels_arrange(&page.panels, WIDE);
    panels_write(&page.panels, summary, meta, "cash");
    page.lines = page.panels.rows == 1 && page.panels.columns <= 2 ? 2 : 1;
    page.size = page.panels.columns <= 2 ? 11 : 9.5;
    meta_number(meta, page.lines, "cash_lines");
    meta_number(meta, page.size, "cash_size");
    label_panels(&page, summary);
    for (int p = 0; p < page.panels.count; p++) {
        const struct strategy_summary *one = &summary->strategy[page.panels.strategy[p]];
        char line[NAME_SIZE];
        snprintf(line, sizeof line, "nobody raises · world %" PRId64, one->typical->path);
        if (one->typical->raised)
            snprintf(line, sizeof line, "%s raise · world %" PRId64, words_percent(one->raised.value).text,
                     one->typical->path);
        meta_text(meta, line, "cash_panel_line_%d", p + 1);
        meta_number(meta, page.labels[p], "cash_labels_%d", p + 1);
        for (int k = 0; k < page.labels[p]; k++)
            tell_label(&page.label[p][k], meta, p + 1, k + 1);
    }
    meta_number(meta, page.levels, "cash_levels");
    meta_number(meta, page.loose, "cash_loose");
    tell_axis(&page, summary, meta);
}
