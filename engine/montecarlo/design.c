#include "montecarlo/design.h"

#include "model/parameters.h"
#include "montecarlo/wide.h"
#include "numerics/draws.h"
#include "numerics/elementary.h"

#include <assert.h>
#include <gsl/gsl_qrng.h>
#include <stdlib.h>

/* Keys of a column's permutation and shift, out of the way of its draws. */
static const uint64_t KEYS = DRAWS_PARAMETERS + ((uint64_t)1 << 32);

/* A few paths have so few cells that each round moves little; all orders of six paths come up
 * equally often after 24 rounds, while six would do for thousands. */
enum { ROUNDS = 24, ROUNDS_OF_MANY = 8, MANY = 4096, LARGEST = 1 << 28 };

/* One random function of the permutation. */
struct round_key {
    uint32_t add, factor;
};

struct axis {
    uint64_t place;
    double shift;                 /* of the Sobol sequence */
    struct round_key key[ROUNDS]; /* of the Latin hypercube */
};

/* The paths laid out in a grid, row by row, for the permutation. */
struct layout {
    uint32_t paths, rows, columns;
    int rounds;
};

struct design {
    uint64_t seed;
    enum sampling sampling;
    int64_t paths;
    struct layout layout;
    int dimensions, sobol; /* the first `sobol` dimensions are on the Sobol sequence */
    struct axis axis[];
};

struct design_cursor {
    int64_t first;
    int n;
    int begin, end; /* the lanes whose paths the design covers */
    uint32_t row[LANES], column[LANES];
    gsl_qrng *generator;    /* NULL without a Sobol sequence */
    int64_t next;           /* path of the generator's next point */
    double (*point)[LANES]; /* of each axis on the sequence */
};

/* --- Creation ------------------------------------------------------------------------------- */

/* As square as it gets: at most sqrt(paths) cells of the last row are left over. */
static struct layout lay_out(int64_t paths)
{
    uint32_t rows = 1;
    while ((int64_t)rows * rows < paths)
        rows++;
    return (struct layout){(uint32_t)paths, rows, (uint32_t)((paths + rows - 1) / rows),
                           paths < MANY ? ROUNDS : ROUNDS_OF_MANY};
}

static struct axis make_axis(uint64_t seed, int column)
{
    struct axis axis = {.place = DRAWS_PARAMETERS + (uint64_t)column};
    uint64_t place = KEYS + (uint64_t)column;
    for (int r = 0; r < ROUNDS; r++) {
        uint64_t bits = draws_threefry(seed, place, (uint64_t)r).first;
        axis.key[r] = (struct round_key){(uint32_t)bits, (uint32_t)(bits >> 32) | 1};
    }
    /* An odd multiple of 2^-33, and points are multiples of 2^-30: their sum is exact and never
     * an integer. */
    axis.shift = draws_uniform32(draws_threefry(seed, place, ROUNDS).first);
    return axis;
}

struct design *design_create(enum sampling sampling, uint64_t seed, int64_t paths, int dimensions,
                             const int *column)
{
    paths = paths > LARGEST ? LARGEST : paths;
    struct design *design = malloc(sizeof *design + sizeof(struct axis) * dimensions);
    if (!design)
        return NULL;
    *design = (struct design){.seed = seed,
                              .sampling = sampling,
                              .paths = paths,
                              .layout = lay_out(paths),
                              .dimensions = dimensions};
    if (sampling == SAMPLING_SOBOL)
        design->sobol = dimensions < DESIGN_SOBOL_AXES ? dimensions : DESIGN_SOBOL_AXES;
    for (int i = 0; i < dimensions; i++)
        design->axis[i] = make_axis(seed, column[i]);
    return design;
}

void design_destroy(struct design *design) { free(design); }

struct design_cursor *design_cursor_create(const struct design *design)
{
    struct design_cursor *cursor = calloc(1, sizeof *cursor);
    if (!cursor || design->sobol == 0)
        return cursor;
    cursor->generator = gsl_qrng_alloc(gsl_qrng_sobol, (unsigned)design->sobol);
    cursor->point = malloc(sizeof *cursor->point * (size_t)design->sobol);
    cursor->next = 1;
    if (!cursor->generator || !cursor->point) {
        design_cursor_destroy(cursor);
        return NULL;
    }
    return cursor;
}

void design_cursor_destroy(struct design_cursor *cursor)
{
    if (!cursor)
        return;
    if (cursor->generator)
        gsl_qrng_free(cursor->generator);
    free(cursor->point);
    free(cursor);
}

/* --- Latin hypercube ------------------------------------------------------------------------ */

/* Bits of x under a key (the finisher 'lowbias32' of C. Wellons' hash prospector). */
static inline uint32_t scrambled(uint32_t x, struct round_key key)
{
    x = (x + key.add) * key.factor;
    x ^= x >> 16;
    x *= 0x7feb352du;
    x ^= x >> 15;
    x *= 0x846ca68bu;
    return x ^ x >> 16;
}

/* Moves x, which is below size, around a circle of that size by a random step. */
static inline uint32_t turned(uint32_t x, uint32_t hash, uint32_t size)
{
    uint32_t moved = x + (uint32_t)((uint64_t)hash * size >> 32);
    return moved - (moved >= size ? size : 0);
}

/* A Feistel network on a grid of rows and columns instead of two halves of bits: each round turns
 * every row, or every column, by a random step of its own. This permutes the cells of the grid for
 * any key, so nothing has to be stored however many paths there are. */
