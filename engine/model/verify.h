/* Conservation, checked every month of every path in debug and test builds: what comes in, goes
 * out and stays must balance for cash, receivables, backlog, people, users, customers and shares. A
 * breach is our mistake: it is told with path, month and quantity, and the program aborts. */
#ifndef MODEL_VERIFY_H
#define MODEL_VERIFY_H

#include "model/block.h"

#ifdef PLAYBOOK_VERIFY
void verify_before(const struct block *block);
void verify_after(const struct block *block);
#else
static inline void verify_before(const struct block *block) { (void)block; }
static inline void verify_after(const struct block *block) { (void)block; }
#endif

#endif
