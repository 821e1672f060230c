/* Reverse stress: the ordinary assumptions under which a company comes to grief, found among the worlds of one
 * strategy, and tried again in worlds that are drawn from them alone. */
#ifndef ANALYSIS_RUIN_H
#define ANALYSIS_RUIN_H

#include "analysis/prim.h"
#include "montecarlo/batch.h"
#include "montecarlo/statistics.h"
#include "scenario/measure.h"

/* A side of the box in words of the scenario. */
struct ruin_side {
    int column;
    char key[96];
    enum unit unit;
    double low, high;       /* in the engine's unit; infinite where open */
    double below, upto;     /* the same as shares of what was drawn: 0 and 1 where open */
    double least, most;     /* of what was drawn, 5% lie below and above */
    double significance;
    bool coupled;           /* a correlation of the scenario couples it with another number */
};

struct ruin {
    const struct scenario *scenario;
    const char *version;
    int strategy;
    bool by_measure;        /* `measure` says what failure is; else being closed by `month` */
    struct measure measure; /* a chance */
    int month;
    uint64_t seed;
    int64_t paths;          /* half of them are searched, the other half held out */
    int inputs;             /* uncertain numbers that were searched */
    struct figure rate;     /* of failure in all worlds */
    struct prim_box box;
    struct ruin_side side[PRIM_SIDES];
    struct figure density;  /* among the held-out worlds in the box */
    struct figure again;    /* in as many fresh worlds, of which all lie in the box; NaN without a box that
                               survives */
    struct scenario boxed;  /* this strategy alone, its numbers cut to the box; good for scenario_write */
    struct ruin_memory *memory;
};

/* NULL after a complaint, or without one when memory ran out. `measure` NULL: closed by `month`. The scenario
 * must outlive it. */
struct ruin *ruin_create(const struct scenario *scenario, int strategy, const struct measure *measure, int month,
                         struct complaints *complaints);
void ruin_destroy(struct ruin *ruin); /* takes NULL */

enum batch_end ruin_play(struct ruin *ruin, int64_t paths, uint64_t seed, const struct batch_options *options,
                         struct complaints *complaints);

#endif
