/* What holds for the results of any scenario, however strange. */
#ifndef LAWS_SOUNDNESS_H
#define LAWS_SOUNDNESS_H

#include "montecarlo/batch.h"

#include <stdbool.h>

/* Says what does not hold and aborts, so that who has set a handler can tell of which scenario. */
void soundness_expect(bool holds, const char *what);

/* Everything is finite, proceeds balance, and every path of every strategy has one end. */
void soundness_check(const struct batch *batch);

#endif
