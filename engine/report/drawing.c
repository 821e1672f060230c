#include "report/drawing.h"

#include "report/gnuplot.h"
#include "scenario/shelf.h"

#include <string.h>
#include <strings.h>

enum { NAME_SIZE = 128 };

static const double SECONDS_PER_CHART = 60; /* a hundred times what one takes */

int drawing_copy(const struct folder *folder, const char *name)
{
    char shelf[SHELF_PATH_MAX], source[SHELF_PATH_MAX + NAME_SIZE], copy[NAME_SIZE];
    snprintf(source, sizeof source, "%s/%s", shelf_plots(shelf), name);
    snprintf(copy, sizeof copy, "plots/%s", name);
    return folder_copy(folder, copy, source);
}

/* A font that is there. Fontconfig would silently put a wider one in place of a missing one, and
 * every line on the slides would be cut. */
void drawing_font(char *font, size_t size, FILE *talk)
{
    static const char *const families[] = {"Inter", "Liberation Sans", "Arial"};
    char found[NAME_SIZE];
    for (int i = 0; i < 3; i++) {
        /* Without fontconfig's program to ask, the first is hoped for. */
        if (gnuplot_font(families[i], found, sizeof found) && strcasecmp(found, families[i]) != 0)
            continue;
        snprintf(font, size, "%s", families[i]);
        if (i > 0)
            fprintf(talk, "playbook: the font Inter is not installed; charts use %s\n", font);
        return;
    }
    snprintf(font, size, "sans");
    fprintf(talk, "playbook: neither Inter nor Liberation Sans nor Arial is installed; the text of "
                  "charts may not fit\n");
}

/* A finished picture gets its name; what a failed run left is removed. */
static int settle(const struct folder *folder, const char *name, bool drawn)
{
    char partial[NAME_SIZE + 16];
    snprintf(partial, sizeof partial, "%s.partial", name);
    if (drawn)
        return folder_rename(folder, partial, name);
    folder_remove_file(folder, partial);
    return -1;
}

/* Says why a script failed; a missing gnuplot is said once, by the first. */
static void complain(const struct folder *folder, const struct gnuplot_run *run, bool first)
{
    FILE *talk = folder->talk;
    switch (run->end) {
    case GNUPLOT_DONE:
    case GNUPLOT_INTERRUPTED: break;
    case GNUPLOT_MISSING:
        if (first)
            fprintf(talk,
                    "playbook: gnuplot is not installed, so no chart was drawn; everything "
                    "else is in '%s'\n",
                    folder->path);
        break;
    case GNUPLOT_TOO_SLOW:
        fprintf(talk, "playbook: gnuplot took more than %.0f seconds for %s\n", run->seconds,
                run->script);
        break;
    case GNUPLOT_COMPLAINED:
        fprintf(talk, "playbook: gnuplot could not draw %s:\n%s", run->script,
                *run->words != '\0' ? run->words : "it failed without saying why\n");
        break;
    case GNUPLOT_NOT_STARTED:
        fprintf(talk, "playbook: gnuplot could not be started: %s\n", run->words);
        break;
    }
}

int drawing_run(const struct folder *folder, const char *const *charts, int count,
                volatile sig_atomic_t *interrupted)
{
    struct gnuplot_run run[DRAWING_CHARTS + 1];
    char script[DRAWING_CHARTS + 1][NAME_SIZE], name[NAME_SIZE], plots[FOLDER_PATH_SIZE + 8];
    int runs = 1, status = 0;
    snprintf(plots, sizeof plots, "%s/plots", folder->partial);
    snprintf(script[0], NAME_SIZE, "deck.gp"); /* the longest first */
    for (int c = 0; c < count; c++)
        snprintf(script[runs++], NAME_SIZE, "%s.gp", charts[c]);
    for (int i = 0; i < runs; i++)
        run[i] = (struct gnuplot_run){
            .folder = plots, .script = script[i], .seconds = SECONDS_PER_CHART};

    gnuplot_run_all(run, runs, interrupted);
    for (int i = 0; i < runs; i++) {
        bool drawn = run[i].end == GNUPLOT_DONE;
        complain(folder, &run[i], i == 0);
        if (i == 0) {
            status |= settle(folder, "deck.pdf", drawn);
            continue;
        }
        snprintf(name, sizeof name, "charts/%s.png", charts[i - 1]);
        status |= settle(folder, name, drawn);
        snprintf(name, sizeof name, "charts/%s.svg", charts[i - 1]);
        status |= settle(folder, name, drawn);
    }
    return status != 0 ? -1 : 0;
}
