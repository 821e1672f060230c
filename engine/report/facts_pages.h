/* The charts of facts: bands, what was published, and where the simulation stands. */
#ifndef REPORT_FACTS_PAGES_H
#define REPORT_FACTS_PAGES_H

#include "analysis/factbook.h"

#include <stdio.h>

enum { FACTS_PAGES = 2 };

extern const char *const facts_pages_key[FACTS_PAGES]; /* of files and of names in meta.gp */

/* What plots/meta.gp says, and data/facts.tsv, from which the charts are drawn. A short file fills the
 * first page only; the second is left out of the deck. */
int facts_pages_count(const struct facts *facts, const struct fact_finding *findings);
void facts_pages_write(const struct facts *facts, const struct fact_finding *findings, FILE *meta);
void facts_pages_data(const struct facts *facts, const struct fact_finding *findings, FILE *out);

/* Where a value stands in its row: a band goes from 0 to 1, an open one from or to 1. */
double facts_pages_place(const struct fact *fact, struct figure figure, double value);

#endif
