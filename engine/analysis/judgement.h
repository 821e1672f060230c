/* Whether a prediction lies in the bands of its precedent (scenario/precedent.h). */
#ifndef ANALYSIS_JUDGEMENT_H
#define ANALYSIS_JUDGEMENT_H

#include "analysis/prediction.h"

/* How a company stands at the end of a month; month 0: at the horizon. */
enum outcome judgement_outcome(const struct result *result, int month);

/* One value per world of a batch that keeps its closings: VALUE, RAISED, MARK or LIFETIME; what was
 * raised and at which mark counts up to `month`, 0: ever. */
void judgement_take(const struct batch *batch, int strategy, enum quantity_kind kind, int month, double *values);

/* Whether a band is about revenue, for which the company is played by itself. */
bool judgement_is_of_path(const struct precedent_band *band);

/* A band about ends and rounds; `room` is for one value per world. */
struct prediction_band judgement_of_ends(const struct batch *batch, int strategy, const struct precedent_band *band,
                                         double *room);

/* A band about the median of values, NaN where a world has none; leaves them in disorder. */
struct prediction_band judgement_of_values(double *values, int64_t n, const struct precedent_band *band);

#endif
