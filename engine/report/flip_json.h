/* Turning points for programs. */
#ifndef REPORT_FLIP_JSON_H
#define REPORT_FLIP_JSON_H

#include "analysis/flip.h"

#include <stdio.h>

void flip_json_write(const struct flip *flip, FILE *out);

/* 'found', 'never', 'unclear', 'no effect' */
const char *flip_json_end(enum crossing_end end);

#endif
