/* Random cap tables: thrown together, or lived through event by event. */
#ifndef LAWS_RANDOM_CAPTABLE_H
#define LAWS_RANDOM_CAPTABLE_H

#include "model/waterfall.h"

#include <stdint.h>

/* Random numbers of their own for every `number`. */
struct luck {
    uint64_t number, place;
};
double luck_uniform(struct luck *luck);
double luck_between(struct luck *luck, double low, double high);
double luck_log(struct luck *luck, double low, double high); /* uniform in the logarithm */
int luck_below(struct luck *luck, int n);

/* Any mixture of up to `most` rows, of options and of common: classes alike, equal and different
 * ranks, tiny and huge claims, and a sale at any price from too little for anybody to enough for
 * all. */
struct captable random_captable_throw(uint64_t number, int most, struct waterfall_sale *sale);

/* A company founded with random terms. */
struct captable random_captable_found(struct luck *luck);

/* One event in its life: grants, departures, SAFEs, notes, rounds, warrants, resales, maturity.
 * Tells the terms of the round, if one closed, and its row, or -1. */
int random_captable_live(struct captable *table, const struct captable_conventions *conventions,
                         struct luck *luck, int month, struct captable_round *round);

#endif
