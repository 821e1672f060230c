#include "report/lifetimes.h"

#include <math.h>
#include <stdlib.h>

static void fill_outcomes(struct strategy_summary *one, const struct kind *kind, int horizon,
                          int64_t paths)
{
    double lives = 1 - kind->dies;
    double shares[OUTCOMES] = {kind->dies * .87, 0, kind->dies * .13, 0, 0};
    if (kind->dies >= 1) {
        shares[OUTCOME_SHUT_DOWN] = 1;
        shares[OUTCOME_ACQUIHIRED] = 0;
    }
    double sold = kind->rounds > 0 ? .46 : .22;
    shares[OUTCOME_IPO] = lives * (kind->rounds > 2 ? .09 : .02);
    shares[OUTCOME_ACQUIRED] = lives * sold;
    shares[OUTCOME_PRIVATE] = lives - shares[OUTCOME_IPO] - shares[OUTCOME_ACQUIRED];
    if (paths == 1)
        for (int o = 0; o < OUTCOMES; o++)
            shares[o] = o == (kind->rounds > 0 ? OUTCOME_SHUT_DOWN : OUTCOME_PRIVATE);
    for (int o = 0; o < OUTCOMES; o++)
        one->outcome[o] = recipe_share(shares[o], paths);
    double dead = shares[OUTCOME_SHUT_DOWN] + shares[OUTCOME_ACQUIHIRED];
    one->cause[CAUSE_NONE] = recipe_share(shares[OUTCOME_PRIVATE], paths);
    one->cause[CAUSE_OUT_OF_CASH] = recipe_share(dead * .8, paths);
    one->cause[CAUSE_GAVE_UP] = recipe_share(dead * .2, paths);
    one->cause[CAUSE_OFFER] = recipe_share(shares[OUTCOME_ACQUIRED], paths);
    one->cause[CAUSE_LISTED] = recipe_share(shares[OUTCOME_IPO], paths);
    one->open = calloc((size_t)horizon + 1, sizeof *one->open);
    one->open_error = calloc((size_t)horizon + 1, sizeof *one->open_error);
    for (int m = 0; m <= horizon; m++) {
        double gone = dead * (1 - exp(-3.0 * m / horizon)) / (1 - exp(-3.0));
        if (paths == 1)
            gone = dead > 0 && m > horizon / 2;
        one->open[m] = 1 - gone;
        one->open_error[m] = recipe_share(gone, paths).error;
    }
    one->dead_by_5_years =
        horizon >= 60 ? recipe_share(1 - one->open[60], paths) : (struct figure){NAN, NAN};
}

static void fill_quarters(struct strategy_summary *one, const struct kind *kind, int horizon)
{
    one->quarters = horizon / 3 + 1;
    one->quarter = calloc((size_t)one->quarters, sizeof *one->quarter);
    for (int q = 0; q < one->quarters; q++) {
        struct quarter *quarter = &one->quarter[q];
        quarter->month = 3 * q;
        double t = quarter->month / 120.0, grown = kind->revenue * (t * t * .8 + t * .14 + .06);
        double gone = 1 - one->open[quarter->month];
        quarter->p95 = grown * (2.5 + 3 * t);
        quarter->p75 = grown * 1.9 * (1 - gone / 1.2);
        quarter->p50 = gone > .5 ? 0 : grown * (1 - gone);
        quarter->p25 = gone > .25 ? 0 : grown * .6;
        quarter->p5 = gone > .05 ? 0 : grown * .3;
        double mean = grown * 1.5 * (1 - gone), late_part = fmin(1, t);
        double pure = 1 - (1 - kind->services) * late_part;
        quarter->stream[STREAM_SERVICES] = mean * pure * .85;
        quarter->stream[STREAM_TRAINING] = mean * pure * .15;
        quarter->stream[STREAM_SUPPORT] = mean * (1 - pure) * .12;
        quarter->stream[STREAM_SUBSCRIPTION] = mean * (1 - pure) * (kind->rounds > 2 ? .2 : .6);
        quarter->stream[STREAM_VALUE_ADDED] = mean * (1 - pure) * .26;
        quarter->stream[STREAM_LICENCES] = mean * (1 - pure) * (kind->rounds > 2 ? .4 : 0);
        quarter->stream[STREAM_ADVERTISING] = mean * (1 - pure) * .02;
        if (kind->dies >= 1 && q > one->quarters / 2)
            *quarter = (struct quarter){.month = quarter->month};
    }
}

void lifetimes_fill(struct strategy_summary *one, const struct kind *kind, int horizon, int64_t paths)
{
    fill_outcomes(one, kind, horizon, paths);
    fill_quarters(one, kind, horizon);
}
