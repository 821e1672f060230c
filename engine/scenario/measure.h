/* What is measured of a company: something of its end, or an observable at some month. */
#ifndef SCENARIO_MEASURE_H
#define SCENARIO_MEASURE_H

#include "model/observable.h"
#include "scenario/loading.h"
#include "scenario/node.h"

enum ending {
    ENDING_TAKE_HOME, /* the founders' proceeds, discounted to the start, dollars */
    ENDING_PROCEEDS,  /* of all owners, dollars */
    ENDING_RAISED,    /* dollars, over all rounds */
    ENDING_LIFETIME,  /* months until it closed, was sold or listed; the horizon if it did not */
    ENDING_SOLD,      /* 1 if sold as a going concern or listed, else 0 */
    ENDINGS
};

struct measure {
    const char *name;  /* as written */
    int observable;    /* enum observable, or -1 for an ending */
    enum ending ending;
    int month;         /* of an observable; 1 is the end of the first month */
    bool chance;       /* what counts is whether it is at least `least`, as 0 or 1 */
    double least;
    enum unit unit;    /* of the quantity; a chance is a share */
};

/* Reads {of: users, at: 36 months, least: 1000}, or a word alone. False after a complaint. */
bool measure_read(const struct loading *loading, const struct node *node, struct measure *measure);

#endif
