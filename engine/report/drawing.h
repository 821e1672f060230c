/* What every output folder with charts needs: its scripts, a font that is there, and gnuplot. */
#ifndef REPORT_DRAWING_H
#define REPORT_DRAWING_H

#include "report/folder.h"

#include <signal.h>
#include <stdbool.h>

enum { DRAWING_CHARTS = 24 }; /* at most */

/* Copies a file of the program's plots/ into the folder's. 0, or -1 after saying why. */
int drawing_copy(const struct folder *folder, const char *name);

/* The family that charts use; says so when it is not the first choice. */
void drawing_font(char *font, size_t size, FILE *talk);

/* Runs deck.gp and the script of every chart: deck.pdf and charts/. 0, or -1 after saying why; what
 * was drawn stays. */
int drawing_run(const struct folder *folder, const char *const *charts, int count,
                volatile sig_atomic_t *interrupted);

#endif
