#include "fit.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>
#include <stdlib.h>

double fit_distance(double *value, int n, double (*share)(double x, const void *law),
                    const void *law)
{
    double worst = 0.0;
    gsl_sort(value, 1, (size_t)n);
    for (int i = 0; i < n; i++) {
        double expected = share(value[i], law);
        worst = fmax(worst, fmax((i + 1.0) / n - expected, expected - (double)i / n));
    }
    return worst * sqrt(n);
}

double fit_chance(const double *count, const double *expected, int cells)
{
    double sum = 0.0;
    for (int i = 0; i < cells; i++)
        sum += (count[i] - expected[i]) * (count[i] - expected[i]) / expected[i];
    return gsl_cdf_chisq_Q(sum, cells - 1);
}

double fit_rank_correlation(const double *a, const double *b, int n)
{
    double *work = malloc(sizeof(double) * 2 * (size_t)n);
    double result = gsl_stats_spearman(a, 1, b, 1, (size_t)n, work);
    free(work);
    return result;
}
