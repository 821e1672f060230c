/* A term of a term sheet: what it sets in a funding plan, and what it is held against. Read from YAML. */
#ifndef SCENARIO_TERM_H
#define SCENARIO_TERM_H

#include "model/field.h"
#include "scenario/complaint.h"

#include <stdbool.h>

/* One key of a funding plan, or its board. */
struct term_setting {
    const char *key;    /* 'search.bridge', 'board'; of a round without 'rounds.*.': 'participation' */
    bool rounds;        /* the key is that of every round that the term touches */
    int round;          /* or of this one, from 1; 0: of none */
    const char *value;  /* as --set takes it; NULL: */
    double times;       /* what the plan says, this many times */
    const struct field *field; /* NULL: the board */
    struct place place;
};

struct term {
    const char *file;
    const char *title;   /* '1x participating preferred' */
    const char *against; /* '1x non-participating' */
    const char *means;   /* one line for founders, or NULL */
    bool priced;         /* 'rounds.*' are the priced rounds alone */
    int from;            /* the first of them that the term touches, from 1 */
    int settings, bases;
    const struct term_setting *setting; /* with the term */
    const struct term_setting *base;    /* without it; what is not said is as in the plan */
    void *memory;        /* owner of everything above */
};

/* NULL after at least one complaint, or without one when memory ran out. */
struct term *term_load(const char *file, struct complaints *complaints);
void term_destroy(struct term *term); /* takes NULL */

#endif
