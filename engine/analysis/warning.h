/* Early warning: which figures of an early month foretell that a company will close, or that it will be
 * sold or listed with success, by a later one. */
#ifndef ANALYSIS_WARNING_H
#define ANALYSIS_WARNING_H

#include "analysis/indicator.h"
#include "analysis/pairing.h"
#include "analysis/tenths.h"
#include "scenario/measure.h"
#include "scenario/roster.h"

enum warning_event {
    WARNING_DEATH, /* shut down or acqui-hired */
    WARNING_EXIT,  /* sold or listed, and what counts as good holds */
    WARNING_EVENTS
};

/* Of the companies of one strategy that are open, and their owners', at the end of the early month. */
struct warning_strategy {
    int strategy;
    int64_t going;
    struct screening event[WARNING_EVENTS];
    struct pairing pairing[WARNING_EVENTS]; /* the best two of what is claimed, against the best one */
    struct tenths tenths[WARNING_EVENTS]; /* of the best that is claimed, among the held-out companies; none: empty */
    double warned[WARNING_EVENTS];        /* share of those whom its rule warns */
};

struct warning {
    const struct scenario *scenario;
    const char *version;
    int at, by;            /* months: the figures are of the end of `at`; events come later, up to the end of `by` */
    struct measure good;
    uint64_t seed;
    int64_t paths;
    struct indicators indicators;
    int strategies;
    struct warning_strategy *strategy; /* [strategies] */
};

/* `roster` NULL: all strategies. `good` is known at the end of a company, such as take_home>=$1M or
 * listed. NULL after a complaint (about --at, --by or --of), or without one when memory ran out. The
 * scenario must outlive it. */
struct warning *warning_create(const struct scenario *scenario, const struct roster *roster, const struct measure *good,
                               int at, int by, struct complaints *complaints);
void warning_destroy(struct warning *warning); /* takes NULL */

enum batch_end warning_play(struct warning *warning, int64_t paths, uint64_t seed, const struct batch_options *options,
                            struct complaints *complaints);

/* The half of a path: whether it is held out. By a fixed draw, for odd and even paths of a Sobol sequence
 * lie in different halves of an assumption's range. */
bool warning_holds_out(int64_t path);

#endif
