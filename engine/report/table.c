#include "report/table.h"

#include "report/cell.h"
#include "report/lettering.h"
#include "report/ownership.h"
#include "report/reading.h"
#include "report/words.h"

#include <math.h>
#include <string.h>

enum {
    LABEL_COLUMNS = 34,
    GAP = 2,
    CELL_LEAST = 15,
    CELL_MOST = 24,
    HEADER_LINES = 4,
    HEADER_SIZE = 4 * CELL_MOST + 8,
    NAME_SIZE = 1024
};

/* A row shows one figure of every strategy. */
struct row {
    const char *heading; /* above the row, or NULL */
    const char *label;
    enum cell notation;
    struct figure (*figure)(const struct summary *summary, int strategy);
};

/* The figure `member` of a strategy, for a row. */
#define SHOW(name, member)                                                                         \
    static struct figure name(const struct summary *summary, int strategy)                         \
    {                                                                                              \
        return summary->strategy[strategy].member;                                                 \
    }
SHOW(first_tenth, founder_quantile[0])
SHOW(median, founder_quantile[2])
SHOW(best_tenth, founder_quantile[4])
SHOW(best_percent, founder_quantile[6])
SHOW(mean, founder_mean)
SHOW(nothing, chance_nothing)
SHOW(million, chance_1m)
SHOW(ten_million, chance_10m)
SHOW(share, founders_share)
SHOW(liquidity, years_to_liquidity)
SHOW(certain, certain)
SHOW(forgone, forgone)
SHOW(worse, worse)
SHOW(staff, pool_mean)
SHOW(staff_100k, pool_100k)
SHOW(shut_down, outcome[OUTCOME_SHUT_DOWN])
SHOW(acquihired, outcome[OUTCOME_ACQUIHIRED])
SHOW(private, outcome[OUTCOME_PRIVATE])
SHOW(acquired, outcome[OUTCOME_ACQUIRED])
SHOW(listed, outcome[OUTCOME_IPO])
SHOW(early_death, dead_by_5_years)
SHOW(raised, raised)
SHOW(invested, invested)
SHOW(multiple, multiple)
SHOW(multiple_median, multiple_median)
SHOW(loss_ratio, loss_ratio)
SHOW(irr, irr)
#undef SHOW

static struct figure of_round(const struct summary *summary, int strategy, int round, bool loss)
{
    const struct strategy_summary *one = &summary->strategy[strategy];
    if (round >= one->closings)
        return (struct figure){NAN, NAN};
    return loss ? one->cap_table[round].loss_ratio : one->cap_table[round].multiple;
}

#define SHOW_ROUND(name, round)                                                                    \
    static struct figure name##_multiple(const struct summary *summary, int strategy)              \
    {                                                                                              \
        return of_round(summary, strategy, round, false);                                          \
    }                                                                                              \
    static struct figure name##_loss(const struct summary *summary, int strategy)                  \
    {                                                                                              \
        return of_round(summary, strategy, round, true);                                           \
    }
SHOW_ROUND(first, 0)
SHOW_ROUND(second, 1)
SHOW_ROUND(third, 2)
SHOW_ROUND(fourth, 3)
#undef SHOW_ROUND

static struct figure from_best_percent(const struct summary *summary, int strategy)
{
    return (struct figure){summary->strategy[strategy].share_of_best_percent, 0};
}

static struct figure revenue(const struct summary *summary, int strategy)
{
    const struct quarter *last = reading_last_quarter(&summary->strategy[strategy]);
    return (struct figure){last != NULL ? last->p50 : NAN, 0};
}

