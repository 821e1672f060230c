/* The output folder of warn: table, JSON, data, scripts, charts and slides. */
#ifndef REPORT_WARNING_REPORT_H
#define REPORT_WARNING_REPORT_H

#include "analysis/warning.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

/* Whether the folder may be written to; -1 after saying why not. */
int warning_report_check(const char *path, FILE *talk);

/* Writes it, whole or not at all; a chart that cannot be drawn leaves the rest. -1 after saying why. */
int warning_report_write(const struct warning *warning, const char *path, bool charts,
                         volatile sig_atomic_t *interrupted, FILE *talk);

#endif
