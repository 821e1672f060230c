/* The outcome of a search for the best levers on the terminal. */
#ifndef REPORT_OPTIMUM_TABLE_H
#define REPORT_OPTIMUM_TABLE_H

#include "analysis/optimum.h"

#include <stdio.h>

void optimum_table_write(const struct optimum *optimum, FILE *out);

/* The best as --set takes it, a setting a line. Nothing unless it clearly is better
 * and keeps the limits. */
void optimum_table_settings(const struct optimum *optimum, FILE *out);

#endif
