/* Captions of the charts of founders: the table, take-home, chances, differences. */
#ifndef REPORT_FOUNDER_CAPTIONS_H
#define REPORT_FOUNDER_CAPTIONS_H

#include "report/telling.h"

void founder_captions_table(const struct telling *tell);
void founder_captions_take_home(const struct telling *tell);
void founder_captions_at_least(const struct telling *tell);
void founder_captions_difference(const struct telling *tell);

#endif
