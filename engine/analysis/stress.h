/* Stress: every strategy of a scenario without and with each of some shocks, and with all of them, in the
 * same worlds. */
#ifndef ANALYSIS_STRESS_H
#define ANALYSIS_STRESS_H

#include "analysis/paired.h"
#include "montecarlo/batch.h"
#include "montecarlo/statistics.h"
#include "scenario/measure.h"
#include "scenario/shock.h"

/* A strategy without any shock. */
struct stress_base {
    struct figure median, mean; /* take-home of all founders, dollars */
    struct figure nothing;      /* chance of a take-home below $1,000 */
    struct figure closed;       /* chance of being shut down or acqui-hired by the horizon */
    struct figure measure;      /* mean of what is asked for */
};

/* The same with a shock, less without. */
struct stress_effect {
    struct paired median, mean, nothing, closed, measure;
    struct paired kept; /* the measure's change: of a quantity as a share of its mean without the shock
                           (NaN when that is not above 0), of a chance in shares 0..1 */
};

struct stress_row {
    const struct shock *shock; /* NULL: all of them together */
    struct stress_effect effect[STRATEGIES_MAX];
    int best;                  /* the strategy that bears it best, clearly better than every other; -1: none is */
};

struct stress {
    const struct scenario *scenario;
    const char *version;
    struct measure measure;
    bool is_share;   /* the measure is a chance, and counts in points */
    bool wants_less; /* less of it is better */
    uint64_t seed;
    int64_t paths;
    int strategies;
    int strategy[STRATEGIES_MAX]; /* those that are compared, by number */
    int claims;                   /* intervals of the table, and comparisons for 'best': all hold together in 95% of cases */
    int shocks, rows;             /* rows: a shock each, and all of them when there are two or more */
    struct stress_base base[STRATEGIES_MAX];
    struct stress_row row[SHOCKS_MAX + 1];
    struct scenario *shocked;     /* [rows], its own */
};

/* `strategies`: bit s for strategy s, 0 for all. NULL after a complaint, or without one when memory ran
 * out. Scenario and shocks must outlive it. */
struct stress *stress_create(const struct scenario *scenario, unsigned strategies, const struct measure *measure,
                             const struct shock *const *shock, int shocks, struct complaints *complaints);
void stress_destroy(struct stress *stress); /* takes NULL */

/* Plays `paths` worlds without shocks, and once more for every row. */
enum batch_end stress_play(struct stress *stress, int64_t paths, uint64_t seed, const struct batch_options *options,
                           struct complaints *complaints);

#endif
