/* One month of a block of companies, read aloud. */
#ifndef MODEL_MONTH_H
#define MODEL_MONTH_H

#include "model/block.h"

void month_start(struct block *block);
void month_step(struct block *block);

#endif
