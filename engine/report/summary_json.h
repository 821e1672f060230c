/* summary.json: everything in a summary, for programs. */
#ifndef REPORT_SUMMARY_JSON_H
#define REPORT_SUMMARY_JSON_H

#include "analysis/summary.h"

#include <stdio.h>

void summary_json_write(const struct summary *summary, FILE *out);

#endif
