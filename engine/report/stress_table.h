/* The stress table on the terminal: every shock, every strategy. */
#ifndef REPORT_STRESS_TABLE_H
#define REPORT_STRESS_TABLE_H

#include "analysis/stress.h"

#include <stdio.h>

void stress_table_write(const struct stress *stress, FILE *out);

#endif
