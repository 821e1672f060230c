#include "montecarlo/quantile.h"

#include "numerics/elementary.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_randist.h>

/* --- Counts and gammas so wide that GSL loses them ------------------------------------------- */

/* From a mean of about 1e7 GSL 2.7's incomplete gamma function is wrong above the mean. Long
 * before, the quantile is the normal one bent by the skewness (Cornish and Fisher 1937); what is
 * left out is below 1e-5 standard deviations at a mean of 1e6. */
static const double WIDE_MEAN = 1e6;

static double bent_point(double u, double mean, double skewness)
{
    double z = gsl_cdf_ugaussian_Pinv(u);
    return mean + sqrt(mean) * (z + (z * z - 1.0) * skewness / 6.0);
}

/* The inverse of bent_point. */
static double bent_share(double x, double mean, double skewness)
{
    double bend = skewness / 6.0, shifted = (x - mean) / sqrt(mean) + bend;
    double root = sqrt(fmax(1.0 + 4.0 * bend * shifted, 0.0));
    return gsl_cdf_ugaussian_P(2.0 * shifted / (1.0 + root));
}

static double gamma_share(double x, double shape)
{
    if (x <= 0.0)
        return 0.0;
    return shape > WIDE_MEAN ? bent_share(x, shape, 2.0 / sqrt(shape))
                             : gsl_cdf_gamma_P(x, shape, 1.0);
}

/* --- Beta, on any interval ------------------------------------------------------------------ */

struct scaled_beta {
    double p, q, low, width;
};

static struct scaled_beta scaled_beta(const struct distribution *d)
{
    if (d->shape == SHAPE_BETA)
        return (struct scaled_beta){d->a, d->b, d->c, d->d - d->c};
    /* PERT is the beta whose mean gives the mode the weight 4 (Malcolm, Roseboom, Clark, Fazar,
     * Operations Research 1959). */
    double width = d->c - d->a;
    return (struct scaled_beta){1.0 + 4.0 * (d->b - d->a) / width,
                                1.0 + 4.0 * (d->c - d->b) / width, d->a, width};
}

static double scaled_beta_share(struct scaled_beta beta, double x)
{
    return gsl_cdf_beta_P(elementary_clamp((x - beta.low) / beta.width, 0.0, 1.0), beta.p, beta.q);
}

/* --- Inverting what GSL cannot invert ------------------------------------------------------- */

typedef double two_parameters(double x, double a, double b);

/* Smallest x in (0, largest] that has a share of at least u below it. Positive doubles are ordered
 * like their bits, so halving the bits reaches values of any magnitude in 62 steps. */
static double bisected(two_parameters *share, double u, double a, double b, double largest)
{
    uint64_t low = 0, high = elementary_bits(largest);
    while (high - low > 1) {
        uint64_t middle = low + (high - low) / 2;
        if (share(elementary_from_bits(middle), a, b) < u)
            low = middle;
        else
            high = middle;
    }
    return elementary_from_bits(high);
}

/* GSL 2.7's inverses of gamma and beta give up, or come back wrong, where a shape is far below 1
 * or far above 100; their own distribution function tells. */
static double inverted(two_parameters *share, two_parameters *inverse, double u, double a, double b,
                       double largest)
{
    double x = inverse(u, a, b);
    double error = fabs(share(x, a, b) - u);
    if (gsl_finite(x) && error <= 1e-9 * fmin(u, 1.0 - u) + 1e-15)
        return x;
    return bisected(share, u, a, b, largest);
}

/* --- Smooth shapes, untruncated ------------------------------------------------------------- */

static double triangular_share(double x, double low, double mode, double high)
{
    if (x <= low || x >= high)
        return x <= low ? 0.0 : 1.0;
    if (x <= mode)
        return (x - low) * (x - low) / ((high - low) * (mode - low));
    return 1.0 - (high - x) * (high - x) / ((high - low) * (high - mode));
}

