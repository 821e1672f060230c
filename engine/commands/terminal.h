/* The reader's end of a stream. */
#ifndef COMMANDS_TERMINAL_H
#define COMMANDS_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

/* Whether colours reach a person who wants them: a terminal, not a dumb one, and no NO_COLOR
 * (https://no-color.org). */
bool terminal_shows_colour(FILE *stream);

#endif
