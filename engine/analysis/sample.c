#include "analysis/sample.h"

#include <math.h>

struct sample sample_ratio(const double *a, const double *b, int64_t n)
{
    double count = 0.0, hits = 0.0;
    for (int64_t i = 0; i < n; i++) {
        count += b[i];
        hits += a[i];
    }
    struct figure figure = statistics_ratio(a, b, n);
    /* None or all of them: the error is that of one more or less. */
    if (count > 0.0 && (hits == 0.0 || hits == count) && figure.error == 0.0)
        figure.error = 1.0 / count;
    return (struct sample){figure, (int64_t)fmin(count, 1e15)};
}

struct sample sample_median(double *values, int64_t n)
{
    statistics_sort(values, n);
    return (struct sample){statistics_quantile(values, n, 0.5), n};
}

void sample_spread_months(double *months, int64_t n)
{
    statistics_sort(months, n);
    for (int64_t first = 0, next; first < n; first = next) {
        const double month = months[first];
        for (next = first; next < n && months[next] == month; next++)
            ;
        for (int64_t i = first; i < next; i++)
            months[i] = month - 0.5 + ((double)(i - first) + 0.5) / (double)(next - first);
    }
}

struct sample sample_median_ratio(double *a, int64_t in_a, double *b, int64_t in_b)
{
    struct figure over = sample_median(a, in_a).figure, under = sample_median(b, in_b).figure;
    struct sample ratio = {{NAN, NAN}, in_a < in_b ? in_a : in_b};
    if (ratio.count > 0 && over.value > 0.0 && under.value > 0.0) {
        ratio.figure.value = over.value / under.value;
        ratio.figure.error = ratio.figure.value * hypot(over.error / over.value, under.error / under.value);
    }
    return ratio;
}

struct sample sample_difference(struct sample first, struct sample second)
{
    return (struct sample){{first.figure.value - second.figure.value, hypot(first.figure.error, second.figure.error)},
                           first.count < second.count ? first.count : second.count};
}

/* Q(x) = 2 sum (-1)^(k-1) exp(-2 k² x²) */
static double beyond(double x)
{
    double sum = 0.0, sign = 1.0;
    if (x < 0.2) /* 1 to fifteen digits, where the series is slow */
        return 1.0;
    for (int k = 1; k <= 100; k++, sign = -sign)
        sum += sign * exp(-2.0 * k * k * x * x);
    return fmin(fmax(2.0 * sum, 0.0), 1.0);
}

struct sample sample_same(double *a, int64_t in_a, double *b, int64_t in_b)
{
    struct sample same = {{NAN, 0.0}, in_a < in_b ? in_a : in_b};
    if (same.count < 1)
        return same;
    statistics_sort(a, in_a);
    statistics_sort(b, in_b);
    double distance = 0.0;
    for (int64_t i = 0, j = 0; i < in_a && j < in_b;) {
        const double at = fmin(a[i], b[j]);
        while (i < in_a && a[i] <= at)
            i++;
        while (j < in_b && b[j] <= at)
            j++;
        distance = fmax(distance, fabs((double)i / (double)in_a - (double)j / (double)in_b));
    }
    const double n = sqrt((double)in_a * (double)in_b / (double)(in_a + in_b));
    same.figure.value = beyond((n + 0.12 + 0.11 / n) * distance);
    return same;
}
