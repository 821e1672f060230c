/* Many funds' ledgers, to figures with errors. */
#ifndef ANALYSIS_RETURNS_H
#define ANALYSIS_RETURNS_H

#include "analysis/fund_figures.h"

/* Which companies make up each fund. */
struct returns_choice {
    const struct deal *deals; /* [funds][stride] */
    int64_t funds;
    int stride;               /* seats of a fund */
    int companies;            /* taken from them, at random when fewer */
    bool apart;               /* every one from another fund's world */
};

/* The deals of one fund, in `chosen`. */
void returns_choose(const struct returns_choice *choice, uint64_t seed, int64_t fund,
                    const struct deal *chosen[FUND_COMPANIES_MAX]);

/* Keeps all ledgers. `each` gets every one of them, and may be NULL; rates of return are looked for
 * only when asked, for they take longest. False when memory is short. */
bool returns_make(const struct fund *fund, const struct returns_choice *choice, bool rates,
                  void (*each)(int64_t fund, const struct ledger *ledger, const struct deal *const *deals,
                               void *data),
                  void *data, struct fund_returns *returns);

/* Sorts in place. */
void returns_quantiles(double *values, int64_t n, struct figure quantile[FUND_QUANTILES]);

#endif
