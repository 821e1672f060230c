/* The money of one fund, month by month: cheques, pro rata, fees, what comes back, carry. */
#ifndef ANALYSIS_LEDGER_H
#define ANALYSIS_LEDGER_H

#include "model/parameters.h"
#include "scenario/fund.h"
#include "scenario/scenario.h"

#include <stdint.h>

/* What a fund needs to know of a company. Months are the fund's, counted from its start; shares are
 * of the fully diluted company. This is all that a fund reads of a cap table. */
struct deal {
    uint16_t end;                        /* when it was sold, listed, closed, or the fund ended */
    uint8_t rounds, arm;
    uint16_t month[ROUNDS_MAX];          /* of each round */
    float amount[ROUNDS_MAX];            /* raised in it, by all investors */
    float proceeds[ROUNDS_MAX];          /* what its class got at the end */
    float share[ROUNDS_MAX][ROUNDS_MAX]; /* [r][k]: of class k right after round r */
};

/* What became of one company in the fund. */
struct position {
    double invested, proceeds;
};

struct ledger {
    double paid_in;        /* called from investors: cheques and fees */
    double invested, fees; /* which is their sum */
    double proceeds;       /* of all companies */
    double carry, distributed; /* which are what the proceeds are divided into */
    int entered, lost;     /* companies with a cheque; those that returned less than it */
    double marked;         /* proceeds of what was held to the end */
    double best;           /* largest proceeds of one company */
    double gross[HORIZON_MAX + 1], net[HORIZON_MAX + 1]; /* flows by month, money out negative */
    double called[HORIZON_MAX + 1], paid[HORIZON_MAX + 1]; /* from and to the fund's investors */
    struct position position[FUND_COMPANIES_MAX];
};

/* Keeps the ledger of a fund of `size` dollars over `count` companies. Fees are on `size` for their
 * time whatever happens. What is left without them is invested at most: the reserves in later
 * rounds, the rest in first cheques while companies start, then all in either. Everything that comes
 * back is paid out; carry is its share of what exceeds all that was paid in so far, and given back
 * when later calls show that it was paid too early. */
void ledger_keep(const struct fund *fund, double size, const struct deal *const *deals, int count,
                 struct ledger *ledger);

#endif
