/* One company, given its history so far: worlds are weighed by how like it theirs is, its luck included, and go
 * on from there. */
#ifndef ANALYSIS_OUTLOOK_H
#define ANALYSIS_OUTLOOK_H

#include "analysis/calibration.h"
#include "model/outcome.h"

enum { OUTLOOK_QUANTILES = 5, OUTLOOK_POINTS_MAX = 64, OUTLOOK_SOON = 3 };

extern const double outlook_level[OUTLOOK_QUANTILES];  /* 5%, 25%, 50%, 75%, 95% */
extern const int outlook_soon_months[OUTLOOK_SOON];    /* 3, 6, 12 */

/* Revenue at the end of a month: the closed have none, the sold and listed what they had then. */
struct outlook_point {
    int month;
    struct figure revenue[OUTLOOK_QUANTILES];
    double before[OUTLOOK_QUANTILES]; /* of all worlds */
};

/* What happens within so many months of the last that was observed. */
struct outlook_soon {
    int months;
    struct figure closes, starves; /* shut down or acqui-hired; of all, those out of cash */
    struct figure sold;            /* or listed */
    struct figure raises;          /* at least one more round */
    struct figure shrinks;         /* open and its owners', and revenue is lower than it was */
    struct figure cash[2], headcount; /* of those that are open: worst tenth and median; median */
};

/* What the founders get, all together, discounted to the start. */
struct outlook_founders {
    struct figure nothing, mean, quantile[OUTLOOK_QUANTILES];
    struct figure certain; /* to one founder, against a job from the start; see parties.h */
};

struct outlook {
    const struct history *history;
    const struct candidate *company;
    int64_t paths;
    uint64_t seed;
    double effective, widening, misfit, nearest;
    bool enough; /* worlds like it; without, only `sight` is filled */
    struct calibration_sight sight[OBSERVATIONS_MAX];
    int points;
    struct outlook_point point[OUTLOOK_POINTS_MAX];
    struct figure outcome[OUTCOMES], outcome_before[OUTCOMES];
    struct outlook_founders founders, founders_before;
    int soons;
    struct outlook_soon soon[OUTLOOK_SOON];
};

/* Plays `paths` worlds of a company that calibration_load has loaded. */
enum batch_end outlook_make(const struct history *history, const struct candidate *company, int64_t paths,
                             uint64_t seed, double wanted, const struct batch_options *options,
                             struct outlook *outlook, struct complaints *complaints);

#endif
