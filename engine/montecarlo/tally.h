/* What a batch keeps of the months it has played: integer counts and sums alone, so that the order
 * in which threads finish cannot change a bit, and memory does not grow with the paths. */
#ifndef MONTECARLO_TALLY_H
#define MONTECARLO_TALLY_H

#include "model/block.h"

#include <stdint.h>

/* Revenue from $1,024 to $2^40 in 128 buckets an octave: a quantile of smooth data is off by 0.4%
 * at most, one of many equal values by 0.8%. Below counts as nothing. */
enum { TALLY_BUCKETS = 30 * 128, TALLY_QUARTER = 3 };

struct tally {
    int horizon, quarters;        /* quarter q is month 3 q; the first is the start */
    int64_t paths;
    int64_t *ended;               /* [horizon + 1][OUTCOMES] paths that ended in that month */
    int64_t *caused;              /* [CAUSES] */
    int64_t *invested, *returned; /* [horizon + 1] thousands of dollars, by month */
    int64_t *stream;              /* [quarters][STREAMS] thousands of dollars a year, summed over paths */
    uint32_t *revenue;            /* [quarters][TALLY_BUCKETS] live paths by yearly revenue */
    struct tally_round {
        int64_t closed, month, amount; /* sums; the amount in thousands of dollars */
        int64_t founders, pool, lenders, investor[ROUNDS_MAX]; /* shares in units of 1e-9 */
        int64_t paid, returned, below; /* thousands of dollars; investments that lost money */
        int64_t amounts, returns, both; /* sums of squares and of products, for the errors alone: in
                                          units of $10k, each side cut at $1B */
    } round[ROUNDS_MAX];
    struct tally_exit {
        int64_t sold, month;        /* of those that raised: companies sold or listed, sum of months */
        int64_t founders, pool, investor[ROUNDS_MAX]; /* shares at the end, in units of 1e-9 */
        int64_t squares;            /* of the founders' shares, in units of 1e-4 each */
    } exit;
};

struct tally *tally_create(int horizon); /* NULL when memory is short */
void tally_destroy(struct tally *tally);

/* After a month: when block->month is a whole quarter, counts the live lanes. */
void tally_month(struct tally *tally, const struct block *block);

/* After the last month: counts the ends and rounds of the block's first n paths. */
void tally_block(struct tally *tally, const struct block *block, int n);

void tally_merge(struct tally *into, const struct tally *from);

/* Quantile u of yearly revenue over all paths at a quarter; the closed count as 0. */
double tally_revenue(const struct tally *tally, int quarter, double u);

#endif
