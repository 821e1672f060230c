/* Reading a file that somebody else may have prepared: only regular files, only so large. */
#ifndef SCENARIO_FILE_H
#define SCENARIO_FILE_H

#include "scenario/arena.h"

/* The whole file, NUL-terminated, in the arena. NULL with the reason in `why`; with why[0] == '\0'
 * when memory ran out. */
const char *file_read(struct arena *arena, const char *path, size_t limit, size_t *length,
                      char *why, size_t size);

/* The folder part of a path, '.' if it has none. */
const char *file_folder(struct arena *arena, const char *path);

/* folder/name, without a leading './'. */
const char *file_join(struct arena *arena, const char *folder, const char *name);

/* The path with all links and '..' resolved; NULL when there is no such file. */
const char *file_identity(struct arena *arena, const char *path);

#endif
