/* data/warning_death.tsv and warning_exit.tsv, every figure that was tried; data/tenths_death.tsv and
 * tenths_exit.tsv, the best of each strategy tenth by tenth. */
#ifndef REPORT_WARNING_TSV_H
#define REPORT_WARNING_TSV_H

#include "analysis/warning.h"

#include <stdio.h>

void warning_tsv_write(const struct warning *warning, enum warning_event event, FILE *out);
void warning_tsv_tenths(const struct warning *warning, enum warning_event event, FILE *out);

/* Where a row of strategy k stands on the chart of its event, from 1; 0: it is left out. Row -1 is the
 * line above that has the strategy's name, 0 where there is one strategy alone. */
int warning_tsv_place(const struct warning *warning, int k, enum warning_event event, int row);
int warning_tsv_places(const struct warning *warning, enum warning_event event); /* how many there are */

#endif
