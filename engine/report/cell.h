/* One figure in a table on the terminal, with its standard error in brackets. */
#ifndef REPORT_CELL_H
#define REPORT_CELL_H

#include "montecarlo/statistics.h"
#include "report/words.h"

#include <stdio.h>

enum cell { CELL_MONEY, CELL_PERCENT, CELL_TIMES, CELL_YEARS, CELL_CORRELATION };

struct words cell_words(struct figure figure, enum cell notation);

/* Prints `text` at the right of so many columns. */
void cell_pad(FILE *out, const char *text, int columns);

#endif
