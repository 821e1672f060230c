#include "report/stress_report.h"

#include "report/output.h"
#include "report/stress_json.h"
#include "report/stress_pages.h"
#include "report/stress_table.h"
#include "report/stress_tsv.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"stress.txt", "stress.json", "data", "plots", "charts", "deck.pdf", NULL};

int stress_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int stress_report_write(const struct stress *stress, const char *path, bool charts,
                        volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    stress_table_write(stress, output_file(&output, "stress.txt"));
    stress_json_write(stress, output_file(&output, "stress.json"));
    stress_tsv_write(stress, output_file(&output, "data/stress.tsv"));
    output_chart(&output, "stress");
    stress_pages_write(stress, output_meta(&output));
    return output_end(&output, charts, interrupted);
}
