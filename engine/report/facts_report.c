#include "report/facts_report.h"

#include "report/drawing.h"
#include "report/facts_pages.h"
#include "report/facts_table.h"
#include "report/folder.h"
#include "report/meta.h"

typedef void writer(const struct facts *facts, const struct fact_finding *findings, FILE *out);

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"facts.txt", "facts.json", "data", "plots", "charts", "deck.pdf", NULL};

static const char *const shared_files[] = {"theme.gp", "draw.gp", "page.gp", "bands.gp", "deck.gp", "README"};

int facts_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

static int write_file(const struct folder *folder, const char *name, writer *write, const struct facts *facts,
                      const struct fact_finding *findings)
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(facts, findings, file);
    return folder_close(folder, name, file);
}

static void write_meta(const struct facts *facts, const struct fact_finding *findings, FILE *file)
{
    fputs("# Written by playbook: what the charts of this folder say and where.\n", file);
    facts_pages_write(facts, findings, file);
}

static int write_plots(const struct folder *folder, const struct facts *facts, const struct fact_finding *findings)
{
    char name[64], font[128];
    if (folder_make(folder, "plots") != 0 || folder_make(folder, "charts") != 0)
        return -1;
    for (size_t i = 0; i < sizeof shared_files / sizeof *shared_files; i++)
        if (drawing_copy(folder, shared_files[i]) != 0)
            return -1;
    for (int page = 0; page < facts_pages_count(facts, findings); page++) {
        snprintf(name, sizeof name, "%s.gp", facts_pages_key[page]);
        if (drawing_copy(folder, name) != 0)
            return -1;
    }
    drawing_font(font, sizeof font, folder->talk);
    FILE *file = folder_open(folder, "plots/meta.gp");
    if (file == NULL)
        return -1;
    meta_text(file, font, "font");
    write_meta(facts, findings, file);
    return folder_close(folder, "plots/meta.gp", file);
}

int facts_report_write(const struct facts *facts, const struct fact_finding *findings, const char *path,
                       bool drawing, volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct folder folder;
    const char *charts[FACTS_PAGES];
    const int pages = facts_pages_count(facts, findings);
    for (int page = 0; page < pages; page++)
        charts[page] = facts_pages_key[page];
    if (folder_begin(&folder, path, names, talk) != 0)
        return -1;
    int status = write_file(&folder, "facts.txt", facts_table_write, facts, findings) ||
                 write_file(&folder, "facts.json", facts_table_json, facts, findings) ||
                 folder_make(&folder, "data") ||
                 write_file(&folder, "data/facts.tsv", facts_pages_data, facts, findings) ||
                 write_plots(&folder, facts, findings);
    bool drawn = status || !drawing || drawing_run(&folder, charts, pages, interrupted) == 0;
    bool stopped = interrupted != NULL && *interrupted != 0;
    if (status != 0 || stopped || folder_publish(&folder) != 0) {
        folder_abandon(&folder);
        if (stopped)
            fprintf(talk, "playbook: interrupted; '%s' is as it was\n", path);
        return -1;
    }
    return drawn ? 0 : -1;
}
