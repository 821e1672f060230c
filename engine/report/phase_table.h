/* A phase map to read on a terminal. */
#ifndef REPORT_PHASE_TABLE_H
#define REPORT_PHASE_TABLE_H

#include "analysis/phase.h"

#include <stdio.h>

void phase_table_write(const struct phase *phase, FILE *out);

#endif
