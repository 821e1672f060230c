/* What the charts of an account say (plots/meta.gp), and the tables that they read. */
#ifndef REPORT_WHY_PAGES_H
#define REPORT_WHY_PAGES_H

#include "analysis/why.h"

#include <stdio.h>

void why_pages_parts(const struct why *why, FILE *out);      /* data/why.tsv */
void why_pages_mechanisms(const struct why *why, FILE *out); /* data/mechanisms.tsv */
void why_pages_write(const struct why *why, FILE *meta);

#endif
