/* The chart of turning points and its table: which rows, where their marks stand, what they say. */
#ifndef REPORT_FLIP_PAGES_H
#define REPORT_FLIP_PAGES_H

#include "analysis/flip.h"

#include <stdio.h>

void flip_pages_write(const struct flip *flip, FILE *meta);
void flip_pages_assumptions(const struct flip *flip, FILE *out); /* data/flip.tsv */
void flip_pages_pairs(const struct flip *flip, FILE *out);       /* data/pairs.tsv */

#endif
