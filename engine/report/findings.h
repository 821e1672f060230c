/* What became of claims: a table for people, JSON for programs. */
#ifndef REPORT_FINDINGS_H
#define REPORT_FINDINGS_H

#include "analysis/experiment.h"

#include <stdio.h>

/* One finding, a paragraph of at most five lines; `number` counts from 1. */
void findings_write(const struct finding *finding, int number, FILE *out);

/* How many hold, and how many effects need their mechanism. */
void findings_conclude(const struct finding *findings, int count, int64_t paths, uint64_t seed, FILE *out);

void findings_json(const struct finding *findings, int count, int64_t paths, uint64_t seed, FILE *out);

#endif
