/* One row per path and strategy, for statistics elsewhere: how it ended, and what was drawn. */
#ifndef REPORT_RECORDS_H
#define REPORT_RECORDS_H

#include "montecarlo/batch.h"

#include <stdio.h>

/* Writes `path`. 0, or -1 after saying why on `talk`. */
int records_write(const struct batch *batch, const char *path, FILE *talk);

#endif
