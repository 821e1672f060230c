/* Two planted signs are found with the way in which they are joined; a second name of the first sign adds nothing. */
#include "analysis/pairing.h"

#include "numerics/draws.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { CASES = 6000, FEW = 900, NULLS = 150 };

static double uniform(uint64_t seed, uint64_t which, int64_t i)
{
    return draws_uniform(draws_threefry(seed, which, (uint64_t)i).first);
}

struct world {
    bool event[CASES], held[CASES];
    double value[3][CASES];
    struct roc_case work[CASES];
    struct screening screening;
};

/* Two even values and a noise; who is below 0.3 in one of the first two, or beyond in the second alone, as told, meets
 * with the event more often. */
static struct world *create(uint64_t seed, int n, bool both)
{
    struct world *world = malloc(sizeof *world);
    ck_assert_ptr_nonnull(world);
    for (int i = 0; i < n; i++) {
        for (int v = 0; v < 3; v++)
            world->value[v][i] = uniform(seed, (uint64_t)v, i);
        const bool first = world->value[0][i] < (both ? 0.5 : 0.3), second = world->value[1][i] > (both ? 0.5 : 0.7);
        world->event[i] = uniform(seed, 7, i) < ((both ? first && second : first || second) ? 0.6 : 0.1);
        world->held[i] = uniform(seed, 8, i) < 0.5;
    }
    return world;
}

static struct pairing find(struct world *world, int n, int figures)
{
    const struct screening_row *rows[PAIRING_CANDIDATES];
    const double *values[PAIRING_CANDIDATES];
    screening_begin(&world->screening, world->event, world->held, n);
    for (int v = 0; v < figures; v++)
        screening_try(&world->screening, v, world->value[v], world->work);
    ck_assert(screening_settle(&world->screening, 1));
    const int count = pairing_candidates(&world->screening, rows);
    for (int c = 0; c < count; c++) {
        values[c] = world->value[rows[c]->number];
        ck_assert(c == 0 || screening_sure(rows[c - 1]) >= screening_sure(rows[c]));
    }
    return pairing_find(&world->screening, rows, values, count);
}

START_TEST(two_planted_signs_are_found)
{
    for (int both = 0; both < 2; both++) {
        struct world *world = create(20 + (uint64_t)both, CASES, both);
        const struct pairing pairing = find(world, CASES, 3);
        ck_assert(pairing.tried && pairing.better);
        ck_assert_int_eq(pairing.both, both);
        for (int s = 0; s < 2; s++) {
            const bool is_first = pairing.sign[s].number == 0;
            ck_assert(is_first || pairing.sign[s].number == 1);
            ck_assert_int_eq(pairing.sign[s].low_warns, is_first);
            ck_assert_double_eq_tol(pairing.sign[s].threshold, both ? 0.5 : is_first ? 0.3 : 0.7, 0.06);
        }
        /* Counted again. */
        int64_t warned[2] = {0, 0}, all[2] = {0, 0};
        for (int i = 0; i < CASES; i++)
            if (world->held[i]) {
                bool sign[2];
                for (int s = 0; s < 2; s++)
                    sign[s] = screening_warns(&pairing.sign[s], world->value[pairing.sign[s].number][i]);
                all[world->event[i]]++;
                warned[world->event[i]] += both ? sign[0] && sign[1] : sign[0] || sign[1];
            }
        ck_assert_int_eq(pairing.caught.count, warned[1]);
        ck_assert_int_eq(pairing.caught.all, all[1]);
        ck_assert_int_eq(pairing.alarmed.count, warned[0]);
        ck_assert_int_eq(pairing.alarmed.all, all[0]);
        ck_assert_double_eq_tol(pairing.struck.value, 0.6, 0.06);
        free(world);
    }
}
END_TEST

START_TEST(a_second_name_adds_nothing)
{
    int better = 0, tried = 0;
    for (int r = 0; r < NULLS; r++) {
        struct world *world = create(1000 + (uint64_t)r, FEW, false);
        for (int i = 0; i < FEW; i++) {
            world->event[i] = uniform(1000 + (uint64_t)r, 9, i) < 0.5 - 0.4 * world->value[0][i];
            world->value[1][i] = 7.0 * pow(world->value[0][i], 3.0) - 2.0;
        }
        const struct pairing pairing = find(world, FEW, 2);
        tried += pairing.tried;
        better += pairing.better;
        free(world);
    }
    ck_assert_int_gt(tried, NULLS / 2);
    ck_assert_double_le((double)better / tried, 0.025 + 3.0 * sqrt(0.025 * 0.975 / tried));
}
END_TEST

START_TEST(one_alone_has_no_partner)
{
    struct world *world = create(3, CASES, false);
    const struct pairing pairing = find(world, CASES, 1);
    ck_assert_int_eq(world->screening.claims, 1);
    ck_assert(!pairing.tried && !pairing.better);
    free(world);
}
END_TEST

RUNNER_MAIN("pairing", two_planted_signs_are_found, a_second_name_adds_nothing, one_alone_has_no_partner)
