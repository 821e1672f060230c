/* How paths are laid into blocks is nobody's business: compaction, the borders of blocks and the
 * number of lanes change no bit. */
#include "laws/fixture.h"
#include "model/month.h"

#include <stdlib.h>
#include <string.h>

enum { PATHS = 600 };

/* Results and rounds of some paths. */
struct record {
    struct result result[PATHS];
    struct closing closing[PATHS][ROUNDS_MAX];
};

/* Plays n paths from `first` on side by side, compacting every so many months (0: never). */
static void play(const struct scenario *scenario, int first, int n, int compact,
                 struct record *record)
{
    struct block *block = fixture_lanes(scenario, 0, first, n);
    month_start(block);
    while (block->month < scenario->horizon && block->n > 0) {
        month_step(block);
        if (compact > 0 && block->month % compact == 0)
            block_compact(block);
    }
    for (int i = 0; i < n; i++) {
        record->result[first + i] = block->result[i];
        for (int r = 0; r < block->result[i].rounds; r++)
            record->closing[first + i][r] = block->closing[r][i];
    }
    free(block);
}

static struct record *play_all(const struct scenario *scenario, int lanes, int compact)
{
    struct record *record = calloc(1, sizeof *record);
    ck_assert_ptr_nonnull(record);
    for (int first = 0; first < PATHS; first += lanes)
        play(scenario, first, PATHS - first < lanes ? PATHS - first : lanes, compact, record);
    return record;
}

static void expect_same(const struct record *a, const struct record *b)
{
    for (int path = 0; path < PATHS; path++) {
        ck_assert_msg(fixture_same(&a->result[path], &b->result[path]), "path %d differs", path);
        for (int r = 0; r < a->result[path].rounds; r++) {
            const struct closing *left = &a->closing[path][r], *right = &b->closing[path][r];
            ck_assert(left->amount == right->amount && left->pre_money == right->pre_money &&
                      left->founders_share == right->founders_share &&
                      left->pool_share == right->pool_share && left->month == right->month);
            for (int k = 0; k < ROUNDS_MAX; k++)
                ck_assert(left->investor_share[k] == right->investor_share[k]);
        }
    }
}

/* The events of the scenario begin and end while blocks shrink, and boards take over. */
START_TEST(compaction_changes_nothing)
{
    struct scenario *scenario = fixture_eventful(1);
    struct record *never = play_all(scenario, LANES, 0);
    for (int months = 1; months <= 7; months += 3) {
        struct record *often = play_all(scenario, LANES, months);
        expect_same(never, often);
        free(often);
    }
    free(never);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(borders_of_blocks_change_nothing)
{
    struct scenario *scenario = fixture_eventful(1);
    struct record *wide = play_all(scenario, LANES, 6);
    const int lanes[] = {7, 100};
    for (int k = 0; k < 2; k++) {
        struct record *narrow = play_all(scenario, lanes[k] < LANES ? lanes[k] : 1, 6);
        expect_same(wide, narrow);
        free(narrow);
    }
    free(wide);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_path_alone_is_the_same_path)
{
    struct scenario *scenario = fixture_eventful(1);
    struct record *together = play_all(scenario, LANES, 6), *alone = play_all(scenario, 1, 6);
    expect_same(together, alone);
    free(together);
    free(alone);
    scenario_destroy(scenario);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {compaction_changes_nothing, borders_of_blocks_change_nothing,
                                  a_path_alone_is_the_same_path, NULL};
    return fixture_run("blocks", tests);
}
