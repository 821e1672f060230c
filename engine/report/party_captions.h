/* Caption of the chart of founder against investor. */
#ifndef REPORT_PARTY_CAPTIONS_H
#define REPORT_PARTY_CAPTIONS_H

#include "report/telling.h"

/* False when nobody raises money: there is nobody to compare the founder with. */
bool party_captions_chart(const struct telling *tell);

#endif
