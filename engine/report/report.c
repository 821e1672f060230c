#include "report/report.h"

#include "report/figures.h"
#include "report/lettering.h"
#include "report/output.h"
#include "report/sentences.h"
#include "report/summary_json.h"
#include "report/table.h"
#include "report/tsv.h"

#include <inttypes.h>
#include <stdlib.h>

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"verdict.txt", "summary.json", "data", "plots",
                                    "charts",      "deck.pdf",     NULL};

int report_check(const char *folder, FILE *talk) { return folder_check(folder, names, talk); }

void report_verdict(const struct summary *summary, FILE *out)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    sentences_verdict(summary, memory);
    if (fclose(memory) == 0)
        lettering_print(out, text, TABLE_COLUMNS, 2);
    free(text);
}

void report_table(const struct summary *summary, FILE *out)
{
    table_write(summary, out);
}

static void write_verdict(const struct summary *summary, FILE *out)
{
    fprintf(out, "%s (%016" PRIx64 "), seed %" PRIu64 ", %" PRId64 " paths, playbook %s\n\n",
            summary->scenario->name, summary->scenario->hash, summary->seed, summary->paths,
            summary->version);
    report_verdict(summary, out);
    fputc('\n', out);
    report_table(summary, out);
}

int report_write(const struct summary *summary, const char *path,
                 const struct report_options *options, FILE *talk)
{
    static const struct report_options standard = {.charts = true};
    if (options == NULL)
        options = &standard;
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    summary_json_write(summary, output_file(&output, "summary.json"));
    write_verdict(summary, output_file(&output, "verdict.txt"));
    for (int i = 0; i < TSV_TABLES; i++)
        tsv_write(&tsv_tables[i], summary, output_file(&output, "data/%s.tsv", tsv_tables[i].name));
    figures_write(summary, &output);
    if (options->more != NULL && output_stands(&output) &&
        options->more(output.folder.partial, options->context, talk) != 0)
        output.failed = true;
    return output_end(&output, options->charts, options->interrupted);
}
