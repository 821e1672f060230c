#include "report/calibration_report.h"

#include "report/calibration_pages.h"
#include "report/calibration_table.h"
#include "report/output.h"

/* What an output folder holds; it is known by the first. */
static const char *const names[] = {"calibration.txt", "calibrated.yaml", "data", "plots", "charts", "deck.pdf", NULL};

int calibration_report_check(const char *path, FILE *talk) { return folder_check(path, names, talk); }

static void write_scenario(const struct calibration *calibration, FILE *out)
{
    fputs("# What a history has taught about a scenario, for other companies of its kind. Written by\n"
          "# 'playbook calibrate'; it needs no other file: playbook run calibrated.yaml\n", out);
    scenario_write(&calibration->learned.scenario, out, false);
}

int calibration_report_write(const struct calibration *calibration, const char *path, bool charts,
                             volatile sig_atomic_t *interrupted, FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names, talk) != 0)
        return -1;
    calibration_table_write(calibration, output_file(&output, "calibration.txt"));
    write_scenario(calibration, output_file(&output, "calibrated.yaml"));
    calibration_pages_data(calibration, output_file(&output, "data/%s.tsv", calibration_pages_key));
    output_chart(&output, calibration_pages_key);
    calibration_pages_write(calibration, output_meta(&output));
    return output_end(&output, charts, interrupted);
}
