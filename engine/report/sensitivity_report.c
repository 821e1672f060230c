#include "report/sensitivity_report.h"

#include "report/output.h"
#include "report/sensitivity_json.h"
#include "report/sensitivity_pages.h"
#include "report/sensitivity_table.h"
#include "report/sensitivity_tsv.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"sensitivity.txt", "sensitivity.json", "data", "plots", "charts", "deck.pdf", NULL};

int sensitivity_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int sensitivity_report_write(const struct sensitivity *sensitivity, const char *path, bool charts,
                             volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    sensitivity_table_write(sensitivity, output_file(&output, "sensitivity.txt"));
    sensitivity_json_write(sensitivity, output_file(&output, "sensitivity.json"));
    for (int t = 0; t < SENSITIVITY_TSV_TABLES; t++)
        sensitivity_tsv_tables[t].write(sensitivity,
                                        output_file(&output, "data/%s.tsv", sensitivity_tsv_tables[t].name));
    output_script(&output, "time.gp");
    output_script(&output, "labels.gp");
    for (int chart = 0; chart < SENSITIVITY_CHARTS; chart++)
        if (sensitivity_pages_has(sensitivity, (enum sensitivity_chart)chart))
            output_chart(&output, sensitivity_pages_key[chart]);
    sensitivity_pages_write(sensitivity, output_meta(&output));
    return output_end(&output, charts, interrupted);
}
