/* The free product's funnel: visits, activation, active users, contributors, those who pay. */
#ifndef MODEL_COMMUNITY_H
#define MODEL_COMMUNITY_H

#include "model/block.h"

void community_start(struct block *block);
void community_step(struct block *block);

/* For whoever asks why, at the state that a month has left: code of others that the product takes in
 * a month, in useful engineer-months; and how many users each user brings in before leaving. */
double community_merged(const struct block *block, int lane);
double community_reproduction(const struct block *block, int lane);

#endif
