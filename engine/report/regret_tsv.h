/* data/regret.tsv: every choice in every scenario. */
#ifndef REPORT_REGRET_TSV_H
#define REPORT_REGRET_TSV_H

#include "analysis/regret.h"

#include <stdio.h>

/* How a cell is shaded: 0 not clear, 1 the clear best, 2..4 clearly behind, by up to a quarter, a half, all of
 * the most that any choice is behind. */
enum regret_shade { REGRET_UNCLEAR, REGRET_BEST, REGRET_LITTLE, REGRET_MORE, REGRET_MOST };
enum regret_shade regret_tsv_shade(const struct regret *regret, int c, int s);

/* The most that any choice is clearly behind in any scenario; 0 without any. */
double regret_tsv_most(const struct regret *regret);

void regret_tsv_write(const struct regret *regret, FILE *out);

#endif
