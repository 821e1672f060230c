/* The price of a round: a circular sum, solved exactly.
 *
 * The price depends on how many shares there are, these on how many SAFEs, notes, protected classes
 * and the pool get, and these on the price. With Q = 1 / price, capitalisation K and total T:
 *
 *     a SAFE gets max(amount / cap x K, amount / (1 - discount) x Q)
 *     a note gets max(balance / cap x E, balance / (1 - discount) x Q), E being all shares before
 *     K = E + what SAFEs and notes get
 *     weighted average: n becomes n (B + amount Q) / (B + amount / old price), B being the base
 *     full ratchet: n becomes n x old price x Q
 *     the pool becomes max(what it is, target x T)
 *     T = K + what protection and pool add + amount x Q, and T = Q x (pre-money + amount)
 *
 * Once it is known who takes which side of his max, all this is linear, and Q is one division. All
 * sides grow with Q and K, so starting where nobody is better off by the price, and giving each the
 * better side at every solution, reaches the answer from below within a few steps.
 *
 * There need not be one: a discount on more money than the company is worth cannot be had. Owners
 * before the round keep a twentieth of its pre-money; first the pool gives way, then protection, then
 * what converts by price. */
#ifndef MODEL_PRICING_H
#define MODEL_PRICING_H

#include "model/captable.h"

struct pricing {
    double per_dollar;       /* shares that a dollar buys, before rounding */
    double capitalisation;   /* of SAFEs */
    double before;           /* all shares before, with the unissued pool */
    double base;             /* for anti-dilution */
    double honoured;         /* factors of what gave way, 1 when nothing did */
    double discounted, protected;
    double pool;             /* target that can be had */
};

void pricing_solve(const struct captable *table, const struct captable_conventions *conventions,
                   const struct captable_round *round, struct pricing *pricing);

/* Whether a row converts in the round, and into how many shares, not rounded. */
int pricing_converts(const struct captable_row *row, const struct captable_round *round);
double pricing_conversion(const struct pricing *pricing, const struct captable_row *row, int month);

/* Factor on the shares of a protected class, 1 unless the round is cheaper. */
double pricing_protection(const struct pricing *pricing, const struct captable_row *row,
                          double amount);

/* To the nearest of `units` to a dollar, or finer where that leaves fewer than six digits. */
double pricing_round(double price, double units);

#endif