static double triangular_point(double u, double low, double mode, double high)
{
    double width = high - low;
    if (u * width <= mode - low)
        return low + sqrt(u * width * (mode - low));
    return high - sqrt((1.0 - u) * width * (high - mode));
}

/* Share of the distribution below x. */
static double smooth_share(const struct distribution *d, double x)
{
    switch (d->shape) {
    case SHAPE_NORMAL:
        return gsl_cdf_gaussian_P(x - d->a, d->b);
    case SHAPE_LOGNORMAL:
        return x <= 0.0 ? 0.0 : gsl_cdf_ugaussian_P(log(x / d->a) / d->b);
    case SHAPE_UNIFORM:
        return elementary_clamp((x - d->a) / (d->b - d->a), 0.0, 1.0);
    case SHAPE_TRIANGULAR:
        return triangular_share(x, d->a, d->b, d->c);
    case SHAPE_GAMMA:
        return gamma_share(x / d->b, d->a);
    default:
        return scaled_beta_share(scaled_beta(d), x);
    }
}

/* The x below which a share u of the distribution lies. */
static double smooth_point(const struct distribution *d, double u)
{
    struct scaled_beta beta;
    switch (d->shape) {
    case SHAPE_NORMAL:
        return d->a + d->b * gsl_cdf_ugaussian_Pinv(u);
    case SHAPE_LOGNORMAL:
        return d->a * exp(d->b * gsl_cdf_ugaussian_Pinv(u));
    case SHAPE_UNIFORM:
        return d->a + u * (d->b - d->a);
    case SHAPE_TRIANGULAR:
        return triangular_point(u, d->a, d->b, d->c);
    case SHAPE_GAMMA:
        if (d->a > WIDE_MEAN)
            return d->b * bent_point(u, d->a, 2.0 / sqrt(d->a));
        return d->b * inverted(gsl_cdf_gamma_P, gsl_cdf_gamma_Pinv, u, d->a, 1.0, DBL_MAX);
    default:
        beta = scaled_beta(d);
        return beta.low +
               beta.width * inverted(gsl_cdf_beta_P, gsl_cdf_beta_Pinv, u, beta.p, beta.q, 1.0);
    }
}

/* --- Counts, choices and tables ------------------------------------------------------------- */

static double poisson_share(double mean, double k)
{
    if (k < 0.0 || !gsl_finite(k))
        return k < 0.0 ? 0.0 : 1.0;
    if (mean > WIDE_MEAN)
        return bent_share(floor(k) + 0.5, mean, 1.0 / sqrt(mean));
    /* P(N <= k) = Q(k + 1, mean); GSL's own function would take an unsigned int. */
    return gsl_cdf_gamma_Q(mean, floor(k) + 1.0, 1.0);
}

static double poisson_point(double mean, double u)
{
    double low = -1.0, high = mean + 1.0, step = sqrt(mean) + 1.0, end = mean + 40.0 * step;
    while (poisson_share(mean, high) < u && high < end)
        high += step;
    high = floor(high);
    while (high - low > 1.0) {
        double middle = floor((low + high) / 2.0);
        if (poisson_share(mean, middle) < u)
            low = middle;
        else
            high = middle;
    }
    return high;
}

/* Weight of the points from low to high. */
static double choice_weight(const struct distribution *d, double low, double high)
{
    double weight = 0.0;
    for (int i = 0; i < d->count; i++)
        if (d->points[i] >= low && d->points[i] <= high)
            weight += d->weights[i];
    return weight;
}

/* Visits the points in ascending order, however they were written. */
static double choice_point(const struct distribution *d, double u)
{
    double low = d->truncated ? d->low : -INFINITY, high = d->truncated ? d->high : INFINITY;
    double target = u * choice_weight(d, low, high), reached = 0.0, last = -INFINITY;
    for (int visited = 0; visited < d->count; visited++) {
        int next = -1;
        for (int i = 0; i < d->count; i++)
            if (d->weights[i] > 0.0 && d->points[i] > last && d->points[i] >= low &&
                d->points[i] <= high && (next < 0 || d->points[i] < d->points[next]))
                next = i;
        if (next < 0)
            break;
        last = d->points[next];
        reached += choice_weight(d, last, last);
        if (reached >= target)
            break;
    }
    return last;
}

