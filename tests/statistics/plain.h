/* The model a second time, by other hands: one company after the other, one number after the other,
 * with GSL's random numbers and the C library's exp and log.
 *
 * It is written from the description of the month as anybody who knows GSL would write it, with
 * branches and in its own order of arithmetic, and shares no code with engine/model and
 * engine/numerics. The tables of fields, the enumerations and the scenario are data and are common.
 *
 * It exists to disagree. Its luck is either its own (statistics must agree) or, number by number,
 * the engine's (then every path must agree), and the benchmark measures the engine against it. */
#ifndef STATISTICS_PLAIN_H
#define STATISTICS_PLAIN_H

#include "model/block.h"
#include "scenario/scenario.h"
#include "statistics/plain_owners.h"

#include <gsl/gsl_rng.h>
#include <stdbool.h>
#include <stdint.h>

#define PATH(name, ...) double name;
#define MONTH(name, ...) double name, name##_spread;
#define CHOICE(name, ...) double name;
#define FIXED(name, ...) double name;

struct plain_stage {
#include "model/stage.def"
};
struct plain_round {
#include "model/round.def"
};

/* One path's value of every field, in the order of the columns of struct parameters. */
struct plain_given {
    struct {
#include "model/market.def"
    } market;
    struct {
#include "model/climate.def"
    } climate;
    struct {
#include "model/company.def"
    } company;
    struct {
#include "model/capability.def"
    } capability;
    struct {
#include "model/community.def"
    } community;
    struct {
#include "model/sales.def"
    } sales;
    struct {
#include "model/delivery.def"
    } delivery;
    struct {
#include "model/people.def"
    } people;
    struct {
#include "model/exit.def"
    } exits;
    struct {
#include "model/playbook.def"
    } playbook;
    struct {
#include "model/funding.def"
    } funding;
    struct {
#include "model/board.def"
    } board;
    struct plain_stage stage[STAGES_MAX + 1];
    struct plain_round round[ROUNDS_MAX];
    struct {
#include "model/founder.def"
    } founder;
};

#undef PATH
#undef MONTH
#undef CHOICE
#undef FIXED

/* Where random numbers come from. With a generator, from GSL's distributions. Without one, from
 * the address (seed, path, month, purpose) as in the engine, by inversion through GSL. */
struct plain_luck {
    gsl_rng *rng;
    uint64_t seed, path;
    double uniform[DRAWS]; /* this month's, without a generator */
};

struct plain_world {
    bool open;
    double deviation, demand, headlines, mood; /* of demand from its trend, in logs; and factors */
    double adopters, newcomers, maturity, appeal, giants, upstream, rival_users, rival_value,
        valuation;
};

struct plain_team {
    double consultants, engineers, upstreamers, trainers, sellers, carers;
};

struct plain_billing {
    double services, training, support, subscription, value_added, licences, advertising;
};

struct plain_company {
    int stage;
    bool controlled; /* by the board */
    double experience, commits, product, edge, expertise, influence, completeness, lead, fit, value;
    double users, invited, content, business_users, payers;
    double backlog, charged, side_work, evaluating[3], undecided, wins, started, proven;
    double subscribers, subscription, licensees, licence_base;
    struct plain_billing billed, year; /* of the month; run-rates a year */
    double revenue, a_year_ago[12], growth, direct_cost;
    struct plain_team team;
    double headcount, kept, payroll, marketing;
    bool poor;              /* founders live on less than market pay */
    double present, unpaid; /* of a dollar at the end of the month; months of pay forgone */
    double cash, receivables, collected, spent;
    int rounds, since_round; /* closed; months since the last one */
    double founders_share, pool_share, lender_share, investor_share[ROUNDS_MAX], preference[ROUNDS_MAX];
    double notes, repaid; /* sold and open; dollars, of the month */
    double departed;      /* part of the staff, in the month */
    struct plain_owners owners;
    double post_money, budget, worth, technology, talent, strategic;
    /* The search for the next round: months it has taken and all have, months to the money and to
     * the next search; what has happened since the last round, and how large that was. */
    double searching, searched, agreed, resting, lean, last_amount;
    bool bridged, cheaper, strategic_investor;
    double debt, debt_age, advance, to_lenders; /* owed; months; owed; of this month */
    bool advanced;
};

/* What follows from the parameters alone, worked out at the start and after dated changes. */
struct plain_rates {
    double demand_shock, headline_decay, maturing, imitation_decay, engagement_mean;
};

struct plain_life {
    const struct scenario *scenario;
    int strategy, month;
    bool over;
    struct plain_luck luck;
    struct plain_given given; /* as dated changes have left it */
    struct plain_given first; /* as drawn */
    struct plain_rates rates;
    struct plain_stage now;
    struct plain_world world;
    struct plain_company company;
    struct result result; /* once it is over */
};

/* Copies the parameters of one lane. */
void plain_read(const struct parameters *parameters, int lane, struct plain_given *given);

/* The caller sets scenario, strategy, given and luck; then a month, until it is over. */
void plain_start(struct plain_life *life);
void plain_month(struct plain_life *life);

#endif
