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
    ENDING_LISTED,    /* 1 if listed, else 0 */
    ENDING_CLOSED,    /* 1 if shut down or acqui-hired, else 0 */
    ENDING_GAIN,      /* what investors get back less what they put in, dollars, not discounted */
    ENDINGS
};

/* Dollars: who gets less has got nothing, and amounts that differ by less are level. */
#define MEASURE_NOTHING 1e3

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

/* Reads one line, as a command line has it: 'take_home', 'take_home>=$1M', 'users@36 months>=1000'.
 * In complaints it is the first line of a file called `option`. False after a complaint, or without
 * one when memory ran out. */
bool measure_parse(const char *option, const char *text, struct complaints *complaints,
                   struct measure *measure);

/* Whether it is told in per cent, and its differences in points; whether in dollars. */
bool measure_is_share(const struct measure *measure);
bool measure_is_money(const struct measure *measure);

/* Two companies that differ by less in it are level. */
double measure_level(const struct measure *measure);

#endif
