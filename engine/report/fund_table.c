#include "report/fund_table.h"

#include "report/cell.h"
#include "report/lettering.h"
#include "report/words.h"

#include <math.h>

enum { LABEL = 25, CELL = 15, NAME_SIZE = 512 };

static void label(FILE *out, const char *text)
{
    int width = 2 + lettering_columns(text);
    fprintf(out, "  %s%*s", text, width < LABEL ? LABEL - width : 1, "");
}

static void head(FILE *out, const char *title, const char *const *columns, int count)
{
    fprintf(out, "\n%s", title);
    int width = lettering_columns(title);
    fprintf(out, "%*s", width < LABEL ? LABEL - width : 0, "");
    for (int c = 0; c < count; c++)
        cell_pad(out, columns[c], CELL);
    fputc('\n', out);
}

static void cell(FILE *out, struct figure figure, enum cell notation)
{
    cell_pad(out, cell_words(figure, notation).text, CELL);
}

static void row(FILE *out, const char *text, const struct figure *figure, int count, enum cell notation)
{
    label(out, text);
    for (int c = 0; c < count; c++)
        cell(out, figure[c], notation);
    fputc('\n', out);
}

/* --- Parts ---------------------------------------------------------------------------------- */

static void write_name(const struct fund_figures *figures, FILE *out)
{
    const struct fund *fund = figures->fund;
    char name[NAME_SIZE];
    lettering_plain(name, sizeof name, fund->name);
    fprintf(out, "%s\n", name);
    fprintf(out, "%s for %d companies over %s, closed after %s. %s funds, each in a world of its own",
            words_money(fund->size).text, fund->companies, words_duration(fund->pacing).text,
            words_duration(fund->term).text, words_count(fund->funds).text);
    fputs(fund->share == FUND_SHARES_MARKET    ? ";\ncompanies of one market share it, all of one fund its climate.\n"
          : fund->share == FUND_SHARES_CLIMATE ? ";\nits companies share the funding climate.\n"
                                               : ";\nits companies share nothing.\n", out);
    fprintf(out, "Fees: %s of the committed for %s; carry: %s of what exceeds all that was paid in.\n",
            words_money(12.0 * fund->fee * fund->size).text, words_duration(fund->fee_months).text,
            words_percent(fund->carry).text);
    for (int a = 0; a < fund->arms; a++) {
        char text[NAME_SIZE];
        snprintf(text, sizeof text, "%d from %.120s: %.120s", figures->seats[a], figures->market_name[a],
                 figures->arm_name[a]);
        lettering_plain(name, sizeof name, text);
        fprintf(out, "  %s\n", name);
    }
}

static void write_returns(const struct fund_figures *figures, FILE *out)
{
    static const char *const columns[] = {"worst tenth", "worst quarter", "median", "best quarter", "best tenth"};
    const struct fund_returns *whole = &figures->whole;
    head(out, "Over funds", columns, FUND_QUANTILES);
    row(out, "multiple, net (TVPI)", whole->net_quantile, FUND_QUANTILES, CELL_TIMES);
    row(out, "multiple, gross", whole->gross_quantile, FUND_QUANTILES, CELL_TIMES);
    row(out, "yearly return, net", whole->irr_quantile, FUND_QUANTILES, CELL_PERCENT);
    row(out, "yearly return, gross", whole->gross_irr_quantile, FUND_QUANTILES, CELL_PERCENT);
    fputc('\n', out);
    row(out, "1× or more, net", &whole->at_least_1, 1, CELL_PERCENT);
    row(out, "3× or more, net", &whole->at_least_3, 1, CELL_PERCENT);
    row(out, "all together, net", &whole->net, 1, CELL_TIMES);
    row(out, "all together, gross", &whole->gross, 1, CELL_TIMES);
    row(out, "companies entered", &whole->entered, 1, CELL_YEARS);
    row(out, "of them below 1×", &whole->loss_ratio, 1, CELL_PERCENT);
    row(out, "best one's share of all", &whole->best_share, 1, CELL_PERCENT);
    row(out, "invested, of the size", &whole->invested, 1, CELL_PERCENT);
    row(out, "held to the end", &whole->marked, 1, CELL_PERCENT);
    row(out, "carry, of the proceeds", &whole->carry, 1, CELL_PERCENT);
}

