/* All verbs. */
#ifndef COMMANDS_COMMANDS_H
#define COMMANDS_COMMANDS_H

#include "commands/command.h"

/* In the order of a first visit; a row without a name ends it. */
extern const struct command commands_table[];

/* NULL when there is no such verb. */
const struct command *commands_find(const char *name);

/* The verb that was probably meant by a mistyped one, or NULL. */
const char *commands_suggest(const char *name);

#endif
