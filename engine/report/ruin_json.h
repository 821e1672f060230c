/* ruin.json. */
#ifndef REPORT_RUIN_JSON_H
#define REPORT_RUIN_JSON_H

#include "analysis/ruin.h"

#include <stdio.h>

void ruin_json_write(const struct ruin *ruin, FILE *out);

#endif
