#include "report/sensitivity_report.h"

#include "report/drawing.h"
#include "report/folder.h"
#include "report/sensitivity_json.h"
#include "report/sensitivity_pages.h"
#include "report/sensitivity_table.h"
#include "report/sensitivity_tsv.h"
#include "report/meta.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"sensitivity.txt", "sensitivity.json", "data", "plots", "charts", "deck.pdf", NULL};

static const char *const shared_files[] = {"theme.gp",  "draw.gp", "time.gp", "labels.gp",
                                           "page.gp", "deck.gp", "README"};

int sensitivity_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

static int write_file(const struct folder *folder, const char *name, const struct sensitivity *sensitivity,
                      void (*write)(const struct sensitivity *, FILE *))
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(sensitivity, file);
    return folder_close(folder, name, file);
}

static int write_data(const struct folder *folder, const struct sensitivity *sensitivity)
{
    char name[64];
    if (folder_make(folder, "data") != 0)
        return -1;
    for (int t = 0; t < SENSITIVITY_TSV_TABLES; t++) {
        snprintf(name, sizeof name, "data/%s.tsv", sensitivity_tsv_tables[t].name);
        if (write_file(folder, name, sensitivity, sensitivity_tsv_tables[t].write) != 0)
            return -1;
    }
    return 0;
}

static int write_meta(const struct folder *folder, const struct sensitivity *sensitivity)
{
    char font[128];
    drawing_font(font, sizeof font, folder->talk);
    FILE *file = folder_open(folder, "plots/meta.gp");
    if (file == NULL)
        return -1;
    fputs("# Written by playbook: what the charts of this folder say and where.\n", file);
    meta_text(file, font, "font");
    sensitivity_pages_write(sensitivity, file);
    return folder_close(folder, "plots/meta.gp", file);
}

static int write_plots(const struct folder *folder, const struct sensitivity *sensitivity)
{
    char name[64];
    if (folder_make(folder, "plots") != 0 || folder_make(folder, "charts") != 0)
        return -1;
    for (size_t i = 0; i < sizeof shared_files / sizeof *shared_files; i++)
        if (drawing_copy(folder, shared_files[i]) != 0)
            return -1;
    for (int chart = 0; chart < SENSITIVITY_CHARTS; chart++) {
        snprintf(name, sizeof name, "%s.gp", sensitivity_pages_key[chart]);
        if (sensitivity_pages_has(sensitivity, (enum sensitivity_chart)chart) && drawing_copy(folder, name) != 0)
            return -1;
    }
    return write_meta(folder, sensitivity);
}

static int draw(const struct folder *folder, const struct sensitivity *sensitivity,
                volatile sig_atomic_t *interrupted)
{
    const char *charts[SENSITIVITY_CHARTS];
    int count = 0;
    for (int chart = 0; chart < SENSITIVITY_CHARTS; chart++)
        if (sensitivity_pages_has(sensitivity, (enum sensitivity_chart)chart))
            charts[count++] = sensitivity_pages_key[chart];
    return drawing_run(folder, charts, count, interrupted);
}

int sensitivity_report_write(const struct sensitivity *sensitivity, const char *path, bool charts,
                      volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct folder folder;
    if (folder_begin(&folder, path, names, talk) != 0)
        return -1;
    int status = write_file(&folder, "sensitivity.txt", sensitivity, sensitivity_table_write) ||
                 write_file(&folder, "sensitivity.json", sensitivity, sensitivity_json_write) ||
                 write_data(&folder, sensitivity) || write_plots(&folder, sensitivity);
    bool drawn = status || !charts || draw(&folder, sensitivity, interrupted) == 0;
    bool stopped = interrupted != NULL && *interrupted != 0;
    if (status != 0 || stopped || folder_publish(&folder) != 0) {
        folder_abandon(&folder);
        if (stopped)
            fprintf(talk, "playbook: interrupted; '%s' is as it was\n", path);
        return -1;
    }
    return drawn ? 0 : -1;
}
