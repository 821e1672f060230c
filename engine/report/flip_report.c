#include "report/flip_report.h"

#include "report/flip_json.h"
#include "report/flip_pages.h"
#include "report/flip_table.h"
#include "report/output.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"flip.txt", "flip.json", "data", "plots", "charts", "deck.pdf", NULL};

int flip_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int flip_report_write(const struct flip *flip, const char *path, bool charts, volatile sig_atomic_t *interrupted,
                      FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    flip_table_write(flip, output_file(&output, "flip.txt"));
    flip_json_write(flip, output_file(&output, "flip.json"));
    flip_pages_assumptions(flip, output_file(&output, "data/flip.tsv"));
    flip_pages_pairs(flip, output_file(&output, "data/pairs.tsv"));
    output_chart(&output, "flip");
    flip_pages_write(flip, output_meta(&output));
    return output_end(&output, charts, interrupted);
}
