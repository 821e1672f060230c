/* A calibration on the terminal. */
#ifndef REPORT_CALIBRATION_TABLE_H
#define REPORT_CALIBRATION_TABLE_H

#include "analysis/calibration.h"

#include <stdio.h>

void calibration_table_write(const struct calibration *calibration, FILE *out);

/* Every observation against what the paths have in its place. */
void calibration_table_sights(const struct calibration_sight *sight, int count, FILE *out);

/* How many paths the weights are worth, and what had to be widened for that. */
void calibration_table_worth(double effective, double widening, int64_t paths, FILE *out);

/* Why nothing can be said, and what to do about it. */
void calibration_table_refuse(const struct calibration_sight *sight, int count, double effective, double nearest,
                              int64_t paths, FILE *out);

#endif
