/* One thing that happened, in a sentence or two. */
#ifndef REPORT_HAPPENING_H
#define REPORT_HAPPENING_H

#include "analysis/chronicle.h"

#include <stdio.h>

/* Whatever needs no more than its own numbers: the world, users, deals, milestones. */
void happening_tell(const struct chronicle_event *event, FILE *out);

#endif
