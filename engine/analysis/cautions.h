/* What is legal in a scenario and cannot do what it seems to be there for. A caution is a certainty, not a
 * taste: it follows from the model's equations, whatever the world. */
#ifndef ANALYSIS_CAUTIONS_H
#define ANALYSIS_CAUTIONS_H

#include "scenario/scenario.h"

enum { CAUTIONS_MAX = 64 };

struct caution {
    struct place place; /* of the value; file NULL: a standard value */
    int strategy;
    char text[320];
};

/* At most CAUTIONS_MAX, in the order of strategies; the same place is told once. The number. GSL's error
 * handler must be off, as after batch_create. */
int cautions_find(const struct scenario *scenario, struct caution list[CAUTIONS_MAX]);

/* How many others a user brings before leaving, at most: the product does all that is needed, nobody is
 * reached yet, and no rival community is as large; each number at the favourable end of nine worlds in ten. */
double cautions_reproduction(const struct scenario *scenario, int strategy);

#endif
