/* Which of many numbers tell early who will meet with an event. Directions and thresholds are learned
 * from one half of the cases, and everything that is said of them is counted in the other half, which
 * had no part in it. */
#ifndef ANALYSIS_SCREENING_H
#define ANALYSIS_SCREENING_H

#include "analysis/proportion.h"
#include "analysis/roc.h"
#include "montecarlo/statistics.h"

enum {
    SCREENING_ROWS_MAX = 64,
    SCREENING_LEAST = 30 /* events, and cases without, in either half: with fewer nothing is tried */
};

/* Of families of numbers that tell nothing, at most this share has one that is claimed. */
extern const double screening_level; /* 5% */

enum screening_state {
    SCREENING_TRIED,
    SCREENING_CONSTANT, /* all have the same, in one half at least */
    SCREENING_UNKNOWN   /* there is a case of which it is not known */
};

struct screening_row {
    int number;                  /* the caller's, of what is tried; the rest is not set unless tried */
    enum screening_state state;
    bool low_warns;              /* else the high; learned */
    struct roc learned, held;    /* in either half; areas above one half where the high warn */
    double area, low, high;      /* held out, with its 95% interval; above one half: as was learned */
    double chance, corrected;    /* of such an area if the number tells nothing; corrected for the family */
    double area_learned, youden_learned;
    struct figure youden;        /* held out: share of the events warned less that of the others */
    bool nothing;                /* it is told by whether there is any: warned is who has nothing (low_warns), or
                                    something; else by the threshold: */
    double threshold;            /* warned is who has less than it (low_warns) or more */
    double exact;                /* the same before it was made round: the best there was */
    struct proportion caught;    /* held out: of the events, those warned (sensitivity) */
    struct proportion alarmed;   /* of the others, those warned (1 less specificity) */
    struct proportion struck;    /* of those warned, the events (precision) */
    bool clear;                  /* the interval of the area lies above one half */
    bool claimed;                /* clear after the correction too, and so is the rule's youden */
};

struct screening {
    const bool *event, *held;    /* the caller's, of each case */
    int64_t all;
    int64_t cases[2], events[2]; /* learned from, held out */
    struct proportion base;      /* of the held-out cases, the events */
    bool enough;                 /* else there are no rows */
    int rows, claims;
    struct screening_row row[SCREENING_ROWS_MAX]; /* once settled, by area, largest first; the untried last */
};

/* `event` and `held` must outlive it. */
void screening_begin(struct screening *screening, const bool *event, const bool *held, int64_t n);

/* Tries one number; nothing happens where there is not enough. `work` is for n. */
void screening_try(struct screening *screening, int number, const double *values, struct roc_case *work);

/* After all were tried: corrects for every number of the `count` screenings, which are one family,
 * makes their claims and sorts their rows. False when memory ran out. */
bool screening_settle(struct screening *family, int count);

/* How well a figure tells for sure, in the half that was learned from: the lower end of the interval of its area. */
double screening_sure(const struct screening_row *row);

/* Of what is claimed, the one that tells best for sure. Chosen in the half that was learned from, so that what the
 * other half says of it is not flattered by the choice; NULL where nothing is claimed. */
const struct screening_row *screening_best(const struct screening *screening);

/* Whether the rule warns of a value. */
bool screening_warns(const struct screening_row *row, double value);

#endif
