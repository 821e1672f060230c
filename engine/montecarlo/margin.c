#include "montecarlo/margin.h"

#include "model/parameters.h"
#include "montecarlo/quantile.h"
#include "montecarlo/wide.h"
#include "numerics/elementary.h"

#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

enum method {
    METHOD_NORMAL,     /* a + b z */
    METHOD_LOGNORMAL,  /* a exp(b z) */
    METHOD_UNIFORM,    /* a + b u */
    METHOD_TRIANGULAR, /* closed form in the share below + span u */
    METHOD_STEPS,      /* the first of `size` steps that u does not exceed */
    METHOD_LINES,      /* piecewise linear in the share below + span u */
    METHOD_GRID        /* linear between quantiles at equally spaced z */
};

/* A step of the grid of 1/128 in z keeps a lognormal with a standard deviation of 2 within
 * 2^2/8/128^2 = 3e-5 of its value. GSL is asked at every eighth point only, because its inverse
 * beta and gamma functions take microseconds; a cubic through four of those is off by less than
 * 1e-6. */
enum { PER_UNIT = 128, COARSE = 8, GRID_END = 13 * PER_UNIT, NODES = GRID_END / COARSE + 1 };
static const double GRID_LOW = -6.5;

struct margin {
    enum method method;
    double a, b, c;
    double below, span; /* the truncation, in shares of the untruncated distribution */
    double low, high;   /* the legal range */
    double *level;      /* STEPS, LINES: the share up to which an interval reaches, ascending */
    double *value;      /* STEPS: of an interval; LINES: at its start; GRID: of a point */
    double *start;      /* LINES: the share at which an interval starts */
    double *slope;      /* LINES */
    int size;           /* STEPS, LINES: intervals, a power of two */
};

/* --- Creation ------------------------------------------------------------------------------- */

static int padded(int count)
{
    int size = 1;
    while (size < count)
        size *= 2;
    return size;
}

static bool keep_arrays(struct margin *margin, int count, bool lines)
{
    margin->size = padded(count);
    margin->level = malloc(sizeof(double) * margin->size);
    margin->value = malloc(sizeof(double) * margin->size);
    if (lines) {
        margin->start = malloc(sizeof(double) * margin->size);
        margin->slope = malloc(sizeof(double) * margin->size);
    }
    return margin->level && margin->value && (!lines || (margin->start && margin->slope));
}

/* Nothing lies above the last interval; what pads the arrays is never reached. */
static void end_arrays(struct margin *margin, int count)
{
    for (int i = count - 1; i < margin->size; i++) {
        margin->level[i] = INFINITY;
        margin->value[i] = margin->value[count - 1];
        if (margin->slope) {
            margin->start[i] = margin->start[count - 1];
            margin->slope[i] = margin->slope[count - 1];
        }
    }
}

/* Counts from the lowest to the highest that double precision can tell from the ends. The
 * probabilities follow from one another by p(k + 1) = p(k) mean / (k + 1), up to a factor that
 * their sum gives. */
static bool prepare_poisson(struct margin *margin, const struct distribution *d)
{
    double first = quantile_of(d, 0x1p-53), last = quantile_of(d, 1.0 - 0x1p-53);
    int count = (int)(last - first) + 1;
    if (!keep_arrays(margin, count, false))
        return false;
    double term = 1.0, sum = 0.0;
    for (int i = 0; i < count; i++) {
        sum += term;
        margin->value[i] = first + i;
        margin->level[i] = sum;
        term *= d->a / (first + i + 1.0);
    }
    for (int i = 0; i < count; i++)
        margin->level[i] /= sum;
    end_arrays(margin, count);
    return true;
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (x[0] > y[0]) - (x[0] < y[0]);
}

/* The points inside the truncation in ascending order, with their weights scaled to sum to 1. */
static bool prepare_choice(struct margin *margin, const struct distribution *d)
{
    double(*pair)[2] = malloc(sizeof(double[2]) * d->count);
    if (!pair || !keep_arrays(margin, d->count, false)) {
        free(pair);
        return false;
    }
    int count = 0;
    double mass = 0.0, sum = 0.0;
    for (int i = 0; i < d->count; i++) {
        if (d->weights[i] <= 0.0 ||
            (d->truncated && (d->points[i] < d->low || d->points[i] > d->high)))
            continue;
        pair[count][0] = d->points[i];
        pair[count++][1] = d->weights[i];
        mass += d->weights[i];
    }
    qsort(pair, count, sizeof *pair, ascending);
    for (int i = 0; i < count; i++) {
        sum += pair[i][1] / mass;
        margin->level[i] = sum;
        margin->value[i] = pair[i][0];
    }
    if (count > 0)
        end_arrays(margin, count);
    free(pair);
    return count > 0;
}

