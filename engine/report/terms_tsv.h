/* What terms are worth, as the table that the chart reads. */
#ifndef REPORT_TERMS_TSV_H
#define REPORT_TERMS_TSV_H

#include "analysis/terms.h"

#include <stdio.h>

void terms_tsv_write(const struct terms *terms, FILE *out);

#endif
