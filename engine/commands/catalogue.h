/* Every field that a scenario can set, by name: the reference manual that the tables hold. */
#ifndef COMMANDS_CATALOGUE_H
#define COMMANDS_CATALOGUE_H

#include "model/field.h"

#include <stdbool.h>
#include <stdio.h>

enum { CATALOGUE_NAME_MAX = 64, CATALOGUE_MATCHES_MAX = 32 };

/* Where a field stands in the tables. */
struct catalogue_match {
    enum section section;
    int row;
};

/* The full name of a field, 'market.accounts'. */
void catalogue_name(struct catalogue_match match, char name[CATALOGUE_NAME_MAX]);

/* The fields meant by a word: one, by its full name ('market.accounts') or the path that leads to
 * it in a scenario ('playbook.stages.until.expertise'); or all that have it as their short name
 * ('accounts'). Returns how many. */
int catalogue_find(const char *word, struct catalogue_match matches[CATALOGUE_MATCHES_MAX]);

/* The nearest name of a field, section or topic; false when none is near. */
bool catalogue_suggest(const char *word, char meant[CATALOGUE_NAME_MAX]);

/* Lists the fields of a section, under its title, or of a group such as 'until', a line each.
 * Everything if group is NULL. Returns the number of fields. */
int catalogue_list(const char *group, FILE *out);

/* All full names, a line each, with those of the topics; for shells that complete them. */
void catalogue_list_names(FILE *out);

/* Everything about one field. */
void catalogue_explain(struct catalogue_match match, FILE *out);

#endif
