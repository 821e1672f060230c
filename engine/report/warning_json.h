/* warning.json. */
#ifndef REPORT_WARNING_JSON_H
#define REPORT_WARNING_JSON_H

#include "analysis/warning.h"

#include <stdio.h>

void warning_json_write(const struct warning *warning, FILE *out);

#endif
