/* The output folder of facts: table, JSON, data, charts and slides. */
#ifndef REPORT_FACTS_REPORT_H
#define REPORT_FACTS_REPORT_H

#include "analysis/factbook.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

/* Whether a folder may appear there; 0, or -1 after saying why on `talk`. */
int facts_report_check(const char *path, FILE *talk);

/* Writes it, whole or not at all, with charts or only their data and scripts; the same results. */
int facts_report_write(const struct facts *facts, const struct fact_finding *findings, const char *path,
                       bool drawing, volatile sig_atomic_t *interrupted, FILE *talk);

#endif
