/* The output folder of ruin: table, JSON, data, scripts, chart and a slide. */
#ifndef REPORT_RUIN_REPORT_H
#define REPORT_RUIN_REPORT_H

#include "analysis/ruin.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

/* Whether the folder may be written to; -1 after saying why not. */
int ruin_report_check(const char *path, FILE *talk);

/* Writes it, whole or not at all; a chart that cannot be drawn leaves the rest. -1 after saying why. */
int ruin_report_write(const struct ruin *ruin, const char *path, bool charts,
                        volatile sig_atomic_t *interrupted, FILE *talk);

#endif
