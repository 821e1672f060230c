/* A back-test as JSON: every truth, chance, band and score. */
#ifndef REPORT_BACKTEST_JSON_H
#define REPORT_BACKTEST_JSON_H

#include "analysis/backtest.h"

#include <stdio.h>

void backtest_json_write(const struct backtest *backtest, FILE *out);

#endif
