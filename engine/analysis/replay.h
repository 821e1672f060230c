/* New companies, with luck of their own, of what was learnt: whether the scenario that is written down says the
 * same of them as the weighted paths it was made from. */
#ifndef ANALYSIS_REPLAY_H
#define ANALYSIS_REPLAY_H

#include "analysis/calibration.h"

/* Fills calibration->again. */
enum batch_end replay_make(struct calibration *calibration, const struct prior *prior,
                           const struct posterior *posterior, const struct batch_options *options,
                           void (*played)(void *data), void *data);

/* The largest difference between the two, in standard errors. */
double replay_apart(const struct calibration_again *again);

/* Which item of the posterior stands at place `path` of `paths`: by weight, in the order of the paths. */
void replay_resample(const struct posterior *posterior, int64_t paths, int64_t *chosen);

#endif
