/* The scale on which what was observed is held against what was played: the logarithm of amounts,
 * which near and below nothing turns into a straight line, so that closed companies, debts and empty
 * tills have a place on it. A difference of 0.1 is 10% of an amount far above the unit's grain. */
#ifndef SCENARIO_LIKENESS_H
#define SCENARIO_LIKENESS_H

#include "model/field.h"

#include <math.h>

/* Amounts that are nearly nothing: $10,000, one person, one customer, one in a hundred. */
static inline double likeness_grain(enum unit unit)
{
    return unit == UNIT_DOLLARS ? 1e4 : unit == UNIT_SHARE ? 0.01 : 1.0;
}

static inline double likeness_scaled(double value, enum unit unit)
{
    return asinh(value / (2.0 * likeness_grain(unit)));
}

static inline double likeness_unscaled(double scaled, enum unit unit)
{
    return 2.0 * likeness_grain(unit) * sinh(scaled);
}

#endif
