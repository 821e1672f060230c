/* A phase map for programs. */
#ifndef REPORT_PHASE_JSON_H
#define REPORT_PHASE_JSON_H

#include "analysis/phase.h"

#include <stdio.h>

void phase_json_write(const struct phase *phase, FILE *out);

#endif
