/* Why one strategy does better than another: the difference shared out over the parts in which they
 * differ, or over the mechanisms at work, in the same worlds (analysis/shapley.h). */
#ifndef ANALYSIS_WHY_H
#define ANALYSIS_WHY_H

#include "analysis/hybrid.h"
#include "montecarlo/batch.h"
#include "montecarlo/statistics.h"
#include "scenario/measure.h"

enum { WHY_MECHANISMS_MAX = 8 };

/* What one part, or one mechanism, brings. */
struct why_part {
    const char *name;    /* 'people' */
    const char *about;   /* what belongs to it */
    struct figure gain;  /* its share of the difference; those of all add up to the whole */
    struct figure first; /* what it brings before any other has been swapped */
    struct figure last;  /* and after all others have */
    bool clear;          /* the interval of the gain (why.width) excludes 0 */
};

/* A difference and its parts. */
struct why_account {
    int64_t paths;
    struct figure difference; /* of the means, all parts swapped or all mechanisms at work */
    struct figure rest;       /* what is there with no mechanism at work; parts leave nothing, 0 */
    bool clear;
    int count;
    struct why_part *part;    /* in the order of the table of parts, not of size */
};

struct why {
    const struct scenario *scenario;
    struct measure measure;
    int strategy[2];          /* the difference is the first less the second */
    uint64_t seed;
    struct figure value[2];   /* means */
    struct figure more[2];    /* shares of the worlds in which it has more than the other, beyond level */
    double width;             /* standard errors of an interval: those of all accounts hold together in 95% of cases */
    struct why_account parts;
    bool asked_mechanisms;
    struct why_account mechanisms; /* without them: all zero */
    unsigned whole;           /* enum hybrid_part: what could not leave the stages */
};

/* What `of` is of strategy a against b of the scenario, which must outlive the answer. NULL when memory
 * ran out. */
struct why *why_create(const struct scenario *scenario, const struct measure *of, int a, int b, bool mechanisms);
void why_destroy(struct why *why); /* takes NULL */

/* Plays every combination of parts over `paths` worlds; every combination of mechanisms over as many as
 * cost no more, and at most `paths`. Complains like batch_create. The same bits for any number of
 * threads. */
enum batch_end why_run(struct why *why, uint64_t seed, int64_t paths, const struct batch_options *options,
                       struct complaints *complaints);

#endif