double quantile_level(const struct distribution *d, int i)
{
    if (d->shape == SHAPE_QUANTILES)
        return d->weights[i];
    return d->count > 1 ? (double)i / (d->count - 1) : 0.5;
}

static double table_point(const struct distribution *d, double u)
{
    int i = 0;
    while (i < d->count && quantile_level(d, i) < u)
        i++;
    if (i == 0 || i == d->count)
        return d->points[i == 0 ? 0 : d->count - 1];
    double before = quantile_level(d, i - 1), width = quantile_level(d, i) - before;
    return d->points[i - 1] + (u - before) / width * (d->points[i] - d->points[i - 1]);
}

/* Share of the table strictly below x. */
static double table_below(const struct distribution *d, double x)
{
    int i = 0;
    while (i < d->count && d->points[i] < x)
        i++;
    if (i == 0 || i == d->count)
        return i == 0 ? 0.0 : 1.0;
    double before = quantile_level(d, i - 1), width = quantile_level(d, i) - before;
    return before + (x - d->points[i - 1]) / (d->points[i] - d->points[i - 1]) * width;
}

/* Share of the table at x or below. */
static double table_upto(const struct distribution *d, double x)
{
    int i = d->count - 1;
    while (i >= 0 && d->points[i] > x)
        i--;
    if (i < 0 || i == d->count - 1)
        return i < 0 ? 0.0 : 1.0;
    double at = quantile_level(d, i), width = quantile_level(d, i + 1) - at;
    return at + (x - d->points[i]) / (d->points[i + 1] - d->points[i]) * width;
}

/* --- Truncation ----------------------------------------------------------------------------- */

void quantile_window(const struct distribution *d, double *below, double *upto)
{
    *below = 0.0;
    *upto = 1.0;
    if (!d->truncated)
        return;
    switch (d->shape) {
    case SHAPE_CONSTANT:
        *below = d->a < d->low ? 1.0 : 0.0;
        *upto = d->a <= d->high ? 1.0 : 0.0;
        return;
    case SHAPE_POISSON:
        *below = poisson_share(d->a, ceil(d->low) - 1.0);
        *upto = poisson_share(d->a, d->high);
        return;
    case SHAPE_CHOICE:
        *upto = choice_weight(d, -INFINITY, d->high);
        *below = *upto - choice_weight(d, d->low, d->high);
        return;
    case SHAPE_QUANTILES:
    case SHAPE_DATA:
        *below = table_below(d, d->low);
        *upto = table_upto(d, d->high);
        return;
    default:
        *below = d->low > -INFINITY ? smooth_share(d, d->low) : 0.0;
        *upto = d->high < INFINITY ? smooth_share(d, d->high) : 1.0;
    }
}

double quantile_of(const struct distribution *d, double u)
{
    double below, upto;
    quantile_window(d, &below, &upto);
    if (upto <= below)
        return upto <= 0.0 ? d->high : d->low;
    double share = below + u * (upto - below), x;
    switch (d->shape) {
    case SHAPE_CONSTANT:
        x = d->a;
        break;
    case SHAPE_POISSON:
        x = poisson_point(d->a, share);
        break;
    case SHAPE_CHOICE:
        x = choice_point(d, u);
        break;
    case SHAPE_QUANTILES:
    case SHAPE_DATA:
        x = table_point(d, share);
        break;
    default:
        x = smooth_point(d, share);
    }
    return d->truncated ? elementary_clamp(x, d->low, d->high) : x;
}

/* --- Means ---------------------------------------------------------------------------------- */

