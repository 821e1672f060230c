/* data/NAME.tsv of a fund: what its charts draw, and more. Money is a share of the fund's size. */
#ifndef REPORT_FUND_TSV_H
#define REPORT_FUND_TSV_H

#include "analysis/fund_figures.h"

#include <stdio.h>

struct fund_tsv {
    const char *name; /* of the file, without .tsv */
    void (*write)(const struct fund_figures *figures, FILE *out);
};

enum { FUND_TSV_TABLES = 5 };
extern const struct fund_tsv fund_tsv_tables[FUND_TSV_TABLES];

#endif
