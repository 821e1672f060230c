#include "scenario/cumulative.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

enum { TERMS_MAX = 10000 };
static const double PRECISION = 1e-12;

static double normal_share(double z) { return 0.5 * erfc(-z / sqrt(2)); }

/* Abramowitz and Stegun 6.5.29: the series, good for x < a + 1. */
static double gamma_series(double a, double x)
{
    double term = 1 / a, sum = term;
    for (int n = 1; n < TERMS_MAX && term > sum * PRECISION; n++) {
        term *= x / (a + n);
        sum += term;
    }
    return sum * exp(a * log(x) - x - lgamma(a));
}

/* The continued fraction 6.5.31 of the same, in Lentz's form, for the upper tail. */
static double gamma_fraction(double a, double x)
{
    double b = x + 1 - a, c = 1 / DBL_MIN, d = 1 / b, product = d;
    for (int n = 1; n < TERMS_MAX; n++) {
        const double numerator = -n * (n - a);
        b += 2;
        d = numerator * d + b;
        c = b + numerator / c;
        d = 1 / (fabs(d) < DBL_MIN ? DBL_MIN : d);
        c = fabs(c) < DBL_MIN ? DBL_MIN : c;
        product *= d * c;
        if (fabs(d * c - 1) < PRECISION)
            break;
    }
    return product * exp(a * log(x) - x - lgamma(a));
}

/* The regularised incomplete gamma function P(a, x). */
static double gamma_share(double a, double x)
{
    if (x <= 0)
        return 0;
    if (isinf(x))
        return 1;
    if (a > 1e5) /* nearly normal (Wilson and Hilferty 1931); the series would not end */
        return normal_share((cbrt(x / a) - (1 - 1 / (9 * a))) * sqrt(9 * a));
    return x < a + 1 ? gamma_series(a, x) : 1 - gamma_fraction(a, x);
}

/* Abramowitz and Stegun 26.5.8 in Lentz's form. */
static double beta_fraction(double a, double b, double x)
{
    double c = 1, d = 1 - (a + b) * x / (a + 1);
    d = 1 / (fabs(d) < DBL_MIN ? DBL_MIN : d);
    double product = d;
    for (int n = 1; n < TERMS_MAX; n++) {
        const double even = n * (b - n) * x / ((a + 2 * n - 1) * (a + 2 * n));
        const double odd = -(a + n) * (a + b + n) * x / ((a + 2 * n) * (a + 2 * n + 1));
        const double numerators[] = {even, odd};
        double change = 1;
        for (int half = 0; half < 2; half++) {
            d = 1 + numerators[half] * d;
            c = 1 + numerators[half] / c;
            d = 1 / (fabs(d) < DBL_MIN ? DBL_MIN : d);
            c = fabs(c) < DBL_MIN ? DBL_MIN : c;
            change = d * c;
            product *= change;
        }
        if (fabs(change - 1) < PRECISION)
            break;
    }
    return product;
}

/* The regularised incomplete beta function I_x(a, b). */
static double beta_share(double a, double b, double x)
{
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    const double front =
        exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x));
    return x < (a + 1) / (a + b + 2) ? front * beta_fraction(a, b, x) / a
                                     : 1 - front * beta_fraction(b, a, 1 - x) / b;
}

static double triangular_share(double low, double mode, double high, double x)
{
    if (x <= low)
        return 0;
    if (x >= high)
        return 1;
    return x < mode ? (x - low) * (x - low) / ((high - low) * (mode - low))
                    : 1 - (high - x) * (high - x) / ((high - low) * (high - mode));
}

/* Share of points, each with its weight or all alike. */
static double points_share(const struct distribution *d, double x)
{
    double share = 0;
    for (int i = 0; i < d->count; i++)
        if (d->points[i] <= x)
            share += d->shape == SHAPE_CHOICE ? d->weights[i] : 1.0 / d->count;
    return share;
}

static double quantiles_share(const struct distribution *d, double x)
{
    int above = 0; /* first point beyond x */
    while (above < d->count && d->points[above] <= x)
        above++;
    if (above == 0)
        return 0;
    if (above == d->count)
        return 1;
    const double step = d->points[above] - d->points[above - 1];
    const double part = (x - d->points[above - 1]) / step;
    return d->weights[above - 1] + part * (d->weights[above] - d->weights[above - 1]);
}

double cumulative_share(const struct distribution *d, double x)
{
    const double width = d->c - d->a;
    switch (d->shape) {
    case SHAPE_CONSTANT:
        return x >= d->a;
    case SHAPE_NORMAL:
        return normal_share((x - d->a) / d->b);
    case SHAPE_LOGNORMAL:
        return x <= 0 ? 0 : normal_share(log(x / d->a) / d->b);
    case SHAPE_UNIFORM:
        return fmin(fmax((x - d->a) / (d->b - d->a), 0), 1);
    case SHAPE_TRIANGULAR:
        return triangular_share(d->a, d->b, d->c, x);
    case SHAPE_PERT:
        return beta_share(1 + 4 * (d->b - d->a) / width, 1 + 4 * (d->c - d->b) / width,
                          (x - d->a) / width);
    case SHAPE_BETA:
        return beta_share(d->a, d->b, (x - d->c) / (d->d - d->c));
    case SHAPE_GAMMA:
        return gamma_share(d->a, x / d->b);
    case SHAPE_POISSON:
        return x < 0 || isinf(x) ? x > 0 : 1 - gamma_share(floor(x) + 1, d->a);
    case SHAPE_CHOICE:
    case SHAPE_DATA:
        return points_share(d, x);
    case SHAPE_QUANTILES:
        return quantiles_share(d, x);
    }
    return 0;
}

void cumulative_support(const struct distribution *d, double *low, double *high)
{
    *low = -INFINITY;
    *high = INFINITY;
    switch (d->shape) {
    case SHAPE_CONSTANT:
        *low = *high = d->a;
        break;
    case SHAPE_NORMAL:
    case SHAPE_LOGNORMAL:
    case SHAPE_GAMMA:
    case SHAPE_POISSON:
        break;
    case SHAPE_UNIFORM:
        *low = d->a;
        *high = d->b;
        break;
    case SHAPE_TRIANGULAR:
    case SHAPE_PERT:
        *low = d->a;
        *high = d->c;
        break;
    case SHAPE_BETA:
        *low = d->c;
        *high = d->d;
        break;
    case SHAPE_CHOICE:
    case SHAPE_QUANTILES:
    case SHAPE_DATA:
        *low = d->points[0];
        *high = d->points[d->count - 1];
        break;
    }
    if (d->truncated) {
        *low = fmax(*low, d->low);
        *high = fmin(*high, d->high);
    }
}

double cumulative_median(const struct distribution *d, double low, double high)
{
    if (d->shape == SHAPE_CONSTANT)
        return d->a;
    for (int halving = 0; halving < 50; halving++) {
        const double middle = low / 2 + high / 2;
        if (cumulative_share(d, middle) < 0.5)
            low = middle;
        else
            high = middle;
    }
    return high;
}
