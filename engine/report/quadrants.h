/* The chart of founder against investor: what plots/parties.gp is told beside its data. */
#ifndef REPORT_QUADRANTS_H
#define REPORT_QUADRANTS_H

#include "analysis/summary.h"

#include <stdio.h>

void quadrants_chart(const struct summary *summary, FILE *meta);

#endif