WIDE static void permute(const struct axis *axis, struct layout layout, int n,
                         uint32_t *restrict row, uint32_t *restrict column)
{
    for (int r = 0; r < layout.rounds; r += 2) {
        const struct round_key down = axis->key[r], across = axis->key[r + 1];
        for (int i = 0; i < n; i++)
            row[i] = turned(row[i], scrambled(column[i], down), layout.rows);
        for (int i = 0; i < n; i++)
            column[i] = turned(column[i], scrambled(row[i], across), layout.columns);
    }
}

/* The layers of lanes 0 .. n - 1. A cell beyond the last path is permuted again until it is one of
 * them (cycle walking: Black and Rogaway, CT-RSA 2002), which keeps the whole a permutation. */
static void find_layers(const struct axis *axis, struct layout layout, int n, uint32_t *row,
                        uint32_t *column, double *layer)
{
    permute(axis, layout, n, row, column);
    for (int i = 0; i < n; i++) {
        while (row[i] * layout.columns + column[i] >= layout.paths)
            permute(axis, layout, 1, &row[i], &column[i]);
        layer[i] = (double)(row[i] * layout.columns + column[i]);
    }
}

/* Somewhere in its layer. 24 bits of position and 28 of layer add up exactly, so a point cannot
 * round into the next layer. */
WIDE static void fill_layers(uint64_t seed, uint64_t place, uint64_t path, int n, double paths,
                             const double *restrict layer, double *restrict u)
{
    for (int i = 0; i < n; i++) {
        uint64_t bits = draws_threefry(seed, place, path + (uint64_t)i).first;
        double inside = elementary_from_bits((bits >> 40) | 0x4330000000000000u);
        inside = (inside - 4503599627370496.0 + 0.5) * 0x1p-24;
        u[i] = (layer[i] + inside) / paths;
    }
}

/* --- Any design ----------------------------------------------------------------------------- */

WIDE static void fill_plain(uint64_t seed, uint64_t place, uint64_t path, int n, double *restrict u)
{
    for (int i = 0; i < n; i++)
        u[i] = draws_uniform(draws_threefry(seed, place, path + (uint64_t)i).first);
}

/* GSL leaves out the first point of the sequence, the origin. Without it the first 2^k points are
 * not balanced (Owen, 'On dropping the first Sobol point', 2020), so path 0 takes it. */
static void read_points(const struct design *design, struct design_cursor *cursor)
{
    double point[DESIGN_SOBOL_AXES];
    int64_t begin = cursor->first + cursor->begin;
    if (begin < cursor->next) {
        gsl_qrng_init(cursor->generator);
        cursor->next = 1;
    }
    for (; cursor->next < begin; cursor->next++)
        gsl_qrng_get(cursor->generator, point);
    for (int i = cursor->begin; i < cursor->end; i++) {
        for (int k = 0; k < design->sobol; k++)
            point[k] = 0.0;
        if (cursor->first + i > 0) {
            gsl_qrng_get(cursor->generator, point);
            cursor->next++;
        }
        for (int k = 0; k < design->sobol; k++)
            cursor->point[k][i] = point[k];
    }
}

static int lane_of(int64_t path, int64_t first, int n)
{
    return path <= first ? 0 : path - first >= n ? n : (int)(path - first);
}

void design_seek(const struct design *design, struct design_cursor *cursor, int64_t first, int n)
{
    assert(n <= LANES);
    cursor->first = first;
    cursor->n = n;
    cursor->begin = lane_of(0, first, n);
    cursor->end = lane_of(design->paths, first, n);
    for (int i = cursor->begin; i < cursor->end; i++) {
        cursor->row[i] = (uint32_t)(first + i) / design->layout.columns;
        cursor->column[i] = (uint32_t)(first + i) % design->layout.columns;
    }
    if (cursor->generator && cursor->begin < cursor->end)
        read_points(design, cursor);
}

static void fill_sobol(const struct axis *axis, const double *point, int n, double *u)
{
    for (int i = 0; i < n; i++) {
        double x = point[i] + axis->shift;
        u[i] = x >= 1.0 ? x - 1.0 : x;
    }
}

static void fill_hypercube(const struct design *design, const struct design_cursor *cursor,
                           const struct axis *axis, double *u)
{
    uint32_t row[LANES], column[LANES];
    double layer[LANES];
    int begin = cursor->begin, n = cursor->end - begin;
    for (int i = 0; i < n; i++) {
        row[i] = cursor->row[begin + i];
        column[i] = cursor->column[begin + i];
    }
    find_layers(axis, design->layout, n, row, column, layer);
    fill_layers(design->seed, axis->place, (uint64_t)(cursor->first + begin), n,
                (double)design->paths, layer, u + begin);
}

void design_uniforms(const struct design *design, struct design_cursor *cursor, int dimension,
                     double *u)
{
    const struct axis *axis = &design->axis[dimension];
    int begin = cursor->begin, n = cursor->end - begin;
    if (design->sampling == SAMPLING_MONTE_CARLO || n < cursor->n)
        fill_plain(design->seed, axis->place, (uint64_t)cursor->first, cursor->n, u);
    if (design->sampling == SAMPLING_MONTE_CARLO || n == 0)
        return;
    if (dimension < design->sobol)
        fill_sobol(axis, cursor->point[dimension] + begin, n, u + begin);
    else
        fill_hypercube(design, cursor, axis, u);
}
