/* Who owns a company after each round, on the terminal. */
#ifndef REPORT_OWNERSHIP_H
#define REPORT_OWNERSHIP_H

#include "analysis/summary.h"

#include <stdio.h>

/* Mean cap tables of the strategies that raise; nothing where none does. Rounds that fewer than 1 in 100
 * companies reach are left out. */
void ownership_write(const struct summary *summary, FILE *out);

#endif
