/* A measure of companies in words: how large it is on average, and by how much two means differ. */
#ifndef REPORT_EFFECT_H
#define REPORT_EFFECT_H

#include "model/field.h"
#include "report/words.h"
#include "scenario/measure.h"

struct words effect_level(const struct measure *measure, double value);      /* $1.2M, 34%, 17 months, 4,200 */
struct words effect_difference(const struct measure *measure, double value); /* +$1.2M, −3.1 points, +17 */

/* A value of a field as a scenario would have it, to three digits. */
struct words effect_value(const struct field *field, double value);
struct words effect_range(const struct field *field, double low, double high); /* '2.1 → 6.9 months' */

#endif
