/* What the chart of choices says (plots/meta.gp). */
#ifndef REPORT_REGRET_PAGES_H
#define REPORT_REGRET_PAGES_H

#include "analysis/regret.h"

#include <stdio.h>

void regret_pages_write(const struct regret *regret, FILE *meta);

#endif
