/* What tells is found and measured in cases that it was not learned from; what tells nothing is not claimed more
 * often than promised, however well it did where it was learned. */
#include "analysis/screening.h"

#include "numerics/draws.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { NULLS = 250, FIGURES = 20, CASES = 500, MANY = 6000 };

static double uniform(uint64_t seed, uint64_t which, int64_t i)
{
    return draws_uniform(draws_threefry(seed, which, (uint64_t)i).first);
}

struct world {
    bool event[2][MANY], held[MANY];
    double values[MANY];
    struct roc_case work[MANY];
};

/* Halves by draw, two events of the given chance. */
static struct world *create(uint64_t seed, int n, double chance)
{
    struct world *world = malloc(sizeof *world);
    ck_assert_ptr_nonnull(world);
    for (int i = 0; i < n; i++) {
        world->held[i] = uniform(seed, 0, i) < 0.5;
        for (int e = 0; e < 2; e++)
            world->event[e][i] = uniform(seed, 1 + (uint64_t)e, i) < chance;
    }
    return world;
}

START_TEST(noise_is_claimed_no_more_often_than_promised)
{
    int claimed = 0;
    for (int r = 0; r < NULLS; r++) {
        struct screening family[2];
        struct world *world = create(100 + (uint64_t)r, CASES, 0.25);
        for (int e = 0; e < 2; e++)
            screening_begin(&family[e], world->event[e], world->held, CASES);
        for (int f = 0; f < FIGURES; f++) {
            for (int i = 0; i < CASES; i++)
                world->values[i] = f % 3 ? uniform(5000 + (uint64_t)r, (uint64_t)f, i)
                                         : floor(3.0 * uniform(5000 + (uint64_t)r, (uint64_t)f, i));
            for (int e = 0; e < 2; e++)
                screening_try(&family[e], f, world->values, world->work);
        }
        ck_assert(screening_settle(family, 2));
        ck_assert(family[0].enough && family[1].enough);
        claimed += family[0].claims + family[1].claims > 0;
        free(world);
    }
    const double level = screening_level;
    ck_assert_double_le((double)claimed / NULLS, level + 3.0 * sqrt(level * (1.0 - level) / NULLS));
}
END_TEST

START_TEST(what_tells_is_found_and_counted)
{
    struct world *world = create(7, MANY, 0.2);
    struct screening screening;
    int64_t warned[2] = {0, 0}, all[2] = {0, 0};
    /* Half of those who meet with it, and one in ten of the others, have less than 3. */
    for (int i = 0; i < MANY; i++)
        world->values[i] = uniform(8, 0, i) < (world->event[0][i] ? 0.5 : 0.1) ? 3.0 * uniform(8, 1, i)
                                                                               : 3.0 + 7.0 * uniform(8, 2, i);
    screening_begin(&screening, world->event[0], world->held, MANY);
    screening_try(&screening, 4, world->values, world->work);
    ck_assert(screening_settle(&screening, 1));
    const struct screening_row *row = screening_best(&screening);
    ck_assert_ptr_nonnull(row);
    ck_assert_int_eq(row->number, 4);
    ck_assert(row->low_warns);
    ck_assert_double_eq_tol(row->threshold, 3.0, 0.3);
    /* By pairs: both beyond 3 or both below, a coin; else who is below. */
    ck_assert_double_eq_tol(row->area, 0.5 * 0.9 + 0.5 * (0.5 * 0.1 + 0.5 * 0.9), 3.5 * row->held.error);
    ck_assert_double_eq_tol(row->caught.value, 0.5, 0.06);
    ck_assert_double_eq_tol(row->alarmed.value, 0.1, 0.025);
    ck_assert_double_eq_tol(row->struck.value, 0.1 / (0.1 + 0.08), 0.08);
    for (int i = 0; i < MANY; i++)
        if (world->held[i]) {
            all[world->event[0][i]]++;
            warned[world->event[0][i]] += world->values[i] < row->threshold;
        }
    ck_assert_int_eq(row->caught.count, warned[1]);
    ck_assert_int_eq(row->caught.all, all[1]);
    ck_assert_int_eq(row->alarmed.count, warned[0]);
    ck_assert_int_eq(row->alarmed.all, all[0]);
    ck_assert_int_eq(row->struck.all, warned[0] + warned[1]);
    ck_assert_double_eq(screening.base.value, (double)all[1] / (double)(all[0] + all[1]));
    free(world);
}
END_TEST

