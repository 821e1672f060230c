#include "report/warning_report.h"

#include "report/drawing.h"
#include "report/folder.h"
#include "report/meta.h"
#include "report/warning_json.h"
#include "report/warning_pages.h"
#include "report/warning_table.h"
#include "report/warning_tsv.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"warning.txt", "warning.json", "data", "plots", "charts", "deck.pdf", NULL};

static const char *const plot_files[] = {"theme.gp",         "draw.gp",         "page.gp",         "deck.gp",
                                         "warning.gp",       "warning_death.gp", "warning_exit.gp", "tenths.gp",
                                         "tenths_death.gp",  "tenths_exit.gp",  "README"};

int warning_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

static int write_file(const struct folder *folder, const char *name, const struct warning *warning,
                      void (*write)(const struct warning *, FILE *))
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(warning, file);
    return folder_close(folder, name, file);
}

static void write_deaths(const struct warning *warning, FILE *out) { warning_tsv_write(warning, WARNING_DEATH, out); }
static void write_exits(const struct warning *warning, FILE *out) { warning_tsv_write(warning, WARNING_EXIT, out); }
static void write_death_tenths(const struct warning *warning, FILE *out) { warning_tsv_tenths(warning, WARNING_DEATH, out); }
static void write_exit_tenths(const struct warning *warning, FILE *out) { warning_tsv_tenths(warning, WARNING_EXIT, out); }

static int write_data(const struct folder *folder, const struct warning *warning)
{
    return folder_make(folder, "data") || write_file(folder, "data/warning_death.tsv", warning, write_deaths) ||
           write_file(folder, "data/warning_exit.tsv", warning, write_exits) ||
           write_file(folder, "data/tenths_death.tsv", warning, write_death_tenths) ||
           write_file(folder, "data/tenths_exit.tsv", warning, write_exit_tenths);
}

static int write_plots(const struct folder *folder, const struct warning *warning)
{
    char font[128];
    if (folder_make(folder, "plots") || folder_make(folder, "charts"))
        return -1;
    for (size_t i = 0; i < sizeof plot_files / sizeof *plot_files; i++)
        if (drawing_copy(folder, plot_files[i]) != 0)
            return -1;
    drawing_font(font, sizeof font, folder->talk);
    FILE *file = folder_open(folder, "plots/meta.gp");
    if (file == NULL)
        return -1;
    fputs("# Written by playbook: what the charts of this folder say and where.\n", file);
    meta_text(file, font, "font");
    warning_pages_write(warning, file);
    return folder_close(folder, "plots/meta.gp", file);
}

int warning_report_write(const struct warning *warning, const char *path, bool charts,
                         volatile sig_atomic_t *interrupted, FILE *talk)
{
    const char *chart[WARNING_PAGES];
    const int count = warning_pages_keys(warning, chart);
    struct folder folder;
    if (folder_begin(&folder, path, names, talk) != 0)
        return -1;
    const int status = write_file(&folder, "warning.txt", warning, warning_table_write) ||
                       write_file(&folder, "warning.json", warning, warning_json_write) || write_data(&folder, warning) ||
                       (count > 0 && write_plots(&folder, warning));
    const bool drawn = status || !charts || count == 0 || drawing_run(&folder, chart, count, interrupted) == 0;
    const bool stopped = interrupted != NULL && *interrupted != 0;
    if (status != 0 || stopped || folder_publish(&folder) != 0) {
        folder_abandon(&folder);
        if (stopped)
            fprintf(talk, "playbook: interrupted; '%s' is as it was\n", path);
        return -1;
    }
    return drawn ? 0 : -1;
}
