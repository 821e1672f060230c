#include "report/phase_report.h"

#include "report/output.h"
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

int phase_report_write(const struct phase *phase, const char *path, bool charts, volatile sig_atomic_t *interrupted,
                       FILE *talk)
{
    struct output output;
    if (output_begin(&output, path, names_of(path), talk) != 0)
        return -1;
    phase_table_write(phase, output_file(&output, "map.txt"));
    phase_json_write(phase, output_file(&output, "map.json"));
    phase_pages_cells(phase, output_file(&output, "data/map.tsv"));
    phase_pages_line(phase, output_file(&output, "data/indifference.tsv"));
    output_chart(&output, "map");
    phase_pages_write(phase, output_meta(&output));
    return output_end(&output, charts, interrupted);
}
