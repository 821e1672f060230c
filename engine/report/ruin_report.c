#include "report/ruin_report.h"

#include "report/output.h"
#include "report/ruin_box.h"
#include "report/ruin_json.h"
#include "report/ruin_pages.h"
#include "report/ruin_table.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"ruin.txt", "ruin.json", "box.yaml", "data", "plots", "charts", "deck.pdf", NULL};

int ruin_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int ruin_report_write(const struct ruin *ruin, const char *path, bool charts,
                      volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    ruin_table_write(ruin, output_file(&output, "ruin.txt"));
    ruin_json_write(ruin, output_file(&output, "ruin.json"));
    ruin_pages_data(ruin, output_file(&output, "data/ruin.tsv"));
    if (prim_survives(&ruin->box)) {
        ruin_box_write(ruin, output_file(&output, "box.yaml"));
        output_chart(&output, "ruin");
        ruin_pages_write(ruin, output_meta(&output));
    }
    return output_end(&output, charts, interrupted);
}
