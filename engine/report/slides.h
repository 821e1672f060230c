/* What the slides without a chart are told: the cover and the table; and what all pages share. */
#ifndef REPORT_SLIDES_H
#define REPORT_SLIDES_H

#include "analysis/summary.h"
#include "report/meta.h"

void slides_shared(const struct summary *summary, FILE *meta); /* names, axis of time */
void slides_cover(const struct summary *summary, FILE *meta);
void slides_table(const struct summary *summary, FILE *meta);

#endif
