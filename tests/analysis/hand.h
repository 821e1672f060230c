/* Batches made by hand, and what is expected of their summaries. */
#ifndef TESTS_ANALYSIS_HAND_H
#define TESTS_ANALYSIS_HAND_H

#include "analysis/summary.h"
#include "montecarlo/batch.h"

/* A batch without a scenario's worlds: results and tallies are the test's own. */
struct hand {
    struct scenario scenario;
    struct strategy strategy[STRATEGIES_MAX];
    struct batch batch;
};

/* Strategies 'A', 'B', … of which every company is private at the horizon and worth nothing. */
struct hand *hand_create(int strategies, int horizon, int64_t paths);
void hand_destroy(struct hand *hand);

/* Enters the ends into the tallies, and summarises. */
struct summary *hand_summary(struct hand *hand);

void expect_close(double value, double expected);
void expect_share(struct figure figure, int64_t count, int64_t all);

#endif
