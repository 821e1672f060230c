/* New companies, with luck of their own, of what was learnt: whether the scenario that is written down says the
 * same of them as the weighted paths it was made from. */
#ifndef ANALYSIS_RERUN_H
#define ANALYSIS_RERUN_H

#include "analysis/calibration.h"

/* Fills calibration->again. */
enum batch_end rerun_make(struct calibration *calibration, const struct prior *prior,
                           const struct posterior *posterior, const struct batch_options *options,
                           void (*played)(void *data), void *data);

/* The largest difference between the two, in standard errors. */
double rerun_apart(const struct calibration_again *again);

/* Which item of the posterior stands at place `path` of `paths`: by weight, in the order of the paths. */
void rerun_resample(const struct posterior *posterior, int64_t paths, int64_t *chosen);

#endif
