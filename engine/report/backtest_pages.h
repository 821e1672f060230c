/* What the charts of a back-test say and where: titles that state a finding, axes, labels, in meta.gp. */
#ifndef REPORT_BACKTEST_PAGES_H
#define REPORT_BACKTEST_PAGES_H

#include "analysis/backtest.h"

#include <stdio.h>

enum backtest_chart { BACKTEST_CHART_FANS, BACKTEST_CHART_CALIBRATION, BACKTEST_CHART_BANDS, BACKTEST_CHARTS };

extern const char *const backtest_pages_key[BACKTEST_CHARTS]; /* of files and names: fans */

/* False for a chart of nothing: fans, when no case has revenue that is known. */
bool backtest_pages_has(const struct backtest *backtest, enum backtest_chart chart);

void backtest_pages_write(const struct backtest *backtest, FILE *meta);

#endif
