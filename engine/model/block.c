#include "model/block.h"

#include "numerics/draws.h"

#include <string.h>

_Static_assert(sizeof(struct result) <= 88, "a million of them, of four strategies, are 352 MB");
_Static_assert(DRAW_CLIMATE == 0 && DRAW_GIANT == 3 && DRAW_VALUATION == 4,
               "the world's draws are the first four and the one that begins the next four");

void block_draw(struct block *block)
{
    for (int d = 0; d < DRAWS; d += 4)
        draws_uniforms(block->seed, (uint64_t)block->month * DRAWS + (uint64_t)d, block->path,
                       block->n, block->draw[d], block->draw[d + 1], block->draw[d + 2],
                       block->draw[d + 3]);
    if (block->apart)
        block_draw_world(block, block->month + block->elapsed);
}

void block_draw_world(struct block *block, int world_month)
{
    uint64_t place = (uint64_t)world_month * DRAWS;
    double *unused[3] = {block->scratch[0], block->scratch[1], block->scratch[2]};
    draws_uniforms(block->seed, place, block->market, block->n, unused[0], block->draw[DRAW_DEMAND],
                   block->draw[DRAW_HEADLINE], block->draw[DRAW_GIANT]);
    draws_uniforms(block->seed, place, block->climate, block->n, block->draw[DRAW_CLIMATE], unused[0],
                   unused[1], unused[2]);
    draws_uniforms(block->seed, place + DRAW_VALUATION, block->climate, block->n,
                   block->draw[DRAW_VALUATION], unused[0], unused[1], unused[2]);
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
    for (int i = 0; i < n && block->apart; i++) {
        block->market[i] = block->market[from[i]];
        block->climate[i] = block->climate[from[i]];
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
