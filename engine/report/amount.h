/* Values of fields with few digits, in the units of the scenario language: '2.1% per month', '$640k'. */
#ifndef REPORT_AMOUNT_H
#define REPORT_AMOUNT_H

#include "model/field.h"
#include "report/words.h"

/* Two significant digits, three of a number that begins with 1. */
struct words amount_words(double value, enum unit unit);

/* As many digits as an uncertainty of `width` (0: none) leaves, two at least and four at most. */
struct words amount_words_within(double value, double width, enum unit unit);

/* '0.11 to 0.24% per month', '$117k to $123k/year': a unit that both ends have is written once. */
struct words amount_interval(double low, double high, double width, enum unit unit);

#endif
