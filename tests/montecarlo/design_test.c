/* Where the paths stand in the unit cube. */
#include "fit.h"
#include "montecarlo/design.h"
#include "numerics/draws.h"

#include <check.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_qrng.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { AXES = 60 };

static const int *columns(void)
{
    static int column[AXES];
    for (int i = 0; i < AXES; i++)
        column[i] = 3 * i + 1;
    return column;
}

static struct design *made(enum sampling sampling, uint64_t seed, int64_t paths)
{
    struct design *design = design_create(sampling, seed, paths, AXES, columns());
    ck_assert_ptr_nonnull(design);
    return design;
}

/* Paths first .. first + n - 1 of one axis, in blocks of `block` lanes. */
static void read_axis(const struct design *design, int axis, int64_t first, int n, int block,
                      double *u)
{
    struct design_cursor *cursor = design_cursor_create(design);
    ck_assert_ptr_nonnull(cursor);
    for (int i = 0; i < n; i += block) {
        double lanes[LANES];
        int m = n - i < block ? n - i : block;
        design_seek(design, cursor, first + i, m);
        design_uniforms(design, cursor, axis, lanes);
        memcpy(u + i, lanes, sizeof(double) * (size_t)m);
    }
    design_cursor_destroy(cursor);
}

static double identity(double x, const void *law)
{
    (void)law;
    return x;
}

START_TEST(plain_draws_are_uniform_and_independent)
{
    enum { N = 20000 };
    static double u[2][N];
    struct design *design = made(SAMPLING_MONTE_CARLO, 7, N);
    for (int axis = 0; axis + 1 < 12; axis += 2) {
        double product = 0;
        for (int k = 0; k < 2; k++)
            read_axis(design, axis + k, 0, N, LANES, u[k]);
        for (int i = 0; i < N; i++)
            product += 12 * (u[0][i] - 0.5) * (u[1][i] - 0.5) / N;
        /* A correlation of nothing is normal with variance 1/N. */
        ck_assert_double_le(fabs(product), 4 / sqrt(N));
        for (int k = 0; k < 2; k++)
            ck_assert_double_le(fit_distance(u[k], N, identity, NULL), FIT_FAR);
    }
    design_destroy(design);
}
END_TEST

START_TEST(plain_draws_have_an_address)
{
    double u[9];
    struct design *design = made(SAMPLING_MONTE_CARLO, 7, 100);
    read_axis(design, 5, 1000000, 9, LANES < 4 ? 1 : 4, u);
    for (int i = 0; i < 9; i++)
        ck_assert_double_eq(
            u[i], draws_uniform(draws_threefry(7, DRAWS_PARAMETERS + 16, 1000000 + i).first));
    design_destroy(design);
}
END_TEST

static const int SIZES[] = {1, 2, 3, 4, 5, 7, 16, 100, 101, 1000, 4096, 9973, 65537};

/* Whether each of the layers [k, k + 1) / n of (0,1) holds one of n numbers. */
static bool one_in_each_layer(const double *u, int n)
{
    bool *taken = calloc((size_t)n, sizeof *taken), all = true;
    for (int i = 0; i < n; i++) {
        int layer = (int)(u[i] * n);
        all = all && u[i] > 0 && u[i] < 1 && layer < n && !taken[layer];
        if (all)
            taken[layer] = true;
    }
    free(taken);
    return all;
}

START_TEST(every_layer_of_a_hypercube_holds_one_path)
{
    int n = SIZES[_i];
    double *u = malloc(sizeof(double) * (size_t)n);
    struct design *design = made(SAMPLING_LATIN_HYPERCUBE, 11, n);
    for (int axis = 0; axis < AXES; axis += 7) {
        read_axis(design, axis, 0, n, LANES, u);
        ck_assert(one_in_each_layer(u, n));
    }
    design_destroy(design);
    free(u);
}
END_TEST

/* The place of a path's layer among those of the others, as a number below paths!. */
static int permutation_number(const double *u, int n)
{
    int number = 0;
    for (int i = 0; i < n; i++) {
        int smaller = 0;
        for (int j = i + 1; j < n; j++)
            smaller += u[j] < u[i];
        number = number * (n - i) + smaller;
    }
    return number;
}

