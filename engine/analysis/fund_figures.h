/* What a fund returns, to whom, when, and how it depends on what it is made of. */
#ifndef ANALYSIS_FUND_FIGURES_H
#define ANALYSIS_FUND_FIGURES_H

#include "analysis/portfolio.h"
#include "montecarlo/statistics.h"

enum {
    FUND_QUANTILES = 5, /* 1 in 10, quarter, median, quarter, 1 in 10 from above */
    FUND_QUARTERS_MAX = HORIZON_MAX / 3 + 1,
    FUND_TAIL = 41,     /* multiples, ten a decade from 0.1 to 1,000 */
    FUND_SIZES_MAX = 6
};

extern const double fund_figures_probability[FUND_QUANTILES];
double fund_figures_multiple(int i); /* of the tail */

/* Funds of one make. Multiples are of what was paid in; rates of return are yearly. */
struct fund_returns {
    int companies;
    int64_t funds;
    struct figure net, gross;          /* all funds' money together: distributed over paid in, and
                                          proceeds over cheques */
    struct figure net_mean, net_deviation; /* over funds, each counting alike */
    struct figure net_quantile[FUND_QUANTILES], gross_quantile[FUND_QUANTILES];
    struct figure irr_quantile[FUND_QUANTILES], gross_irr_quantile[FUND_QUANTILES];
    struct figure at_least_1, at_least_3; /* chance of so many times the money, net */
    struct figure entered;             /* companies that got a cheque, mean */
    struct figure invested;            /* mean share of the fund's size */
    struct figure loss_ratio;          /* share of those companies that returned less than their cheques */
    struct figure best_share;          /* of the best company in a fund's proceeds, mean of funds with any */
    struct figure marked;              /* of what was held to the fund's end, and is sold at its mark then;
                                          share of the proceeds, all funds together */
    struct figure carry;               /* share of the proceeds, all funds together */
};

/* Cumulative net cash flow as a share of the fund's size, and distributed over paid in. */
struct fund_quarter {
    int month;
    struct figure cash[FUND_QUANTILES], cash_mean;
    struct figure paid[FUND_QUANTILES]; /* DPI */
};

/* Correlations between what a first cheque becomes in two companies that raise the round for it. */
struct fund_correlation {
    struct figure same_market;  /* of one fund and market; NaN when no two are */
    struct figure other_market; /* of one fund and two markets; NaN when there is one market */
    struct figure other_world;  /* of two funds */
};

struct fund_figures {
    const struct fund *fund;
    const char *version;
    const char *arm_name[FUND_ARMS_MAX];   /* the strategies */
    const char *market_name[FUND_ARMS_MAX]; /* their scenarios */
    int seats[FUND_ARMS_MAX];              /* of each arm in the fund */
    struct fund_returns whole;
    int quarters;
    struct fund_quarter quarter[FUND_QUARTERS_MAX];
    struct figure tail[FUND_TAIL];         /* share of companies with a cheque above each multiple */
    struct figure tail_exponent;           /* Hill's, over the best fiftieth; NaN when they are too few */
    struct fund_correlation success, growth; /* of getting the money back; of log(1 + multiple) */
    int sizes;
    struct fund_returns together[FUND_SIZES_MAX], apart[FUND_SIZES_MAX]; /* companies of one world,
                                              and the same companies each from another */
    struct fund_returns alone[FUND_ARMS_MAX]; /* every company of one kind; companies 0: one arm only */
};

/* Companies that have to be played, for progress: calls of portfolio_play. */
int fund_figures_plays(const struct fund *fund);

/* Plays and reads it all. `plays` is called after each. BATCH_NO_MEMORY may come with a complaint. */
enum batch_end fund_figures_make(const struct portfolio *portfolio, const struct batch_options *options,
                                 void (*played)(void *data), void *data,
                                 struct fund_figures *figures, struct complaints *complaints);

#endif
