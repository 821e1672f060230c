/* Which assumptions an outcome depends on: how far each moves it, what its spread comes from, what
 * drives the highest tenth of worlds and the companies that close, and how that changes over the years.
 *
 * Three samples. The worlds of the scenario, as `run` plays them: indices by neighbours (ranks.h). Fewer
 * worlds, the same twice for each assumption, at its low and its high value: the tornado. Of plain Monte
 * Carlo and of Sobol's points these are the first of the worlds above; a Latin hypercube is laid out
 * anew for so many points, and its worlds are others. Rows for Sobol's indices, drawn independently whatever the scenario's `sampling` says: a row of A and one
 * of B have other parameters and other luck, and between them stand rows of A with one parameter of
 * B, and one with its luck. */
#ifndef ANALYSIS_SENSITIVITY_H
#define ANALYSIS_SENSITIVITY_H

#include "analysis/factors.h"
#include "analysis/sobol.h"
#include "analysis/tornado.h"
#include "scenario/measure.h"

enum { SENSITIVITY_YEARS = 7 };

enum sensitivity_target { TARGET_HIGHEST, TARGET_CLOSED, TARGETS };

struct sensitivity_question {
    int strategy, against; /* -1: one strategy by itself; else the difference in the same worlds */
    struct measure measure;
    enum observable over;  /* of the strategy, by year */
    bool dollars;          /* indices of the outcome itself, not of its rank */
    int64_t paths;         /* worlds, 10 or more */
    uint64_t seed;
};

/* What is known of one assumption. */
struct sensitivity_factor {
    double low[2], high[2];       /* its 10% and 90% quantiles in the strategy and the other; NaN: constant */
    struct tornado_bar bar;       /* in the unit of the measure */
    struct figure first;          /* index of the outcome */
    struct figure target[TARGETS]; /* index of whether a world belongs to the target */
    double place[TARGETS];        /* its mean rank, 0..1, in the worlds of the target */
    struct figure over[SENSITIVITY_YEARS]; /* index of the observable's rank */
};

struct sensitivity {
    const struct scenario *scenario;
    struct sensitivity_question question;
    struct factors factors;
    struct sensitivity_factor *each;      /* [factors.count] */
    int *by_swing;                        /* [factors.count] numbers of factors, the widest swing first */
    struct sobol_index *sobol;            /* [factors.groups + 1]; the last is luck */
    int64_t swings, rows;                 /* worlds of the tornado, rows of the indices */
    struct figure mean;                   /* of the outcome */
    struct figure middle;                 /* of the outcome in the worlds of the tornado, nothing fixed */
    bool spread;                          /* it differs between worlds */
    double share[TARGETS];                /* of the worlds; NaN where there is no such target */
    int years, year[SENSITIVITY_YEARS];
};

/* How many worlds of one strategy are played in all. */
int64_t sensitivity_plays(const struct sensitivity *sensitivity);

/* Finds what is uncertain; NULL after a complaint in one line on `talk`. The scenario must outlive it. */
struct sensitivity *sensitivity_create(const struct scenario *scenario, const struct sensitivity_question *question,
                                       FILE *talk);
void sensitivity_destroy(struct sensitivity *sensitivity); /* takes NULL */

/* Progress is told over all samples. Complaints as of batch_create. */
enum batch_end sensitivity_run(struct sensitivity *sensitivity, const struct batch_options *options,
                               struct complaints *complaints);

/* The seed of B and of its luck. */
uint64_t sensitivity_other_seed(uint64_t seed);

#endif
