/* What the chart of a ruinous box says and where, in meta.gp; its data, data/ruin.tsv. */
#ifndef REPORT_RUIN_PAGES_H
#define REPORT_RUIN_PAGES_H

#include "analysis/ruin.h"

#include <stdio.h>

void ruin_pages_write(const struct ruin *ruin, FILE *meta);
void ruin_pages_data(const struct ruin *ruin, FILE *out);

#endif
