/* The scenario language as a JSON schema (draft 2020-12), from the tables that the loader reads by:
 * editors complete keys and mark mistakes while a scenario is being written. The loader still finds
 * more, as legal ranges and impossible combinations. */
#ifndef COMMANDS_SCHEMA_H
#define COMMANDS_SCHEMA_H

#include <stdbool.h>
#include <stdio.h>

/* Writes the schema of a "scenario" or, for a file that others extend, of a "strategy" or of one
 * section, as "market" or "playbook". False when there is no such part. */
bool schema_write(const char *part, FILE *out);

#endif
