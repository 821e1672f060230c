/* The end of a company: listed, sold, sold for its people, or shut down. */
#ifndef MODEL_EXIT_H
#define MODEL_EXIT_H

#include "model/block.h"

void exit_step(struct block *block);
/* Marks what is still private at the horizon. */
void exit_finish(struct block *block);

#endif
