#include "report/forecast_report.h"

#include "report/forecast_pages.h"
#include "report/forecast_table.h"
#include "report/output.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"forecast.txt", "data", "plots", "charts", "deck.pdf", NULL};

int forecast_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

int forecast_report_write(const struct outlook *forecast, const char *path, bool charts,
                          volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    forecast_table_write(forecast, output_file(&output, "forecast.txt"));
    forecast_pages_data(forecast, output_file(&output, "data/%s.tsv", forecast_pages_key));
    output_script(&output, "time.gp");
    output_script(&output, "labels.gp");
    output_chart(&output, forecast_pages_key);
    forecast_pages_write(forecast, output_meta(&output));
    return output_end(&output, charts, interrupted);
}
