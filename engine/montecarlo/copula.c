#include "montecarlo/copula.h"

#include "model/field.h"
#include "montecarlo/wide.h"
#include "numerics/elementary.h"
#include "scenario/key_name.h"

#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Added to the diagonal before scaling back to 1, so that perfect correlation, which leaves the
 * matrix singular, is not refused for a rounding error. */
static const double SHADE = 1e-10;

struct copula {
    int dimensions, size;
    int *place;     /* of each dimension among the coupled ones, or -1 */
    int *dimension; /* of each place */
    double *factor; /* size x size, lower triangle L with L L' = the correlation matrix */
};

int copula_size(const struct copula *copula) { return copula->size; }

int copula_place(const struct copula *copula, int dimension) { return copula->place[dimension]; }

void copula_destroy(struct copula *copula)
{
    if (!copula)
        return;
    free(copula->place);
    free(copula->dimension);
    free(copula->factor);
    free(copula);
}

/* --- Creation ------------------------------------------------------------------------------- */

static int dimension_of(const int *column, int dimensions, int wanted)
{
    for (int i = 0; i < dimensions; i++)
        if (column[i] == wanted)
            return i;
    return -1;
}

/* The two dimensions that a correlation couples; false when there is nothing to couple. */
static bool couples(const struct correlation *correlation, const int *column, int dimensions,
                    int pair[2])
{
    for (int i = 0; i < 2; i++)
        pair[i] = dimension_of(column, dimensions, correlation->column[i]);
    return pair[0] >= 0 && pair[1] >= 0 && pair[0] != pair[1];
}

static struct copula *allocated(const struct scenario *scenario, const int *column, int dimensions)
{
    struct copula *copula = calloc(1, sizeof *copula);
    if (!copula)
        return NULL;
    copula->dimensions = dimensions;
    copula->place = malloc(sizeof(int) * (dimensions + 1));
    copula->dimension = malloc(sizeof(int) * (dimensions + 1));
    if (!copula->place || !copula->dimension) {
        copula_destroy(copula);
        return NULL;
    }
    for (int i = 0; i < dimensions; i++)
        copula->place[i] = -1;
    for (int k = 0, pair[2]; k < scenario->correlations; k++)
        if (couples(&scenario->correlation[k], column, dimensions, pair))
            copula->place[pair[0]] = copula->place[pair[1]] = 0;
    for (int i = 0; i < dimensions; i++)
        if (copula->place[i] == 0) {
            copula->dimension[copula->size] = i;
            copula->place[i] = copula->size++;
        }
    copula->factor = calloc((size_t)copula->size * copula->size + 1, sizeof(double));
    if (!copula->factor) {
        copula_destroy(copula);
        return NULL;
    }
    return copula;
}

/* The linear correlation of normal scores that gives a rank correlation (Pearson 1907). */
static double linear_correlation(double rank) { return 2.0 * sin(M_PI / 6.0 * rank); }

static void fill_matrix(const struct copula *copula, const struct scenario *scenario,
                        const int *column)
{
    double *matrix = copula->factor;
    int size = copula->size;
    for (int i = 0; i < size; i++)
        matrix[i * size + i] = 1.0;
    for (int k = 0, pair[2]; k < scenario->correlations; k++) {
        const struct correlation *correlation = &scenario->correlation[k];
        if (!couples(correlation, column, copula->dimensions, pair))
            continue;
        int i = copula->place[pair[0]], j = copula->place[pair[1]];
        double value = linear_correlation(correlation->rank) / (1.0 + SHADE);
        matrix[i * size + j] = matrix[j * size + i] = value;
    }
}

/* Factors the rows and columns that are kept; the factor replaces the matrix. */
static bool factor(double *matrix, int size)
{
    gsl_matrix_view view = gsl_matrix_view_array(matrix, (size_t)size, (size_t)size);
    return gsl_linalg_cholesky_decomp1(&view.matrix) == GSL_SUCCESS && isfinite(matrix[0]) &&
           isfinite(matrix[size * size - 1]);
}

