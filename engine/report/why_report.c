#include "report/why_report.h"

#include "report/drawing.h"
#include "report/why_json.h"
#include "report/why_pages.h"
#include "report/why_table.h"
#include "report/folder.h"
#include "report/meta.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"why.txt", "why.json", "data", "plots", "charts", "deck.pdf", NULL};

int why_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

static int write_file(const struct folder *folder, const char *name, const struct why *why,
                      void (*write)(const struct why *, FILE *))
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(why, file);
    return folder_close(folder, name, file);
}

static void write_meta(const struct why *why, FILE *meta)
{
    char font[128];
    drawing_font(font, sizeof font, stderr);
    fputs("# Written by playbook: what the charts of this folder say and where.\n", meta);
    meta_text(meta, font, "font");
    why_pages_write(why, meta);
}

static int write_plots(const struct folder *folder, const struct why *why)
{
    static const char *const files[] = {"theme.gp", "draw.gp", "page.gp", "deck.gp", "README", "bars.gp", "why.gp", "mechanisms.gp"};
    if (folder_make(folder, "plots") != 0 || folder_make(folder, "charts") != 0)
        return -1;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (drawing_copy(folder, files[i]) != 0)
            return -1;
    return write_file(folder, "plots/meta.gp", why, write_meta);
}

static bool has_mechanisms(const struct why *why) { return why->asked_mechanisms && why->mechanisms.count > 0; }

static int write_all(const struct folder *folder, const struct why *why)
{
    return write_file(folder, "why.txt", why, why_table_write) || write_file(folder, "why.json", why, why_json_write) ||
           folder_make(folder, "data") || write_file(folder, "data/why.tsv", why, why_pages_parts) ||
           (has_mechanisms(why) && write_file(folder, "data/mechanisms.tsv", why, why_pages_mechanisms)) ||
           write_plots(folder, why);
}

int why_report_write(const struct why *why, const char *path, bool charts, volatile sig_atomic_t *interrupted,
                     FILE *talk)
{
    static const char *const chart[] = {"why", "mechanisms"};
    struct folder folder;
    if (folder_begin(&folder, path, names, talk) != 0)
        return -1;
    const int status = write_all(&folder, why);
    const bool drawn = status || !charts || drawing_run(&folder, chart, has_mechanisms(why) ? 2 : 1, interrupted) == 0;
    const bool stopped = interrupted != NULL && *interrupted != 0;
    if (status != 0 || stopped || folder_publish(&folder) != 0) {
        folder_abandon(&folder);
        if (stopped)
            fprintf(talk, "playbook: interrupted; '%s' is as it was\n", path);
        return -1;
    }
    return drawn ? 0 : -1;
}
