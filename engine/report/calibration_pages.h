/* What the charts of a calibration are told beside their data. */
#ifndef REPORT_CALIBRATION_PAGES_H
#define REPORT_CALIBRATION_PAGES_H

#include "analysis/calibration.h"

#include <stdio.h>

/* The one chart: the name of its script, of its data and of its names in meta.gp. */
extern const char *const calibration_pages_key;

void calibration_pages_data(const struct calibration *calibration, FILE *out);
void calibration_pages_write(const struct calibration *calibration, FILE *meta);

#endif
