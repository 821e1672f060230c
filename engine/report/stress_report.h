/* The output folder of stress: table, JSON, data, scripts, chart and a slide. */
#ifndef REPORT_STRESS_REPORT_H
#define REPORT_STRESS_REPORT_H

#include "analysis/stress.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

/* Whether the folder may be written to; -1 after saying why not. */
int stress_report_check(const char *path, FILE *talk);

/* Writes it, whole or not at all; a chart that cannot be drawn leaves the rest. -1 after saying why. */
int stress_report_write(const struct stress *stress, const char *path, bool charts,
                        volatile sig_atomic_t *interrupted, FILE *talk);

#endif
