/* A fund on the terminal: every figure with its standard error. */
#ifndef REPORT_FUND_TABLE_H
#define REPORT_FUND_TABLE_H

#include "analysis/fund_figures.h"

#include <stdio.h>

void fund_table_write(const struct fund_figures *figures, FILE *out);

#endif
