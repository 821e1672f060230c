/* A box that was planted is found again, and where failure is luck no box survives what was held out. */
#include "analysis/prim.h"

#include "numerics/draws.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { CASES = 8000, INPUTS = 8, SEEDS = 100, NULL_CASES = 1600 };

struct data {
    double *value[INPUTS];
    bool *failed;
};

static double uniform(uint64_t seed, int which, int64_t i)
{
    return draws_uniform(draws_threefry(seed, (uint64_t)which, (uint64_t)i).first);
}

/* Fails with chance `in` in the box .2 <= x1 <= .7, x3 >= .6, and with `out` elsewhere. x5 has ten values. */
static struct data plant(uint64_t seed, int64_t n, double in, double out)
{
    struct data data = {.failed = malloc((size_t)n)};
    for (int d = 0; d < INPUTS; d++) {
        data.value[d] = malloc((size_t)n * sizeof(double));
        for (int64_t i = 0; i < n; i++)
            data.value[d][i] = d == 5 ? floor(10.0 * uniform(seed, d, i)) : uniform(seed, d, i);
    }
    for (int64_t i = 0; i < n; i++) {
        bool inside = data.value[1][i] >= 0.2 && data.value[1][i] <= 0.7 && data.value[3][i] >= 0.6;
        data.failed[i] = uniform(seed, 99, i) < (inside ? in : out);
    }
    return data;
}

static void clear(struct data *data)
{
    for (int d = 0; d < INPUTS; d++)
        free(data->value[d]);
    free(data->failed);
}

static const struct prim_side *side_of(const struct prim_box *box, int input)
{
    for (int s = 0; s < box->sides; s++)
        if (box->side[s].input == input)
            return &box->side[s];
    return NULL;
}

START_TEST(a_planted_box_is_found)
{
    struct data data = plant(3 + (uint64_t)_i, CASES, 0.8, 0.05);
    struct prim_box box;
    ck_assert(prim_find((const double *const *)data.value, INPUTS, data.failed, CASES, CASES / 2, &box));
    ck_assert(prim_survives(&box));
    ck_assert_int_eq(box.sides, 2);
    const struct prim_side *first = side_of(&box, 1), *second = side_of(&box, 3);
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_nonnull(second);
    /* A paste moves by 2% of the box's 800 cases; 16 of them lie within .01 or less of an end. */
    ck_assert_double_eq_tol(first->low, 0.2, 0.03);
    ck_assert_double_eq_tol(first->high, 0.7, 0.03);
    ck_assert_double_eq_tol(second->low, 0.6, 0.03);
    ck_assert(isinf(second->high) || second->high > 0.97);
    /* The truth: a fifth of all cases; density .8; coverage .16 / (.16 + .04). Three standard errors and the
     * width of a paste. */
    ck_assert_double_eq_tol(prim_mass(&box.held_out), 0.2, 0.03);
    ck_assert_double_eq_tol(prim_density(&box.held_out), 0.8, 0.06);
    ck_assert_double_eq_tol(prim_coverage(&box.held_out), 0.8, 0.06);
    clear(&data);
}
END_TEST

START_TEST(luck_survives_in_few_seeds)
{
    int survived = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
        struct data data = plant(1000 + (uint64_t)seed, NULL_CASES, 0.2, 0.2);
        struct prim_box box;
        ck_assert(prim_find((const double *const *)data.value, INPUTS, data.failed, NULL_CASES, NULL_CASES / 2, &box));
        survived += prim_survives(&box);
        clear(&data);
    }
    ck_assert_msg(survived <= SEEDS / 20, "%d of %d", survived, SEEDS);
}
END_TEST

START_TEST(no_failures_or_nothing_else_give_no_box)
{
    for (int all = 0; all < 2; all++) {
        struct data data = plant(7, 400, all, all);
        struct prim_box box;
        ck_assert(prim_find((const double *const *)data.value, INPUTS, data.failed, 400, 200, &box));
        ck_assert_int_eq(box.sides, 0);
        ck_assert(!prim_survives(&box));
        clear(&data);
    }
}
END_TEST

/* Fails with chance `in` where x2 > above, and with `out` elsewhere; x5 has ten values, x6 two. */
static struct data plant_one(uint64_t seed, int input, double above, double in, double out)
{
    struct data data = plant(seed, CASES, 0.0, 0.0);
    for (int64_t i = 0; i < CASES; i++) {
        data.value[6][i] = data.value[6][i] < 0.7;
        data.failed[i] = uniform(seed, 98, i) < (data.value[input][i] > above ? in : out);
    }
    return data;
}

START_TEST(a_box_may_have_one_open_side)
{
    struct data data = plant_one(31, 2, 0.75, 0.7, 0.05);
    struct prim_box box;
    ck_assert(prim_find((const double *const *)data.value, INPUTS, data.failed, CASES, CASES / 2, &box));
    ck_assert(prim_survives(&box));
    ck_assert_int_eq(box.sides, 1);
    ck_assert_int_eq(box.side[0].input, 2);
    ck_assert_double_eq_tol(box.side[0].low, 0.75, 0.02);
    ck_assert(isinf(box.side[0].high));
    ck_assert_double_eq_tol(prim_density(&box.held_out), 0.7, 0.06);
    clear(&data);
}
END_TEST

/* Ties stay together: a side is one of the values, and all that share it are on the same side of it. */
START_TEST(a_box_may_have_few_values)
{
    static const struct {
        int input;
        double above, low, mass;
    } cases[] = {{5, 6.5, 7.0, 0.3}, {6, 0.5, 1.0, 0.7}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct data data = plant_one(41 + c, cases[c].input, cases[c].above, 0.6, 0.1);
        struct prim_box box;
        ck_assert(prim_find((const double *const *)data.value, INPUTS, data.failed, CASES, CASES / 2, &box));
        const struct prim_side *side = side_of(&box, cases[c].input);
        ck_assert_ptr_nonnull(side);
        ck_assert_int_eq(box.sides, 1);
        ck_assert_double_eq(side->low, cases[c].low);
        ck_assert(isinf(side->high));
        ck_assert_double_eq_tol(prim_mass(&box.held_out), cases[c].mass, 0.03);
        clear(&data);
    }
}
END_TEST

/* Where nineteen of twenty are alike, what they share is not what ruins them. */
START_TEST(what_holds_nearly_everything_is_no_box)
{
    struct data data = plant_one(51, 2, 0.05, 0.9, 0.02);
    struct prim_box box;
    ck_assert(prim_find((const double *const *)data.value, INPUTS, data.failed, CASES, CASES / 2, &box));
    ck_assert(box.sides == 0 || prim_mass(&box.search) <= PRIM_MASS_MOST);
    for (int s = 0; s < box.sides; s++)
        ck_assert(box.side[s].input != 2 || box.side[s].low > 0.05 + 0.01);
    clear(&data);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("prim");
    TCase *cases = tcase_create("prim");
    suite_add_tcase(suite, cases);
    tcase_add_loop_test(cases, a_planted_box_is_found, 0, 6);
    tcase_add_test(cases, luck_survives_in_few_seeds);
    tcase_add_test(cases, a_box_may_have_one_open_side);
    tcase_add_test(cases, a_box_may_have_few_values);
    tcase_add_test(cases, what_holds_nearly_everything_is_no_box);
    tcase_add_test(cases, no_failures_or_nothing_else_give_no_box);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
