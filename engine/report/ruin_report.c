#include "report/ruin_report.h"

#include "report/drawing.h"
#include "report/folder.h"
#include "report/meta.h"
#include "report/ruin_box.h"
#include "report/ruin_json.h"
#include "report/ruin_pages.h"
#include "report/ruin_table.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"ruin.txt", "ruin.json", "box.yaml", "data", "plots", "charts", "deck.pdf", NULL};

static const char *const plot_files[] = {"theme.gp", "draw.gp", "page.gp", "deck.gp", "ruin.gp", "README"};

int ruin_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

static int write_file(const struct folder *folder, const char *name, const struct ruin *ruin,
                      void (*write)(const struct ruin *, FILE *))
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(ruin, file);
    return folder_close(folder, name, file);
}

static int write_meta(const struct folder *folder, const struct ruin *ruin)
{
    char font[128];
    drawing_font(font, sizeof font, folder->talk);
    FILE *file = folder_open(folder, "plots/meta.gp");
    if (file == NULL)
        return -1;
    fputs("# Written by playbook: what the charts of this folder say and where.\n", file);
    meta_text(file, font, "font");
    ruin_pages_write(ruin, file);
    return folder_close(folder, "plots/meta.gp", file);
}

static int write_plots(const struct folder *folder, const struct ruin *ruin)
{
    if (!prim_survives(&ruin->box))
        return 0;
    if (folder_make(folder, "plots") != 0 || folder_make(folder, "charts") != 0)
        return -1;
    for (size_t i = 0; i < sizeof plot_files / sizeof *plot_files; i++)
        if (drawing_copy(folder, plot_files[i]) != 0)
            return -1;
    return write_meta(folder, ruin);
}

int ruin_report_write(const struct ruin *ruin, const char *path, bool charts,
                        volatile sig_atomic_t *interrupted, FILE *talk)
{
    static const char *const chart[] = {"ruin"};
    struct folder folder;
    if (folder_begin(&folder, path, names, talk) != 0)
        return -1;
    int status = write_file(&folder, "ruin.txt", ruin, ruin_table_write) ||
                 write_file(&folder, "ruin.json", ruin, ruin_json_write) || (prim_survives(&ruin->box) && write_file(&folder, "box.yaml", ruin, ruin_box_write)) ||
                 folder_make(&folder, "data") ||
                 write_file(&folder, "data/ruin.tsv", ruin, ruin_pages_data) || write_plots(&folder, ruin);
    bool drawn = status || !charts || !prim_survives(&ruin->box) || drawing_run(&folder, chart, 1, interrupted) == 0;
    bool stopped = interrupted != NULL && *interrupted != 0;
    if (status != 0 || stopped || folder_publish(&folder) != 0) {
        folder_abandon(&folder);
        if (stopped)
            fprintf(talk, "playbook: interrupted; '%s' is as it was\n", path);
        return -1;
    }
    return drawn ? 0 : -1;
}
