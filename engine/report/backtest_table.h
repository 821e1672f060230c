/* A back-test on the terminal: per case what was foretold and what came, then how good it was. */
#ifndef REPORT_BACKTEST_TABLE_H
#define REPORT_BACKTEST_TABLE_H

#include "analysis/backtest.h"
#include "report/words.h"

#include <stdio.h>

void backtest_table_write(const struct backtest *backtest, FILE *out);

extern const char *const backtest_table_acceptance[3]; /* met, missed, unclear */

/* A quantity in words, and what it is called: 'revenue, month 60'. */
struct words backtest_table_amount(enum quantity_kind kind, double value);
void backtest_table_name(char *name, size_t size, enum quantity_kind kind, int month);

#endif
