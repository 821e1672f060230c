/* Lanes: the address of a draw, and moving the living together. */
#include "model/block.h"

#include "laws/fixture.h"
#include "model/month.h"
#include "numerics/draws.h"

#include <stdlib.h>

START_TEST(draws_are_addressed_by_seed_path_month_and_purpose)
{
    struct block *block = fixture_block(5);
    block->seed = 99;
    block->month = 17;
    for (int i = 0; i < 5; i++)
        block->path[i] = (uint64_t)(1000 * i + 3);
    block_draw(block);
    for (int i = 0; i < 5; i++)
        for (int d = 0; d < DRAWS; d++) {
            struct draws_pair bits =
                draws_threefry(99, (uint64_t)(17 * DRAWS + d / 4 * 4), block->path[i]);
            uint64_t half = d % 4 < 2 ? bits.first : bits.second;
            ck_assert_double_eq(block->draw[d][i], draws_uniform32(half >> (d % 2 ? 32 : 0)));
        }
    free(block);
}
END_TEST

START_TEST(a_draw_belongs_to_its_path_wherever_that_lives)
{
    struct block *block = fixture_block(2), *other = fixture_block(1);
    block->path[1] = other->path[0] = 12345;
    block_draw(block);
    block_draw(other);
    for (int d = 0; d < DRAWS; d++)
        ck_assert_double_eq(block->draw[d][1], other->draw[d][0]);
    free(block);
    free(other);
}
END_TEST

/* Writes into every lane of every column a number that tells both. */
static void mark(void *columns, size_t size, double base)
{
    double(*column)[STRIDE] = columns;
    for (size_t c = 0; c < size / COLUMN_SIZE; c++)
        for (int i = 0; i < STRIDE; i++)
            column[c][i] = base + (double)c + 0.001 * i;
}

/* The living of five lanes are 1, 3 and 4. */
static void expect_moved(void *columns, size_t size, double base)
{
    static const int from[] = {1, 3, 4};
    double(*column)[STRIDE] = columns;
    for (size_t c = 0; c < size / COLUMN_SIZE; c++)
        for (int i = 0; i < 3; i++)
            ck_assert_double_eq(column[c][i], base + (double)c + 0.001 * from[i]);
}

START_TEST(compaction_moves_every_column)
{
    struct block *block = fixture_block(5);
    month_start(block);
    block->changes = 2;
    mark(&block->world, sizeof block->world, 1e4);
    mark(&block->company, sizeof block->company, 2e4);
    mark(&block->now, sizeof block->now, 3e4);
    mark(&block->next, sizeof block->next, 4e4);
    mark(&block->rates, sizeof block->rates, 5e4);
    mark(block->saved, sizeof block->saved, 6e4);
    mark(&block->given, sizeof block->given, 7e4);
    const double live[] = {0.0, 1.0, 0.0, 1.0, 1.0};
    for (int i = 0; i < 5; i++)
        block->company.live[i] = live[i];
    block_compact(block);
    ck_assert_int_eq(block->n, 3);
    for (int i = 0; i < 3; i++) {
        static const int from[] = {1, 3, 4};
        ck_assert_uint_eq(block->path[i], (uint64_t)from[i]);
        ck_assert_int_eq(block->origin[i], from[i]);
        ck_assert_double_eq(block->company.live[i], 1.0);
    }
    expect_moved(&block->world, sizeof block->world, 1e4);
    expect_moved(block->company.stage, sizeof block->company - COLUMN_SIZE, 2e4 + 1.0);
    expect_moved(&block->now, sizeof block->now, 3e4);
    expect_moved(&block->next, sizeof block->next, 4e4);
    expect_moved(&block->rates, sizeof block->rates, 5e4);
    expect_moved(block->saved, 2 * COLUMN_SIZE, 6e4);
    expect_moved(&block->given, offsetof(struct parameters, stage), 7e4);
    free(block);
}
END_TEST

/* Stages and rounds stay where their path started; origin tells where that is, even twice. */
START_TEST(plans_stay_where_their_path_began)
{
    struct block *block = fixture_block(5);
    month_start(block);
    mark(&block->given, sizeof block->given, 0.0);
    double before = block->given.stage[3].sales[4];
    block->company.live[0] = 0.0;
    block_compact(block);
    block->company.live[1] = 0.0;
    block_compact(block);
    ck_assert_int_eq(block->n, 3);
    ck_assert_int_eq(block->origin[2], 4);
    ck_assert_double_eq(block->given.stage[3].sales[4], before);
    free(block);
}
END_TEST

START_TEST(a_block_may_die_out)
{
    struct block *block = fixture_block(3);
    month_start(block);
    fixture_fill(block->company.live, 0.0);
    block_compact(block);
    ck_assert_int_eq(block->n, 0);
    month_step(block); /* and is harmless then */
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {draws_are_addressed_by_seed_path_month_and_purpose,
                                  a_draw_belongs_to_its_path_wherever_that_lives,
                                  compaction_moves_every_column,
                                  plans_stay_where_their_path_began,
                                  a_block_may_die_out,
                                  NULL};
    return fixture_run("block", tests);
}
