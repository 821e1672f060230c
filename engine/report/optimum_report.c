#include "report/optimum_report.h"

#include "report/drawing.h"
#include "report/optimum_json.h"
#include "report/optimum_pages.h"
#include "report/optimum_table.h"
#include "report/folder.h"
#include "report/meta.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"optimum.txt", "optimum.json", "settings.txt", "data", "plots", "charts", "deck.pdf", NULL};

int optimum_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

static int write_file(const struct folder *folder, const char *name, const struct optimum *optimum,
                      void (*write)(const struct optimum *, FILE *))
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(optimum, file);
    return folder_close(folder, name, file);
}

static void write_meta(const struct optimum *optimum, FILE *meta)
{
    char font[128];
    drawing_font(font, sizeof font, stderr);
    fputs("# Written by playbook: what the charts of this folder say and where.\n", meta);
    meta_text(meta, font, "font");
    optimum_pages_write(optimum, meta);
}

static int write_plots(const struct folder *folder, const struct optimum *optimum)
{
    static const char *const files[] = {"theme.gp", "draw.gp", "page.gp", "deck.gp", "README", "frontier.gp"};
    if (folder_make(folder, "plots") != 0 || folder_make(folder, "charts") != 0)
        return -1;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (drawing_copy(folder, files[i]) != 0)
            return -1;
    return write_file(folder, "plots/meta.gp", optimum, write_meta);
}

static int write_all(const struct folder *folder, const struct optimum *optimum)
{
    return write_file(folder, "optimum.txt", optimum, optimum_table_write) || write_file(folder, "optimum.json", optimum, optimum_json_write) ||
           write_file(folder, "settings.txt", optimum, optimum_table_settings) || folder_make(folder, "data") ||
           write_file(folder, "data/frontier.tsv", optimum, optimum_pages_tries) || write_plots(folder, optimum);
}

int optimum_report_write(const struct optimum *optimum, const char *path, bool charts, volatile sig_atomic_t *interrupted,
                         FILE *talk)
{
    static const char *const chart[] = {"frontier"};
    struct folder folder;
    if (folder_begin(&folder, path, names, talk) != 0)
        return -1;
    const int status = write_all(&folder, optimum);
    const bool drawn = status || !charts || drawing_run(&folder, chart, 1, interrupted) == 0;
    const bool stopped = interrupted != NULL && *interrupted != 0;
    if (status != 0 || stopped || folder_publish(&folder) != 0) {
        folder_abandon(&folder);
        if (stopped)
            fprintf(talk, "playbook: interrupted; '%s' is as it was\n", path);
        return -1;
    }
    return drawn ? 0 : -1;
}
