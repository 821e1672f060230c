/* Who owns what, and who gets what: the cap table of one company, exactly.
 *
 * Classes: founders' and employees' common, and one preferred class per closed round, each 1x
 * non-participating, pari passu. Everybody's options count as exercised at no price. */
#ifndef MODEL_OWNERSHIP_H
#define MODEL_OWNERSHIP_H

#include "model/parameters.h"

/* Shares of the fully diluted company; they sum to one. */
struct ownership {
    int rounds;
    double founders, pool, investor[ROUNDS_MAX];
    double preference[ROUNDS_MAX]; /* dollars */
};

/* A priced round: the pool grows by `pool` of the company after the round, before the money, so
 * that only the earlier owners bear it. The new class gets amount / (pre_money + amount). */
void ownership_issue(struct ownership *ownership, double amount, double pre_money, double pool);

/* Divides `proceeds` (>= 0). Each class takes its preference or converts, whichever gives more,
 * given what the others do. When `all_convert`, as in a listing, nobody keeps a preference. The
 * parts sum to the proceeds up to rounding. */
void ownership_divide(const struct ownership *ownership, double proceeds, int all_convert,
                      struct ownership *parts);

#endif
