/* why.json: the account of a difference, machine-readable. */
#ifndef REPORT_WHY_JSON_H
#define REPORT_WHY_JSON_H

#include "analysis/why.h"

#include <stdio.h>

void why_json_write(const struct why *why, FILE *out);

#endif
