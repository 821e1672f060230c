/* Assumptions as people write them: the loader read backwards. */
#ifndef SCENARIO_NOTATION_H
#define SCENARIO_NOTATION_H

#include "model/field.h"
#include "scenario/scenario.h"

#include <stdio.h>

/* Writes the value of a field's (first) column on one line, with every digit that is needed to
 * read the same value back: '$600k', '{lognormal: {median: $180k, sd: 0.9}}'. Returns the number
 * of characters. A sample of data becomes the quantiles it stands for. */
int notation_write(const struct assumption *assumption, const struct field *field, FILE *out);

/* A YAML scalar in double quotes, whatever the text holds. Returns the number of bytes. */
int notation_quote(const char *text, FILE *out);

#endif
