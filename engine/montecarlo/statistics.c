#include "montecarlo/statistics.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>

struct figure statistics_share(int64_t count, int64_t all)
{
    double n = (double)all, p = (double)count / n;
    double error = sqrt(p * (1.0 - p) / n);
    return (struct figure){p, count == 0 || count == all ? 1.0 / n : error};
}

struct figure statistics_mean(const double *values, int64_t n)
{
    if (n < 1)
        return (struct figure){NAN, NAN};
    double mean = gsl_stats_mean(values, 1, (size_t)n);
    double sd = n > 1 ? gsl_stats_sd_m(values, 1, (size_t)n, mean) : NAN;
    return (struct figure){mean, sd / sqrt((double)n)};
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void statistics_sort(double *values, int64_t n) { qsort(values, (size_t)n, sizeof *values, ascending); }

struct figure statistics_quantile(const double *sorted, int64_t n, double u)
{
    if (n < 1)
        return (struct figure){NAN, NAN};
    double spread = sqrt(u * (1.0 - u) / (double)n);
    double low = u - spread > 0.0 ? u - spread : 0.0, high = u + spread < 1.0 ? u + spread : 1.0;
    double value = gsl_stats_quantile_from_sorted_data(sorted, 1, (size_t)n, u);
    double below = gsl_stats_quantile_from_sorted_data(sorted, 1, (size_t)n, low);
    double above = gsl_stats_quantile_from_sorted_data(sorted, 1, (size_t)n, high);
    return (struct figure){value, n > 1 ? 0.5 * (above - below) : NAN};
}

struct figure statistics_ratio(const double *over, const double *under, int64_t n)
{
    if (n < 1)
        return (struct figure){NAN, NAN};
    double top = gsl_stats_mean(over, 1, (size_t)n), bottom = gsl_stats_mean(under, 1, (size_t)n);
    if (bottom <= 0.0)
        return (struct figure){NAN, NAN};
    double ratio = top / bottom, squares = 0.0;
    for (int64_t i = 0; i < n; i++) {
        double residual = over[i] - ratio * under[i];
        squares += residual * residual;
    }
    double variance = n > 1 ? squares / ((double)(n - 1) * (double)n) : NAN;
    return (struct figure){ratio, sqrt(variance) / bottom};
}

struct figure statistics_certain(double *wealth, int64_t n, double aversion)
{
    if (n < 1)
        return (struct figure){NAN, NAN};
    /* Utility is that of the wealth relative to the first, 0 for that; near 1 it is the logarithm. */
    double first = wealth[0], power = 1.0 - aversion;
    int logarithmic = fabs(power) < 1e-9;
    for (int64_t i = 0; i < n; i++) {
        double growth = log(wealth[i] / first);
        wealth[i] = logarithmic ? growth : expm1(power * growth) / power;
    }
    struct figure utility = statistics_mean(wealth, n);
    double growth = logarithmic ? utility.value : log1p(power * utility.value) / power;
    double certain = first * exp(growth);
    double marginal = logarithmic ? 1.0 : 1.0 + power * utility.value;
    return (struct figure){certain, certain * utility.error / marginal};
}

struct flows {
    const double *flow;
    int months;
};

/* Present value at a monthly log rate. */
static double present_value(double rate, void *data)
{
    const struct flows *flows = data;
    double value = 0.0;
    for (int m = 0; m <= flows->months; m++)
        if (flows->flow[m] != 0.0)
            value += flows->flow[m] * exp(-rate * m);
    return value;
}

double statistics_irr(const double *flow, int months)
{
    struct flows flows = {flow, months};
    gsl_function function = {.function = present_value, .params = &flows};
    double low = log(0.001) / 12.0, high = log(1001.0) / 12.0;
    double at_low = present_value(low, &flows), at_high = present_value(high, &flows);
    if (!(at_low * at_high < 0.0))
        return NAN;
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    if (!solver || gsl_root_fsolver_set(solver, &function, low, high)) {
        gsl_root_fsolver_free(solver);
        return NAN;
    }
    for (int step = 0; step < 200; step++) {
        if (gsl_root_fsolver_iterate(solver))
            break;
        low = gsl_root_fsolver_x_lower(solver);
        high = gsl_root_fsolver_x_upper(solver);
        if (gsl_root_test_interval(low, high, 1e-12, 0.0) == GSL_SUCCESS)
            break;
    }
    double root = gsl_root_fsolver_root(solver);
    gsl_root_fsolver_free(solver);
    return exp(12.0 * root) - 1.0;
}
