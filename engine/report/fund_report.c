#include "report/fund_report.h"

#include "report/fund_json.h"
#include "report/fund_pages.h"
#include "report/fund_table.h"
#include "report/fund_tsv.h"
#include "report/output.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"fund.txt", "fund.json", "data", "plots", "charts", "deck.pdf", NULL};

int fund_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int fund_report_write(const struct fund_figures *figures, const char *path, bool charts,
                      volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    fund_table_write(figures, output_file(&output, "fund.txt"));
    fund_json_write(figures, output_file(&output, "fund.json"));
    for (int t = 0; t < FUND_TSV_TABLES; t++)
        fund_tsv_tables[t].write(figures, output_file(&output, "data/%s.tsv", fund_tsv_tables[t].name));
    output_script(&output, "time.gp");
    output_script(&output, "labels.gp");
    for (int chart = 0; chart < FUND_CHARTS; chart++)
        if (fund_pages_has(figures, (enum fund_chart)chart))
            output_chart(&output, fund_pages_key[chart]);
    fund_pages_write(figures, output_meta(&output));
    return output_end(&output, charts, interrupted);
}
