/* The output folder of a calibration. */
#ifndef REPORT_CALIBRATION_REPORT_H
#define REPORT_CALIBRATION_REPORT_H

#include "analysis/calibration.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

/* Writes the whole folder, or nothing: 0, or -1 after saying why on `talk`. When only the charts could not be
 * drawn, the folder stands without them and the answer is -1 all the same. */
int calibration_report_write(const struct calibration *calibration, const char *path, bool charts,
                    volatile sig_atomic_t *interrupted, FILE *talk);

/* Whether the folder may be written; 0, or -1 after saying why. */
int calibration_report_check(const char *path, FILE *talk);

#endif
