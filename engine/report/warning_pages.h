/* What the charts of early warnings say and where, in meta.gp. */
#ifndef REPORT_WARNING_PAGES_H
#define REPORT_WARNING_PAGES_H

#include "analysis/warning.h"

#include <stdio.h>

enum { WARNING_PAGES = 2 * WARNING_EVENTS };

/* Keys of the charts that there is something for; returns how many. */
int warning_pages_keys(const struct warning *warning, const char *keys[WARNING_PAGES]);

void warning_pages_write(const struct warning *warning, FILE *meta);

#endif
