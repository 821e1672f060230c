#include "scenario/arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 16 };

struct chunk {
    struct chunk *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct chunk *chunks; /* the newest first */
    bool exhausted;
};

struct arena *arena_create(void) { return calloc(1, sizeof(struct arena)); }

void arena_destroy(struct arena *arena)
{
    if (!arena)
        return;
    for (struct chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    free(arena);
}

bool arena_exhausted(const struct arena *arena) { return arena->exhausted; }

/* Large blocks get a chunk of their own, behind the one that is being filled. */
static struct chunk *add_chunk(struct arena *arena, size_t size)
{
    const size_t room = size > CHUNK / 4 ? size : CHUNK;
    struct chunk *chunk = calloc(1, sizeof *chunk + room);
    if (!chunk)
        return NULL;
    chunk->size = room;
    if (room == size && arena->chunks) {
        chunk->next = arena->chunks->next;
        arena->chunks->next = chunk;
    } else {
        chunk->next = arena->chunks;
        arena->chunks = chunk;
    }
    return chunk;
}

void *arena_allocate(struct arena *arena, size_t count, size_t size)
{
    const size_t grain = alignof(max_align_t);
    if (count > (SIZE_MAX / 2 - grain) / (size ? size : 1)) {
        arena->exhausted = true;
        return NULL;
    }
    const size_t need = (count * size + grain) / grain * grain; /* never 0 */
    struct chunk *chunk = arena->chunks;
    if (!chunk || chunk->size - chunk->used < need)
        chunk = add_chunk(arena, need);
    if (!chunk) {
        arena->exhausted = true;
        return NULL;
    }
    void *memory = chunk->bytes + chunk->used;
    chunk->used += need;
    return memory;
}

void *arena_grow(struct arena *arena, const void *old, size_t count, size_t larger, size_t size)
{
    void *memory = arena_allocate(arena, larger, size);
    if (memory && count > 0)
        memcpy(memory, old, count * size);
    return memory;
}

const char *arena_copy(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_allocate(arena, length + 1, 1);
    if (copy && length > 0)
        memcpy(copy, text, length);
    return copy;
}

const char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = length < 0 ? NULL : arena_allocate(arena, (size_t)length + 1, 1);
    if (text)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}
