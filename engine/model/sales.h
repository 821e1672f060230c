/* Demand for services, and evaluations of the product by enterprises. */
#ifndef MODEL_SALES_H
#define MODEL_SALES_H

#include "model/block.h"

void sales_start(struct block *block);
void sales_step(struct block *block);

#endif
