/* One company in one world, month by month, as a list of what happened and why. */
#ifndef ANALYSIS_CHRONICLE_H
#define ANALYSIS_CHRONICLE_H

#include "model/kernel.h"
#include "montecarlo/sampler.h"
#include "scenario/scenario.h"

enum happening {
    HAPPENED_START,          /* people, cash, whether the climate is open, users */
    /* The world: */
    HAPPENED_CLIMATE_SHUTS,
    HAPPENED_CLIMATE_OPENS,
    HAPPENED_GIANT,          /* how many by now, rival's score, how far the company convinced a
                                buyer against it before, and now; 0 if it sells no product */
    HAPPENED_HEADLINES,      /* mood as a factor, growth over a year, revenue; told when the mood
                                leaves 0.75..1.33 */
    HAPPENED_HALF_MATURE,    /* - */
    HAPPENED_ADOPTION,       /* adopters, share of accounts, services billed so far, their share of
                                all money until now: told at 10% and 50% */
    /* The plan: */
    HAPPENED_EVENT,          /* index into scenario->event */
    HAPPENED_STAGE,          /* stage index, months between releases if told anew, else 0 */
    HAPPENED_BOARD,          /* investors' stake, stage index, services revenue, all revenue */
    HAPPENED_ROUND,          /* round index, amount, pre-money, founders' share */
    HAPPENED_SEARCH,         /* round index: the search begins */
    HAPPENED_TERM_SHEET,     /* round index, months searched, months until the money */
    HAPPENED_BRIDGE,         /* round index, amount, months searched: the search failed, insiders help */
    HAPPENED_DOWN,           /* round index, share of the last price, months searched: it goes on */
    HAPPENED_SEARCH_FAILS,   /* round index, months searched, months of living on customers */
    HAPPENED_SEARCH_ENDS,    /* round index, months searched: called off, for the cash lasts again */
    HAPPENED_ADVANCE,        /* dollars advanced on revenue, dollars to repay */
    HAPPENED_ADVANCE_REPAID, /* months since the advance */
    HAPPENED_DEBT_REPAID,    /* months since the last loan */
    /* Users, noticed by users.c: */
    HAPPENED_USERS,          /* mark, visits of the month, share that stayed, reproduction */
    HAPPENED_CYCLE_BEGINS,   /* reproduction, share that stays, value, content: above 1 */
    HAPPENED_CYCLE_ENDS,     /* reproduction, value, share of people reached, rivals' users, users */
    HAPPENED_LEADS,          /* users, those of the leading rival community, value, rival's value */
    HAPPENED_TRAILS,         /* the same */
    HAPPENED_SHRINK,         /* users, peak, completeness, fit, share that stayed, rivals' users */
    HAPPENED_CONTRIBUTIONS,  /* merged engineer-months a month, own engineers, contributors */
    HAPPENED_CONTENT,        /* living contributions */
    HAPPENED_PAYERS,         /* mark, business users, users, factor of analytics */
    /* Deals, noticed by deals.c: */
    HAPPENED_FIRST_ENGAGEMENT, /* dollars */
    HAPPENED_FIRST_EVALUATION, /* price of the pilot, months it takes */
    HAPPENED_FIRST_LOSS,     /* reason, completeness, fit, score, rival's score, release interval */
    HAPPENED_FIRST_WIN,      /* price of a licence or 0, subscription a year or 0, decided so far,
                                price of a pilot, months since the first evaluation, users */
    HAPPENED_TENTH_DECISION, /* decided, reason as for a loss: told when none is won */
    HAPPENED_TENTH_WIN,      /* decided, won */
    HAPPENED_CUSTOMERS,      /* mark, subscription a year: told at 100, 1000 */
    /* Business and capability, noticed by milestones.c: */
    HAPPENED_EXPERTISE,      /* mark, person-months seen */
    HAPPENED_INFLUENCE,      /* mark, own engineers upstream */
    HAPPENED_HALF_COMPLETE,  /* fit, what expertise tells its makers, what users tell them */
    HAPPENED_BREAKTHROUGH,   /* lead: told when it passes one half */
    HAPPENED_TRAINING,       /* yearly revenue: told at $50k */
    HAPPENED_VALUE_ADDED,    /* the same */
    HAPPENED_SERVICES_HALF,  /* their share, revenue, stream that brings most beside them, its share */
    HAPPENED_DISMANTLED,     /* yearly services then and now, expertise then and now, product revenue */
    HAPPENED_REVENUE,        /* mark, biggest stream, its share, next stream, its share */
    HAPPENED_CUTS,           /* people now, people half a year ago, growth, months the cash lasts */
    HAPPENED_END,            /* see result */
    HAPPENINGS
};

/* Why an enterprise said no: what its decision lacked most. */
enum loss_reason {
    LOSS_INCOMPLETE,
    LOSS_OUT_OF_DATE,
    LOSS_TECHNOLOGY, /* the best rival is ahead, where technology counts */
    LOSS_TRUST,      /* and where trust does */
    LOSS_NO_NEED     /* nothing much: it buys from nobody */
};

enum { CHRONICLE_NUMBERS = 6 };

struct chronicle_event {
    int month;               /* events of month m happened in the m-th month after the start */
    enum happening what;
    double number[CHRONICLE_NUMBERS]; /* as listed above */
};

/* What stood between a company that died and its next round. */
enum obstacle {
    OBSTACLE_NONE,           /* nothing: the search had no luck */
    OBSTACLE_NO_ROUND_LEFT,  /* the plan has no further round */
    OBSTACLE_REVENUE, OBSTACLE_PRODUCT_REVENUE, OBSTACLE_CUSTOMERS, OBSTACLE_COMPLETENESS,
    OBSTACLE_GROWTH, OBSTACLE_WAIT
};

struct chronicle {
    int events;
    struct chronicle_event *event; /* in order of month */
    struct result result;
    /* The last month: */
    double cash, spent, collected, people, expertise, influence, completeness, fit, lead;
    double users, visits, joined, business_users, payers, subscribers, licensees;
    double adopters, adopted, maturity, rival_appeal, open;
    double year[STREAMS], revenue, growth;
    double loan;                   /* of all kinds, to be paid back before owners get anything */
    enum obstacle obstacle;
    double needed, had;            /* where the obstacle is a number */
    int months_searched;           /* for the round that never closed */
    /* The whole life: */
    double started_with, outlay;   /* cash at the start; all that was spent */
    double billed[STREAMS];
    double users_at_start, users_at_most;
    double engagements;
    int last_engagement;           /* its month */
    bool sold_services;            /* or tried to */
    double evaluations, decided, won, pilots, pilots_billed, evaluation_length;
    int room;                      /* for events */
    bool failed;                   /* memory was short */
};

/* Plays `path` under `strategy`. NULL when memory is short. */
struct chronicle *chronicle_create(const struct scenario *scenario, const struct sampler *sampler,
                                   const struct kernel *kernel, uint64_t seed, int strategy,
                                   int64_t path);
void chronicle_destroy(struct chronicle *chronicle); /* takes NULL */

/* For those who notice. Tells one more event; what is not given is 0. */
void chronicle_tell(struct chronicle *chronicle, int month, enum happening what,
                    const double number[CHRONICLE_NUMBERS]);
#define CHRONICLE_TELL(chronicle, month, what, ...) \
    chronicle_tell(chronicle, month, what, (const double[CHRONICLE_NUMBERS]){__VA_ARGS__})

/* The highest of n ascending marks that a number has reached and none has told yet, or 0. What has
 * been told is not told again, so that a number which wavers about a mark passes it once. */
double chronicle_mark(double *told, double number, const double *marks, int n);

#endif
