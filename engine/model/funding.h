/* Rounds: when one is sought, whether it closes, at what price, and what the board does then. */
#ifndef MODEL_FUNDING_H
#define MODEL_FUNDING_H

#include "model/block.h"

void funding_start(struct block *block);
void funding_step(struct block *block);

/* What all rounds have brought to the company in a lane so far. */
double funding_raised(const struct block *block, int lane);

#endif
