/* Captions of the charts of money: who owns and who gets what, and the cash of one company. */
#ifndef REPORT_MONEY_CAPTIONS_H
#define REPORT_MONEY_CAPTIONS_H

#include "report/telling.h"

/* False when there is nothing to show: fewer than two strategies that raise; nobody who raised is
 * sold or listed; nobody's months were looked at. */
bool money_captions_ownership(const struct telling *tell);
bool money_captions_waterfall(const struct telling *tell);
bool money_captions_breakpoints(const struct telling *tell);
bool money_captions_cash(const struct telling *tell);

#endif
