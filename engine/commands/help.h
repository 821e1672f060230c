/* What the program says about itself. */
#ifndef COMMANDS_HELP_H
#define COMMANDS_HELP_H

#include "commands/command.h"

#include <stdio.h>

/* All verbs, a line each. */
void help_overview(FILE *out);

/* Everything about one verb. */
void help_verb(const struct command *command, FILE *out);

#endif
