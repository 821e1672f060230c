/* Numbers with units, as people write them: '$600k', '10 years', '25%', '3 per month', '$80k/year'. */
#ifndef SCENARIO_QUANTITY_H
#define SCENARIO_QUANTITY_H

#include "model/field.h"

#include <stdbool.h>
#include <stddef.h>

/* Reads the whole of text[0..length) as a quantity of the given unit and converts it to the
 * engine's unit. On failure returns false and says in `why` (size >= 160) what was expected.
 * Rejects NaN, infinities, hexadecimal, trailing text and units of another kind. */
bool quantity_read(const char *text, size_t length, enum unit unit, double *value, char *why,
                   size_t size);

/* The same for an interval, 'a to b'. A unit that only one end has holds for both: '2 to 8 months',
 * '20 to 30%', '35% to 80% per year', '$40k to 900k'. A multiplier (k, M, B) belongs to its own
 * end. */
bool quantity_read_interval(const char *text, size_t length, enum unit unit, double *low,
                            double *high, char *why, size_t size);

/* Whether text is meant as an interval, well-formed or not. */
bool quantity_is_interval(const char *text, size_t length);

/* Writes value (engine's unit) in the shortest form that reads back to the same double, with its
 * natural unit: '$600k', '10 years', '25%', '13% per year'. */
void quantity_write(double value, enum unit unit, char *text, size_t size);

/* What the unit is called in help and errors: 'a share such as 25% or 0.25'. */
const char *quantity_expected(enum unit unit);

/* The unit's short name in tables: 'USD', 'months', 'share'. */
const char *quantity_unit(enum unit unit);

#endif
