/* fund.json: every figure of a fund. */
#ifndef REPORT_FUND_JSON_H
#define REPORT_FUND_JSON_H

#include "analysis/fund_figures.h"

#include <stdio.h>

void fund_json_write(const struct fund_figures *figures, FILE *out);

#endif