static void write_time(const struct fund_figures *figures, FILE *out)
{
    static const char *const columns[] = {"worst tenth", "median", "best tenth", "paid, median", "best tenth"};
    head(out, "Net cash, of the size", columns, 5);
    for (int q = 4; q < figures->quarters; q += 4) {
        const struct fund_quarter *quarter = &figures->quarter[q];
        char text[32];
        snprintf(text, sizeof text, "year %d", quarter->month / 12);
        label(out, text);
        cell(out, quarter->cash[0], CELL_PERCENT);
        cell(out, quarter->cash[2], CELL_PERCENT);
        cell(out, quarter->cash[4], CELL_PERCENT);
        cell(out, quarter->paid[2], CELL_TIMES);
        cell(out, quarter->paid[4], CELL_TIMES);
        fputc('\n', out);
    }
}

static void write_make(const struct fund_returns *returns, const char *text, FILE *out)
{
    label(out, text);
    cell(out, returns->net_quantile[0], CELL_TIMES);
    cell(out, returns->net_quantile[2], CELL_TIMES);
    cell(out, returns->net_quantile[4], CELL_TIMES);
    cell(out, returns->at_least_1, CELL_PERCENT);
    cell(out, returns->at_least_3, CELL_PERCENT);
    fputc('\n', out);
}

static const char *const make_columns[] = {"worst tenth", "median", "best tenth", "1× or more", "3× or more"};

static void write_sizes(const struct fund_figures *figures, FILE *out)
{
    head(out, "By number of companies", make_columns, 5);
    for (int s = 0; s < figures->sizes; s++) {
        char text[32];
        snprintf(text, sizeof text, "%d", figures->together[s].companies);
        write_make(&figures->together[s], text, out);
        if (figures->together[s].companies > 1)
            write_make(&figures->apart[s], "  in worlds apart", out);
    }
}

static void write_arms(const struct fund_figures *figures, FILE *out)
{
    if (figures->fund->arms < 2)
        return;
    head(out, "By what it holds", make_columns, 5);
    write_make(&figures->whole, "the mix", out);
    for (int a = 0; a < figures->fund->arms; a++) {
        char name[NAME_SIZE], text[NAME_SIZE];
        snprintf(text, sizeof text, "%.120s (%.120s)", figures->arm_name[a], figures->market_name[a]);
        lettering_plain(name, sizeof name, text);
        fprintf(out, "  %d of %s\n", figures->fund->companies, name);
        write_make(&figures->alone[a], "", out);
    }
}

static void write_kinship(const struct fund_figures *figures, FILE *out)
{
    static const char *const columns[] = {"1× or more", "log(1 + ×)"};
    head(out, "Correlation of pairs", columns, 2);
    const struct fund_correlation *success = &figures->success, *growth = &figures->growth;
    struct figure same[] = {success->same_market, growth->same_market};
    struct figure other[] = {success->other_market, growth->other_market};
    struct figure far[] = {success->other_world, growth->other_world};
    row(out, "one fund, one market", same, 2, CELL_CORRELATION);
    if (isfinite(other[0].value))
        row(out, "one fund, two markets", other, 2, CELL_CORRELATION);
    row(out, "two worlds", far, 2, CELL_CORRELATION);
}

void fund_table_write(const struct fund_figures *figures, FILE *out)
{
    write_name(figures, out);
    write_returns(figures, out);
    write_time(figures, out);
    write_sizes(figures, out);
    write_arms(figures, out);
    write_kinship(figures, out);
    fputs("\nIn brackets: standard errors of the simulation, not of the assumptions. Quantiles: a tenth of\n"
          "funds is below the worst tenth. What is still held at the end counts at its mark.\n", out);
}
