/* The free product's funnel: visits, activation, active users, contributors, those who pay. */
#ifndef MODEL_COMMUNITY_H
#define MODEL_COMMUNITY_H

#include "model/block.h"

void community_start(struct block *block);
void community_step(struct block *block);

#endif
