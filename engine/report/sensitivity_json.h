/* sensitivity.json: everything that a sensitivity analysis found, for programs. */
#ifndef REPORT_SENSITIVITY_JSON_H
#define REPORT_SENSITIVITY_JSON_H

#include "analysis/sensitivity.h"

#include <stdio.h>

void sensitivity_json_write(const struct sensitivity *sensitivity, FILE *out);

#endif
