/* Memory that is given up all at once. A scenario and everything it was read from share one arena,
 * so nothing in this folder frees single strings or nodes. */
#ifndef SCENARIO_ARENA_H
#define SCENARIO_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct arena *arena_create(void); /* NULL when memory ran out */
void arena_destroy(struct arena *arena);

/* Zeroed memory, aligned for anything. NULL when memory ran out: the arena remembers that, so a
 * reader may carry on with what it has and ask arena_exhausted once, at the end. */
void *arena_allocate(struct arena *arena, size_t count, size_t size);
bool arena_exhausted(const struct arena *arena);

/* A larger copy of an array; the old one stays valid until the arena goes. */
void *arena_grow(struct arena *arena, const void *old, size_t count, size_t larger, size_t size);

/* A NUL-terminated copy. */
const char *arena_copy(struct arena *arena, const char *text, size_t length);
__attribute__((format(printf, 2, 3)))
const char *arena_format(struct arena *arena, const char *format, ...);

#endif
