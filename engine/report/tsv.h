/* data/NAME.tsv: what is drawn, and more, as tables with named columns. Dollars are dollars, shares
 * are 0 to 1, strategies are numbered from 1 in the order of the scenario; names end their line. */
#ifndef REPORT_TSV_H
#define REPORT_TSV_H

#include "analysis/summary.h"

#include <stdio.h>

struct tsv {
    const char *name;  /* of the file, without .tsv */
    const char *about; /* a sentence */
    void (*write)(const struct summary *summary, FILE *out);
};

enum { TSV_TABLES = 18 };
extern const struct tsv tsv_tables[TSV_TABLES];

/* Header lines, column names, rows. */
void tsv_write(const struct tsv *table, const struct summary *summary, FILE *out);

/* A number of a column and the tab behind it. */
void tsv_number(FILE *out, double value);

/* Without tabs, line ends, other control characters, and double quotes, which some readers pair. */
void tsv_clean(char *clean, size_t size, const char *text);

/* Equally likely founders are stacked as dots, ten stacks a decade: the middle of the one in which
 * an amount stands; 0 for nothing. */
double tsv_dot_place(double take_home);

#endif
