#include "report/warning_report.h"

#include "report/folder.h"
#include "report/output.h"
#include "report/warning_json.h"
#include "report/warning_pages.h"
#include "report/warning_table.h"
#include "report/warning_tsv.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"warning.txt", "warning.json", "data", "plots", "charts", "deck.pdf", NULL};

int warning_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int warning_report_write(const struct warning *warning, const char *path, bool charts,
                         volatile sig_atomic_t *interrupted, FILE *talk)
{
    const char *chart[WARNING_PAGES];
    const int count = warning_pages_keys(warning, chart);
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    warning_table_write(warning, output_file(&output, "warning.txt"));
    warning_json_write(warning, output_file(&output, "warning.json"));
    warning_tsv_write(warning, WARNING_DEATH, output_file(&output, "data/warning_death.tsv"));
    warning_tsv_write(warning, WARNING_EXIT, output_file(&output, "data/warning_exit.tsv"));
    warning_tsv_tenths(warning, WARNING_DEATH, output_file(&output, "data/tenths_death.tsv"));
    warning_tsv_tenths(warning, WARNING_EXIT, output_file(&output, "data/tenths_exit.tsv"));
    if (count > 0) {
        output_script(&output, "warning.gp");
        output_script(&output, "tenths.gp");
        for (int i = 0; i < count; i++)
            output_chart(&output, chart[i]);
        warning_pages_write(warning, output_meta(&output));
    }
    return output_end(&output, charts && count > 0, interrupted);
}
