/* What the chart of a search says (plots/meta.gp), and the table that it reads. */
#ifndef REPORT_OPTIMUM_PAGES_H
#define REPORT_OPTIMUM_PAGES_H

#include "analysis/optimum.h"

#include <stdio.h>

void optimum_pages_tries(const struct optimum *optimum, FILE *out); /* data/frontier.tsv */
void optimum_pages_write(const struct optimum *optimum, FILE *meta);

#endif
