/* What the charts of a sensitivity analysis say and where: titles that state a finding, axes, labels, in
 * meta.gp. */
#ifndef REPORT_SENSITIVITY_PAGES_H
#define REPORT_SENSITIVITY_PAGES_H

#include "analysis/sensitivity.h"

#include <stdio.h>

enum sensitivity_chart { SENSITIVITY_CHART_TORNADO, SENSITIVITY_CHART_SPREAD, SENSITIVITY_CHART_YEARS, SENSITIVITY_CHARTS };

extern const char *const sensitivity_pages_key[SENSITIVITY_CHARTS]; /* of files and names: tornado */

/* False for a chart that makes no sense here: years of a scenario of less than two, or of
 * what nothing explains. */
bool sensitivity_pages_has(const struct sensitivity *sensitivity, enum sensitivity_chart chart);

void sensitivity_pages_write(const struct sensitivity *sensitivity, FILE *meta);

#endif
