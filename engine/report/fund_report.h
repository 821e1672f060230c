/* The output folder of a fund: table, JSON, data, charts and slides. */
#ifndef REPORT_FUND_REPORT_H
#define REPORT_FUND_REPORT_H

#include "analysis/fund_figures.h"

#include <signal.h>
#include <stdio.h>

/* Whether a folder may appear at `path`; -1 after saying why not. */
int fund_report_check(const char *path, FILE *talk);

/* The folder appears whole or not at all. -1 after saying what failed; without gnuplot it appears
 * without charts. */
int fund_report_write(const struct fund_figures *figures, const char *path, bool charts,
                      volatile sig_atomic_t *interrupted, FILE *talk);

#endif
