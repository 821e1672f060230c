/* How a company's life ended, and who got what. */
#ifndef MODEL_OUTCOME_H
#define MODEL_OUTCOME_H

#include "model/parameters.h"

#include <stdint.h>

enum outcome {
    OUTCOME_SHUT_DOWN, /* nothing left worth buying */
    OUTCOME_PRIVATE,   /* still open at the horizon, marked with an illiquidity discount */
    OUTCOME_ACQUIHIRED, /* out of money or hope, sold for its people and technology */
    OUTCOME_ACQUIRED,
    OUTCOME_IPO,
    OUTCOMES
};

enum cause {
    CAUSE_NONE,         /* still open */
    CAUSE_OUT_OF_CASH,
    CAUSE_GAVE_UP,      /* founders who could not pay themselves, or parted */
    CAUSE_WRITTEN_OFF,  /* by investors, after a failed search for money */
    CAUSE_OFFER,
    CAUSE_DISTRESS_OFFER, /* an offer accepted because cash was short */
    CAUSE_LISTED,
    CAUSES
};

enum stream {
    STREAM_SERVICES,
    STREAM_TRAINING,
    STREAM_SUPPORT,
    STREAM_SUBSCRIPTION,
    STREAM_VALUE_ADDED,
    STREAM_LICENCES, /* with their maintenance */
    STREAM_ADVERTISING,
    STREAMS
};

/* A round that closed. Shares are of the fully diluted company, right after it; the valuation of a
 * SAFE or note is what its cap says, 0 without one. */
struct closing {
    double amount, pre_money;
    double founders_share, pool_share, investor_share[ROUNDS_MAX];
    double sold;     /* what founders got for shares of their own */
    double paid;     /* by its investor, for all it came to hold, other rounds' shares too */
    double repaid;   /* to its investor, before the end */
    double proceeds; /* what its investor got in all, repaid included */
    double lender_share; /* what lenders' warrants may buy, with the shares above */
    int month;
    int open;        /* whether the funding climate was, in that month */
};

/* The end of one path under one strategy. Dollars, not discounted unless it says so. Millions of them are
 * kept, so what is small is kept small. */
struct result {
    double founder_present;   /* what founders got, discounted to the start */
    double proceeds;          /* what all owners got together at the end, after lenders */
    double founder_proceeds, pool_proceeds; /* of it */
    double lender_proceeds;   /* of it: lenders' warrants, net of their price */
    double investor_proceeds; /* the rest of it, and what notes got back before */
    double repaid;            /* on notes, before the end */
    double invested;          /* by investors, over all rounds, in the company and in founders' shares */
    float founder_sold;       /* what founders got before the end, for shares they sold */
    float founders_share;     /* fully diluted, at the end */
    float revenue;            /* yearly, at the end (before an exit) */
    float founders;           /* how many */
    float unpaid;             /* months of market pay that each went without, discounted */
    uint16_t month;           /* of the end; the horizon when still private */
    unsigned outcome : 4, cause : 4, rounds : 4, stage : 4;
};

#endif
