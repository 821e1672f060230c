/* What a scenario says about one number: a constant or a distribution, in the engine's units.
 * Quantiles and draws live in montecarlo/quantile.h. */
#ifndef SCENARIO_DISTRIBUTION_H
#define SCENARIO_DISTRIBUTION_H

#include <stdbool.h>

enum shape {
    SHAPE_CONSTANT,   /* a */
    SHAPE_NORMAL,     /* mean a, standard deviation b > 0 */
    SHAPE_LOGNORMAL,  /* median a > 0, standard deviation of the log b > 0 */
    SHAPE_UNIFORM,    /* a < b */
    SHAPE_TRIANGULAR, /* low a, mode b, high c */
    SHAPE_PERT,       /* low a, mode b, high c: beta with weight 4 on the mode */
    SHAPE_BETA,       /* shapes a, b > 0, scaled to the interval c..d */
    SHAPE_GAMMA,      /* shape a, scale b > 0 */
    SHAPE_POISSON,    /* mean a > 0 */
    SHAPE_CHOICE,     /* points[i] with probability weights[i], summing to 1 */
    SHAPE_QUANTILES,  /* points[i] at cumulative probability weights[i]; linear between, clamped outside */
    SHAPE_DATA        /* points sorted ascending, the empirical quantile function with linear interpolation */
};

struct distribution {
    enum shape shape;
    double a, b, c, d;
    bool truncated;
    double low, high;        /* truncation; -INFINITY, INFINITY where open */
    double *points, *weights; /* owned by the scenario */
    int count;
};

/* Whether both are written alike. */
bool distribution_alike(const struct distribution *a, const struct distribution *b);

#endif
