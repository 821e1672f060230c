/* One company in one world, month by month, as a list of what happened. */
#ifndef ANALYSIS_CHRONICLE_H
#define ANALYSIS_CHRONICLE_H

#include "model/kernel.h"
#include "montecarlo/sampler.h"
#include "scenario/scenario.h"

enum happening {
    HAPPENED_START,          /* people, cash */
    HAPPENED_CLIMATE_SHUTS,
    HAPPENED_CLIMATE_OPENS,
    HAPPENED_GIANT,          /* how many by now, rival's score */
    HAPPENED_HEADLINES,      /* mood as a factor; told when it leaves 0.75..1.33 */
    HAPPENED_HALF_MATURE,    /* - */
    HAPPENED_ADOPTION,       /* adopters, share of accounts: told at 10% and 50% */
    HAPPENED_EVENT,          /* index into scenario->event */
    HAPPENED_STAGE,          /* stage index */
    HAPPENED_BOARD,          /* investors' stake, stage index */
    HAPPENED_ROUND,          /* round index, amount, pre-money, founders' share */
    HAPPENED_SEARCH,         /* round index: the search begins */
    HAPPENED_FIRST_ENGAGEMENT, /* dollars */
    HAPPENED_FIRST_WIN,      /* - */
    HAPPENED_FIRST_PAYERS,   /* payers, users: told at the tenth payer */
    HAPPENED_REVENUE,        /* yearly revenue: told at $1M, $10M, $100M */
    HAPPENED_CUTS,           /* people now, people half a year ago: told when a quarter has gone */
    HAPPENED_BREAKTHROUGH,   /* lead: told when it passes one half */
    HAPPENED_END,            /* see result */
    HAPPENINGS
};

struct chronicle_event {
    int month;               /* events of month m happened in the m-th month after the start */
    enum happening what;
    double number[4];        /* as listed above */
};

/* What stood between a company that died and its next round. */
enum obstacle {
    OBSTACLE_NONE,           /* nothing: the search had no luck */
    OBSTACLE_NO_ROUND_LEFT,  /* the plan has no further round */
    OBSTACLE_REVENUE, OBSTACLE_PRODUCT_REVENUE, OBSTACLE_COMPLETENESS, OBSTACLE_GROWTH,
    OBSTACLE_WAIT
};

struct chronicle {
    int events;
    struct chronicle_event *event; /* in order of month */
    struct result result;
    /* The last month: */
    double cash, spent, collected, people, expertise, influence, completeness, users, subscribers;
    double adopters, maturity, rival_appeal, open;
    double loan;                   /* to be paid back before owners get anything */
    enum obstacle obstacle;
    double needed, had;            /* where the obstacle is a number */
    int months_searched;           /* for the round that never closed */
};

/* Plays `path` under `strategy`. NULL when memory is short. */
struct chronicle *chronicle_create(const struct scenario *scenario, const struct sampler *sampler,
                                   const struct kernel *kernel, uint64_t seed, int strategy,
                                   int64_t path);
void chronicle_destroy(struct chronicle *chronicle); /* takes NULL */

#endif
