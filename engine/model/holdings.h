/* Whose a company is, month by month: the cap table of every lane, and the columns that copy from it
 * what the steps, the tally and the reader of a month need. */
#ifndef MODEL_HOLDINGS_H
#define MODEL_HOLDINGS_H

#include "model/block.h"
#include "model/waterfall.h"

/* What a round sells; the words of round.instrument. */
enum { HOLDINGS_PRICED, HOLDINGS_SAFE, HOLDINGS_NOTE };

/* Shares that the founders have among them at the start; what a share is called does not matter. */
enum { HOLDINGS_FOUNDED = 10000000 };

/* Where practice differs, as the lane's funding plan has it. */
struct captable_conventions holdings_conventions(const struct block *block, int lane);

void holdings_found(struct block *block, int lane);

/* Sells what the next round of the plan offers, for so much money. The valuation before it is that of
 * a priced round, or what the cap of a SAFE or note says; 0: no cap. */
void holdings_sell(struct block *block, int lane, double amount, double pre_money);

/* Insiders put in more: preferred shares at `part` of what they paid for one, or more of their SAFE or
 * note. It cannot be where the last round's note was repaid. */
int holdings_has_insiders(const struct block *block, int lane);
void holdings_extend(struct block *block, int lane, double amount, double part);

/* Gives a lender the right to buy shares for so many dollars, at the last round's price. */
void holdings_give_warrant(struct block *block, int lane, double dollars);

/* The month of every cap table: options are granted and come back, notes that are due are repaid or
 * convert. */
void holdings_keep(struct block *block);

/* Divides the price of the company, debt first, and tells each round's closing what its investor got. `months`
 * have gone by since the start. Gives what lenders' warrants are worth. */
double holdings_divide(struct block *block, int lane, double price, double debt, int months,
                       int listing, struct waterfall *parts);

#endif
