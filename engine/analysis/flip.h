/* What would have to be otherwise for the verdict between two strategies to turn: for every assumption
 * alone, and for pairs of the most powerful, the value at which the other begins to win. */
#ifndef ANALYSIS_FLIP_H
#define ANALYSIS_FLIP_H

#include "analysis/contest.h"
#include "analysis/crossing.h"
#include "montecarlo/batch.h"

enum { FLIP_POWERFUL = 5, FLIP_PAIRS_MAX = FLIP_POWERFUL * (FLIP_POWERFUL - 1) / 2 };

/* One assumption, moved in all worlds alike: what is the world's or the company's own in every strategy of the two
 * that uses it, what belongs to a playbook, a funding plan or a board in one of them at a time. */
struct flip_assumption {
    int column;
    unsigned strategies;      /* bit 0: it is moved in the first, bit 1: in the second */
    bool alone;               /* in one of them, although the other uses its own, too */
    bool uncertain;           /* drawn by the scenario; else a constant */
    int subject;              /* 0 or 1: the one whose worlds say what is likely, who is uncertain before who is not */
    double base[2];           /* of each of the two: its median; NaN where it is not used */
    double p5, p95;           /* nine worlds in ten lie between; the base where it is no distribution */
    double low, high;         /* what was tried: the legal range */
    struct figure at[2];      /* the difference at p5 and p95; NaN for a constant */
    struct crossing crossing; /* CROSSING_FOUND: beyond it the verdict is another */
    double chance;            /* share of the scenario's own worlds beyond it; NaN for a constant */
};

/* Two assumptions, each moved as far towards the other strategy, in shares of its worlds. */
struct flip_pair {
    int assumption[2];
    double sign[2];           /* +1: upwards */
    struct crossing crossing; /* of how far, in standard normal deviates from the median */
    double value[2];          /* of each at the crossing; NaN where there is none */
    double tail;              /* share of each one's worlds that lies further out */
};

struct flip {
    const struct scenario *scenario;
    struct contest contest;
    int strategy[2];          /* compared: differences are of the first less the second */
    uint64_t seed;
    int64_t paths;
    struct contest_sums base; /* as the scenario is */
    bool clear;               /* whether there is a verdict to be turned */
    int leader;               /* 0 or 1: who leads at the base, clearly or not */
    int count;
    struct flip_assumption *assumption; /* [count], in the order of columns */
    int pairs;
    struct flip_pair pair[FLIP_PAIRS_MAX];
};

/* Lists the assumptions: what is uncertain in either of the two, and with `all` every number that either
 * uses and that can be moved alone. NULL when memory ran out. The scenario must outlive it. */
struct flip *flip_create(const struct scenario *scenario, const struct contest *contest, int a, int b, bool all);
void flip_destroy(struct flip *flip); /* takes NULL */

/* Plays them all in the same `paths` worlds. Progress is told in thousandths. */
enum batch_end flip_run(struct flip *flip, uint64_t seed, int64_t paths, const struct batch_options *options,
                        struct complaints *complaints);

/* The difference with one assumption at a value, as flip_run sees it. Not thread-safe with flip_run. */
enum batch_end flip_measure(const struct flip *flip, int assumption, double value,
                            const struct batch_options *options, struct contest_sums *sums,
                            struct complaints *complaints);

#endif
