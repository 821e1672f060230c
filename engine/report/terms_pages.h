/* What the chart of terms says and where: title, axis, labels, in meta.gp. */
#ifndef REPORT_TERMS_PAGES_H
#define REPORT_TERMS_PAGES_H

#include "analysis/terms.h"

#include <stdio.h>

void terms_pages_write(const struct terms *terms, FILE *meta);

#endif
