/* The account of a difference on the terminal. */
#ifndef REPORT_WHY_TABLE_H
#define REPORT_WHY_TABLE_H

#include "analysis/why.h"

#include <stdio.h>

void why_table_write(const struct why *why, FILE *out);

#endif
