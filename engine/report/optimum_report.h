/* The output folder of a search for the best levers: optimum.txt, optimum.json, settings.txt, data, plots, charts, deck. */
#ifndef REPORT_OPTIMUM_REPORT_H
#define REPORT_OPTIMUM_REPORT_H

#include "analysis/optimum.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

/* Whether `folder` may be written; 0, or -1 after saying why. To be asked before the work. */
int optimum_report_check(const char *folder, FILE *talk);

/* Writes the whole folder, or nothing: 0, or -1 after saying why. When only charts could not be drawn,
 * the folder stands without them and the answer is -1 all the same. */
int optimum_report_write(const struct optimum *optimum, const char *folder, bool charts, volatile sig_atomic_t *interrupted,
                         FILE *talk);

#endif
