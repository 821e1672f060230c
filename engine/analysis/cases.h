/* One company for many: for each strategy the typical exit, divided, and the typical life's cash. */
#ifndef ANALYSIS_CASES_H
#define ANALYSIS_CASES_H

#include "analysis/payout.h"
#include "analysis/summary.h"
#include "analysis/typical.h"

/* Replays two companies of each strategy. False when memory is short; then some are missing. */
bool cases_add(struct summary *summary, const struct batch *batch, const struct kernel *kernel);

#endif
