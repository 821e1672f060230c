#include "report/facts_report.h"

#include "report/facts_pages.h"
#include "report/facts_table.h"
#include "report/output.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"facts.txt", "facts.json", "data", "plots", "charts", "deck.pdf", NULL};

int facts_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int facts_report_write(const struct facts *facts, const struct fact_finding *findings, const char *path,
                       bool drawing, volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    facts_table_write(facts, findings, output_file(&output, "facts.txt"));
    facts_table_json(facts, findings, output_file(&output, "facts.json"));
    facts_pages_data(facts, findings, output_file(&output, "data/facts.tsv"));
    output_script(&output, "bands.gp");
    for (int page = 0; page < facts_pages_count(facts, findings); page++)
        output_chart(&output, facts_pages_key[page]);
    facts_pages_write(facts, findings, output_meta(&output));
    return output_end(&output, drawing, interrupted);
}
