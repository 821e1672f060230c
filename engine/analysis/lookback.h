/* What a batch has to say of a history: each path's value of every observation, and whether its company
 * was still open and its owners' when the history ends. */
#ifndef ANALYSIS_LOOKBACK_H
#define ANALYSIS_LOOKBACK_H

#include "analysis/evidence.h"
#include "montecarlo/batch.h"
#include "scenario/history.h"

/* Complains about observations beyond the horizon. */
bool lookback_check(const struct history *history, const struct scenario *scenario,
                    struct complaints *complaints);

/* Before the batch is played. Returns the number of the first watch; the others follow, one for each
 * observation. */
int lookback_watch(struct batch *batch, const struct history *history);

/* Of a played batch. NULL when memory ran out. */
struct evidence *lookback_read(const struct batch *batch, int strategy, const struct history *history,
                               int first_watch);

/* Which paths could be a company that was last seen in this month: [batch->paths], 1 or 0. */
void lookback_possible(const struct batch *batch, int strategy, int month, unsigned char *possible);

#endif
