#include "analysis/weighted.h"

#include <math.h>
#include <stdlib.h>

double weighted_effective(const double *weight, int64_t n)
{
    double sum = 0.0, squares = 0.0;
    for (int64_t i = 0; i < n; i++) {
        sum += weight[i];
        squares += weight[i] * weight[i];
    }
    return squares > 0.0 ? sum * sum / squares : 0.0;
}

static int by_value(const void *a, const void *b)
{
    const struct weighted *x = a, *y = b;
    if (x->value != y->value)
        return x->value < y->value ? -1 : 1;
    return (x->weight > y->weight) - (x->weight < y->weight);
}

struct weighted_sample weighted_sort(const double *value, const double *weight, int64_t n,
                                     struct weighted *item)
{
    struct weighted_sample sample = {.item = item};
    double sum = 0.0, squares = 0.0;
    for (int64_t i = 0; i < n; i++) {
        const double w = weight ? weight[i] : 1.0;
        if (w > 0.0)
            item[sample.count++] = (struct weighted){value[i], w};
        sum += w;
        squares += w * w;
    }
    for (int64_t i = 0; i < sample.count; i++)
        item[i].weight /= sum;
    sample.effective = squares > 0.0 ? sum * sum / squares : 0.0;
    qsort(item, (size_t)sample.count, sizeof *item, by_value);
    return sample;
}

static double quantile(const struct weighted_sample *sample, double u)
{
    double below = 0.0, before = -1.0;
    for (int64_t i = 0; i < sample->count; i++) {
        const double middle = below + 0.5 * sample->item[i].weight;
        if (middle >= u && i == 0)
            return sample->item[0].value;
        if (middle >= u) {
            const double part = (u - before) / (middle - before);
            return sample->item[i - 1].value + part * (sample->item[i].value - sample->item[i - 1].value);
        }
        before = middle;
        below += sample->item[i].weight;
    }
    return sample->count > 0 ? sample->item[sample->count - 1].value : NAN;
}

struct figure weighted_quantile(const struct weighted_sample *sample, double u)
{
    const double spread = sqrt(u * (1.0 - u) / sample->effective);
    const double low = quantile(sample, fmax(u - spread, 0.0)), high = quantile(sample, fmin(u + spread, 1.0));
    return (struct figure){quantile(sample, u), 0.5 * (high - low)};
}

double weighted_rank(const struct weighted_sample *sample, double x)
{
    double below = 0.0;
    for (int64_t i = 0; i < sample->count && sample->item[i].value <= x; i++)
        below += (sample->item[i].value < x ? 1.0 : 0.5) * sample->item[i].weight;
    return below;
}

struct figure weighted_mean(const double *value, const double *weight, int64_t n)
{
    double sum = 0.0, all = 0.0, squares = 0.0;
    for (int64_t i = 0; i < n; i++) {
        sum += weight[i] * value[i];
        all += weight[i];
    }
    const double mean = sum / all;
    for (int64_t i = 0; i < n; i++) {
        const double part = weight[i] * (value[i] - mean);
        squares += part * part;
    }
    return (struct figure){mean, sqrt(squares) / all};
}
