/* A forecast on the terminal. */
#ifndef REPORT_FORECAST_TABLE_H
#define REPORT_FORECAST_TABLE_H

#include "analysis/outlook.h"

#include <stdio.h>

void forecast_table_write(const struct outlook *forecast, FILE *out);

#endif
