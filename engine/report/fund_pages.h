/* What the charts of a fund say and where: titles that state a finding, axes, labels, in meta.gp. */
#ifndef REPORT_FUND_PAGES_H
#define REPORT_FUND_PAGES_H

#include "analysis/fund_figures.h"

#include <stdio.h>

enum fund_chart { FUND_CHART_J_CURVE, FUND_CHART_TAIL, FUND_CHART_COMPANIES, FUND_CHART_KINDS, FUND_CHARTS };

extern const char *const fund_pages_key[FUND_CHARTS]; /* of files and names: j_curve */

/* False for a chart that makes no sense here: kinds, when there is one. */
bool fund_pages_has(const struct fund_figures *figures, enum fund_chart chart);

void fund_pages_write(const struct fund_figures *figures, FILE *meta);

#endif
