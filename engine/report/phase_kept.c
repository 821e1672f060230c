#include "report/phase_kept.h"

#include "report/loss.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 4200 };

static void path_of(const char *folder, const char *name, char path[PATH_SIZE])
{
    snprintf(path, PATH_SIZE, "%.4100s/%s", folder, name);
}

/* All that decides what the cells hold, on one line. */
static void write_request(const struct phase *phase, FILE *out)
{
    fprintf(out, "playbook " PLAYBOOK_VERSION "\t%016" PRIx64 "\t%" PRIu64 "\t%d\t%" PRId64 "\t%d", phase->scenario->hash,
            phase->seed, phase->cells, phase->paths, (int)phase->contest.by);
    const struct measure *measure = &phase->contest.measure;
    fprintf(out, "\t%d %d %d %d %a", measure->observable, (int)measure->ending, measure->month, measure->chance,
            measure->least);
    for (int a = 0; a < 2; a++)
        fprintf(out, "\t%d %a %a", phase->axis[a].key.column, phase->axis[a].low, phase->axis[a].high);
    for (int i = 0; i < phase->roster.count; i++)
        fprintf(out, "\t%d", phase->roster.strategy[i]);
    fputc('\n', out);
}

static void write_cells(const struct phase *phase, FILE *out)
{
    for (int c = 0; c < phase->cells * phase->cells; c++) {
        fprintf(out, "%" PRId64 "\t%" PRId64, phase->cell[c].worlds, phase->cell[c].target);
        for (int p = 0; p < phase->pairs; p++) {
            const struct contest_sums *sums = &phase->sums[c * phase->pairs + p];
            fprintf(out, "\t%" PRId64 "\t%a\t%a", sums->differ, sums->sum, sums->squares);
        }
        fputc('\n', out);
    }
    fputs("end\n", out);
}

/* Like mkdir -p. */
static bool make_folder(const char *folder)
{
    char path[PATH_SIZE];
    path_of(folder, "", path);
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            return false;
        *slash = '/';
    }
    return true;
}

int phase_kept_write(const struct phase *phase, const char *folder, FILE *talk)
{
    char path[PATH_SIZE], partial[PATH_SIZE];
    path_of(folder, PHASE_KEPT_NAME, path);
    path_of(folder, PHASE_KEPT_PARTIAL, partial);
    if (!make_folder(folder)) {
        fprintf(talk, "playbook: cannot make the folder '%s': %s\n", folder, strerror(errno));
        return -1;
    }
    int reason = 0;
    FILE *file = fopen(partial, "w");
    if (file) {
        fputs("# an unfinished map; the same command goes on from here\n", file);
        write_request(phase, file);
        write_cells(phase, file);
        reason = loss_of(file);
        if (fclose(file) == 0 && reason == 0 && rename(partial, path) == 0)
            return 0;
    }
    fprintf(talk, "playbook: cannot write '%s': %s\n", path, strerror(reason != 0 ? reason : errno));
    unlink(partial);
    return -1;
}

/* One line of a cell. */
static bool read_cell(struct phase *phase, int c, char *line)
{
    char *rest = line, *end;
    struct phase_cell *cell = &phase->cell[c];
    cell->worlds = strtoll(rest, &end, 10);
    bool sound = end > rest;
    rest = end;
    cell->target = strtoll(rest, &end, 10);
    sound = sound && end > rest && cell->worlds >= 0 && cell->target >= cell->worlds && cell->target <= phase->most;
    for (int p = 0; p < phase->pairs && sound; p++) {
        struct contest_sums *sums = &phase->sums[c * phase->pairs + p];
        rest = end;
        sums->differ = strtoll(rest, &end, 10);
        sound = end > rest;
        rest = end;
        sums->sum = strtod(rest, &end);
        sound = sound && end > rest;
        rest = end;
        sums->squares = strtod(rest, &end);
        sums->worlds = cell->worlds;
        sound = sound && end > rest && sums->differ >= 0 && sums->differ <= sums->worlds && isfinite(sums->sum) &&
                isfinite(sums->squares);
    }
    return sound && strcmp(end, "\n") == 0;
}

static bool read_all(struct phase *phase, FILE *file)
{
    char *line = NULL, *request = NULL;
    size_t size = 0, length = 0;
    FILE *memory = open_memstream(&request, &length);
    if (!memory)
        return false;
    write_request(phase, memory);
    bool sound = fclose(memory) == 0 && getline(&line, &size, file) > 0 && line[0] == '#' &&
                 getline(&line, &size, file) > 0 && strcmp(line, request) == 0;
    for (int c = 0; c < phase->cells * phase->cells && sound; c++)
        sound = getline(&line, &size, file) > 0 && read_cell(phase, c, line);
    sound = sound && getline(&line, &size, file) > 0 && strcmp(line, "end\n") == 0;
    free(line);
    free(request);
    return sound;
}

enum phase_kept phase_kept_read(struct phase *phase, const char *folder, FILE *talk)
{
    char path[PATH_SIZE];
    path_of(folder, PHASE_KEPT_NAME, path);
    FILE *file = fopen(path, "r");
    if (!file && (errno == ENOENT || errno == ENOTDIR))
        return PHASE_KEPT_NONE;
    if (!file) {
        fprintf(talk, "playbook: cannot read '%s': %s\n", path, strerror(errno));
        return PHASE_KEPT_FAILED;
    }
    const bool sound = read_all(phase, file);
    fclose(file);
    if (sound)
        return PHASE_KEPT_TAKEN;
    fprintf(talk,
            "playbook: '%s' is what is left of another map (scenario, seed, version or request differ), or damaged; "
            "finish that one, remove the file, or choose another folder\n", path);
    return PHASE_KEPT_FOREIGN;
}

void phase_kept_remove(const char *folder)
{
    char path[PATH_SIZE];
    path_of(folder, PHASE_KEPT_NAME, path);
    unlink(path);
    path_of(folder, PHASE_KEPT_PARTIAL, path);
    unlink(path);
}
