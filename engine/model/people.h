/* Hiring, leaving and pay, by role. */
#ifndef MODEL_PEOPLE_H
#define MODEL_PEOPLE_H

#include "model/block.h"

void people_start(struct block *block);
void people_step(struct block *block);

#endif
