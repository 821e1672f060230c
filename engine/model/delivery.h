/* Customers, what is billed by stream, and what that costs beside people. */
#ifndef MODEL_DELIVERY_H
#define MODEL_DELIVERY_H

#include "model/block.h"

void delivery_start(struct block *block);
void delivery_step(struct block *block);

#endif
