/* Captions of the charts of companies: revenue, mix, survival, outcomes. */
#ifndef REPORT_COMPANY_CAPTIONS_H
#define REPORT_COMPANY_CAPTIONS_H

#include "report/telling.h"

void company_captions_revenue(const struct telling *tell);
void company_captions_mix(const struct telling *tell);
void company_captions_survival(const struct telling *tell);
void company_captions_outcomes(const struct telling *tell);

#endif
