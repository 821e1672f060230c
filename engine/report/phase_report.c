#include "report/phase_report.h"

#include "report/drawing.h"
#include "report/folder.h"
#include "report/meta.h"
#include "report/phase_json.h"
#include "report/phase_kept.h"
#include "report/phase_pages.h"
#include "report/phase_table.h"

#include <unistd.h>

enum { PATH_SIZE = 4200 };

/* What an output folder holds. It is known by the first: of a finished map, of one that was not, of one
 * that was cut off in writing. */
#define REST "data", "plots", "charts", "deck.pdf", "map.json"
static const char *const finished[] = {"map.txt", PHASE_KEPT_NAME, PHASE_KEPT_PARTIAL, REST, NULL};
static const char *const unfinished[] = {PHASE_KEPT_NAME, PHASE_KEPT_PARTIAL, "map.txt", REST, NULL};
static const char *const cut_off[] = {PHASE_KEPT_PARTIAL, "map.txt", REST, NULL};

static bool holds(const char *folder, const char *name)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%.4100s/%s", folder, name);
    return access(path, F_OK) == 0;
}

static const char *const *names_of(const char *path)
{
    return holds(path, "map.txt")         ? finished
           : holds(path, PHASE_KEPT_NAME) ? unfinished
           : holds(path, PHASE_KEPT_PARTIAL) ? cut_off
                                             : finished;
}

int phase_report_check(const char *path, FILE *talk) { return folder_check(path, names_of(path), talk); }

static int write_file(const struct folder *folder, const char *name, const struct phase *phase,
                      void (*write)(const struct phase *, FILE *))
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(phase, file);
    return folder_close(folder, name, file);
}

static void write_meta(const struct phase *phase, FILE *meta)
{
    char font[128];
    drawing_font(font, sizeof font, stderr);
    fputs("# Written by playbook: what the charts of this folder say and where.\n", meta);
    meta_text(meta, font, "font");
    phase_pages_write(phase, meta);
}

static int write_plots(const struct folder *folder, const struct phase *phase)
{
    static const char *const files[] = {"theme.gp", "draw.gp", "page.gp", "deck.gp", "README", "map.gp"};
    if (folder_make(folder, "plots") != 0 || folder_make(folder, "charts") != 0)
        return -1;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (drawing_copy(folder, files[i]) != 0)
            return -1;
    return write_file(folder, "plots/meta.gp", phase, write_meta);
}

static int write_all(const struct folder *folder, const struct phase *phase)
{
    return write_file(folder, "map.txt", phase, phase_table_write) || write_file(folder, "map.json", phase, phase_json_write) ||
           folder_make(folder, "data") || write_file(folder, "data/map.tsv", phase, phase_pages_cells) ||
           write_file(folder, "data/indifference.tsv", phase, phase_pages_line) || write_plots(folder, phase);
}

int phase_report_write(const struct phase *phase, const char *path, bool charts, volatile sig_atomic_t *interrupted,
                       FILE *talk)
{
    static const char *const chart[] = {"map"};
    struct folder folder;
    if (folder_begin(&folder, path, names_of(path), talk) != 0)
        return -1;
    const int status = write_all(&folder, phase);
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
