#include "report/backtest_report.h"

#include "report/backtest_json.h"
#include "report/backtest_pages.h"
#include "report/backtest_table.h"
#include "report/backtest_tsv.h"
#include "report/output.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"backtest.txt", "backtest.json", "data", "plots", "charts", "deck.pdf", NULL};

int backtest_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int backtest_report_write(const struct backtest *backtest, const char *path, bool charts,
                          volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    backtest_table_write(backtest, output_file(&output, "backtest.txt"));
    backtest_json_write(backtest, output_file(&output, "backtest.json"));
    for (int t = 0; t < BACKTEST_TSV_TABLES; t++)
        backtest_tsv_tables[t].write(backtest, output_file(&output, "data/%s.tsv", backtest_tsv_tables[t].name));
    for (int chart = 0; chart < BACKTEST_CHARTS; chart++)
        if (backtest_pages_has(backtest, (enum backtest_chart)chart))
            output_chart(&output, backtest_pages_key[chart]);
    backtest_pages_write(backtest, output_meta(&output));
    return output_end(&output, charts, interrupted);
}
