#include "report/regret_report.h"

#include "report/folder.h"
#include "report/output.h"
#include "report/regret_pages.h"
#include "report/regret_table.h"
#include "report/regret_tsv.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"regret.txt", "regret.json", "data", "plots", "charts", "deck.pdf", NULL};

int regret_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int regret_report_write(const struct regret *regret, const char *path, bool charts,
                        volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    regret_table_write(regret, output_file(&output, "regret.txt"));
    regret_table_json(regret, output_file(&output, "regret.json"));
    regret_tsv_write(regret, output_file(&output, "data/regret.tsv"));
    output_chart(&output, "regret");
    regret_pages_write(regret, output_meta(&output));
    return output_end(&output, charts, interrupted);
}
