#include "report/outlook_report.h"

#include "report/outlook_pages.h"
#include "report/outlook_table.h"
#include "report/output.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"forecast.txt", "data", "plots", "charts", "deck.pdf", NULL};

int outlook_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int outlook_report_write(const struct outlook *outlook, const char *path, bool charts,
                         volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    outlook_table_write(outlook, output_file(&output, "forecast.txt"));
    outlook_pages_data(outlook, output_file(&output, "data/%s.tsv", outlook_pages_key));
    output_script(&output, "time.gp");
    output_script(&output, "labels.gp");
    output_chart(&output, outlook_pages_key);
    outlook_pages_write(outlook, output_meta(&output));
    return output_end(&output, charts, interrupted);
}
