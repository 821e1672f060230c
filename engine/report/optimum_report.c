#include "report/optimum_report.h"

#include "report/optimum_json.h"
#include "report/optimum_pages.h"
#include "report/optimum_table.h"
#include "report/output.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"optimum.txt", "optimum.json", "settings.txt", "data", "plots", "charts", "deck.pdf", NULL};

int optimum_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int optimum_report_write(const struct optimum *optimum, const char *path, bool charts, volatile sig_atomic_t *interrupted,
                         FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    optimum_table_write(optimum, output_file(&output, "optimum.txt"));
    optimum_json_write(optimum, output_file(&output, "optimum.json"));
    optimum_table_settings(optimum, output_file(&output, "settings.txt"));
    optimum_pages_tries(optimum, output_file(&output, "data/frontier.tsv"));
    output_chart(&output, "frontier");
    optimum_pages_write(optimum, output_meta(&output));
    return output_end(&output, charts, interrupted);
}