static bool prepare_lines(struct margin *margin, const struct distribution *d)
{
    /* A flat piece on either side stands for what lies outside the table. */
    int count = d->count + 1;
    if (!keep_arrays(margin, count, true))
        return false;
    for (int i = 0; i < count; i++) {
        double start = i > 0 ? quantile_level(d, i - 1) : 0.0;
        double width = i > 0 && i < d->count ? quantile_level(d, i) - start : 0.0;
        margin->start[i] = start;
        margin->level[i] = i < d->count ? quantile_level(d, i) : INFINITY;
        margin->value[i] = d->points[i > 0 ? i - 1 : 0];
        margin->slope[i] = width > 0.0 ? (d->points[i] - d->points[i - 1]) / width : 0.0;
    }
    end_arrays(margin, count);
    return true;
}

/* The cubic through four neighbours of x[0] .. x[3], at x[1] + t steps. */
static double cubic(const double x[4], double t)
{
    double p = t + 1.0, q = t - 1.0, r = t - 2.0;
    return p * r * (x[1] * q - x[2] * t) / 2.0 + t * q * (x[3] * p - x[0] * r) / 6.0;
}

static bool prepare_grid(struct margin *margin, const struct distribution *d)
{
    double node[NODES];
    margin->value = malloc(sizeof(double) * (GRID_END + 1));
    if (!margin->value)
        return false;
    for (int k = 0; k < NODES; k++)
        node[k] = quantile_of(d, gsl_cdf_ugaussian_P(GRID_LOW + (double)k * COARSE / PER_UNIT));
    for (int i = 0; i <= GRID_END; i++) {
        int k = i / COARSE < NODES - 1 ? i / COARSE : NODES - 2;
        int from = k < 1 ? 0 : k > NODES - 3 ? NODES - 4 : k - 1;
        double t = (double)i / COARSE - (from + 1);
        /* Between its neighbours, as every quantile is. */
        margin->value[i] = elementary_clamp(cubic(node + from, t), node[k], node[k + 1]);
    }
    return true;
}

static bool prepare_smooth(struct margin *margin, const struct distribution *d)
{
    margin->a = d->a;
    margin->b = d->b;
    margin->c = d->c;
    if (d->shape == SHAPE_UNIFORM) {
        margin->method = METHOD_UNIFORM;
        margin->a = d->a + margin->below * (d->b - d->a);
        margin->b = margin->span * (d->b - d->a);
    } else if (d->shape == SHAPE_TRIANGULAR) {
        margin->method = METHOD_TRIANGULAR;
    } else if (d->shape == SHAPE_NORMAL && !d->truncated) {
        margin->method = METHOD_NORMAL;
    } else if (d->shape == SHAPE_LOGNORMAL && !d->truncated) {
        margin->method = METHOD_LOGNORMAL;
    } else {
        margin->method = METHOD_GRID;
        return prepare_grid(margin, d);
    }
    return true;
}

static bool prepare(struct margin *margin, const struct distribution *d)
{
    switch (d->shape) {
    case SHAPE_POISSON:
        margin->method = METHOD_STEPS;
        return prepare_poisson(margin, d);
    case SHAPE_CHOICE:
        margin->method = METHOD_STEPS;
        return prepare_choice(margin, d);
    case SHAPE_QUANTILES:
    case SHAPE_DATA:
        margin->method = METHOD_LINES;
        return prepare_lines(margin, d);
    default:
        return prepare_smooth(margin, d);
    }
}

struct margin *margin_create(const struct distribution *distribution, double low, double high)
{
    struct margin *margin = calloc(1, sizeof *margin);
    if (!margin)
        return NULL;
    double upto;
    quantile_window(distribution, &margin->below, &upto);
    margin->span = upto - margin->below;
    margin->low = low;
    margin->high = high;
    if (distribution->truncated) {
        margin->low = elementary_max(low, distribution->low);
        margin->high = elementary_min(high, distribution->high);
    }
    if (!prepare(margin, distribution)) {
        margin_destroy(margin);
        return NULL;
    }
    return margin;
}

void margin_destroy(struct margin *margin)
{
    if (!margin)
        return;
    free(margin->level);
    free(margin->value);
    free(margin->start);
    free(margin->slope);
    free(margin);
}

