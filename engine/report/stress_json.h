/* stress.json: what the stress table says, and more, as numbers. */
#ifndef REPORT_STRESS_JSON_H
#define REPORT_STRESS_JSON_H

#include "analysis/stress.h"

#include <stdio.h>

void stress_json_write(const struct stress *stress, FILE *out);

#endif
