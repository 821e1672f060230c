#include "scenario/distribution.h"

#include <string.h>

static bool same_points(const double *a, const double *b, int count)
{
    return a == b || (a && b && memcmp(a, b, sizeof(double) * (size_t)count) == 0);
}

bool distribution_alike(const struct distribution *a, const struct distribution *b)
{
    return a->shape == b->shape && a->a == b->a && a->b == b->b && a->c == b->c && a->d == b->d &&
           a->truncated == b->truncated &&
           (!a->truncated || (a->low == b->low && a->high == b->high)) && a->count == b->count &&
           same_points(a->points, b->points, a->count) &&
           same_points(a->weights, b->weights, a->count);
}
