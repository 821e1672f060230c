/* data/NAME.tsv of a back-test: what is drawn, and more. Dollars are dollars, shares 0 to 1; cases are
 * numbered from 1 in the order of their files; names end their line. */
#ifndef REPORT_BACKTEST_TSV_H
#define REPORT_BACKTEST_TSV_H

#include "analysis/backtest.h"

#include <stdio.h>

struct backtest_tsv {
    const char *name; /* of the file, without .tsv */
    void (*write)(const struct backtest *backtest, FILE *out);
};

enum { BACKTEST_TSV_TABLES = 8 };
extern const struct backtest_tsv backtest_tsv_tables[BACKTEST_TSV_TABLES];

/* The panel of a case among those with revenue that is known, from 1; 0 when it has none. */
int backtest_tsv_panel(const struct backtest *backtest, int c);

/* Where a band stands on an axis from 0 to 1: chances and shares from 0.01% to 100%, dollars from $1M to
 * $10B, months from 1 to 1,000, all by their logarithm; beyond the ends at the ends. */
double backtest_tsv_position(const struct precedent_band *band, double value);

#endif
