/* Lenders: venture debt beside a round, and advances that are repaid out of revenue. */
#ifndef MODEL_DEBT_H
#define MODEL_DEBT_H

#include "model/block.h"

/* Pays what lenders get this month. */
void debt_service(struct block *block);
/* Takes the plan's advance where revenue suffices, once. */
void debt_take_advance(struct block *block);
/* Lends beside a round of this amount, which has closed and is still the one that comes next, and takes
 * warrants at its price. */
void debt_lend(struct block *block, int lane, double amount);
/* What lenders get before owners. */
double debt_owed(const struct block *block, int lane);

#endif
