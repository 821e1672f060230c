/* The report of a batch: a verdict and tables to read, an output folder to keep.
 *
 *     summary.json   everything, for programs
 *     verdict.txt    the verdict and the tables
 *     data/          one table per chart
 *     plots/         the gnuplot scripts that drew the charts; they work by hand
 *     charts/        PNG and SVG
 *     deck.pdf       all of it as slides */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "analysis/summary.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

struct report_options {
    bool charts;                        /* run gnuplot; without it the scripts are still written */
    volatile sig_atomic_t *interrupted; /* set by a signal handler; may be NULL */
    /* Writes more files into the folder while it is in the making. 0, or -1 after saying why on
     * `talk`; may be NULL. */
    int (*more)(const char *folder, void *context, FILE *talk);
    void *context;
};

/* Writes the whole folder, or nothing: 0, or -1 after saying why on `talk`. An older output folder
 * of the same name is replaced. When only the charts could not be drawn, the folder stands
 * without them and the answer is -1 all the same. `options` may be NULL: charts, no interruption.
 */
int report_write(const struct summary *summary, const char *folder,
                 const struct report_options *options, FILE *talk);

/* Whether `folder` may be written; 0, or -1 after saying why. To be asked before the work. */
int report_check(const char *folder, FILE *talk);

void report_verdict(const struct summary *summary, FILE *out); /* a few sentences */
void report_table(const struct summary *summary, FILE *out);   /* every figure with its error */

#endif
