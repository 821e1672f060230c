/* What ruins a company, in words. */
#ifndef REPORT_RUIN_TABLE_H
#define REPORT_RUIN_TABLE_H

#include "analysis/ruin.h"

#include <stdio.h>

void ruin_table_write(const struct ruin *ruin, FILE *out);

#endif
