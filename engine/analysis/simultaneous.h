/* Claims that are made side by side: how wide each interval must be so that all hold together. */
#ifndef ANALYSIS_SIMULTANEOUS_H
#define ANALYSIS_SIMULTANEOUS_H

#include "analysis/paired.h"

/* Standard errors to either side, so that in 95% of cases none of `claims` normal intervals misses what it is
 * to hold (Bonferroni: also when they depend on each other). 1.96 for one. */
double simultaneous_width(int claims);

/* Makes an interval one of so many; one that is not known stays unknown. */
void simultaneous_widen(struct paired *paired, int claims);

#endif
