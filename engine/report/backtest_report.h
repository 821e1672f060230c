/* The output folder of a back-test: table, JSON, data, charts and slides. */
#ifndef REPORT_BACKTEST_REPORT_H
#define REPORT_BACKTEST_REPORT_H

#include "analysis/backtest.h"

#include <signal.h>
#include <stdio.h>

/* Whether a folder may appear at `path`; -1 after saying why not. */
int backtest_report_check(const char *path, FILE *talk);

/* The folder appears whole or not at all. -1 after saying what failed; without gnuplot it appears
 * without charts. */
int backtest_report_write(const struct backtest *backtest, const char *path, bool charts,
                          volatile sig_atomic_t *interrupted, FILE *talk);

#endif
