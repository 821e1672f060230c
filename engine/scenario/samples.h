/* Distributions given by their points: choices, quantiles, data. */
#ifndef SCENARIO_SAMPLES_H
#define SCENARIO_SAMPLES_H

#include "model/field.h"
#include "scenario/distribution.h"
#include "scenario/loading.h"
#include "scenario/node.h"

enum { SAMPLES_LINES_MAX = 1000000, SAMPLES_BYTES_MAX = 16 << 20 };

/* All of these: false after a complaint. */

/* {value: weight, ...} or a list of {value: ..., weight: ...} */
bool samples_read_choice(const struct loading *loading, const struct field *field,
                         const struct node *node, struct distribution *value);

/* {10%: value, 50%: value, ...} */
bool samples_read_quantiles(const struct loading *loading, const struct field *field,
                            const struct node *node, struct distribution *value);

/* A file with one value per line (the first column counts, a heading and '#' comments may be
 * there), or a list of values. Numbers without a unit count in the engine's own: dollars, months,
 * per month. */
bool samples_read_data(const struct loading *loading, const struct field *field,
                       const struct node *node, struct distribution *value);

#endif
