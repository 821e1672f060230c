/* What a run stands on, in a sentence, a table and a page: its assumptions, who set them, how well
 * they are supported, and how much of the founders' result each explains by itself. Nothing is said
 * of a summary without a footing (analysis/footing.h). */
#ifndef REPORT_ASSUMPTIONS_H
#define REPORT_ASSUMPTIONS_H

#include "report/telling.h"

#include <stdio.h>

enum { ASSUMPTIONS_ROWS = 12 }; /* of the page */

void assumptions_say(const struct summary *summary, FILE *out);  /* a sentence or two, with their newline */
void assumptions_list(const struct summary *summary, FILE *out); /* data/assumptions.tsv, the largest index first */
bool assumptions_caption(const struct telling *tell);            /* false: there is nothing to draw */
void assumptions_page(const struct summary *summary, FILE *meta);

#endif
