/* The charts of an output folder: their scripts, what the scripts are told, and drawing them. */
#ifndef REPORT_FIGURES_H
#define REPORT_FIGURES_H

#include "analysis/summary.h"
#include "report/folder.h"

#include <signal.h>

/* plots/: theme, templates, and meta.gp with this summary's titles, names and axes. 0, or -1 after
 * saying why. */
int figures_write(const struct folder *folder, const struct summary *summary);

/* Runs gnuplot: charts/ and deck.pdf. 0, or -1 after saying why; what was drawn stays. */
int figures_draw(const struct folder *folder, const struct summary *summary,
                 volatile sig_atomic_t *interrupted);

#endif
