/* data/stress.tsv: what the chart draws, and more. */
#ifndef REPORT_STRESS_TSV_H
#define REPORT_STRESS_TSV_H

#include "analysis/stress.h"

#include <stdio.h>

void stress_tsv_write(const struct stress *stress, FILE *out);

#endif
