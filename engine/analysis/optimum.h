/* The best that a company can make of some of its levers: looked for in the same worlds over and over,
 * then held against the strategy as it is in worlds that the search has not seen. */
#ifndef ANALYSIS_OPTIMUM_H
#define ANALYSIS_OPTIMUM_H

#include "analysis/lever.h"
#include "analysis/objective.h"

enum { OPTIMUM_LIMITS_MAX = 6 };

/* What is asked. */
struct optimum_task {
    const struct scenario *scenario;
    int strategy;
    int levers;                /* 1..LEVERS_MAX */
    struct lever lever[LEVERS_MAX];
    struct objective objective;
    int limits;
    struct objective_limit limit[OPTIMUM_LIMITS_MAX];
    /* How the scenario was loaded: what is tried is loaded again on top, so that nothing is found that
     * the loader would refuse. */
    const char *file;
    const char *const *settings;
    int count;
    uint64_t seed;
    int64_t paths;             /* worlds of every try */
    int64_t fresh_paths;       /* and of the check */
    int tries;
};

/* One thing tried; number 0 is the strategy as it is. */
struct optimum_try {
    double value[LEVERS_MAX];  /* of each lever, in the engine's unit; of number 0 NaN */
    double aim, ruin;          /* ruin: the chance of a take-home below $1,000; both NaN when refused */
    double excess;             /* by how much limits are broken; two standard errors are kept clear of them */
    bool efficient;            /* nothing tried has no more ruin and a higher aim */
};

/* The strategy as it is and the best of what was tried, in one set of worlds. */
struct optimum_check {
    uint64_t seed;
    int64_t paths;
    struct figure base, best, gain; /* gain: paired */
    double limit_base[OPTIMUM_LIMITS_MAX], limit_best[OPTIMUM_LIMITS_MAX];
    double ruin_base, ruin_best;
};

struct optimum {
    struct optimum_task task;
    int tried, refused;        /* refused by the loader */
    struct optimum_try *try;   /* [tried] */
    int best;                  /* its number; 0: nothing was better than the strategy as it is, -1: nothing
                                  keeps the limits */
    struct lever_plan plan;    /* of the best */
    struct optimum_check seen, fresh; /* both empty when best is not above 0 */
    bool clear;                /* the 95% interval of the fresh gain is above 0 */
    bool keeps_limits;         /* in the fresh worlds, too */
};

/* Copies the task; what it points to must outlive the answer. NULL when memory ran out. */
struct optimum *optimum_create(const struct optimum_task *task);
void optimum_destroy(struct optimum *optimum); /* takes NULL */

/* Tries and checks. The same bits for any number of threads. Complains like batch_create, and when the
 * loader refuses everything. */
enum batch_end optimum_run(struct optimum *optimum, const struct batch_options *options, struct complaints *complaints);

#endif
