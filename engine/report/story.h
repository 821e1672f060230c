/* A chronicle told as a dated story. */
#ifndef REPORT_STORY_H
#define REPORT_STORY_H

#include "analysis/chronicle.h"

#include <stdio.h>

/* `who` introduces the company: the strategy's name, and why this world was chosen. */
void story_tell(const struct scenario *scenario, int strategy, const struct chronicle *chronicle,
                const char *who, FILE *out);

#endif
