/* Who is better in the same worlds, of two strategies or of several: by the share of worlds that each
 * wins, or by the mean or the median of a measure. */
#ifndef ANALYSIS_CONTEST_H
#define ANALYSIS_CONTEST_H

#include "montecarlo/batch.h"
#include "montecarlo/statistics.h"
#include "scenario/measure.h"

enum contest_by {
    CONTEST_WINS,  /* worlds won less worlds lost; dollars that differ by less than $1,000 are level */
    CONTEST_MEAN,  /* of the differences */
    CONTEST_MEDIAN /* the difference of the two medians */
};

struct contest {
    enum contest_by by;
    struct measure measure;
};

/* Sums of one pair over worlds; they add up. */
struct contest_sums {
    int64_t worlds, differ; /* differ: worlds in which the two are not level */
    double sum, squares;    /* of what every world says for the first against the second */
};

/* Writes what every world first .. paths - 1 of a played batch says for strategy a against b into
 * score[0 …]: their mean is the difference of the two, with a standard error as of any mean. `room` holds
 * three values per path. `watch` is measurement_watch's. */
void contest_scores(const struct batch *batch, const struct contest *contest, int watch, int a, int b,
                    int64_t first, double *room, double *score);

/* 1, −1 or, where they are level, 0 for every world in which one strategy has the values a and the other b. */
void contest_wins(const struct measure *measure, const double *a, const double *b, int64_t n, double *score);

void contest_add(struct contest_sums *sums, const double *score, int64_t worlds);

/* The difference with its error. */
struct figure contest_figure(const struct contest_sums *sums);

/* By how many standard errors the first is ahead; 0 where too few worlds differ for a normal law. */
double contest_z(const struct contest_sums *sums);

#endif
