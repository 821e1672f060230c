/* Cells of a table in data/, each with the tab before it. */
#ifndef REPORT_TAB_H
#define REPORT_TAB_H

#include "analysis/paired.h"
#include "montecarlo/statistics.h"

#include <stdio.h>

void tab_number(double number, FILE *out);               /* ten digits; NaN when it is not finite */
void tab_figure(struct figure figure, FILE *out);        /* value, error */
void tab_paired(const struct paired *paired, FILE *out); /* value and the ends of its interval */

#endif
