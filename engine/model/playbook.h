/* Which stage of its playbook each company is in. */
#ifndef MODEL_PLAYBOOK_H
#define MODEL_PLAYBOOK_H

#include "model/block.h"

void playbook_start(struct block *block);
/* Moves on the companies whose stage has met all its conditions. */
void playbook_step(struct block *block);
/* Puts one lane into a stage, from the board or a dated event. */
void playbook_enter(struct block *block, int lane, int stage);

#endif
