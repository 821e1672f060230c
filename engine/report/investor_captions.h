/* Captions of the charts of investors: cap table, multiple. */
#ifndef REPORT_INVESTOR_CAPTIONS_H
#define REPORT_INVESTOR_CAPTIONS_H

#include "report/telling.h"

void investor_captions_cap_table(const struct telling *tell);
void investor_captions_multiple(const struct telling *tell);

#endif