/* --- Drawing -------------------------------------------------------------------------------- */

bool margin_reads_scores(const struct margin *margin)
{
    return margin->method == METHOD_NORMAL || margin->method == METHOD_LOGNORMAL ||
           margin->method == METHOD_GRID;
}

WIDE static void fill_linear(const struct margin *margin, const double *restrict x, int n,
                             double *restrict value)
{
    const double a = margin->a, b = margin->b, low = margin->low, high = margin->high;
    for (int i = 0; i < n; i++)
        value[i] = elementary_clamp(a + b * x[i], low, high);
}

WIDE static void fill_lognormal(const struct margin *margin, const double *restrict z, int n,
                                double *restrict value)
{
    const double a = margin->a, b = margin->b, low = margin->low, high = margin->high;
    for (int i = 0; i < n; i++)
        value[i] = elementary_clamp(a * elementary_exp(b * z[i]), low, high);
}

WIDE static void fill_triangular(const struct margin *margin, const double *restrict u, int n,
                                 double *restrict value)
{
    const double a = margin->a, c = margin->c, low = margin->low, high = margin->high;
    const double below = margin->below, span = margin->span;
    const double left = (margin->b - a) * (c - a), right = (c - margin->b) * (c - a);
    const double turn = (margin->b - a) / (c - a);
    for (int i = 0; i < n; i++) {
        double share = below + span * u[i];
        double square = share <= turn ? share * left : (1.0 - share) * right;
        double root = sqrt(square);
        value[i] = elementary_clamp(share <= turn ? a + root : c - root, low, high);
    }
}

WIDE static void fill_grid(const struct margin *margin, const double *restrict z, int n,
                           double *restrict value)
{
    const double *restrict grid = margin->value;
    const double low = margin->low, high = margin->high;
    for (int i = 0; i < n; i++)
        value[i] = elementary_clamp((z[i] - GRID_LOW) * PER_UNIT, 0.0, GRID_END - 1e-9);
    for (int i = 0; i < n; i++) {
        int k = (int)value[i];
        double from = grid[k], to = grid[k + 1];
        value[i] = elementary_clamp(from + (value[i] - k) * (to - from), low, high);
    }
}

/* The interval of each share: how many levels lie below it. All lanes halve together. */
WIDE static void find_intervals(const struct margin *margin, const double *restrict share, int n,
                                int *restrict interval)
{
    const double *restrict level = margin->level;
    for (int i = 0; i < n; i++)
        interval[i] = 0;
    for (int half = margin->size / 2; half > 0; half /= 2)
        for (int i = 0; i < n; i++) {
            int next = interval[i] + half;
            interval[i] = level[next - 1] < share[i] ? next : interval[i];
        }
}

WIDE static void fill_steps(const struct margin *margin, const double *restrict u, int n,
                            double *restrict value)
{
    const double *restrict step = margin->value;
    const double low = margin->low, high = margin->high;
    int interval[LANES];
    find_intervals(margin, u, n, interval);
    for (int i = 0; i < n; i++)
        value[i] = elementary_clamp(step[interval[i]], low, high);
}

WIDE static void fill_lines(const struct margin *margin, const double *restrict u, int n,
                            double *restrict value)
{
    const double *restrict start = margin->start, *restrict from = margin->value;
    const double *restrict slope = margin->slope;
    const double low = margin->low, high = margin->high;
    int interval[LANES];
    for (int i = 0; i < n; i++)
        value[i] = margin->below + margin->span * u[i];
    find_intervals(margin, value, n, interval);
    for (int i = 0; i < n; i++) {
        int k = interval[i];
        value[i] = elementary_clamp(from[k] + (value[i] - start[k]) * slope[k], low, high);
    }
}

void margin_fill(const struct margin *margin, const double *u, const double *z, int n,
                 double *value)
{
    assert(n <= LANES);
    switch (margin->method) {
    case METHOD_NORMAL:
        fill_linear(margin, z, n, value);
        return;
    case METHOD_UNIFORM:
        fill_linear(margin, u, n, value);
        return;
    case METHOD_LOGNORMAL:
        fill_lognormal(margin, z, n, value);
        return;
    case METHOD_TRIANGULAR:
        fill_triangular(margin, u, n, value);
        return;
    case METHOD_GRID:
        fill_grid(margin, z, n, value);
        return;
    case METHOD_STEPS:
        fill_steps(margin, u, n, value);
        return;
    case METHOD_LINES:
        fill_lines(margin, u, n, value);
    }
}
