#include "laws/soundness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

void soundness_expect(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "not so: %s\n", what);
    abort();
}

static void expect_finite(const struct result *result)
{
    soundness_expect(isfinite(result->founder_present) && result->founder_present >= 0 &&
                         isfinite(result->proceeds) && result->proceeds >= 0 &&
                         isfinite(result->founder_proceeds) && result->founder_proceeds >= 0 &&
                         isfinite(result->pool_proceeds) && result->pool_proceeds >= 0 &&
                         isfinite(result->lender_proceeds) && result->lender_proceeds >= 0 &&
                         isfinite(result->investor_proceeds) && result->investor_proceeds >= 0 &&
                         isfinite(result->invested) && result->invested >= 0 &&
                         isfinite(result->founders_share) && isfinite(result->revenue),
                     "results are finite and no proceeds are negative");
}

static void expect_sensible(const struct scenario *scenario, const struct strategy *strategy,
                            const struct result *result)
{
    double parts = result->founder_proceeds + result->pool_proceeds + result->lender_proceeds +
                   (result->investor_proceeds - result->repaid);
    expect_finite(result);
    /* The rounding of a dozen operations, with room. */
    soundness_expect(fabs(parts - result->proceeds) <= 1e-12 * (result->proceeds + result->repaid),
                     "proceeds balance");
    soundness_expect(result->founders_share >= 0 && result->founders_share <= 1,
                     "the founders own a share");
    soundness_expect(result->month >= 1 && result->month <= scenario->horizon,
                     "the end is within the horizon");
    soundness_expect(result->outcome < OUTCOMES && result->cause < CAUSES,
                     "outcome and cause are known");
    soundness_expect((result->outcome == OUTCOME_PRIVATE) == (result->cause == CAUSE_NONE),
                     "what has ended has a cause");
    soundness_expect(result->rounds <= strategy->rounds, "no more rounds than planned");
    soundness_expect((result->rounds == 0) == (result->invested == 0), "rounds bring money");
    soundness_expect(result->stage < strategy->stages ||
                         (result->stage == STAGES_MAX && strategy->has_board),
                     "the last stage is one of the playbook's");
}

static void expect_counts(const struct batch *batch, int s)
{
    int64_t ended = 0;
    for (int month = 0; month <= batch->scenario->horizon; month++)
        for (int o = 0; o < OUTCOMES; o++)
            ended += batch->tally[s]->ended[month * OUTCOMES + o];
    soundness_expect(ended == batch->paths, "every path has one outcome");
}

void soundness_check(const struct batch *batch)
{
    const struct scenario *scenario = batch->scenario;
    for (int s = 0; s < scenario->strategies; s++) {
        for (int64_t path = 0; path < batch->paths; path++)
            expect_sensible(scenario, &scenario->strategy[s], &batch->result[s][path]);
        expect_counts(batch, s);
    }
}
