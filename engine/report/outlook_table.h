/* An outlook on the terminal. */
#ifndef REPORT_OUTLOOK_TABLE_H
#define REPORT_OUTLOOK_TABLE_H

#include "analysis/outlook.h"

#include <stdio.h>

void outlook_table_write(const struct outlook *outlook, FILE *out);

#endif
