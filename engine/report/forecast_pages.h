/* What the charts of a forecast are told beside their data. */
#ifndef REPORT_FORECAST_PAGES_H
#define REPORT_FORECAST_PAGES_H

#include "analysis/outlook.h"

#include <stdio.h>

/* The one chart: the name of its script, of its data and of its names in meta.gp. */
extern const char *const forecast_pages_key;

void forecast_pages_data(const struct outlook *forecast, FILE *out);
void forecast_pages_write(const struct outlook *forecast, FILE *meta);

#endif
