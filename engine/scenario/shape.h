/* Distributions as mappings: {normal: {mean: 10, sd: 2}}, {choice: {2: 50%, 4: 50%}} and so on,
 * with an optional `truncate: [low, high]` beside the shape. */
#ifndef SCENARIO_SHAPE_H
#define SCENARIO_SHAPE_H

#include "model/field.h"
#include "scenario/distribution.h"
#include "scenario/loading.h"
#include "scenario/node.h"

/* False after a complaint. The legal range of the field is not looked at. */
bool shape_read(const struct loading *loading, const struct field *field,
                const struct node *mapping, struct distribution *value);

/* The distribution with 5% below `low` and 5% above `high`: lognormal if it can be, else normal. */
void shape_interval(double low, double high, bool positive, struct distribution *value);

#endif