/* A figure that knows the answer in one half: as it is learned, so it must not be told. */
START_TEST(what_is_learned_by_heart_is_not_claimed)
{
    struct world *world = create(9, CASES, 0.3);
    struct screening screening;
    screening_begin(&screening, world->event[0], world->held, CASES);
    for (int kind = 0; kind < 2; kind++) {
        for (int i = 0; i < CASES; i++) {
            const double noise = uniform(10, (uint64_t)kind, i);
            /* In the other half nothing, or the opposite. */
            world->values[i] = !world->held[i] ? world->event[0][i] + noise
                                               : kind == 0 ? 2.0 * noise : noise - world->event[0][i];
        }
        screening_try(&screening, kind, world->values, world->work);
    }
    ck_assert(screening_settle(&screening, 1));
    ck_assert_int_eq(screening.claims, 0);
    ck_assert_ptr_null(screening_best(&screening));
    for (int r = 0; r < 2; r++) {
        const struct screening_row *row = &screening.row[r];
        ck_assert_double_eq(row->area_learned, 1.0);
        ck_assert_double_eq(row->youden_learned, 1.0);
        ck_assert_double_le(row->area, 0.5 + 3.5 * row->held.error);
    }
    ck_assert_double_eq(screening.row[1].area, 0.0);
    ck_assert_double_lt(screening.row[1].corrected, 1e-6);
    ck_assert(!screening.row[1].clear);
    free(world);
}
END_TEST

START_TEST(what_cannot_be_tried_is_said)
{
    struct world *world = create(11, CASES, 0.3);
    struct screening screening;
    screening_begin(&screening, world->event[0], world->held, CASES);
    for (int i = 0; i < CASES; i++)
        world->values[i] = 7.0;
    screening_try(&screening, 0, world->values, world->work);
    world->values[13] = NAN;
    screening_try(&screening, 1, world->values, world->work);
    for (int i = 0; i < CASES; i++)
        world->values[i] = i % 7 ? uniform(12, 0, i) : 0.0;
    screening_try(&screening, 2, world->values, world->work);
    ck_assert(screening_settle(&screening, 1));
    ck_assert_int_eq(screening.row[0].number, 2);
    ck_assert_int_eq(screening.row[0].state, SCREENING_TRIED);
    ck_assert_double_eq(screening.row[0].corrected, screening.row[0].chance); /* the only one */
    ck_assert_int_eq(screening.row[1].state, SCREENING_CONSTANT);
    ck_assert_int_eq(screening.row[2].state, SCREENING_UNKNOWN);
    /* 29 in one half are too few, be there many in the other. */
    int events[2] = {0, 0};
    for (int i = 0; i < CASES; i++)
        world->event[0][i] = events[world->held[i]]++ < (world->held[i] ? SCREENING_LEAST - 1 : 100);
    screening_begin(&screening, world->event[0], world->held, CASES);
    screening_try(&screening, 0, world->values, world->work);
    ck_assert(screening_settle(&screening, 1));
    ck_assert(!screening.enough);
    ck_assert_int_eq(screening.rows, 0);
    free(world);
}
END_TEST

START_TEST(nothing_and_anything_are_signs)
{
    struct world *world = create(13, MANY, 0.3);
    struct screening screening;
    /* Whoever has nothing meets with it more often; of the rest, whoever has much. */
    for (int i = 0; i < MANY; i++)
        world->values[i] = uniform(14, 0, i) < (world->event[0][i] ? 0.6 : 0.2)
                               ? 0.0
                               : 500.0 * (world->event[0][i] + uniform(14, 1, i));
    screening_begin(&screening, world->event[0], world->held, MANY);
    screening_try(&screening, 0, world->values, world->work);
    ck_assert(screening_settle(&screening, 1));
    ck_assert(screening.row[0].claimed && screening.row[0].nothing);
    ck_assert(screening_warns(&screening.row[0], 0.0));
    ck_assert(!screening_warns(&screening.row[0], 1e-3));
    /* The other way round: whoever has something is warned; of them, whoever has little. */
    for (int i = 0; i < MANY; i++) {
        world->event[0][i] = !world->event[0][i];
        world->values[i] = world->values[i] > 0.0 ? 500.0 * (!world->event[0][i] + uniform(14, 2, i)) : 0.0;
    }
    screening_begin(&screening, world->event[0], world->held, MANY);
    screening_try(&screening, 0, world->values, world->work);
    ck_assert(screening_settle(&screening, 1));
    ck_assert(screening.row[0].claimed && screening.row[0].nothing && !screening.row[0].low_warns);
    ck_assert(!screening_warns(&screening.row[0], 0.0));
    ck_assert(screening_warns(&screening.row[0], 1e-3));
    free(world);
}
END_TEST

RUNNER_MAIN("screening", noise_is_claimed_no_more_often_than_promised, what_tells_is_found_and_counted,
            what_is_learned_by_heart_is_not_claimed, what_cannot_be_tried_is_said, nothing_and_anything_are_signs)
