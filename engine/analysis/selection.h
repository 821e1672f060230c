/* What selection alone does to a forecast. Companies are remembered for how they ended, so that even a
 * forecaster who is right would not hold 80% of them in 80% intervals. Each of the model's own worlds that
 * ended as the company did takes the truth's place here: how often the forecast would hold it. */
#ifndef ANALYSIS_SELECTION_H
#define ANALYSIS_SELECTION_H

#include "analysis/score.h"

/* With fewer worlds that ended alike, nothing is said of a case or a figure. */
enum { SELECTION_WORLDS_LEAST = 200 };

struct selection {
    int64_t worlds;                   /* that ended alike, and in which the figure has a value */
    double place;                     /* of the truth among them; NaN for none */
    double would_hold[SCORE_LEVELS];  /* share of them in the forecast's intervals; NaN for none */
    double would_alike[SCORE_LEVELS]; /* in their own: not quite the level where many are equal */
};

/* `forecast` is sorted and holds all of `alike`, which this sorts; neither has a NaN. */
struct selection selection_measure(const double *forecast, int64_t n, double *alike, int64_t m, double truth);

#endif
