/* optimum.json: a search for the best levers, machine-readable. */
#ifndef REPORT_OPTIMUM_JSON_H
#define REPORT_OPTIMUM_JSON_H

#include "analysis/optimum.h"

#include <stdio.h>

void optimum_json_write(const struct optimum *optimum, FILE *out);

#endif
