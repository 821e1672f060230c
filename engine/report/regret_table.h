/* Choices, what each is worth in every scenario, and what one would regret; for the terminal and as JSON. */
#ifndef REPORT_REGRET_TABLE_H
#define REPORT_REGRET_TABLE_H

#include "analysis/regret.h"

#include <stdio.h>

void regret_table_write(const struct regret *regret, FILE *out);
void regret_table_json(const struct regret *regret, FILE *out);

#endif
