/* What every path of one strategy was given: the values of its uncertain columns, to be held against
 * what became of it. */
#ifndef MONTECARLO_INPUTS_H
#define MONTECARLO_INPUTS_H

#include "montecarlo/batch.h"

struct inputs {
    int64_t paths;
    int count;
    int *column;    /* [count], as the sampler orders them; a monthly field by its median */
    double **value; /* [count][paths], in the engine's unit */
};

/* Draws again what the batch drew for the paths 0 .. paths - 1: the columns that are uncertain in this
 * strategy. Fixings of the batch are not seen. NULL when memory ran out. */
struct inputs *inputs_create(const struct batch *batch, int strategy, int64_t paths);
void inputs_destroy(struct inputs *inputs); /* takes NULL */

#endif
