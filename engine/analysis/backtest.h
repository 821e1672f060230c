/* Many predictions of companies whose story is known, and how good they were together. */
#ifndef ANALYSIS_BACKTEST_H
#define ANALYSIS_BACKTEST_H

#include "analysis/prediction.h"

enum { BACKTEST_CASES_MAX = 100, BACKTEST_LEVELS = 3, BACKTEST_BINS = 10 };

extern const double backtest_level[BACKTEST_LEVELS]; /* .5 .8 .9 */

/* Two sides of a prediction put cases in an order: its median, and what one world in ten exceeds. */
enum { BACKTEST_BY_MEDIAN, BACKTEST_BY_TENTH, BACKTEST_ORDERS };

struct backtest_ranking {
    int pairs;
    struct figure spearman, kendall;
};

struct backtest {
    const char *version;
    const struct base_rates *rates;
    uint64_t seed;
    int cases;
    int64_t least_paths;                    /* of any case */
    const struct prediction *prediction;
    int checks;                             /* truths, of all cases */
    int inside[BACKTEST_LEVELS];            /* of them, in the central intervals */
    struct figure share[BACKTEST_LEVELS];   /* the same, each case counting once */
    int bin[BACKTEST_BINS];                 /* truths by their place, in tenths */
    struct figure place;                    /* mean place, each case counting once */
    int fates;                              /* cases whose end is known */
    struct figure log_score, base_log_score, gain; /* means over them; the last is the difference */
    struct backtest_ranking value[BACKTEST_ORDERS], revenue[BACKTEST_ORDERS]; /* each case's last revenue */
    int bands, met, missed;                 /* the rest is unclear */
};

void backtest_score(const struct prediction *prediction, int cases, const struct base_rates *rates, uint64_t seed,
                    struct backtest *backtest);

#endif
