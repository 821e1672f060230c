/* Names that people give: of scenarios, strategies, stages and rounds. */
#ifndef SCENARIO_NAME_H
#define SCENARIO_NAME_H

#include "scenario/loading.h"
#include "scenario/node.h"

enum { NAME_BYTES_MAX = 120 }; /* a name stands in the titles of charts */

/* The name under `key` of a mapping that is called `noun` in complaints. NULL after a complaint. */
const char *name_read(const struct loading *loading, const struct node *mapping, const char *key,
                      const char *noun);

/* Complains if two of the names are the same; NULL names are skipped. The nodes have a `name`. */
void name_check_unique(const struct loading *loading, const struct node *list, const char *noun);

#endif
