/* What terms are worth, as a table for the terminal. */
#ifndef REPORT_TERMS_TABLE_H
#define REPORT_TERMS_TABLE_H

#include "analysis/terms.h"

#include <stdio.h>

void terms_table_write(const struct terms *terms, FILE *out);

#endif
