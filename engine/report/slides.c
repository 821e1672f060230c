#include "report/slides.h"

#include "report/captions.h"
#include "report/lettering.h"
#include "report/reading.h"
#include "report/words.h"

#include <math.h>
#include <string.h>

enum { NAME_SIZE = 256, COVER_LINES = 3 };

static const char *const month_name[12] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static int tick(FILE *meta, int number, int month, const char *text)
{
    meta_number(meta, month, "time_tick_%d_month", number);
    meta_text(meta, text, "time_tick_%d", number);
    return number;
}

/* Every so many months, with the year where it begins. */
static int tick_months(const struct scenario *scenario, FILE *meta)
{
    int step = scenario->horizon <= 8 ? 1 : scenario->horizon <= 24 ? 3 : 6, ticks = 0;
    for (int month = 0; month <= scenario->horizon; month += step) {
        int in_year = (scenario->start_month - 1 + month) % 12;
        char text[24];
        if (month == 0 || in_year < step)
            snprintf(text, sizeof text, "%s %d", month_name[in_year],
                     captions_year(scenario, month));
        else
            snprintf(text, sizeof text, "%s", month_name[in_year]);
        ticks = tick(meta, ticks + 1, month, text);
    }
    return ticks;
}

/* Every so many years, in January; the start stands for itself. */
static int tick_years(const struct scenario *scenario, FILE *meta)
{
    static const int steps[] = {1, 2, 5, 10};
    int years = scenario->horizon / 12, step = 10, ticks = 0;
    for (int i = 3; i >= 0; i--)
        if (years / steps[i] <= 8)
            step = steps[i];
    char text[24];
    if (scenario->start_month > 1) {
        snprintf(text, sizeof text, "%s %d", month_name[scenario->start_month - 1],
                 scenario->start_year);
        ticks = tick(meta, ticks + 1, 0, text);
    }
    for (int month = (13 - scenario->start_month) % 12; month <= scenario->horizon; month += 12) {
        int year = captions_year(scenario, month);
        bool crowded = ticks > 0 && month < scenario->horizon / 10 && scenario->start_month > 1;
        if (year % step != 0 || crowded)
            continue;
        snprintf(text, sizeof text, "%d", year);
        ticks = tick(meta, ticks + 1, month, text);
    }
    return ticks;
}

void slides_shared(const struct summary *summary, FILE *meta)
{
    const struct scenario *scenario = summary->scenario;
    meta_number(meta, summary->strategies, "strategies");
    meta_number(meta, scenario->horizon, "horizon");
    meta_number(meta, summary->strategy[0].quarters, "quarters");
    int ticks = scenario->horizon <= 36 ? tick_months(scenario, meta) : tick_years(scenario, meta);
    meta_number(meta, ticks, "time_ticks");
}

static void cover_lines(FILE *meta, const char *text, const char *key, double ems)
{
    char lines[COVER_LINES][CAPTION_SIZE], clean[4 * CAPTION_SIZE];
    lettering_clean(clean, sizeof clean, text);
    int count = lettering_balance(lines[0], CAPTION_SIZE, COVER_LINES, clean, ems);
    meta_number(meta, count, "cover_%s_lines", key);
    for (int i = 0; i < COVER_LINES; i++)
        meta_text(meta, lines[i], "cover_%s_%d", key, i + 1);
}

void slides_cover(const struct summary *summary, FILE *meta)
{
    const struct scenario *scenario = summary->scenario;
    const char *description = scenario->description != NULL ? scenario->description : "";
    cover_lines(meta, scenario->name, "title", 700 / 40.0);
    cover_lines(meta, description, "description", 780 / 16.0);
    for (int i = 0; i < summary->strategies; i++) {
        char name[NAME_SIZE];
        captions_name(name, sizeof name, summary, i, 700 / 16.0);
        meta_text(meta, name, "cover_strategy_%d", i + 1);
    }
    char facts[NAME_SIZE];
    snprintf(facts, sizeof facts, "%s simulated world%s, %s from %s %d",
             words_count(summary->paths).text, summary->paths == 1 ? "" : "s",
             words_duration(scenario->horizon).text, month_name[scenario->start_month - 1],
             scenario->start_year);
    meta_text(meta, facts, "cover_facts");
}

struct table {
    FILE *meta;
    const struct summary *summary;
    int rows;
};

/* One digit is enough for a margin. */
static struct words one_digit(double margin)
{
    struct words words;
    snprintf(words.text, sizeof words.text, "%.*f",
             margin >= 9.5     ? 0
             : margin >= 0.095 ? 1
                               : 2,
             margin);
    return words;
}