/* Mean of an untruncated smooth or counting shape. */
static double whole_mean(const struct distribution *d)
{
    struct scaled_beta beta;
    switch (d->shape) {
    case SHAPE_LOGNORMAL:
        return d->a * exp(d->b * d->b / 2.0);
    case SHAPE_UNIFORM:
        return (d->a + d->b) / 2.0;
    case SHAPE_TRIANGULAR:
        return (d->a + d->b + d->c) / 3.0;
    case SHAPE_GAMMA:
        return d->a * d->b;
    case SHAPE_PERT:
    case SHAPE_BETA:
        beta = scaled_beta(d);
        return beta.low + beta.width * beta.p / (beta.p + beta.q);
    default:
        return d->a;
    }
}

/* E[X; X <= x], the part of the mean that lies at x or below. */
static double partial_mean(const struct distribution *d, double x)
{
    if (!gsl_finite(x))
        return x > 0.0 ? whole_mean(d) : 0.0;
    struct scaled_beta beta;
    double share = d->shape == SHAPE_POISSON ? 0.0 : smooth_share(d, x);
    switch (d->shape) {
    case SHAPE_NORMAL:
        return d->a * share - d->b * d->b * gsl_ran_gaussian_pdf(x - d->a, d->b);
    case SHAPE_LOGNORMAL:
        return x <= 0.0 ? 0.0 : whole_mean(d) * gsl_cdf_ugaussian_P(log(x / d->a) / d->b - d->b);
    case SHAPE_UNIFORM:
        return share * (d->a + elementary_clamp(x, d->a, d->b)) / 2.0;
    case SHAPE_TRIANGULAR:
        x = elementary_clamp(x, d->a, d->c);
        if (x <= d->b)
            return share * (d->a + 2.0 / 3.0 * (x - d->a));
        return whole_mean(d) - (1.0 - share) * (d->c - 2.0 / 3.0 * (d->c - x));
    case SHAPE_GAMMA:
        return whole_mean(d) * gamma_share(x / d->b, d->a + 1.0);
    case SHAPE_POISSON:
        return d->a * poisson_share(d->a, x - 1.0);
    default:
        beta = scaled_beta(d);
        beta.p += 1.0;
        return beta.low * share +
               beta.width * (beta.p - 1.0) / (beta.p - 1.0 + beta.q) * scaled_beta_share(beta, x);
    }
}

/* Integral of the table's quantile function from 0 to u. */
static double table_integral(const struct distribution *d, double u)
{
    double sum = d->points[0] * fmin(u, quantile_level(d, 0));
    for (int i = 1; i < d->count && quantile_level(d, i - 1) < u; i++) {
        double before = quantile_level(d, i - 1), upto = fmin(u, quantile_level(d, i));
        sum += (upto - before) * (d->points[i - 1] + table_point(d, upto)) / 2.0;
    }
    double last = quantile_level(d, d->count - 1);
    return sum + d->points[d->count - 1] * fmax(u - last, 0.0);
}

static double choice_sum(const struct distribution *d, double low, double high)
{
    double sum = 0.0;
    for (int i = 0; i < d->count; i++)
        if (d->points[i] >= low && d->points[i] <= high)
            sum += d->weights[i] * d->points[i];
    return sum;
}

double quantile_mean(const struct distribution *d)
{
    double low = d->truncated ? d->low : -INFINITY, high = d->truncated ? d->high : INFINITY;
    double below, upto, sum;
    quantile_window(d, &below, &upto);
    switch (d->shape) {
    case SHAPE_CONSTANT:
        return elementary_clamp(d->a, low, high);
    case SHAPE_CHOICE:
        sum = choice_sum(d, low, high);
        break;
    case SHAPE_QUANTILES:
    case SHAPE_DATA:
        sum = table_integral(d, upto) - table_integral(d, below);
        break;
    case SHAPE_POISSON:
        sum = partial_mean(d, high) - partial_mean(d, ceil(low) - 1.0);
        break;
    default:
        sum = partial_mean(d, high) - partial_mean(d, low);
    }
    if (upto <= below)
        return quantile_of(d, 0.5);
    return elementary_clamp(sum / (upto - below), low, high);
}
