#include "report/calibration_report.h"

#include "report/drawing.h"
#include "report/folder.h"
#include "report/calibration_pages.h"
#include "report/calibration_table.h"
#include "report/meta.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"calibration.txt", "calibrated.yaml", "data", "plots", "charts", "deck.pdf", NULL};

static const char *const shared_files[] = {"theme.gp", "draw.gp", "page.gp", "deck.gp", "README"};

int calibration_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

static int write_file(const struct folder *folder, const char *name, const struct calibration *calibration,
                      void (*write)(const struct calibration *, FILE *))
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(calibration, file);
    return folder_close(folder, name, file);
}

static void write_scenario(const struct calibration *calibration, FILE *out)
{
    fputs("# What a history has taught about a scenario, for other companies of its kind. Written by\n"
          "# 'playbook calibrate'; it needs no other file: playbook run calibrated.yaml\n", out);
    scenario_write(&calibration->learned.scenario, out, false);
}

static int write_data(const struct folder *folder, const struct calibration *calibration)
{
    char name[64];
    snprintf(name, sizeof name, "data/%s.tsv", calibration_pages_key);
    return folder_make(folder, "data") || write_file(folder, name, calibration, calibration_pages_data);
}

static int write_meta(const struct folder *folder, const struct calibration *calibration)
{
    char font[128];
    drawing_font(font, sizeof font, folder->talk);
    FILE *file = folder_open(folder, "plots/meta.gp");
    if (file == NULL)
        return -1;
    fputs("# Written by playbook: what the charts of this folder say and where.\n", file);
    meta_text(file, font, "font");
    calibration_pages_write(calibration, file);
    return folder_close(folder, "plots/meta.gp", file);
}

static int write_plots(const struct folder *folder, const struct calibration *calibration)
{
    char name[64];
    if (folder_make(folder, "plots") != 0 || folder_make(folder, "charts") != 0)
        return -1;
    for (size_t i = 0; i < sizeof shared_files / sizeof *shared_files; i++)
        if (drawing_copy(folder, shared_files[i]) != 0)
            return -1;
    snprintf(name, sizeof name, "%s.gp", calibration_pages_key);
    return drawing_copy(folder, name) || write_meta(folder, calibration);
}

int calibration_report_write(const struct calibration *calibration, const char *path, bool charts,
                    volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct folder folder;
    if (folder_begin(&folder, path, names, talk) != 0)
        return -1;
    int status = write_file(&folder, "calibration.txt", calibration, calibration_table_write) ||
                 write_file(&folder, "calibrated.yaml", calibration, write_scenario) || write_data(&folder, calibration) ||
                 write_plots(&folder, calibration);
    bool drawn = status || !charts || drawing_run(&folder, &calibration_pages_key, 1, interrupted) == 0;
    bool stopped = interrupted != NULL && *interrupted != 0;
    if (status != 0 || stopped || folder_publish(&folder) != 0) {
        folder_abandon(&folder);
        if (stopped)
            fprintf(talk, "playbook: interrupted; '%s' is as it was\n", path);
        return -1;
    }
    return drawn ? 0 : -1;
}