/* Whether the kept coupled columns have a joint distribution. `room` holds a matrix. */
static bool possible(const double *matrix, int size, const bool *kept, double *room)
{
    int n = 0, row[PARAMETER_COLUMNS];
    for (int i = 0; i < size; i++)
        if (kept[i])
            row[n++] = i;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            room[i * n + j] = matrix[row[i] * size + row[j]];
    return n == 0 || factor(room, n);
}

static void append_key(char *text, size_t room, int column)
{
    const size_t length = strlen(text);
    snprintf(text + length, room - length, "%s%s", length > 0 ? ", " : "", key_name(column).text);
}

/* Leaves out every column without which the rest is still impossible. Those that remain contradict
 * each other, all of them. */
static void complain(const struct copula *copula, const struct scenario *scenario,
                     const int *column, double *room, struct complaints *complaints)
{
    bool kept[PARAMETER_COLUMNS];
    for (int i = 0; i < copula->size; i++)
        kept[i] = true;
    for (int i = 0; i < copula->size; i++) {
        kept[i] = false;
        kept[i] = possible(copula->factor, copula->size, kept, room);
    }
    char keys[800] = "";
    for (int i = 0; i < copula->size; i++)
        if (kept[i])
            append_key(keys, sizeof keys, column[copula->dimension[i]]);
    complaints_add(complaints, (struct place){scenario->file, 1, 1},
                   "the correlations between %s contradict each other: no numbers can have all of "
                   "them at once (a pair without one counts as 0)",
                   keys);
}

struct copula *copula_create(const struct scenario *scenario, const int *column, int dimensions,
                             struct complaints *complaints)
{
    struct copula *copula = allocated(scenario, column, dimensions);
    if (!copula || copula->size == 0)
        return copula;
    size_t cells = (size_t)copula->size * copula->size;
    double *room = malloc(sizeof(double) * cells);
    if (!room) {
        copula_destroy(copula);
        return NULL;
    }
    fill_matrix(copula, scenario, column);
    memcpy(room, copula->factor, sizeof(double) * cells);
    if (factor(room, copula->size)) {
        memcpy(copula->factor, room, sizeof(double) * cells);
    } else {
        complain(copula, scenario, column, room, complaints);
        copula_destroy(copula);
        copula = NULL;
    }
    free(room);
    return copula;
}

/* --- Drawing -------------------------------------------------------------------------------- */

WIDE static void couple_one(const double *factor, int place, int n, double (*z)[LANES])
{
    double *restrict mine = z[place];
    for (int i = 0; i < n; i++)
        mine[i] *= factor[place];
    for (int k = 0; k < place; k++) {
        const double weight = factor[k], *restrict other = z[k];
        for (int i = 0; i < n; i++)
            mine[i] += weight * other[i];
    }
}

void copula_couple(const struct copula *copula, int n, double (*z)[LANES])
{
    /* From the last to the first: a row reads only the rows before it. */
    for (int place = copula->size - 1; place >= 0; place--)
        couple_one(copula->factor + (size_t)place * copula->size, place, n, z);
}

/* Hart's rational approximation of the normal tail ('Computer Approximations', 1968, function 5666,
 * as given by West, Wilmott Magazine 2005), good to 1e-15. */
static inline double normal_tail(double x)
{
    double p = 3.52624965998911e-02;
    p = p * x + 0.700383064443688;
    p = p * x + 6.37396220353165;
    p = p * x + 33.912866078383;
    p = p * x + 112.079291497871;
    p = p * x + 221.213596169931;
    p = p * x + 220.206867912376;
    double q = 8.83883476483184e-02;
    q = q * x + 1.75566716318264;
    q = q * x + 16.064177579207;
    q = q * x + 86.7807322029461;
    q = q * x + 296.564248779674;
    q = q * x + 637.333633378831;
    q = q * x + 793.826512519948;
    q = q * x + 440.413735824752;
    return elementary_exp(-0.5 * x * x) * p / q;
}

WIDE static void fill_uniforms(const double *restrict z, int n, double *restrict u)
{
    for (int i = 0; i < n; i++) {
        double x = elementary_clamp(z[i], -7.0, 7.0);
        double tail = normal_tail(x < 0.0 ? -x : x);
        u[i] = x < 0.0 ? tail : 1.0 - tail;
    }
}

void copula_uniforms(const double *z, int n, double *u) { fill_uniforms(z, n, u); }
