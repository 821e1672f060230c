/* Turning points to read: the verdict, what turns it, and what does not. */
#ifndef REPORT_FLIP_TABLE_H
#define REPORT_FLIP_TABLE_H

#include "analysis/flip.h"

#include <stdio.h>

void flip_table_write(const struct flip *flip, FILE *out);

#endif
