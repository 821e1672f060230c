/* What a sensitivity analysis found, to be read on a terminal. */
#ifndef REPORT_SENSITIVITY_TABLE_H
#define REPORT_SENSITIVITY_TABLE_H

#include "analysis/sensitivity.h"

#include <stdio.h>

enum { SENSITIVITY_TABLE_ROWS = 12, SENSITIVITY_NAME_MAX = 160 }; /* of each kind and table */

void sensitivity_table_write(const struct sensitivity *sensitivity, FILE *out);

/* What is measured: 'take_home', 'users@36 months>=1000'. */
void sensitivity_table_measure(const struct sensitivity *sensitivity, char name[SENSITIVITY_NAME_MAX]);

/* A factor as keys: 'market.accounts'; and a parameter of Sobol's: 'rounds.1.amount with rounds.1.pre_money', or
 * 'luck'. */
void sensitivity_table_factor(const struct factor *factor, char name[SENSITIVITY_NAME_MAX]);
void sensitivity_table_parameter(const struct sensitivity *sensitivity, int parameter, char name[SENSITIVITY_NAME_MAX]);

/* The first factor of a parameter; NULL for luck. */
const struct factor *sensitivity_table_first(const struct sensitivity *sensitivity, int parameter);

/* Parameters by their total index, the largest first; `order` is for groups + 1. */
void sensitivity_table_order(const struct sensitivity *sensitivity, int *order);

/* Factors by an index of theirs, the largest first; NaN last. */
void sensitivity_table_sort(const struct sensitivity *sensitivity, double (*index)(const struct sensitivity_factor *),
                            int *order);

#endif