static void cell(struct table *table, int column, struct words value, double margin, bool money)
{
    char text[NAME_SIZE] = "";
    if (isfinite(margin) && margin > 0)
        snprintf(text, sizeof text, "±%s",
                 money ? words_money(margin).text : one_digit(margin).text);
    meta_text(table->meta, value.text, "table_cell_%d_%d", table->rows, column + 1);
    meta_text(table->meta, text, "table_margin_%d_%d", table->rows, column + 1);
}

static void label(struct table *table, const char *text)
{
    meta_text(table->meta, text, "table_label_%d", ++table->rows);
}

enum unit { DOLLARS, SHARES, MULTIPLES };

/* One figure of every strategy, unless no strategy has it. */
static void row(struct table *table, const char *text, size_t member, enum unit unit)
{
    struct figure figure[STRATEGIES_MAX];
    bool any = false;
    for (int i = 0; i < table->summary->strategies; i++) {
        const char *strategy = (const char *)&table->summary->strategy[i];
        memcpy(&figure[i], strategy + member, sizeof figure[i]);
        any |= isfinite(figure[i].value);
    }
    if (!any)
        return;
    label(table, text);
    for (int i = 0; i < table->summary->strategies; i++) {
        double margin = words_margin(figure[i].error);
        if (unit == DOLLARS)
            cell(table, i, words_money(figure[i].value), margin, true);
        else if (unit == SHARES)
            cell(table, i, words_percent(figure[i].value), 100 * margin, false);
        else
            cell(table, i, words_multiple(figure[i].value), margin, false);
    }
}

/* How often each is ahead of the subject in the same worlds, and the subject of its rival. */
static void duel(struct table *table)
{
    const struct summary *summary = table->summary;
    struct reading reading = reading_of(summary);
    if (reading.rival < 0)
        return;
    char text[2 * NAME_SIZE] = "Ahead in the same worlds", name[NAME_SIZE];
    if (summary->strategies > 2) {
        captions_name(name, sizeof name, summary, reading.subject,
                      summary->strategies > 3 ? 12 : 17);
        snprintf(text, sizeof text, "Ahead of %s", name);
    }
    label(table, text);
    for (int i = 0; i < summary->strategies; i++) {
        int against = i != reading.subject ? reading.subject : reading.rival;
        struct figure wins = reading_compare(summary, i, against).wins;
        if (i == reading.subject && summary->strategies > 2)
            cell(table, i, words_percent(NAN), NAN, false);
        else
            cell(table, i, words_percent(wins.value), 100 * words_margin(wins.error), false);
    }
    label(table, summary->strategies > 2 ? "Middle world, against it" : "In the middle world");
    for (int i = 0; i < summary->strategies; i++) {
        int against = i != reading.subject ? reading.subject : reading.rival;
        struct figure difference = reading_compare(summary, i, against).median_difference;
        if (i == reading.subject && summary->strategies > 2)
            cell(table, i, words_percent(NAN), NAN, false);
        else
            cell(table, i, words_money_difference(difference.value), words_margin(difference.error),
                 true);
    }
}

void slides_table(const struct summary *summary, FILE *meta)
{
    struct table table = {.meta = meta, .summary = summary};
    for (int i = 0; i < summary->strategies; i++) {
        char name[2 * NAME_SIZE], lines[3][NAME_SIZE];
        double ems = fmin(620.0 / summary->strategies - 20, 200) / 12;
        captions_name(name, sizeof name, summary, i, 2.4 * ems);
        int count = lettering_balance(lines[0], NAME_SIZE, 3, name, ems);
        meta_number(meta, count, "table_name_lines_%d", i + 1);
        for (int line = 0; line < 3; line++)
            meta_text(meta, lines[line], "table_name_%d_%d", i + 1, line + 1);
    }
    row(&table, "Founders\u2019 take-home, median",
        offsetof(struct strategy_summary, founder_quantile[2]), DOLLARS);
    row(&table, "Founders who take nothing", offsetof(struct strategy_summary, chance_nothing),
        SHARES);
    row(&table, "$1M or more", offsetof(struct strategy_summary, chance_1m), SHARES);
    row(&table, "$10M or more", offsetof(struct strategy_summary, chance_10m), SHARES);
    row(&table, "Failed within five years", offsetof(struct strategy_summary, dead_by_5_years),
        SHARES);
    row(&table, "Founders\u2019 share at the end",
        offsetof(struct strategy_summary, founders_share), SHARES);
    row(&table, "Investors\u2019 multiple, all money", offsetof(struct strategy_summary, multiple),
        MULTIPLES);
    duel(&table);
    meta_number(meta, table.rows, "table_rows");
}
