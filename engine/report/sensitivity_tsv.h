/* data/NAME.tsv of a sensitivity analysis: what is drawn, and more. */
#ifndef REPORT_SENSITIVITY_TSV_H
#define REPORT_SENSITIVITY_TSV_H

#include "analysis/sensitivity.h"

#include <stdio.h>

struct sensitivity_tsv {
    const char *name; /* of the file, without .tsv */
    void (*write)(const struct sensitivity *sensitivity, FILE *out);
};

enum { SENSITIVITY_TSV_TABLES = 4 };
extern const struct sensitivity_tsv sensitivity_tsv_tables[SENSITIVITY_TSV_TABLES];

#endif