static const struct row rows[] = {
    {"Founders together, present value of all they take", "median", CELL_MONEY, median},
    {NULL, "worst tenth below", CELL_MONEY, first_tenth},
    {NULL, "best tenth above", CELL_MONEY, best_tenth},
    {NULL, "best hundredth above", CELL_MONEY, best_percent},
    {NULL, "mean", CELL_MONEY, mean},
    {NULL, "of it from the best 1% of worlds", CELL_PERCENT, from_best_percent},
    {NULL, "nothing (less than $1,000)", CELL_PERCENT, nothing},
    {NULL, "$1M or more", CELL_PERCENT, million},
    {NULL, "$10M or more", CELL_PERCENT, ten_million},
    {NULL, "founders' share at the end", CELL_PERCENT, share},
    {NULL, "years until sold or listed", CELL_YEARS, liquidity},
    {"One founder, against a job", "as good as for sure", CELL_MONEY, certain},
    {NULL, "pay gone without, mean", CELL_MONEY, forgone},
    {NULL, "worse off than with the job", CELL_PERCENT, worse},
    {"The staff's pool, not discounted", "mean over all", CELL_MONEY, staff},
    {NULL, "more than $100k in all", CELL_PERCENT, staff_100k},
    {"Companies at the end", "shut down", CELL_PERCENT, shut_down},
    {NULL, "acqui-hired", CELL_PERCENT, acquihired},
    {NULL, "still private", CELL_PERCENT, private},
    {NULL, "acquired", CELL_PERCENT, acquired},
    {NULL, "listed (IPO)", CELL_PERCENT, listed},
    {NULL, "failed within five years", CELL_PERCENT, early_death},
    {NULL, "median yearly revenue (gone: 0)", CELL_MONEY, revenue},
    {"Investors, over companies that raised", "companies that raised", CELL_PERCENT, raised},
    {NULL, "money put into one", CELL_MONEY, invested},
    {NULL, "multiple, all money together", CELL_TIMES, multiple},
    {NULL, "multiple, median company", CELL_TIMES, multiple_median},
    {NULL, "companies below 1×", CELL_PERCENT, loss_ratio},
    {NULL, "yearly return, all money together", CELL_PERCENT, irr},
    {NULL, "multiple of the first round", CELL_TIMES, first_multiple},
    {NULL, "below 1×", CELL_PERCENT, first_loss},
    {NULL, "multiple of the second round", CELL_TIMES, second_multiple},
    {NULL, "below 1×", CELL_PERCENT, second_loss},
    {NULL, "multiple of the third round", CELL_TIMES, third_multiple},
    {NULL, "below 1×", CELL_PERCENT, third_loss},
    {NULL, "multiple of the fourth round", CELL_TIMES, fourth_multiple},
    {NULL, "below 1×", CELL_PERCENT, fourth_loss},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static bool row_has_values(const struct summary *summary, const struct row *row)
{
    for (int i = 0; i < summary->strategies; i++)
        if (isfinite(row->figure(summary, i).value))
            return true;
    return false;
}

/* Breaks a name at spaces into lines of `columns`, cutting words that are longer. Returns the
 * number of lines. */
static int header_lines(char lines[HEADER_LINES][HEADER_SIZE], const char *name, int columns)
{
    char clean[NAME_SIZE];
    lettering_plain(clean, sizeof clean, name);
    int line = 0, used = 0;
    size_t bytes = 0;
    memset(lines, 0, (size_t)HEADER_LINES * HEADER_SIZE);
    for (const char *at = clean; *at != '\0';) {
        const char *end = at + strcspn(at, " ");
        int width = lettering_columns_between(at, end);
        if (used > 0 && used + 1 + width > columns) {
            if (++line == HEADER_LINES)
                return HEADER_LINES;
            used = 0;
            bytes = 0;
        }
        if (used > 0) {
            lines[line][bytes++] = ' ';
            used++;
        }
        for (; at < end && used < columns; used++) {
            const char *start = at;
            lettering_next(&at);
            memcpy(lines[line] + bytes, start, (size_t)(at - start));
            bytes += (size_t)(at - start);
        }
        at = end + (*end == ' ');
    }
    return used > 0 ? line + 1 : line;
}

static void print_names(const struct summary *summary, int first, int last, int columns, FILE *out)
{
    char lines[STRATEGIES_MAX][HEADER_LINES][HEADER_SIZE];
    int counts[STRATEGIES_MAX], most = 0;
    for (int i = first; i < last; i++) {
        counts[i] = header_lines(lines[i], summary->strategy[i].name, columns);
        if (counts[i] > most)
            most = counts[i];
    }
    for (int line = 0; line < most; line++) {
        fprintf(out, "%*s", LABEL_COLUMNS, "");
        for (int i = first; i < last; i++) {
            int own = line - (most - counts[i]); /* names stand on their figures */
            fprintf(out, "%*s", GAP, "");
            cell_pad(out, own >= 0 ? lines[i][own] : "", columns);
        }
        fputc('\n', out);
    }
}

static void print_block(const struct summary *summary, int first, int last, int columns, FILE *out)
{
    print_names(summary, first, last, columns, out);
    for (int r = 0; r < ROWS; r++) {
        const struct row *row = &rows[r];
        if (row->heading != NULL)
            fprintf(out, "%s\n", row->heading);
        if (!row_has_values(summary, row))
            continue;
        int width = lettering_columns(row->label);
        fprintf(out, "  %s%*s", row->label, LABEL_COLUMNS - 2 - width, "");
        for (int i = first; i < last; i++) {
            fprintf(out, "%*s", GAP, "");
            cell_pad(out, cell_words(row->figure(summary, i), row->notation).text, columns);
        }
        fputc('\n', out);
    }
}

static int widest_cell(const struct summary *summary)
{
    int widest = CELL_LEAST;
    for (int r = 0; r < ROWS; r++)
        for (int i = 0; i < summary->strategies; i++) {
            struct words words = cell_words(rows[r].figure(summary, i), rows[r].notation);
            int width = lettering_columns(words.text);
            if (width > widest)
                widest = width;
        }
    return widest < CELL_MOST ? widest : CELL_MOST;
}

/* The names of a pair; on lines of their own when they are too long for the label. */
static void print_opponents(const struct summary *summary, const struct pair_summary *pair,
                            FILE *out)
{
    char a[NAME_SIZE], b[NAME_SIZE], names[2 * NAME_SIZE + 16];
    lettering_plain(a, sizeof a, summary->strategy[pair->a].name);
    lettering_plain(b, sizeof b, summary->strategy[pair->b].name);
    snprintf(names, sizeof names, "%s against %s", a, b);
    int width = 2 + lettering_columns(names);
    fputs("  ", out);
    lettering_print(out, names, TABLE_COLUMNS - 2, 4);
    if (width > LABEL_COLUMNS)
        fprintf(out, "\n%*s", LABEL_COLUMNS, "");
    else
        fprintf(out, "%*s", LABEL_COLUMNS - width, "");
}

static void print_pairs(const struct summary *summary, FILE *out)
{
    enum { CELL = 13, DIFFERENCE = 22 };
    fprintf(out, "In the same worlds%*s%*s%*s%*s%*s\n", LABEL_COLUMNS - 18, "", CELL, "first ahead",
            CELL, "second", CELL, "level", DIFFERENCE, "middle world");
    for (int i = 0; i < summary->pairs; i++) {
        const struct pair_summary *pair = &summary->pair[i];
        print_opponents(summary, pair, out);
        cell_pad(out, cell_words(pair->a_wins, CELL_PERCENT).text, CELL);
        cell_pad(out, cell_words(pair->b_wins, CELL_PERCENT).text, CELL);
        cell_pad(out, cell_words(pair->ties, CELL_PERCENT).text, CELL);
        struct words difference = words_money_difference(pair->median_difference.value), cell;
        if (pair->median_difference.error > 0)
            snprintf(cell.text, sizeof cell.text, "%.28s (%.28s)", difference.text,
                     words_money(pair->median_difference.error).text);
        else
            cell = difference;
        cell_pad(out, cell.text, DIFFERENCE);
        fputc('\n', out);
    }
}

/* Whom the strategies of a pair suit, in the same worlds. */
static void print_agreement(const struct summary *summary, FILE *out)
{
    enum { CELL = 15 };
    fprintf(out, "Founders and investors%*s%*s%*s%*s%*s\n", LABEL_COLUMNS - 22, "", CELL, "both first",
            CELL, "both second", CELL, "first, second", CELL, "second, first");
    for (int i = 0; i < summary->pairs; i++) {
        const struct pair_summary *pair = &summary->pair[i];
        print_opponents(summary, pair, out);
        cell_pad(out, cell_words(pair->prefer[0][0], CELL_PERCENT).text, CELL);
        cell_pad(out, cell_words(pair->prefer[1][1], CELL_PERCENT).text, CELL);
        cell_pad(out, cell_words(pair->prefer[0][1], CELL_PERCENT).text, CELL);
        cell_pad(out, cell_words(pair->prefer[1][0], CELL_PERCENT).text, CELL);
        fputc('\n', out);
    }
    fprintf(out, "  %-*s%*s\n", LABEL_COLUMNS - 2, "no strategy is best for both", CELL,
            cell_words(summary->torn, CELL_PERCENT).text);
}

/* Who leaves the fewest with nothing, and the median team of founders with most. */
static void print_frontier(const struct summary *summary, FILE *out)
{
    enum { CELL = 17 };
    char name[NAME_SIZE];
    fprintf(out, "The founders' frontier%*s%*s%*s\n", LABEL_COLUMNS - 22, "", CELL, "nothing", CELL,
            "median");
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *one = &summary->strategy[i];
        lettering_plain(name, sizeof name, one->name);
        int width = 2 + lettering_columns(name);
        fputs("  ", out);
        lettering_print(out, name, TABLE_COLUMNS - 2, 4);
        if (width > LABEL_COLUMNS)
            fprintf(out, "\n%*s", LABEL_COLUMNS, "");
        else
            fprintf(out, "%*s", LABEL_COLUMNS - width, "");
        cell_pad(out, cell_words(one->chance_nothing, CELL_PERCENT).text, CELL);
        cell_pad(out, cell_words(*reading_median(one), CELL_MONEY).text, CELL);
        fputs(one->dominated_by >= 0 ? "  dominated\n" : "\n", out);
    }
}

