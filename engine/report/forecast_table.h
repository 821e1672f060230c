/* A forecast on the terminal. */
#ifndef REPORT_FORECAST_TABLE_H
#define REPORT_FORECAST_TABLE_H

#include "analysis/forecast.h"

#include <stdio.h>

void forecast_table_write(const struct forecast *forecast, FILE *out);

#endif
