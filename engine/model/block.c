#include "model/block.h"

#include "numerics/draws.h"

#include <string.h>

void block_draw(struct block *block)
{
    for (int d = 0; d < DRAWS; d += 4)
        draws_uniforms(block->seed, (uint64_t)block->month * DRAWS + (uint64_t)d, block->path,
                       block->n, block->draw[d], block->draw[d + 1], block->draw[d + 2],
                       block->draw[d + 3]);
}

static void move_columns(void *columns, size_t size, const int *restrict from, int n)
{
    double *restrict column = columns;
    for (size_t c = 0; c < size / COLUMN_SIZE; c++, column += STRIDE)
        for (int i = 0; i < n; i++)
            column[i] = column[from[i]];
}

void block_compact(struct block *block)
{
    int from[STRIDE], n = 0;
    for (int i = 0; i < block->n; i++)
        if (block->company.live[i] != 0.0)
            from[n++] = i;
    for (int i = 0; i < n; i++) {
        block->path[i] = block->path[from[i]];
        block->origin[i] = block->origin[from[i]];
    }
    move_columns(&block->world, sizeof block->world, from, n);
    move_columns(&block->company, sizeof block->company, from, n);
    move_columns(&block->now, sizeof block->now, from, n);
    move_columns(&block->next, sizeof block->next, from, n);
    move_columns(&block->rates, sizeof block->rates, from, n);
    move_columns(block->saved, (size_t)block->changes * COLUMN_SIZE, from, n);
    move_columns(&block->given, offsetof(struct parameters, stage), from, n);
    block->n = n;
}