/* What the words of the table mean exactly, and which of them are not the same. */
static void print_notes(const struct summary *summary, FILE *out)
{
    lettering_print(out, "In brackets: standard errors of the simulation. Founders together: the team; what it takes is its "
                         "part of the proceeds, unspent cash included, whatever pay it went without. As good as for sure: "
                         "the certainty equivalent, which counts that pay. Gone: closed or sold, with no revenue.",
                    TABLE_COLUMNS, 0);
    fputc('\n', out);
    if (summary->pairs == 0)
        return;
    lettering_print(out, "Ahead: the team takes home at least $1,000 more in the same world; level: neither does. Middle "
                         "world: the median of these differences, which is not the difference of the medians.",
                    TABLE_COLUMNS, 0);
    fputc('\n', out);
}

void table_write(const struct summary *summary, FILE *out)
{
    int columns = widest_cell(summary);
    int fit = (TABLE_COLUMNS - LABEL_COLUMNS) / (columns + GAP);
    for (int first = 0; first < summary->strategies; first += fit) {
        int last = first + fit < summary->strategies ? first + fit : summary->strategies;
        print_block(summary, first, last, columns, out);
        fputc('\n', out);
    }
    if (summary->pairs > 0) {
        print_pairs(summary, out);
        fputc('\n', out);
        if (reading_best_for_investors(summary) >= 0) {
            print_agreement(summary, out);
            fputc('\n', out);
        }
        print_frontier(summary, out);
        fputc('\n', out);
    }
    ownership_write(summary, out);
    print_notes(summary, out);
}
