/* Whether a stream took all that was written to it. */
#ifndef REPORT_LOSS_H
#define REPORT_LOSS_H

#include <stdio.h>

/* Flushes the file. 0, or the errno of why something written to it since it was opened is lost. */
int loss_of(FILE *file);

#endif
