/* A claim put to the test: its companies played in the same worlds, with and without the mechanism
 * that is said to be at work. */
#ifndef ANALYSIS_EXPERIMENT_H
#define ANALYSIS_EXPERIMENT_H

#include "montecarlo/batch.h"
#include "montecarlo/statistics.h"
#include "scenario/claim.h"

enum verdict { VERDICT_HOLDS, VERDICT_DOES_NOT_HOLD, VERDICT_UNCLEAR };

/* Standard errors on either side of an effect within which zero leaves it open: 99%. */
#define EXPERIMENT_WIDTH 2.5758

struct finding {
    const struct claim *claim;
    struct figure base, change;   /* what was measured of each; not paired */
    struct figure effect;         /* the change's difference, world by world; beyond that of `than` */
    struct figure ablated_base, ablated_change; /* the same without the mechanism */
    struct figure ablated;
    int64_t worlds;               /* that count */
    enum verdict verdict;         /* unclear in less than 30 worlds */
    bool vanishes;                /* ablated: even at the far end of the interval at most a third of
                                     the effect is left, or it turns */
    struct figure across[CLAIM_VALUES_MAX];
    double threshold;             /* NaN: not asked, or never passed between the two ends */
};

struct experiment;

/* Loads and checks every scenario that the claim needs. NULL after a complaint, or without one when
 * memory ran out. The claim must outlive the experiment. */
struct experiment *experiment_create(const struct claim *claim, struct complaints *complaints);
void experiment_destroy(struct experiment *experiment); /* takes NULL */

/* Companies that will be played, for a progress bar. */
int experiment_plays(const struct experiment *experiment);

/* Plays `paths` worlds of each. */
enum batch_end experiment_run(struct experiment *experiment, int64_t paths, uint64_t seed,
                              const struct batch_options *options, struct finding *finding,
                              struct complaints *complaints);

#endif