/* All orders of a few paths are equally frequent over seeds and axes. */
START_TEST(small_hypercubes_are_well_mixed)
{
    int n = _i, cells = 1;
    for (int k = 2; k <= n; k++)
        cells *= k;
    double count[720] = {0}, expected[720], u[8];
    int seeds = 40 * cells / AXES + 1;
    for (int seed = 0; seed < seeds; seed++) {
        struct design *design = made(SAMPLING_LATIN_HYPERCUBE, 1000 + (uint64_t)seed, n);
        for (int axis = 0; axis < AXES; axis++) {
            read_axis(design, axis, 0, n, LANES, u);
            count[permutation_number(u, n)]++;
        }
        design_destroy(design);
    }
    for (int k = 0; k < cells; k++)
        expected[k] = (double)seeds * AXES / cells;
    ck_assert_double_ge(fit_chance(count, expected, cells), 1e-4);
}
END_TEST

/* Neighbouring paths, and the same path on two axes, have nothing to do with each other. */
START_TEST(large_hypercubes_are_well_mixed)
{
    enum { N = 20000, CELLS = 10 };
    static double u[2][N];
    struct design *design = made(SAMPLING_LATIN_HYPERCUBE, 3, N);
    for (int axis = 0; axis + 1 < 20; axis += 2) {
        double near[CELLS * CELLS] = {0}, across[CELLS * CELLS] = {0}, expected[CELLS * CELLS];
        for (int k = 0; k < 2; k++)
            read_axis(design, axis + k, 0, N, LANES, u[k]);
        for (int i = 0; i < N; i++) {
            int cell = (int)(u[0][i] * CELLS) * CELLS;
            near[cell + (int)(u[0][(i + 1) % N] * CELLS)]++;
            across[cell + (int)(u[1][i] * CELLS)]++;
        }
        for (int k = 0; k < CELLS * CELLS; k++)
            expected[k] = (double)N / (CELLS * CELLS);
        ck_assert_double_ge(fit_chance(near, expected, CELLS * CELLS), 1e-4);
        ck_assert_double_ge(fit_chance(across, expected, CELLS * CELLS), 1e-4);
    }
    design_destroy(design);
}
END_TEST

START_TEST(points_stand_anywhere_in_their_layer)
{
    enum { N = 20000 };
    static double u[N];
    struct design *design = made(SAMPLING_LATIN_HYPERCUBE, 5, N);
    read_axis(design, 2, 0, N, LANES, u);
    for (int i = 0; i < N; i++)
        u[i] = u[i] * N - floor(u[i] * N);
    ck_assert_double_le(fit_distance(u, N, identity, NULL), FIT_FAR);
    design_destroy(design);
}
END_TEST

START_TEST(sobol_points_are_those_of_gsl_shifted)
{
    enum { N = 600 };
    static double u[AXES][N];
    struct design *design = made(SAMPLING_SOBOL, 5, N);
    gsl_qrng *generator = gsl_qrng_alloc(gsl_qrng_sobol, DESIGN_SOBOL_AXES);
    double point[DESIGN_SOBOL_AXES];
    for (int axis = 0; axis < AXES; axis++)
        read_axis(design, axis, 0, N, LANES, u[axis]);
    for (int i = 1; i < N; i++) {
        gsl_qrng_get(generator, point);
        for (int axis = 0; axis < DESIGN_SOBOL_AXES; axis++) {
            /* Path 0 stands at the shifted origin. */
            double x = point[axis] + u[axis][0];
            ck_assert_double_eq(u[axis][i], x - floor(x));
        }
    }
    gsl_qrng_free(generator);
    design_destroy(design);
}
END_TEST

START_TEST(sobol_points_fill_every_power_of_two_evenly)
{
    enum { N = 4096 };
    static double u[N];
    struct design *design = made(SAMPLING_SOBOL, 9, N);
    for (int axis = 0; axis < AXES; axis++) {
        /* That of the axes beyond the fortieth, which GSL would leave at zero, too. */
        read_axis(design, axis, 0, N, LANES, u);
        ck_assert(one_in_each_layer(u, N));
    }
    design_destroy(design);
}
END_TEST

