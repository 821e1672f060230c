#include "report/fund_report.h"

#include "report/drawing.h"
#include "report/folder.h"
#include "report/fund_json.h"
#include "report/fund_pages.h"
#include "report/fund_table.h"
#include "report/fund_tsv.h"
#include "report/meta.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"fund.txt", "fund.json", "data", "plots", "charts", "deck.pdf", NULL};

static const char *const shared_files[] = {"theme.gp",  "draw.gp", "time.gp", "labels.gp",
                                           "page.gp", "deck.gp", "README"};

int fund_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

static int write_file(const struct folder *folder, const char *name, const struct fund_figures *figures,
                      void (*write)(const struct fund_figures *, FILE *))
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(figures, file);
    return folder_close(folder, name, file);
}

static int write_data(const struct folder *folder, const struct fund_figures *figures)
{
    char name[64];
    if (folder_make(folder, "data") != 0)
        return -1;
    for (int t = 0; t < FUND_TSV_TABLES; t++) {
        snprintf(name, sizeof name, "data/%s.tsv", fund_tsv_tables[t].name);
        if (write_file(folder, name, figures, fund_tsv_tables[t].write) != 0)
            return -1;
    }
    return 0;
}

static int write_meta(const struct folder *folder, const struct fund_figures *figures)
{
    char font[128];
    drawing_font(font, sizeof font, folder->talk);
    FILE *file = folder_open(folder, "plots/meta.gp");
    if (file == NULL)
        return -1;
    fputs("# Written by playbook: what the charts of this folder say and where.\n", file);
    meta_text(file, font, "font");
    fund_pages_write(figures, file);
    return folder_close(folder, "plots/meta.gp", file);
}

static int write_plots(const struct folder *folder, const struct fund_figures *figures)
{
    char name[64];
    if (folder_make(folder, "plots") != 0 || folder_make(folder, "charts") != 0)
        return -1;
    for (size_t i = 0; i < sizeof shared_files / sizeof *shared_files; i++)
        if (drawing_copy(folder, shared_files[i]) != 0)
            return -1;
    for (int chart = 0; chart < FUND_CHARTS; chart++) {
        snprintf(name, sizeof name, "%s.gp", fund_pages_key[chart]);
        if (fund_pages_has(figures, (enum fund_chart)chart) && drawing_copy(folder, name) != 0)
            return -1;
    }
    return write_meta(folder, figures);
}

static int draw(const struct folder *folder, const struct fund_figures *figures,
                volatile sig_atomic_t *interrupted)
{
    const char *charts[FUND_CHARTS];
    int count = 0;
    for (int chart = 0; chart < FUND_CHARTS; chart++)
        if (fund_pages_has(figures, (enum fund_chart)chart))
            charts[count++] = fund_pages_key[chart];
    return drawing_run(folder, charts, count, interrupted);
}

int fund_report_write(const struct fund_figures *figures, const char *path, bool charts,
                      volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct folder folder;
    if (folder_begin(&folder, path, names, talk) != 0)
        return -1;
    int status = write_file(&folder, "fund.txt", figures, fund_table_write) ||
                 write_file(&folder, "fund.json", figures, fund_json_write) ||
                 write_data(&folder, figures) || write_plots(&folder, figures);
    bool drawn = status || !charts || draw(&folder, figures, interrupted) == 0;
    bool stopped = interrupted != NULL && *interrupted != 0;
    if (status != 0 || stopped || folder_publish(&folder) != 0) {
        folder_abandon(&folder);
        if (stopped)
            fprintf(talk, "playbook: interrupted; '%s' is as it was\n", path);
        return -1;
    }
    return drawn ? 0 : -1;
}
