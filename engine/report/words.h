/* Numbers in the words of the report: '$574k', '56 in 100', '71% ± 1%'. Two significant digits,
 * three where a whole number has them; more digits belong in the data files. NaN is '–'. */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Small enough to be returned, so that a sentence is one printf. */
struct words {
    char text[64];
};

struct words words_money(double dollars);                     /* $574k, −$6.9M, $0 */
struct words words_money_difference(double dollars);          /* +$190k, −$34k, $0 */
struct words words_money_yearly(double dollars_a_month);      /* $120k/year */
struct words words_money_about(double dollars, double error); /* $574k ± $6k, 95% interval */

struct words words_percent(double share);                     /* 56%, 4.8%, 0.83% */
struct words words_percent_about(double share, double error); /* 71% ± 1%, 95% interval */

struct words words_chance(double share); /* 56 in 100, 1 in 20, fewer than 1 in 1,000 */
bool words_one(double share);            /* whether that is 'one in so many', which takes */
struct words words_times(double share);  /* 56 times in 100, once in 20, never */

struct words words_count(int64_t count);                          /* 20,000 */
struct words words_round_count(double count);                     /* 8,200, 23,000, 7 */
struct words words_small_count(int count);                        /* one … twelve, 13 … */
struct words words_multiple(double multiple);                     /* 1.9×, 12× */
struct words words_multiple_about(double multiple, double error); /* 1.9× ± 0.4 */
struct words words_duration(double months); /* 10 years, 18 months, 2.5 years */
struct words words_within(const char *word); /* as it stands within a sentence: services */
struct words words_number(double number);   /* two significant digits */

/* Half the width of a 95% interval, for an estimate that is nearly normal. */
double words_margin(double error);

#endif
