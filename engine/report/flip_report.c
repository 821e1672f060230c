#include "report/flip_report.h"

#include "report/drawing.h"
#include "report/flip_json.h"
#include "report/flip_pages.h"
#include "report/flip_table.h"
#include "report/folder.h"
#include "report/meta.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"flip.txt", "flip.json", "data", "plots", "charts", "deck.pdf", NULL};

int flip_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

static int write_file(const struct folder *folder, const char *name, const struct flip *flip,
                      void (*write)(const struct flip *, FILE *))
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(flip, file);
    return folder_close(folder, name, file);
}

static void write_meta(const struct flip *flip, FILE *meta)
{
    char font[128];
    drawing_font(font, sizeof font, stderr);
    fputs("# Written by playbook: what the charts of this folder say and where.\n", meta);
    meta_text(meta, font, "font");
    flip_pages_write(flip, meta);
}

static int write_plots(const struct folder *folder, const struct flip *flip)
{
    static const char *const files[] = {"theme.gp", "draw.gp", "page.gp", "deck.gp", "README", "flip.gp"};
    if (folder_make(folder, "plots") != 0 || folder_make(folder, "charts") != 0)
        return -1;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (drawing_copy(folder, files[i]) != 0)
            return -1;
    return write_file(folder, "plots/meta.gp", flip, write_meta);
}

static int write_all(const struct folder *folder, const struct flip *flip)
{
    return write_file(folder, "flip.txt", flip, flip_table_write) || write_file(folder, "flip.json", flip, flip_json_write) ||
           folder_make(folder, "data") || write_file(folder, "data/flip.tsv", flip, flip_pages_assumptions) ||
           write_file(folder, "data/pairs.tsv", flip, flip_pages_pairs) || write_plots(folder, flip);
}

int flip_report_write(const struct flip *flip, const char *path, bool charts, volatile sig_atomic_t *interrupted,
                      FILE *talk)
{
    static const char *const chart[] = {"flip"};
    struct folder folder;
    if (folder_begin(&folder, path, names, talk) != 0)
        return -1;
    const int status = write_all(&folder, flip);
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
