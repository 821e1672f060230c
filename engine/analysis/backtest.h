/* Many predictions of companies whose story is known, and how good they were together. */
#ifndef ANALYSIS_BACKTEST_H
#define ANALYSIS_BACKTEST_H

#include "analysis/prediction.h"

enum { BACKTEST_CASES_MAX = 100, BACKTEST_BINS = 10 };

/* Two sides of a prediction put cases in an order: its median, and what one world in ten exceeds. */
enum { BACKTEST_BY_MEDIAN, BACKTEST_BY_TENTH, BACKTEST_ORDERS };

struct backtest_ranking {
    int pairs;
    struct figure spearman, kendall;
};

/* Coverage of some intervals; expected: were the model right, of companies that ended as these did. */
struct backtest_coverage {
    int inside;             /* truths */
    struct figure share;    /* the same, each case counting once */
    double expected;        /* mean over truths */
    double expected_share;  /* each case counting once */
};

/* Of the truths that have worlds enough that ended alike. */
struct backtest_selection {
    int truths, left_out;   /* together all truths */
    int cases_left_out;     /* with one or more that are */
    struct backtest_coverage forecast[SCORE_LEVELS]; /* the intervals of the forecast, as in `share` below */
    struct backtest_coverage alike[SCORE_LEVELS];    /* those of the worlds that ended alike */
};

struct backtest {
    const char *version;
    const struct base_rates *rates;
    uint64_t seed;
    int cases;
    int64_t least_paths;                    /* of any case */
    const struct prediction *prediction;
    int checks;                             /* truths, of all cases */
    int inside[SCORE_LEVELS];            /* of them, in the central intervals */
    struct figure share[SCORE_LEVELS];   /* the same, each case counting once */
    int bin[BACKTEST_BINS];                 /* truths by their place, in tenths */
    struct figure place;                    /* mean place, each case counting once */
    struct backtest_selection selection;
    int fates;                              /* cases whose end is known */
    struct figure log_score, base_log_score, gain; /* means over them; the last is the difference */
    struct backtest_ranking value[BACKTEST_ORDERS], revenue[BACKTEST_ORDERS]; /* each case's last revenue */
    int bands, met, missed;                 /* the rest is unclear */
};

void backtest_score(const struct prediction *prediction, int cases, const struct base_rates *rates, uint64_t seed,
                    struct backtest *backtest);

#endif
