/* Statistics of what goes up and down month by month: the funding climate, word of mouth. Companies
 * are observed every month. */
#ifndef ANALYSIS_CYCLES_H
#define ANALYSIS_CYCLES_H

#include "analysis/sample.h"

/* Months in a climate over how often it ends, so that spells cut off by the horizon do no harm. Of
 * companies that live to the horizon only. `count` is of spells that ended. */
struct sample cycles_open_length(const struct sample_of *of);
struct sample cycles_shut_length(const struct sample_of *of);

/* Companies with a run of months with more than one new user for each user. */
struct sample cycles_reproduction_lasts(const struct sample_of *of);

#endif
