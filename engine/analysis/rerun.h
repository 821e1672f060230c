/* New companies, with luck of their own, of what was learnt: whether the scenario that is written down says the
 * same of them as the weighted paths it was made from. */
#ifndef ANALYSIS_RERUN_H
#define ANALYSIS_RERUN_H

#include "analysis/calibration.h"

/* Fills calibration->again. */
enum batch_end rerun_make(struct calibration *calibration, const struct prior *prior,
                           const struct posterior *posterior, const struct batch_options *options,
                           void (*played)(void *data), void *data);

/* Differences of the quantiles of two samples of the same worlds, the second less the first; [CALIBRATION_QUANTILES].
 * Errors are those of so many worlds, less what the luck that both meet in a world takes from them. False when
 * memory ran out. */
bool rerun_compare(const double *weighted, const double *written, int64_t paths, struct figure *apart);

/* The largest of again->apart, in its standard errors. */
double rerun_apart(const struct calibration_again *again);

/* The same in standard errors of what the history lets be known, those of again->weighted. */
double rerun_against_known(const struct calibration_again *again);

/* Which item of the posterior stands at place `path` of `paths`: by weight, in the order of the paths. */
void rerun_resample(const struct posterior *posterior, int64_t paths, int64_t *chosen);

#endif
