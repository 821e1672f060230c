/* What the charts of an outlook are told beside their data. */
#ifndef REPORT_OUTLOOK_PAGES_H
#define REPORT_OUTLOOK_PAGES_H

#include "analysis/outlook.h"

#include <stdio.h>

/* The one chart: the name of its script, of its data and of its names in meta.gp. */
extern const char *const outlook_pages_key;

void outlook_pages_data(const struct outlook *outlook, FILE *out);
void outlook_pages_write(const struct outlook *outlook, FILE *meta);

#endif
