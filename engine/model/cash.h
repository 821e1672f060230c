/* Money in and out. */
#ifndef MODEL_CASH_H
#define MODEL_CASH_H

#include "model/block.h"

void cash_start(struct block *block);
void cash_step(struct block *block);

#endif
