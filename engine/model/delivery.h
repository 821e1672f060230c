/* Customers, what is billed by stream, and what that costs beside people. */
#ifndef MODEL_DELIVERY_H
#define MODEL_DELIVERY_H

#include "model/block.h"

void delivery_start(struct block *block);
void delivery_step(struct block *block);

/* For whoever asks, at the state that a month has left: what delivering this month's bills costs,
 * people and direct costs, without selling, in dollars; and what the subscribers of today pay in a
 * year, against what they pay now, at the month's expected rates of leaving and buying more. */
double delivery_cost(const struct block *block, int lane);
double delivery_retention(const struct block *block, int lane);

#endif
