/* What a company's history teaches about the numbers of a scenario. */
#ifndef ANALYSIS_CALIBRATION_H
#define ANALYSIS_CALIBRATION_H

#include "analysis/candidate.h"
#include "analysis/learned.h"
#include "montecarlo/statistics.h"
#include "scenario/history.h"

enum { CALIBRATION_QUANTILES = 3, CALIBRATION_AGAIN = 20000 };

extern const double calibration_level[CALIBRATION_QUANTILES]; /* 5%, 50%, 95% */

/* A number before and after. Narrowed: by how much its 90% interval is shorter, on the scale of the prior's
 * normal scores; moved: how far its median went, in standard deviations of the prior. */
struct calibration_number {
    int column;
    const struct field *field;
    double prior[CALIBRATION_QUANTILES], posterior[CALIBRATION_QUANTILES];
    double score[CALIBRATION_QUANTILES]; /* of the posterior's, on the scale of the prior's normal scores */
    double narrowed, moved;
    bool identified; /* narrowed or moved by more than chance, and by enough to matter */
};

/* An observation, and what the paths have in its place: all of them, and as they weigh. */
struct calibration_sight {
    const struct observation *observation;
    double prior[CALIBRATION_QUANTILES], posterior[CALIBRATION_QUANTILES];
    double rank; /* where it lies among all paths, 0..1 */
    bool missed; /* it lies outside of the latter's nine in ten by more than two errors */
};

/* The last month, forecast in the last month before it that was observed, by the companies still open then:
 * as the months up to it weigh them, and all alike (`before`). */
struct calibration_held {
    int count;           /* observations held out; 0: the history has one month */
    int first;           /* number of the first of them; they are the last ones */
    double widening, effective;
    struct figure gain;  /* log of how much likelier they became */
    bool within[OBSERVATIONS_MAX], within_before[OBSERVATIONS_MAX]; /* their 90% interval */
    double interval[OBSERVATIONS_MAX][2], before[OBSERVATIONS_MAX][2];
};

/* New companies of what was learnt, from the weighted paths' numbers and from the scenario that is written:
 * quantiles of their revenue. Errors of these say how well the history lets them be known: those of as many
 * worlds as the posterior is worth. What parts the two is no matter of the posterior, which both are made of,
 * so its errors are those of the worlds played, with the luck that the two have in common. */
struct calibration_again {
    int month;
    int64_t paths; /* CALIBRATION_AGAIN, or as many as the history had if that is fewer */
    struct figure weighted[CALIBRATION_QUANTILES], written[CALIBRATION_QUANTILES];
    struct figure apart[CALIBRATION_QUANTILES]; /* written less weighted */
};

struct calibration {
    const struct history *history;
    const struct candidate *company;
    int64_t paths;
    uint64_t seed;
    double wanted, effective, widening, misfit, nearest;
    bool adjusted;
    int numbers;
    struct calibration_number *number; /* [numbers], the most narrowed first */
    struct calibration_sight sight[OBSERVATIONS_MAX];
    struct calibration_held held;
    struct learned learned;            /* without memory when too few paths were left */
    struct calibration_again again;
};

/* Fills the sight of every observation. False when memory ran out. */
bool calibration_see(const struct history *history, const struct evidence *evidence, const double *weight,
                     struct calibration_sight *sight);

/* Loads the strategy of a scenario (NULL: the first) with the priors of the history and `set` on top. False
 * after a complaint, or without one when memory ran out. The caller destroys company->scenario. */
bool calibration_load(const struct history *history, const char *scenario, const char *strategy,
                      const char *const *set, int sets, struct candidate *company, struct complaints *complaints);

/* Plays `paths` worlds, and some more to try what was learnt. Calls `played` after each of the
 * CALIBRATION_PLAYS. */
enum { CALIBRATION_PLAYS = 3 };
enum batch_end calibration_make(const struct history *history, const struct candidate *company, int64_t paths,
                                uint64_t seed, double wanted, const struct batch_options *options,
                                void (*played)(void *data), void *data, struct calibration *calibration,
                                struct complaints *complaints);
void calibration_free(struct calibration *calibration);

#endif
