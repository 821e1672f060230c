#include "report/terms_report.h"

#include "report/output.h"
#include "report/terms_json.h"
#include "report/terms_pages.h"
#include "report/terms_table.h"
#include "report/terms_tsv.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"terms.txt", "terms.json", "data", "plots", "charts", "deck.pdf", NULL};

int terms_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int terms_report_write(const struct terms *terms, const char *path, bool charts, volatile sig_atomic_t *interrupted,
                       FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    terms_table_write(terms, output_file(&output, "terms.txt"));
    terms_json_write(terms, output_file(&output, "terms.json"));
    terms_tsv_write(terms, output_file(&output, "data/terms.tsv"));
    if (terms->apply > 0) {
        output_chart(&output, "terms");
        terms_pages_write(terms, output_meta(&output));
    }
    return output_end(&output, charts, interrupted);
}
