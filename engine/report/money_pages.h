/* What the charts of money are told beside their data. */
#ifndef REPORT_MONEY_PAGES_H
#define REPORT_MONEY_PAGES_H

#include "analysis/summary.h"

#include <stdio.h>

/* The strategy whose exit is divided: the one that raises most often of those that have an exit; -1
 * when none has. */
int money_pages_exit(const struct summary *summary);

/* Who owns the company after the last round worth drawing, or when it is sold or listed. */
const struct cap_table *money_pages_last(const struct strategy_summary *strategy);

void money_pages_ownership(const struct summary *summary, FILE *meta);
void money_pages_waterfall(const struct summary *summary, FILE *meta);
void money_pages_breakpoints(const struct summary *summary, FILE *meta);

#endif
