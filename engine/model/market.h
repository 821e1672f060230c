/* The world: funding climate, demand, headlines, adoption, maturity, rivals. Shared by all
 * strategies of a path, so it never looks at the company. */
#ifndef MODEL_MARKET_H
#define MODEL_MARKET_H

#include "model/block.h"

void market_start(struct block *block);
/* Works out what depends on parameters alone; again whenever one of them changes. */
void market_prepare(struct block *block);
void market_step(struct block *block);

#endif
