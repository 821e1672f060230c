/* A round as a process: a search of random length, a term sheet, and what becomes of a search that
 * finds none. */
#ifndef MODEL_SEARCH_H
#define MODEL_SEARCH_H

#include "model/block.h"

/* Begins and continues searches; the chance of a term sheet this month. */
void search_advance(struct block *block, double *restrict chance);
/* Investors agree: 1 if the money comes at once. */
int search_agree(struct block *block, int lane);
/* A month on the way to the money: 1 if it comes now. */
int search_is_over(struct block *block, int lane);
/* The price or cap, where it must be lower than the last price: before a priced round, than itself. */
double search_price(const struct block *block, int lane, double pre);
/* A round has closed. */
void search_end(struct block *block, int lane);
/* Has everybody been asked, or is too little cash left to go on? */
int search_has_failed(const struct block *block, int lane);
/* A bridge, a lower price, or cuts. */
void search_fail(struct block *block, int lane);

#endif
