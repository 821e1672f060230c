#include "report/forecast_report.h"

#include "report/drawing.h"
#include "report/folder.h"
#include "report/forecast_pages.h"
#include "report/forecast_table.h"
#include "report/meta.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"forecast.txt", "data", "plots", "charts", "deck.pdf", NULL};

static const char *const shared_files[] = {"theme.gp", "draw.gp", "time.gp", "labels.gp", "page.gp", "deck.gp", "README"};

int forecast_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

static int write_file(const struct folder *folder, const char *name, const struct outlook *forecast,
                      void (*write)(const struct outlook *, FILE *))
{
    FILE *file = folder_open(folder, name);
    if (file == NULL)
        return -1;
    write(forecast, file);
    return folder_close(folder, name, file);
}

static int write_data(const struct folder *folder, const struct outlook *forecast)
{
    char name[64];
    snprintf(name, sizeof name, "data/%s.tsv", forecast_pages_key);
    return folder_make(folder, "data") || write_file(folder, name, forecast, forecast_pages_data);
}

static int write_meta(const struct folder *folder, const struct outlook *forecast)
{
    char font[128];
    drawing_font(font, sizeof font, folder->talk);
    FILE *file = folder_open(folder, "plots/meta.gp");
    if (file == NULL)
        return -1;
    fputs("# Written by playbook: what the charts of this folder say and where.\n", file);
    meta_text(file, font, "font");
    forecast_pages_write(forecast, file);
    return folder_close(folder, "plots/meta.gp", file);
}

static int write_plots(const struct folder *folder, const struct outlook *forecast)
{
    char name[64];
    if (folder_make(folder, "plots") != 0 || folder_make(folder, "charts") != 0)
        return -1;
    for (size_t i = 0; i < sizeof shared_files / sizeof *shared_files; i++)
        if (drawing_copy(folder, shared_files[i]) != 0)
            return -1;
    snprintf(name, sizeof name, "%s.gp", forecast_pages_key);
    return drawing_copy(folder, name) || write_meta(folder, forecast);
}

int forecast_report_write(const struct outlook *forecast, const char *path, bool charts,
                    volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct folder folder;
    if (folder_begin(&folder, path, names, talk) != 0)
        return -1;
    int status = write_file(&folder, "forecast.txt", forecast, forecast_table_write) ||
                 write_data(&folder, forecast) ||
                 write_plots(&folder, forecast);
    bool drawn = status || !charts || drawing_run(&folder, &forecast_pages_key, 1, interrupted) == 0;
    bool stopped = interrupted != NULL && *interrupted != 0;
    if (status != 0 || stopped || folder_publish(&folder) != 0) {
        folder_abandon(&folder);
        if (stopped)
            fprintf(talk, "playbook: interrupted; '%s' is as it was\n", path);
        return -1;
    }
    return drawn ? 0 : -1;
}
