#include "report/why_report.h"

#include "report/output.h"
#include "report/why_json.h"
#include "report/why_pages.h"
#include "report/why_table.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"why.txt", "why.json", "data", "plots", "charts", "deck.pdf", NULL};

int why_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int why_report_write(const struct why *why, const char *path, bool charts, volatile sig_atomic_t *interrupted,
                     FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    why_table_write(why, output_file(&output, "why.txt"));
    why_json_write(why, output_file(&output, "why.json"));
    why_pages_parts(why, output_file(&output, "data/why.tsv"));
    output_script(&output, "bars.gp");
    output_chart(&output, "why");
    if (why->asked_mechanisms && why->mechanisms.count > 0) {
        why_pages_mechanisms(why, output_file(&output, "data/mechanisms.tsv"));
        output_chart(&output, "mechanisms");
    }
    why_pages_write(why, output_meta(&output));
    return output_end(&output, charts, interrupted);
}
