#include "analysis/proportion.h"

#include <math.h>

static const double Z = 1.959963984540054; /* the normal quantile at 97.5% */

struct proportion proportion_of(int64_t count, int64_t all)
{
    if (all <= 0)
        return (struct proportion){count, all, NAN, NAN, NAN};
    const double n = (double)all, p = (double)count / n, unit = 1.0 + Z * Z / n;
    const double centre = (p + 0.5 * Z * Z / n) / unit;
    const double half = Z / unit * sqrt(p * (1.0 - p) / n + 0.25 * Z * Z / (n * n));
    /* The ends are exact there; rounding must not move them. */
    const double low = count == 0 ? 0.0 : centre - half, high = count == all ? 1.0 : centre + half;
    return (struct proportion){count, all, p, low, high};
}
