/* What becomes of those who share a company, where they want different things: one founder, who
 * weighs the take-home against savings, salary and risk; the investors of each round; the staff.
 * And how often the strategy that is better for the founders is the worse one for investors. */
#ifndef ANALYSIS_PARTIES_H
#define ANALYSIS_PARTIES_H

#include "analysis/summary.h"
#include "montecarlo/tally.h"

/* Dollars below which nobody's wealth falls, whatever he went without: nobody starves. */
#define PARTIES_FLOOR 1e4

struct batch;

/* A founder's relative risk aversion. */
double parties_aversion(const struct scenario *scenario);

/* One founder's wealth in every world, by the strategy; returns that of a job instead. */
double parties_wealth(const struct batch *batch, int strategy, double *wealth);

/* Fills `certain`, `forgone` and `worse`. `work` has room for every path. */
void parties_founder(struct strategy_summary *summary, const struct batch *batch, int strategy,
                     double *work);

/* Fills `pool_mean` and `pool_100k`. */
void parties_staff(struct strategy_summary *summary, const struct batch *batch, int strategy,
                   double *work);

/* Investors' multiple and losses of one round. */
void parties_round(struct cap_table *table, const struct tally_round *round);

/* Fills `prefer` of a pair. */
void parties_prefer(struct pair_summary *pair, const struct batch *batch);

/* Over all strategies: `torn`, and which strategies are dominated. */
void parties_compare(struct summary *summary, const struct batch *batch);

#endif
