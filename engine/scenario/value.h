/* What a scenario writes as the value of a field: a constant, an interval 'a to b', or a mapping
 * that names a distribution. */
#ifndef SCENARIO_VALUE_H
#define SCENARIO_VALUE_H

#include "model/field.h"
#include "scenario/distribution.h"
#include "scenario/loading.h"
#include "scenario/node.h"

/* Reads and checks the value of a field. False after a complaint. */
bool value_read(const struct loading *loading, const struct field *field, const struct node *node,
                struct distribution *value);

/* The same where only a constant makes sense. */
bool value_read_constant(const struct loading *loading, const struct field *field,
                         const struct node *node, double *value);

/* The standard value of a field, from the text in its table. */
bool value_read_standard(const struct loading *loading, const struct field *field,
                         struct distribution *value);

/* A quantity in any unit, wherever numbers are written. */
bool value_read_quantity(const struct loading *loading, const struct node *node, enum unit unit,
                         double *value);

#endif
