#include "report/report.h"

#include "report/figures.h"
#include "report/folder.h"
#include "report/lettering.h"
#include "report/sentences.h"
#include "report/summary_json.h"
#include "report/table.h"
#include "report/tsv.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

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

static int write_file(const struct folder *folder, const char *name, const struct summary *summary,
                      void (*write)(const struct summary *, FILE *))
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(summary, file);
    return folder_close(folder, name, file);
}

static int write_tables(const struct folder *folder, const struct summary *summary)
{
    if (folder_make(folder, "data") != 0)
        return -1;
    for (int i = 0; i < TSV_TABLES; i++) {
        char name[64];
        snprintf(name, sizeof name, "data/%s.tsv", tsv_tables[i].name);
        FILE *file = folder_open(folder, name);
        if (file == NULL)
            return -1;
        tsv_write(&tsv_tables[i], summary, file);
        if (folder_close(folder, name, file) != 0)
            return -1;
    }
    return 0;
}

static bool stopped(const struct report_options *options)
{
    return options->interrupted != NULL && *options->interrupted != 0;
}

static int write_all(const struct folder *folder, const struct summary *summary,
                     const struct report_options *options)
{
    if (write_file(folder, "summary.json", summary, summary_json_write) != 0 ||
        write_file(folder, "verdict.txt", summary, write_verdict) != 0 ||
        write_tables(folder, summary) != 0 || figures_write(folder, summary) != 0)
        return -1;
    if (options->more != NULL)
        return options->more(folder->partial, options->context, folder->talk);
    return 0;
}

int report_write(const struct summary *summary, const char *path,
                 const struct report_options *options, FILE *talk)
{
    static const struct report_options standard = {.charts = true};
    if (options == NULL)
        options = &standard;
    struct folder folder;
    if (folder_begin(&folder, path, names, talk) != 0)
        return -1;
    int status = write_all(&folder, summary, options);
    bool drawn = true;
    if (status == 0 && options->charts)
        drawn = figures_draw(&folder, summary, options->interrupted) == 0;
    if (status != 0 || stopped(options)) {
        folder_abandon(&folder);
        if (status == 0)
            fprintf(talk, "playbook: interrupted; '%s' is as it was\n", path);
        return -1;
    }
    if (folder_publish(&folder) != 0) {
        folder_abandon(&folder);
        return -1;
    }
    return drawn ? 0 : -1;
}
