/* What terms are worth, for programs. */
#ifndef REPORT_TERMS_JSON_H
#define REPORT_TERMS_JSON_H

#include "analysis/terms.h"

#include <stdio.h>

void terms_json_write(const struct terms *terms, FILE *out);

#endif
