/* Who gets what at the typical exit of a strategy: the company in the middle of those that raised
 * money and were sold or listed, by what its owners got; its cap table, divided by the model's own
 * waterfall at its price, and at any other.
 *
 * Steps are in the order of payment. Amounts are by class: who holds parts of later classes gets
 * them there. */
#ifndef ANALYSIS_PAYOUT_H
#define ANALYSIS_PAYOUT_H

#include "model/kernel.h"
#include "montecarlo/batch.h"

enum payout_kind {
    PAYOUT_FEES,
    PAYOUT_LENDERS,       /* debt, advances, loans of the start */
    PAYOUT_MONEY_BACK,    /* of a note or SAFE that did not convert */
    PAYOUT_PREFERENCE,    /* of a class that did not convert */
    PAYOUT_PARTICIPATION, /* what it gets beside its preference */
    PAYOUT_CONVERSION,    /* of a class, note or SAFE, as common; shares bought from founders too */
    PAYOUT_WARRANTS,
    PAYOUT_STAFF,
    PAYOUT_FORMER,        /* founders who left */
    PAYOUT_FOUNDERS,
    PAYOUT_KINDS
};

enum {
    PAYOUT_STEPS = 2 * CAPTABLE_ROWS + PAYOUT_KINDS, /* at most */
    PAYOUT_POINTS = 241                              /* prices, at equal steps of their logarithm */
};

struct payout_step {
    enum payout_kind kind;
    int round;     /* whose class, note or SAFE it is; -1: of none */
    double amount; /* dollars */
    double owed;   /* dollars: of lenders, of claims; else the amount */
};

/* Shares of a price. */
struct payout_shares {
    double price; /* dollars */
    double fees, lenders, round[ROUNDS_MAX], warrants, staff, former, founders;
};

struct payout {
    int64_t path, among;         /* the company; how many it was chosen from */
    int outcome, month;          /* acquired or listed; after so many months */
    double price, cash;          /* dollars for the shares and all debts; what it had in the bank, which
                                    is part of the price */
    double claims;               /* dollars that come before common, lenders and all */
    double founders_from;        /* dollars: the least price that leaves founders there $1,000; NaN above $1T */
    int rounds, steps;
    struct payout_step step[PAYOUT_STEPS]; /* their amounts sum to the price */
    struct payout_shares point[PAYOUT_POINTS]; /* if the same company were sold for another price */
};

/* NULL with *none when no company that raised was sold or listed and left its owners anything; without
 * it when memory is short. */
struct payout *payout_create(const struct batch *batch, const struct kernel *kernel, int strategy, bool *none);

#endif
