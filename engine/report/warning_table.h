/* Early warnings on the terminal: a sentence and the best figures of each strategy and event. */
#ifndef REPORT_WARNING_TABLE_H
#define REPORT_WARNING_TABLE_H

#include "analysis/warning.h"

#include <stdio.h>

void warning_table_write(const struct warning *warning, FILE *out);

#endif
