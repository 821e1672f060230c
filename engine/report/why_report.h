/* The output folder of an account: why.txt, why.json, data, plots, charts, deck. */
#ifndef REPORT_WHY_REPORT_H
#define REPORT_WHY_REPORT_H

#include "analysis/why.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

/* Whether `folder` may be written; 0, or -1 after saying why. To be asked before the work. */
int why_report_check(const char *folder, FILE *talk);

/* Writes the whole folder, or nothing: 0, or -1 after saying why. When only charts could not be drawn,
 * the folder stands without them and the answer is -1 all the same. */
int why_report_write(const struct why *why, const char *folder, bool charts, volatile sig_atomic_t *interrupted,
                     FILE *talk);

#endif
