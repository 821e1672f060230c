/* Strategies that take some parts from one strategy and the rest from another. They are cut so that any
 * combination is a company that could be: people come with their stages where the two lists differ in
 * length, and what is offered without anybody to deliver or to buy it is not offered. */
#ifndef ANALYSIS_HYBRID_H
#define ANALYSIS_HYBRID_H

#include "scenario/scenario.h"

enum hybrid_part {
    HYBRID_STAGES,  /* what is offered, at which price of a pilot, and what ends a stage */
    HYBRID_PEOPLE,  /* of each stage */
    HYBRID_CADENCE, /* of releases, and listening */
    HYBRID_LEVERS,  /* of a playbook beside its stages */
    HYBRID_FUNDING,
    HYBRID_BOARD,
    HYBRID_REST,    /* what a strategy says of the company, of sales, … */
    HYBRID_PARTS
};

/* A scenario of three strategies: the two, and the hybrid. Its worlds are those of the two. */
struct hybrid {
    struct scenario scenario;
    struct strategy strategy[3];
    const struct scenario *of;
    int pair[2];             /* a, b in `of` */
    int count;               /* parts in which the two differ */
    enum hybrid_part part[HYBRID_PARTS];
    unsigned whole;          /* parts that are not swapped by themselves but go with the stages */
};

enum { HYBRID_STRATEGY = 2 }; /* its index in the scenario */

/* NULL when memory ran out. `of` must outlive it. */
struct hybrid *hybrid_create(const struct scenario *of, int a, int b);
void hybrid_destroy(struct hybrid *hybrid); /* takes NULL */

/* Lets the hybrid have part[i] from a where bit i of `from_a` is set, and the rest from b. Batches that
 * were made of the scenario before must not be played any more. */
void hybrid_set(struct hybrid *hybrid, unsigned from_a);

#endif
