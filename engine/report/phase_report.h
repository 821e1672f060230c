/* The output folder of a phase map: map.txt, map.json, data, plots, charts, deck; and, while it is not
 * finished, what the cells hold. */
#ifndef REPORT_PHASE_REPORT_H
#define REPORT_PHASE_REPORT_H

#include "analysis/phase.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

/* Whether `folder` may be written; 0, or -1 after saying why. To be asked before the work. */
int phase_report_check(const char *folder, FILE *talk);

/* Writes the whole folder in place of the unfinished one, or nothing: 0, or -1 after saying why. When only
 * charts could not be drawn, the folder stands without them and the answer is -1 all the same. */
int phase_report_write(const struct phase *phase, const char *folder, bool charts, volatile sig_atomic_t *interrupted,
                       FILE *talk);

#endif
