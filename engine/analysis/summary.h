/* Everything that the report says of a finished batch, as numbers with their errors. */
#ifndef ANALYSIS_SUMMARY_H
#define ANALYSIS_SUMMARY_H

#include "model/outcome.h"
#include "montecarlo/statistics.h"
#include "scenario/scenario.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    TAKE_HOMES = 100,      /* equally likely founders */
    CLEARANCES = 51,       /* ten a decade from $10k to $1B */
    BUCKETS = 8,           /* investor's multiple: 0, <0.5, <1, <2, <5, <10, <20, more */
    DIFFERENCE_BINS = 61,  /* symmetric, odd: the middle one holds |difference| < $10k */
    SUMMARY_QUANTILES = 7, /* 1 in 10, quarter, median, quarter, 1 in 10, 1 in 20, 1 in 100 from above */
    SUMMARY_MEDIAN = 2     /* which of them it is */
};

extern const double summary_probability[SUMMARY_QUANTILES]; /* .10 .25 .50 .75 .90 .95 .99 */
extern const double summary_bucket_floor[BUCKETS];          /* least multiple of each bucket */

/* Yearly revenue over all paths at one quarter; a closed or sold company counts as $0. */
struct quarter {
    int month;
    double p5, p25, p50, p75, p95;
    double stream[STREAMS]; /* means */
};

/* The cap table right after round `round`, over the companies that closed it. */
struct cap_table {
    double reached;  /* share of paths */
    double month;    /* mean */
    double amount;   /* mean dollars */
    double founders, pool, lenders, investor[ROUNDS_MAX]; /* mean fully diluted shares */
    struct figure multiple;    /* of this round's investors: all proceeds over all money */
    struct figure loss_ratio;  /* share of its investments below 1x */
};

struct strategy_summary {
    const char *name;
    /* Outcomes */
    struct figure outcome[OUTCOMES];  /* shares of paths */
    struct figure cause[CAUSES];
    double *open;                     /* [horizon + 1] share not shut down or acqui-hired by month m */
    double *open_error;               /* standard errors */
    struct figure dead_by_5_years;    /* shut down or acqui-hired; NaN when the horizon is shorter */
    /* Founders: present value of all their proceeds, dollars */
    struct figure founder_quantile[SUMMARY_QUANTILES];
    struct figure founder_mean;
    struct figure chance_nothing;     /* less than $1,000 */
    struct figure chance_1m, chance_10m;
    double take_home[TAKE_HOMES];     /* quantiles at 0.5%, 1.5%, … 99.5% */
    double clears[CLEARANCES];        /* chance of at least summary_clearance(i) */
    struct figure founders_share;     /* at the end, mean over all paths */
    struct figure years_to_liquidity; /* mean over paths that were sold or listed; NaN when none */
    double share_of_best_percent;     /* share of the mean that the best 1% of paths provide; 0 when mean is 0 */
    /* One founder against the same with a job at market pay (analysis/parties.h), dollars */
    struct figure certain;            /* the certain gain that is as good to him as the strategy */
    struct figure forgone;            /* mean market pay that he went without, present value */
    struct figure worse;              /* share of worlds that leave him $1,000 or more below the job */
    int dominated_by;                 /* the first strategy with no less for the median team, no more
                                         chance of nothing, and clearly better in one; -1: none */
    /* The staff's pool, over all companies, not discounted */
    struct figure pool_mean;
    struct figure pool_100k;          /* chance of more than $100k in all */
    /* Investors, over the companies that raised; all NaN when none did */
    struct figure raised;             /* share of paths that raised at least one round */
    struct figure invested;           /* mean dollars per company that raised */
    struct figure multiple;           /* pooled: all proceeds over all money */
    struct figure multiple_median;
    struct figure loss_ratio;         /* share of companies below 1x */
    struct figure irr;                /* pooled, yearly; NaN when there is none above -100% */
    double bucket_companies[BUCKETS], bucket_proceeds[BUCKETS]; /* shares of companies, of proceeds */
    double best_multiple;
    /* Over time */
    int quarters;
    struct quarter *quarter;
    double founding_share;            /* the founders' before any round, mean over all paths; the rest is the pool */
    int closings;                     /* rounds that at least one path closed */
    struct cap_table cap_table[ROUNDS_MAX];
    double exit_error;                /* of the founders' mean share in `exit`; NaN below two */
    struct cap_table exit;            /* when sold or listed, over the companies that raised and were;
                                         `reached` is 0 when none was; no amount, no returns */
    /* Of one company, when asked for (cases.h); else NULL */
    struct payout *payout;            /* who gets what at the typical exit */
    struct typical *typical;          /* cash by month */
};

/* Strategy a against strategy b in the same worlds; differences are a - b. */
struct pair_summary {
    int a, b;
    struct figure a_wins, b_wins, ties;   /* shares of worlds; a tie is a difference below $1,000 */
    struct figure median_difference;      /* of the differences, dollars */
    struct figure mean_difference;
    bool clear;                           /* the 95% interval of a_wins - b_wins excludes 0 */
    double bin[DIFFERENCE_BINS];          /* shares of worlds */
    struct figure prefer[2][2];           /* shares of worlds: founders better off with a (0) or b (1),
                                             then investors, who count what they get back less what they
                                             put in, not discounted; in the rest one side is level */
};

struct summary {
    const struct scenario *scenario;
    const char *version;
    uint64_t seed;
    int64_t paths;
    int strategies;
    struct strategy_summary strategy[STRATEGIES_MAX];
    struct figure torn;                   /* share of worlds in which no strategy is the best, within
                                             $1,000, both for the founders and for the investors */
    int pairs;                            /* every a < b */
    struct pair_summary pair[STRATEGIES_MAX * (STRATEGIES_MAX - 1) / 2];
    const struct footing *footing;        /* what it stands on (analysis/footing.h); NULL: not asked */
};

double summary_clearance(int i);            /* dollars */
double summary_bin_edge(int i);             /* lower edge of difference bin i, dollars; i = DIFFERENCE_BINS
                                               gives the top edge. The outer bins take all beyond. */

struct batch;

/* Reads a finished batch (montecarlo/batch.h). NULL when memory ran out. */
struct summary *summary_create(const struct batch *batch);
void summary_destroy(struct summary *summary); /* takes NULL */

#endif
