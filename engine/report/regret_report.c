#include "report/regret_report.h"

#include "report/drawing.h"
#include "report/folder.h"
#include "report/meta.h"
#include "report/regret_pages.h"
#include "report/regret_table.h"
#include "report/regret_tsv.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"regret.txt", "regret.json", "data", "plots", "charts", "deck.pdf", NULL};

static const char *const plot_files[] = {"theme.gp", "draw.gp", "page.gp", "deck.gp", "regret.gp", "README"};

int regret_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

static int write_file(const struct folder *folder, const char *name, const struct regret *regret,
                      void (*write)(const struct regret *, FILE *))
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(regret, file);
    return folder_close(folder, name, file);
}

static int write_meta(const struct folder *folder, const struct regret *regret)
{
    char font[128];
    drawing_font(font, sizeof font, folder->talk);
    FILE *file = folder_open(folder, "plots/meta.gp");
    if (file == NULL)
        return -1;
    fputs("# Written by playbook: what the charts of this folder say and where.\n", file);
    meta_text(file, font, "font");
    regret_pages_write(regret, file);
    return folder_close(folder, "plots/meta.gp", file);
}

static int write_plots(const struct folder *folder, const struct regret *regret)
{
    if (folder_make(folder, "plots") != 0 || folder_make(folder, "charts") != 0)
        return -1;
    for (size_t i = 0; i < sizeof plot_files / sizeof *plot_files; i++)
        if (drawing_copy(folder, plot_files[i]) != 0)
            return -1;
    return write_meta(folder, regret);
}

int regret_report_write(const struct regret *regret, const char *path, bool charts,
                        volatile sig_atomic_t *interrupted, FILE *talk)
{
    static const char *const chart[] = {"regret"};
    struct folder folder;
    if (folder_begin(&folder, path, names, talk) != 0)
        return -1;
    int status = write_file(&folder, "regret.txt", regret, regret_table_write) ||
                 write_file(&folder, "regret.json", regret, regret_table_json) || folder_make(&folder, "data") ||
                 write_file(&folder, "data/regret.tsv", regret, regret_tsv_write) || write_plots(&folder, regret);
    bool drawn = status || !charts || drawing_run(&folder, chart, 1, interrupted) == 0;
    bool stopped = interrupted != NULL && *interrupted != 0;
    if (status != 0 || stopped || folder_publish(&folder) != 0) {
        folder_abandon(&folder);
        if (stopped)
            fprintf(talk, "playbook: interrupted; '%s' is as it was\n", path);
        return -1;
    }
    return drawn ? 0 : -1;
}
