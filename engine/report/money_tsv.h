/* The tables of single companies: who gets what at the typical exit, the typical life's cash. */
#ifndef REPORT_MONEY_TSV_H
#define REPORT_MONEY_TSV_H

#include "analysis/summary.h"

#include <stdio.h>

void money_tsv_waterfall(const struct summary *summary, FILE *out);
void money_tsv_breakpoints(const struct summary *summary, FILE *out);
void money_tsv_cash(const struct summary *summary, FILE *out);

#endif