START_TEST(every_seed_and_column_has_its_own_numbers)
{
    struct design *a = made((enum sampling)_i, 1, 500), *b = made((enum sampling)_i, 2, 500);
    double u[AXES + 1][500];
    for (int axis = 0; axis < AXES; axis++)
        read_axis(a, axis, 0, 500, LANES, u[axis]);
    read_axis(b, 0, 0, 500, LANES, u[AXES]);
    for (int x = 0; x <= AXES; x++)
        for (int y = 0; y < x; y++) {
            int same = 0;
            for (int i = 0; i < 500; i++)
                same += fabs(u[x][i] - u[y][i]) < 1e-9;
            ck_assert_int_lt(same, 2);
        }
    design_destroy(a);
    design_destroy(b);
}
END_TEST

START_TEST(blocks_and_order_change_nothing)
{
    enum { N = 700, FIRST = 150 };
    static double whole[N], u[LANES];
    struct design *design = made((enum sampling)_i, 21, N);
    struct design_cursor *cursor = design_cursor_create(design);
    const int size[] = {1, 3, 64, 255, LANES};
    for (int axis = 0; axis < AXES; axis += 11) {
        read_axis(design, axis, 0, N, LANES, whole);
        /* Forward and backward, in blocks that overlap. */
        for (int k = 0; k < 200; k++) {
            int n = size[k % 5] < LANES ? size[k % 5] : LANES, first = k * 7919 % (N - n + 1);
            design_seek(design, cursor, first, n);
            design_uniforms(design, cursor, axis, u);
            ck_assert_mem_eq(u, whole + first, sizeof(double) * (size_t)n);
        }
    }
    design_cursor_destroy(cursor);
    design_destroy(design);
}
END_TEST

START_TEST(paths_outside_the_design_are_plain)
{
    enum { N = 100 };
    double plain[3 * N], u[3 * N];
    struct design *none = made(SAMPLING_MONTE_CARLO, 4, N), *design = made((enum sampling)_i, 4, N);
    for (int axis = 0; axis < AXES; axis += 9) {
        read_axis(none, axis, -N, 3 * N, LANES, plain);
        read_axis(design, axis, -N, 3 * N, LANES, u);
        ck_assert_mem_eq(u, plain, sizeof(double) * N);
        ck_assert_mem_eq(u + 2 * N, plain + 2 * N, sizeof(double) * N);
        ck_assert_mem_ne(u + N, plain + N, sizeof(double) * N);
    }
    design_destroy(none);
    design_destroy(design);
}
END_TEST

START_TEST(huge_designs_need_no_memory)
{
    /* The last layers of a hundred million are told apart, and no number rounds to 1. */
    enum { N = 100000000 };
    double u[300];
    struct design *design = made(SAMPLING_LATIN_HYPERCUBE, 4, N);
    read_axis(design, 1, N - 300, 300, LANES, u);
    for (int i = 0; i < 300; i++) {
        ck_assert(u[i] > 0 && u[i] < 1);
        for (int j = 0; j < i; j++)
            ck_assert(floor(u[i] * N) != floor(u[j] * N));
    }
    design_destroy(design);
}
END_TEST

int main(void)
{
    gsl_set_error_handler_off();
    Suite *suite = suite_create("design");
    TCase *tests = tcase_create("design");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, plain_draws_are_uniform_and_independent);
    tcase_add_test(tests, plain_draws_have_an_address);
    tcase_add_loop_test(tests, every_layer_of_a_hypercube_holds_one_path, 0,
                        sizeof SIZES / sizeof *SIZES);
    tcase_add_loop_test(tests, small_hypercubes_are_well_mixed, 2, 7);
    tcase_add_test(tests, large_hypercubes_are_well_mixed);
    tcase_add_test(tests, points_stand_anywhere_in_their_layer);
    tcase_add_test(tests, sobol_points_are_those_of_gsl_shifted);
    tcase_add_test(tests, sobol_points_fill_every_power_of_two_evenly);
    tcase_add_loop_test(tests, every_seed_and_column_has_its_own_numbers, 0, 3);
    tcase_add_loop_test(tests, blocks_and_order_change_nothing, 0, 3);
    tcase_add_loop_test(tests, paths_outside_the_design_are_plain, 1, 3);
    tcase_add_test(tests, huge_designs_need_no_memory);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
