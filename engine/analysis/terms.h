/* What terms of a term sheet are worth: one strategy of a scenario, played in the same worlds with and
 * without each of them, for all its rounds. */
#ifndef ANALYSIS_TERMS_H
#define ANALYSIS_TERMS_H

#include "analysis/negotiation.h"
#include "analysis/paired.h"
#include "montecarlo/batch.h"
#include "montecarlo/statistics.h"
#include "scenario/term.h"

enum { TERMS_MAX = (NEGOTIATION_PLANS - 1) / 2 };

/* The plan as it stands in the scenario. */
struct terms_plan {
    struct figure certain;    /* what it is worth to one founder against a job (analysis/parties.h), dollars */
    struct figure nothing;    /* chance of a take-home below $1,000 */
    struct figure median, mean; /* take-home of all founders */
    struct figure multiple;   /* pooled, of all investors' money; NaN when nobody invested */
    struct figure loss_ratio; /* share of companies below 1x, of those that raised */
};

/* With the term less without it. */
struct terms_effect {
    const struct term *term;
    char why_not[NEGOTIATION_REASON_SIZE]; /* why it does not apply; "": it does, and what follows is set */
    bool in_plan;                    /* the plan has the term as it stands */
    struct paired certain, nothing, median, mean, multiple, loss_ratio;
};

struct terms {
    const struct scenario *scenario; /* as it stands */
    const char *strategy;            /* its name */
    const char *version;
    uint64_t seed;
    int64_t paths;
    int count, apply;                /* terms; those that apply */
    int claims;                      /* intervals of all that apply: they hold together in 95% of cases */
    struct terms_effect *effect;     /* [count], as given until terms_play sorts them */
    struct terms_plan plan;
    struct terms_game *game;         /* its own */
};

/* Loads the scenario with `settings`, and once more with each of at most TERMS_MAX terms and without. `strategy`: by name, or
 * NULL for the first that has rounds. NULL after a complaint, or without one when memory ran out. The
 * terms must outlive what comes back. */
struct terms *terms_create(const char *file, const char *const *settings, int count, const char *strategy,
                           const struct term *const *term, int terms, struct complaints *complaints);
void terms_destroy(struct terms *terms); /* takes NULL */

/* Plays `paths` worlds of every plan, once; then effects are sorted by what they are worth to a founder, the
 * costliest first, and those that do not apply stand last. */
enum batch_end terms_play(struct terms *terms, int64_t paths, uint64_t seed, const struct batch_options *options,
                          struct complaints *complaints);

#endif
