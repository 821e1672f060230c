/* The companies of many funds, each fund in a world of its own, played. */
#ifndef ANALYSIS_PORTFOLIO_H
#define ANALYSIS_PORTFOLIO_H

#include "analysis/candidate.h"
#include "analysis/ledger.h"
#include "montecarlo/batch.h"

/* One place in a fund. The same seat holds companies of the same kind in every fund. Two companies
 * with the same number have the same luck of their own. */
struct seat {
    int arm, number;
    int month; /* of the fund, in which the company starts */
};

struct portfolio {
    const struct fund *fund;
    struct candidate candidate[FUND_ARMS_MAX];
};

/* Loads the scenarios of a fund; NULL after a complaint, or without one when memory ran out. */
struct portfolio *portfolio_create(const struct fund *fund, struct complaints *complaints);
void portfolio_destroy(struct portfolio *portfolio); /* takes NULL */

/* Seats for `count` companies from number `first` on, in the proportions of the fund's weights and
 * evenly spread over its pacing. Any run of seats has about the same mix. */
void portfolio_seat(const struct fund *fund, int first, int count, struct seat *seats);

/* Plays one seat of the funds 0 .. funds - 1; fund f's deal goes to deals[f * stride]. */
enum batch_end portfolio_play(const struct portfolio *portfolio, struct seat seat,
                              int64_t funds, const struct batch_options *options, struct deal *deals,
                              int64_t stride, struct complaints *complaints);

#endif
