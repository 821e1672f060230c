/* Whether a text is what this program reads: UTF-8 without control characters. */
#ifndef SCENARIO_ENCODING_H
#define SCENARIO_ENCODING_H

#include "scenario/complaint.h"

#include <stdbool.h>
#include <stddef.h>

/* Complains about the first thing that is wrong, at its place; the text begins at `origin`. */
bool encoding_check(struct place origin, const char *text, size_t length,
                    struct complaints *complaints);

/* Length of the byte order mark that UTF-8 may begin with. */
size_t encoding_mark(const char *text, size_t length);

#endif
