/* The title, subtitle and note of a page, as lines of meta.gp. */
#ifndef REPORT_HEADING_H
#define REPORT_HEADING_H

#include "report/captions.h"

#include <stdio.h>

/* `key` is the chart's; `source` opens the note, before the caption's own. */
void heading_write(const struct caption *caption, const char *key, const char *source, FILE *meta);

#endif
