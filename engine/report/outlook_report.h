/* The output folder of an outlook, as the verb forecast writes it. */
#ifndef REPORT_OUTLOOK_REPORT_H
#define REPORT_OUTLOOK_REPORT_H

#include "analysis/outlook.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

/* Writes the whole folder, or nothing: 0, or -1 after saying why on `talk`. When only the charts could not be
 * drawn, the folder stands without them and the answer is -1 all the same. */
int outlook_report_write(const struct outlook *outlook, const char *path, bool charts,
                         volatile sig_atomic_t *interrupted, FILE *talk);

/* Whether the folder may be written; 0, or -1 after saying why. */
int outlook_report_check(const char *path, FILE *talk);

#endif
