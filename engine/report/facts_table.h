/* Facts, told: each statement with its parts, on the terminal and as JSON. */
#ifndef REPORT_FACTS_TABLE_H
#define REPORT_FACTS_TABLE_H

#include "analysis/factbook.h"
#include "report/words.h"

#include <stdio.h>

extern const char *const facts_table_standing[STANDINGS];

/* A figure, or an end of a band, in the unit of the fact's statistic. */
struct words facts_table_value(const struct fact *fact, double value);

/* '50% to 70%', 'above 1×'. */
struct words facts_table_band(const struct fact *fact);

void facts_table_write(const struct facts *facts, const struct fact_finding *findings, FILE *out);
void facts_table_json(const struct facts *facts, const struct fact_finding *findings, FILE *out);

#endif
