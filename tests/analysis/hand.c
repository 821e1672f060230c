#include "hand.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

struct hand *hand_create(int strategies, int horizon, int64_t paths)
{
    static const char *const names[STRATEGIES_MAX] = {"A", "B", "C", "D", "E", "F"};
    struct hand *hand = calloc(1, sizeof *hand);
    ck_assert_ptr_nonnull(hand);
    hand->scenario.horizon = horizon;
    hand->scenario.strategies = strategies;
    hand->scenario.strategy = hand->strategy;
    hand->batch.scenario = &hand->scenario;
    hand->batch.seed = 77;
    hand->batch.paths = paths;
    for (int s = 0; s < strategies; s++) {
        hand->strategy[s].name = names[s];
        hand->batch.result[s] = calloc((size_t)paths, sizeof(struct result));
        hand->batch.tally[s] = tally_create(horizon);
        ck_assert(hand->batch.result[s] && hand->batch.tally[s]);
        for (int64_t i = 0; i < paths; i++)
            hand->batch.result[s][i] =
                (struct result){.outcome = OUTCOME_PRIVATE, .month = (uint16_t)horizon};
    }
    return hand;
}

void hand_destroy(struct hand *hand)
{
    for (int s = 0; s < hand->scenario.strategies; s++) {
        free(hand->batch.result[s]);
        tally_destroy(hand->batch.tally[s]);
    }
    free(hand);
}

struct summary *hand_summary(struct hand *hand)
{
    for (int s = 0; s < hand->scenario.strategies; s++) {
        struct tally *tally = hand->batch.tally[s];
        tally->paths = hand->batch.paths;
        for (int64_t i = 0; i < hand->batch.paths; i++) {
            const struct result *result = &hand->batch.result[s][i];
            tally->ended[result->month * OUTCOMES + result->outcome]++;
            tally->caused[result->cause]++;
        }
    }
    struct summary *summary = summary_create(&hand->batch);
    ck_assert_ptr_nonnull(summary);
    return summary;
}

void expect_close(double value, double expected)
{
    ck_assert_msg(fabs(value - expected) <= 1e-12 * fmax(fabs(expected), 1), "%.15g, not %.15g",
                  value, expected);
}

void expect_share(struct figure figure, int64_t count, int64_t all)
{
    double p = (double)count / (double)all;
    expect_close(figure.value, p);
    expect_close(figure.error, count == 0 || count == all ? 1.0 / (double)all
                                                          : sqrt(p * (1 - p) / (double)all));
}
