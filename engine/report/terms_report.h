/* The output folder of terms: table, JSON, data, scripts, charts and a slide. */
#ifndef REPORT_TERMS_REPORT_H
#define REPORT_TERMS_REPORT_H

#include "analysis/terms.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

/* Whether the folder may be written to; -1 after saying why not. */
int terms_report_check(const char *path, FILE *talk);

/* Writes it, whole or not at all; charts that cannot be drawn leave the rest. Nothing is drawn when no
 * term applies. -1 after saying why. */
int terms_report_write(const struct terms *terms, const char *path, bool charts, volatile sig_atomic_t *interrupted,
                       FILE *talk);

#endif
