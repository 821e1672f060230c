/* What the company knows, owns and contributes. */
#ifndef MODEL_CAPABILITY_H
#define MODEL_CAPABILITY_H

#include "model/block.h"

void capability_start(struct block *block);
void capability_step(struct block *block);

#endif
