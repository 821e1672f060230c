#include "report/fund_tsv.h"

#include "report/tab.h"
#include "report/tsv.h"

#include <math.h>

static void write_j_curve(const struct fund_figures *figures, FILE *out)
{
    fputs("# net cash of the investors up to a month, and what was distributed over what was paid in (dpi)\n"
          "month\tmean\tmean_error\tp10\tp10_error\tp25\tp25_error\tmedian\tmedian_error\tp75\tp75_error\t"
          "p90\tp90_error\tdpi_p10\tdpi_p10_error\tdpi_p25\tdpi_p25_error\tdpi_median\tdpi_median_error\t"
          "dpi_p75\tdpi_p75_error\tdpi_p90\tdpi_p90_error\n", out);
    for (int q = 0; q < figures->quarters; q++) {
        const struct fund_quarter *quarter = &figures->quarter[q];
        fprintf(out, "%d", quarter->month);
        tab_figure(quarter->cash_mean, out);
        for (int p = 0; p < FUND_QUANTILES; p++)
            tab_figure(quarter->cash[p], out);
        for (int p = 0; p < FUND_QUANTILES; p++)
            tab_figure(quarter->paid[p], out);
        fputc('\n', out);
    }
}

static void write_tail(const struct fund_figures *figures, FILE *out)
{
    fputs("# share of companies with a cheque that return at least so many times the money\n"
          "multiple\tshare\terror\n", out);
    for (int i = 0; i < FUND_TAIL; i++) {
        fprintf(out, "%.10g", fund_figures_multiple(i));
        tab_figure(figures->tail[i], out);
        fputc('\n', out);
    }
}

static const char make_columns[] =
    "funds\tp10\tp10_error\tp25\tp25_error\tmedian\tmedian_error\tp75\tp75_error\tp90\tp90_error\t"
    "mean\tmean_error\tdeviation\tdeviation_error\tat_least_1\tat_least_1_error\tat_least_3\t"
    "at_least_3_error\tloss_ratio\tloss_ratio_error\tentered\tentered_error";

static void write_make(const struct fund_returns *returns, FILE *out)
{
    fprintf(out, "%lld", (long long)returns->funds);
    for (int p = 0; p < FUND_QUANTILES; p++)
        tab_figure(returns->net_quantile[p], out);
    tab_figure(returns->net_mean, out);
    tab_figure(returns->net_deviation, out);
    tab_figure(returns->at_least_1, out);
    tab_figure(returns->at_least_3, out);
    tab_figure(returns->loss_ratio, out);
    tab_figure(returns->entered, out);
}

static void write_companies(const struct fund_figures *figures, FILE *out)
{
    fprintf(out, "# net multiples of funds by number of companies; apart 1: each company from another world\n"
                 "place\tcompanies\tapart\t%s\n", make_columns);
    for (int s = 0; s < figures->sizes; s++)
        for (int apart = 0; apart < 2; apart++) {
            const struct fund_returns *returns = apart ? &figures->apart[s] : &figures->together[s];
            fprintf(out, "%d\t%d\t%d\t", s + 1, returns->companies, apart);
            write_make(returns, out);
            fputc('\n', out);
        }
}

static void write_kinds(const struct fund_figures *figures, FILE *out)
{
    fprintf(out, "# net multiples of the mix (kind 0) and of funds of one kind of company\n"
                 "kind\t%s\tname\n0\t", make_columns);
    write_make(&figures->whole, out);
    fputs("\tthe mix\n", out);
    for (int a = 0; a < figures->fund->arms && figures->fund->arms > 1; a++) {
        char name[256];
        tsv_clean(name, sizeof name, figures->arm_name[a]);
        fprintf(out, "%d\t", a + 1);
        write_make(&figures->alone[a], out);
        fprintf(out, "\t%s\n", name);
    }
}

static void write_correlations(const struct fund_figures *figures, FILE *out)
{
    fputs("# correlations of two companies' first cheques: of getting the money back, and of log(1 + multiple)\n"
          "pair\tsuccess\tsuccess_error\tgrowth\tgrowth_error\n", out);
    const struct fund_correlation *success = &figures->success, *growth = &figures->growth;
    fputs("one_market", out);
    tab_figure(success->same_market, out);
    tab_figure(growth->same_market, out);
    fputs("\ntwo_markets", out);
    tab_figure(success->other_market, out);
    tab_figure(growth->other_market, out);
    fputs("\ntwo_worlds", out);
    tab_figure(success->other_world, out);
    tab_figure(growth->other_world, out);
    fputc('\n', out);
}

const struct fund_tsv fund_tsv_tables[FUND_TSV_TABLES] = {
    {"j_curve", write_j_curve},     {"tail", write_tail},
    {"companies", write_companies}, {"kinds", write_kinds},
    {"correlations", write_correlations}};
