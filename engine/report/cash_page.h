/* What the chart of typical companies' cash is told beside its data: axes, and labels of the money
 * that came, on as many levels above the plot as keep them apart. */
#ifndef REPORT_CASH_PAGE_H
#define REPORT_CASH_PAGE_H

#include "analysis/summary.h"

#include <stdio.h>

void cash_page_write(const struct summary *summary, FILE *meta);

#endif
