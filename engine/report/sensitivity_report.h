/* The output folder of a sensitivity analysis: sensitivity.txt and .json, data/, plots/, charts/, deck.pdf. */
#ifndef REPORT_SENSITIVITY_REPORT_H
#define REPORT_SENSITIVITY_REPORT_H

#include "analysis/sensitivity.h"

#include <signal.h>
#include <stdio.h>

/* Whether `path` may be written; 0, or -1 after saying why. To be asked before the work. */
int sensitivity_report_check(const char *path, FILE *talk);

/* The whole folder, or nothing: 0, or -1 after saying why on `talk`. When only the charts could not be
 * drawn, the folder stands without them and the answer is -1 all the same. */
int sensitivity_report_write(const struct sensitivity *sensitivity, const char *path, bool charts,
                             volatile sig_atomic_t *interrupted, FILE *talk);

#endif
