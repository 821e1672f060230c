#include "commands/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool terminal_shows_colour(FILE *stream)
{
    const char *refusal = getenv("NO_COLOR");
    if (refusal && *refusal)
        return false;
    const char *kind = getenv("TERM");
    return isatty(fileno(stream)) && kind && strcmp(kind, "dumb") != 0;
}
