/* What a company's chooser wants as much as possible of, and what he wants no more than so much of. */
#ifndef ANALYSIS_OBJECTIVE_H
#define ANALYSIS_OBJECTIVE_H

#include "montecarlo/batch.h"
#include "montecarlo/statistics.h"
#include "scenario/measure.h"

enum objective_by {
    OBJECTIVE_MEAN,
    OBJECTIVE_MEDIAN,
    OBJECTIVE_CERTAIN /* the sure gain that is as good to one founder (analysis/parties.h) */
};

struct objective {
    const char *name; /* as written */
    enum objective_by by;
    struct measure measure;
};

/* At most so much in the mean: 'closed<=40%', 'nothing<=50%', 'take_home>=$1M<=20%'. */
struct objective_limit {
    const char *name; /* as written */
    bool nothing;     /* the chance of a take-home below $1,000 */
    struct measure measure;
    double most;
};

/* Reads 'certain', 'median', 'median MEASURE' or a measure, whose mean counts. In complaints the text is
 * the first line of a file called `option`. `horizon` in months. */
bool objective_parse(const char *option, const char *text, int horizon, struct complaints *complaints,
                     struct objective *objective);
bool objective_parse_limit(const char *option, const char *text, int horizon, struct complaints *complaints,
                           struct objective_limit *limit);

/* To be called before a batch is played; -1 where nothing is to be watched. */
int objective_watch(struct batch *batch, const struct objective *objective);
int objective_watch_limit(struct batch *batch, const struct objective_limit *limit);

/* The value of a played strategy. Each world's part of it stands in `score` afterwards: their mean is the
 * value, and differences of two strategies' have an error as any mean has. `room` holds two values
 * per path. */
double objective_value(const struct objective *objective, const struct batch *batch, int strategy, int watch,
                       double *room, double *score);

/* The mean that a limit is about. `room` holds one value per path. */
struct figure objective_limit_value(const struct objective_limit *limit, const struct batch *batch, int strategy, int watch,
                             double *room);

/* The chance of a take-home below $1,000. */
double objective_ruin(const struct batch *batch, int strategy);

#endif
