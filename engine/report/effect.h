/* A measure of companies in words: how large it is on average, and by how much two means differ. */
#ifndef REPORT_EFFECT_H
#define REPORT_EFFECT_H

#include "model/field.h"
#include "report/words.h"
#include "scenario/measure.h"

#include <stddef.h>

struct words effect_level(const struct measure *measure, double value);      /* $1.2M, 34%, 17 months, 4,200 */
struct words effect_difference(const struct measure *measure, double value); /* +$1.2M, −3.1 points, +17 */

/* A value of a field, to two or three digits. */
struct words effect_value(const struct field *field, double value);
struct words effect_range(const struct field *field, double low, double high); /* '2.1 → 6.9 months' */

/* What a field means, with the round or stage it is of: 'round 1: money sought'. */
void effect_meaning(enum section section, const struct field *field, int repeat, char *text, size_t size);

#endif
