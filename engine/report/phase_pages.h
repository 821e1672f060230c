/* The chart of a phase map and its tables. */
#ifndef REPORT_PHASE_PAGES_H
#define REPORT_PHASE_PAGES_H

#include "analysis/phase.h"

#include <stdio.h>

void phase_pages_write(const struct phase *phase, FILE *meta);
void phase_pages_cells(const struct phase *phase, FILE *out); /* data/map.tsv */
void phase_pages_line(const struct phase *phase, FILE *out);  /* data/indifference.tsv */

#endif
