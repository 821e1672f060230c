/* Who gets what: the price of a company divided among all who hold a part of it.
 *
 * Fees are paid first, then debt, then notes, then claims by rank, 1 first, equal ranks pro rata.
 * Whoever has a choice then has chosen between his claim and conversion into common, so that nobody
 * would gain by choosing otherwise while all others stay. Options and warrants are exercised when
 * the money is in them, and shown net of what exercising costs; the unissued pool gets nothing.
 *
 * All of it follows from one number, what a share of common is worth: at that value a row gets
 *
 *     max(min(claim + shares x value, most), shares x value)
 *
 * where all claims can be paid, `most` being the claim itself without participation. The sum grows
 * with the value in straight pieces, so the value at which it is the price is found exactly, and
 * everybody's part grows with the price. Where claims cannot all be paid, nobody converts.
 *
 * A SAFE or a note before its round may convert at its cap. The capitalisation is everything but the
 * unissued pool: common, all options and warrants, preferred as converted, notes and SAFEs. */
#ifndef MODEL_WATERFALL_H
#define MODEL_WATERFALL_H

#include "model/captable.h"

struct waterfall_sale {
    double price;            /* >= 0, for the shares, before fees, debt and notes */
    double fees, debt;
    int month;               /* for the interest of notes */
    int all_convert;         /* a listing: preferred shares become common whatever they would get; SAFEs
                                and notes still choose */
};

/* Dollars; all but share_value sum to the price. */
struct waterfall {
    double fees, debt;
    double founders, former, staff;
    double row[CAPTABLE_ROWS]; /* a class, SAFE, note or warrant, and common resold to its investor */
    double share_value;        /* of common */
    unsigned converted;        /* bit i: row i, having a choice, converted */
    int unsettled;             /* literal SAFEs, and no set of choices is an equilibrium */
};

/* With literal SAFEs there may be several equilibria, or none, and common may lose as the price
 * rises. Taken is the one that is reached from nobody's converting when one after the other, lowest
 * row first, changes a choice that he regrets; if that ends nowhere, the first in binary order; if
 * there is none, the standard division. */
void waterfall_divide(const struct captable *table, const struct captable_conventions *conventions,
                      const struct waterfall_sale *sale, struct waterfall *parts);

/* The same by investor: each with the parts of later classes that it holds. */
void waterfall_by_investor(const struct captable *table, const struct waterfall *parts,
                           double investor[CAPTABLE_ROWS]);

#endif
