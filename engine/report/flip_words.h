/* What a search for turning points says, in words that all its outputs share. */
#ifndef REPORT_FLIP_WORDS_H
#define REPORT_FLIP_WORDS_H

#include "analysis/flip.h"
#include "report/words.h"

#include <stdio.h>

enum { FLIP_WORDS_SIZE = 1400 };

struct flip_sentence {
    char text[FLIP_WORDS_SIZE];
};

/* 'A beats B in 65% of the same worlds and loses in 2%', or that neither is clearly ahead. */
struct flip_sentence flip_words_verdict(const struct flip *flip);

/* 'B would win if market.accounts exceeded 9,000 (8,100 to 9,900).' Of a crossing that was found. */
struct flip_sentence flip_words_turn(const struct flip *flip, int assumption);

/* The same of two assumptions together. */
struct flip_sentence flip_words_turn_together(const struct flip *flip, int pair);

/* '8,100 to 9,900', 'from 8,100', 'up to 9,900': the interval of a crossing. */
struct words flip_words_interval(const struct flip *flip, int assumption);

/* That none turns the verdict, as far as is known: what is not clear may. Without a full stop. */
const char *flip_words_none(const struct flip *flip);

/* The key of an assumption, '2: rounds.1.amount' where it is moved in the scenario's second strategy alone. */
void flip_words_key(const struct flip *flip, int assumption, char *text, size_t size);

/* The number in the scenario of the one strategy that it is moved in; 0: of both. */
int flip_words_alone(const struct flip *flip, int assumption);

struct words flip_words_value(const struct flip *flip, int assumption);
const struct field *flip_words_field(const struct flip *flip, int assumption);

/* A strategy's name as a line may hold it; `which` is 0 or 1. */
void flip_words_name(const struct flip *flip, int which, char *name, size_t size);

/* Assumptions that turn the verdict: those that the scenario thinks likeliest first, then the constants
 * whose value is proportionally nearest. Returns how many; order has room for flip->count. */
int flip_words_order(const struct flip *flip, int *order);

#endif
