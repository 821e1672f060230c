/* What the program would have said of a company when it began, held against what became of it. */
#ifndef ANALYSIS_PREDICTION_H
#define ANALYSIS_PREDICTION_H

#include "analysis/selection.h"
#include "montecarlo/batch.h"
#include "montecarlo/statistics.h"
#include "scenario/base_rates.h"
#include "scenario/precedent.h"

enum {
    PREDICTION_QUANTILES = 7,                         /* .05 .1 .25 .5 .75 .9 .95 */
    PREDICTION_MEDIAN = 3,
    PREDICTION_CHECKS_MAX = PRECEDENT_POINTS_MAX + 3, /* the points, value, time and capital raised */
    PREDICTION_STEP = 6,                              /* months between the moments of a fan */
    PREDICTION_MOMENTS_MAX = 60
};

extern const double prediction_probability[PREDICTION_QUANTILES];

/* One thing that is known of the company, and where it stands in the prediction. It is held against
 * the worlds in which it could have been known: revenue and services share of a month against those open
 * at its end, the time to the end against those that ended by the horizon; value and capital raised
 * against all. So a perfect model's places are uniform on 0..1. The worlds that closed count in the
 * chances and in the bands, whose medians of revenue are of all worlds, the closed with none. */
struct prediction_check {
    enum quantity_kind kind;
    int month;              /* of a quantity that changes; else 0 */
    enum precedent_grade grade;
    double truth;
    double place;           /* share of worlds below it, and half of those equal */
    double quantile[PREDICTION_QUANTILES];
    int64_t worlds;         /* it is held against; with few, the place is rough */
    /* The same of those of these worlds that ended alike, at any time (private: by the truth's month); when
     * it ended is a truth of its own. None where nothing is known of the end, nor of revenue
     * and services share under sampling: sobol, where the two plays do not meet the same worlds. */
    struct selection selection;
};

enum acceptance { ACCEPTANCE_MET, ACCEPTANCE_MISSED, ACCEPTANCE_UNCLEAR }; /* its 95% interval decides */

struct prediction_band {
    struct figure figure;
    int64_t worlds;         /* that are as given */
    enum acceptance acceptance;
};

struct prediction_moment {
    int month;
    double quantile[PREDICTION_QUANTILES];
};

struct prediction {
    const struct precedent *precedent;
    const char *scenario, *strategy;
    int64_t paths;
    int horizon;
    /* By the month at which the truth is known: chances, as shares of worlds; and the same of
     * companies at large. NaN where nothing is known of the end. */
    double chance[FATES], base[FATES];
    enum fate truth;
    double log_score, base_log_score;
    int64_t alike; /* worlds that ended as it did, by that month */
    int checks;
    struct prediction_check check[PREDICTION_CHECKS_MAX];
    struct prediction_band band[PRECEDENT_BANDS_MAX];
    /* Revenue of the year up to a month, had the company gone on by itself, of the worlds open at
     * its end. Empty when no revenue is known of it, and up to the last month at which one is open. */
    int moments;
    struct prediction_moment moment[PREDICTION_MOMENTS_MAX];
};

enum fate prediction_fate(enum outcome outcome);

struct foretelling; /* a precedent with its scenario, ready to be played */

/* NULL after a complaint, or without one when memory ran out. The precedent must outlive it. */
struct foretelling *prediction_prepare(const struct precedent *precedent, struct complaints *complaints);
void prediction_forget(struct foretelling *foretelling); /* takes NULL */

/* Plays `paths` worlds twice: as they come, and for the revenue with nobody to buy or list the company. */
enum batch_end prediction_make(struct foretelling *foretelling, const struct base_rates *rates, int64_t paths,
                               uint64_t seed, const struct batch_options *options, struct prediction *prediction,
                               struct complaints *complaints);

#endif
