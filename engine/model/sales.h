/* Demand for services, and evaluations of the product by enterprises. */
#ifndef MODEL_SALES_H
#define MODEL_SALES_H

#include "model/block.h"

void sales_start(struct block *block);
void sales_step(struct block *block);

/* For whoever asks why: the company's score with an enterprise buyer, on the scale of rival_appeal;
 * and how far that convinces against a rival's score, 0..1. */
double sales_score(const struct block *block, int lane);
double sales_beats(const struct block *block, int lane, double rival);

#endif
