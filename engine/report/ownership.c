#include "report/ownership.h"

#include "report/cell.h"
#include "report/lettering.h"
#include "report/reading.h"
#include "report/table.h"
#include "report/words.h"

enum { LABEL = 30, CELL = 10 };

static bool anybody_lends(const struct summary *summary)
{
    for (int i = 0; i < summary->strategies; i++)
        for (int r = 0; r < summary->strategy[i].closings; r++)
            if (summary->strategy[i].cap_table[r].lenders > 0)
                return true;
    return false;
}

static double sum_investors(const struct cap_table *table)
{
    double sum = 0;
    for (int r = 0; r < ROUNDS_MAX; r++)
        sum += table->investor[r];
    return sum;
}

static void print_share(double share, FILE *out)
{
    cell_pad(out, share > 0 ? words_percent(share).text : "\u2013", CELL);
}

static void print_round(const struct cap_table *table, const char *name, bool lenders, FILE *out)
{
    char plain[256];
    lettering_shorten(plain, sizeof plain, name, (LABEL - 6) * 0.55);
    fprintf(out, "    %s", plain);
    cell_pad(out, "", LABEL - 4 - lettering_columns(plain));
    char month[32];
    snprintf(month, sizeof month, "%.0f", table->month);
    cell_pad(out, words_percent(table->reached).text, CELL);
    cell_pad(out, month, CELL);
    cell_pad(out, words_money(table->amount).text, CELL);
    print_share(table->founders, out);
    print_share(table->pool, out);
    print_share(sum_investors(table), out);
    if (lenders)
        print_share(table->lenders, out);
    fputc('\n', out);
}

void ownership_write(const struct summary *summary, FILE *out)
{
    const bool lenders = anybody_lends(summary);
    bool begun = false;
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *one = &summary->strategy[i];
        const struct strategy *plan = &summary->scenario->strategy[i];
        if (one->closings == 0)
            continue;
        if (!begun)
            fprintf(out, "%-*s%*s%*s%*s%*s%*s%*s%s\n", LABEL, "Who owns it after each round", CELL, "reached", CELL,
                    "month", CELL, "amount", CELL, "founders", CELL, "employees", CELL, "investors",
                    lenders ? "  warrants" : "");
        begun = true;
        char name[256];
        lettering_plain(name, sizeof name, one->name);
        fputs("  ", out);
        lettering_print(out, name, TABLE_COLUMNS - 2, 4);
        fputc('\n', out);
        for (int r = 0; r < reading_rounds(one); r++) {
            char clean[256];
            lettering_plain(clean, sizeof clean, r < plan->rounds ? plan->round_name[r] : "");
            print_round(&one->cap_table[r], clean, lenders, out);
        }
    }
    if (begun)
        fputs("  Means over the companies that closed the round, fully diluted.\n\n", out);
}
