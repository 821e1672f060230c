/* Assumptions as people write them: the loader read backwards. */
#ifndef SCENARIO_NOTATION_H
#define SCENARIO_NOTATION_H

#include "model/field.h"
#include "scenario/scenario.h"

#include <stdio.h>

/* Writes the value of a field's (first) column on one line, with every digit that is needed to
 * read the same value back: '$600k', '{lognormal: {median: $180k, sd_log: 0.9}}'. A file of data
 * becomes the list of its values. */
void notation_write(const struct assumption *assumption, const struct field *field, FILE *out);

/* Says where the value comes from: 'plan.yaml:12', '--set', 'standard value'. */
void notation_write_origin(const struct assumption *assumption, FILE *out);

/* Writes a YAML scalar in double quotes, whatever the text holds. */
void notation_quote(const char *text, FILE *out);

#endif
