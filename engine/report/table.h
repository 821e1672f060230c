/* The tables on the terminal: every figure with its standard error, strategies side by side. */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include "analysis/summary.h"

#include <stdio.h>

enum { TABLE_COLUMNS = 100 }; /* widest line */

void table_write(const struct summary *summary, FILE *out);

#endif
