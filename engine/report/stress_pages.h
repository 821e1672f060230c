/* What the chart of shocks says and where, in meta.gp. */
#ifndef REPORT_STRESS_PAGES_H
#define REPORT_STRESS_PAGES_H

#include "analysis/stress.h"

#include <stdio.h>

void stress_pages_write(const struct stress *stress, FILE *meta);

#endif
