/* The free product's funnel: visits, activation, active users, contributors, those who pay. */
#ifndef MODEL_COMMUNITY_H
#define MODEL_COMMUNITY_H

#include "model/block.h"

/* Visits that one user's invitations bring in a month, when this share of visitors stays. However
 * many are asked and however good the product, fewer than one of them stays: visits x activation
 * follows x / (1 + x), for a user knows only so many people who are not users yet. */
static inline double community_invited(double visits, double activation)
{
    return visits / (1.0 + visits * activation);
}

void community_start(struct block *block);
void community_step(struct block *block);

/* For whoever asks why, at the state that a month has left: code of others that the product takes in
 * a month, in useful engineer-months; and how many users each user brings in before leaving. */
double community_merged(const struct block *block, int lane);
double community_reproduction(const struct block *block, int lane);

#endif
