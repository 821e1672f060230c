/* A block: up to LANES companies that live through the same months side by side, one lane each.
 *
 * The world of a lane depends on its path alone, never on the company, so that every strategy meets
 * the same one. Steps read and write columns; only month.c calls them, in story order. */
#ifndef MODEL_BLOCK_H
#define MODEL_BLOCK_H

#include "model/captable.h"
#include "model/outcome.h"
#include "model/parameters.h"

#include <stdint.h>

/* Purposes of the monthly draws, in the order of the steps that use them; every one is taken each
 * month whether it is needed or not. A draw that fell below a chance is, divided by that chance,
 * uniform again: rare events take their size from it. */
enum draw {
    DRAW_CLIMATE, DRAW_DEMAND, DRAW_HEADLINE, DRAW_GIANT, /* the world's */
    DRAW_VALUATION, /* the world's, too */ DRAW_BREAKTHROUGHS, DRAW_BREAKTHROUGH_SIZE, DRAW_VISITS,
    DRAW_ENGAGEMENTS, DRAW_ENGAGEMENT_VALUE, DRAW_EVALUATIONS, DRAW_WINS,
    DRAW_LICENCE_PRICE, DRAW_LOSSES, DRAW_ROUND, DRAW_OFFER,
    DRAW_LISTING, DRAW_GIVING_UP, DRAW_RESCUE, DRAW_PARTNER,
    DRAWS
};

struct world {
    double open[STRIDE];            /* 1 while the funding climate is open */
    double demand_log[STRIDE];      /* deviation of demand from its trend, in logs */
    double demand[STRIDE];          /* the same as a factor of mean 1 */
    double headlines[STRIDE];       /* mood that fades, in logs */
    double mood[STRIDE];            /* factor on odds and valuations */
    double adopters[STRIDE];
    double new_adopters[STRIDE];    /* of this month */
    double maturity[STRIDE];
    double rival_appeal[STRIDE];
    double giants[STRIDE];          /* that have entered */
    double upstream[STRIDE];        /* standing of everybody else upstream, engineer-months */
    double rival_users[STRIDE];
    double rival_value[STRIDE];
    double valuation[STRIDE];       /* factor on all valuations this month */
};

struct company {
    double live[STRIDE];            /* 1 or 0 */
    double stage[STRIDE];           /* index; STAGES_MAX once the board has imposed its own */
    double stage_month[STRIDE];     /* in which the stage began */
    double controlled[STRIDE];      /* 1 once the board has imposed its stage */

    /* capability */
    double experience[STRIDE];      /* person-months delivered and not forgotten */
    double commits[STRIDE];         /* standing upstream, engineer-months */
    double product[STRIDE];         /* useful engineer-months in the product */
    double edge[STRIDE];            /* breakthroughs not yet imitated */
    double expertise[STRIDE];       /* 0..1 */
    double influence[STRIDE];       /* 0..1 */
    double completeness[STRIDE];    /* 0..1 */
    double lead[STRIDE];            /* technology lead, 0..1 */
    double fit[STRIDE];             /* 0..1 */
    double value[STRIDE];           /* completeness x fit */

    /* community */
    double visits[STRIDE];          /* of this month */
    double users[STRIDE];
    double content[STRIDE];
    double joined[STRIDE], left[STRIDE]; /* users, of this month */
    double invited[STRIDE];         /* of those who joined: by users, not of themselves */
    double business_users[STRIDE];
    double payers[STRIDE];          /* self-service */
    double signed_up[STRIDE], lapsed[STRIDE]; /* payers, of this month */

    /* sales */
    double backlog[STRIDE];         /* services sold, not delivered */
    double engagements[STRIDE];     /* won this month */
    double engaged[STRIDE];         /* their value */
    double cancelled[STRIDE];       /* backlog lost this month */
    double charged[STRIDE];         /* what a fully billable consultant brings this month */
    double side_work[STRIDE];       /* services of this month out of no backlog: for other markets, and paid pilots */
    double evaluating[3][STRIDE];   /* evaluations in three successive phases */
    double undecided[STRIDE];       /* fraction of an evaluation that has reached its decision */
    double started[STRIDE], decided[STRIDE], wins[STRIDE]; /* evaluations, of this month */
    double proven[STRIDE];          /* of those started: proofs that users had already made */

    /* delivery */
    double subscribers[STRIDE];
    double subscribed[STRIDE], churned[STRIDE]; /* of this month */
    double subscription[STRIDE];    /* what subscribers pay, dollars a month */
    double licensees[STRIDE];       /* customers of a product licence */
    double licence_base[STRIDE];    /* price of their licences, under maintenance */
    double billed[STREAMS][STRIDE]; /* of this month */
    double billed_total[STRIDE];
    double year[STREAMS][STRIDE];   /* run-rate, dollars a year: an exponential mean of a year */
    double revenue[STRIDE];         /* their sum */
    double past[12][STRIDE];        /* what that sum was, by month of the year */
    double growth[STRIDE];          /* against twelve months ago */
    double direct_cost[STRIDE];     /* of this month, beside people */

    /* people */
    double consultants[STRIDE], engineers[STRIDE], upstreamers[STRIDE], trainers[STRIDE],
        sellers[STRIDE], carers[STRIDE]; /* by role */
    double headcount[STRIDE];
    double hired[STRIDE], departed[STRIDE]; /* of this month */
    double kept[STRIDE];            /* share of experience that stayed with those who stayed */
    double payroll[STRIDE];         /* of this month, overhead included */
    double present[STRIDE];         /* what a dollar of this month was worth at the start */
    double poor[STRIDE];            /* 1 while founders live on less than market pay, else 0 */
    double unpaid[STRIDE];          /* months of market pay that a founder went without, discounted */

    /* cash */
    double cash[STRIDE];
    double receivables[STRIDE];
    double collected[STRIDE], spent[STRIDE], raised[STRIDE]; /* of this month */
    double marketing[STRIDE];       /* of this month */

    /* funding: shares of the fully diluted company, copied from its holdings */
    double founders_share[STRIDE], pool_share[STRIDE];
    double lender_share[STRIDE];    /* warrants */
    double investor_share[ROUNDS_MAX][STRIDE], preference[ROUNDS_MAX][STRIDE];
    double rounds[STRIDE];          /* closed */
    double since_round[STRIDE];     /* months */
    double post_money[STRIDE];      /* of the last round */
    double budget[STRIDE];          /* monthly burn that the last round allows */
    double notes[STRIDE];           /* sold, and neither converted nor repaid */
    double repaid[STRIDE];          /* dollars on notes, of this month */
    double searching[STRIDE];       /* months that the search for the next round has taken; 0: none */
    double searched[STRIDE];        /* months of all searches */
    double agreed[STRIDE];          /* months until the money of a term sheet comes; 0: none */
    double resting[STRIDE];         /* months of living on customers after a failed search */
    double lean[STRIDE];            /* 1 after a failed search until a round closes, else 0 */
    double bridged[STRIDE];         /* 1 once insiders have bridged since the last round */
    double down[STRIDE];            /* 1 while it searches at a lower price */
    double last_amount[STRIDE];     /* of the last round */
    double partner[STRIDE];         /* 1 once a strategic investor is in */

    /* lenders */
    double debt[STRIDE];            /* venture debt not yet paid back */
    double debt_age[STRIDE];        /* months since it was last lent */
    double advance[STRIDE];         /* to be repaid out of revenue */
    double advanced[STRIDE];        /* 1 once there was an advance */
    double debt_payment[STRIDE], borrowed[STRIDE]; /* of this month, to and from lenders */

    /* exit */
    double worth[STRIDE];           /* stand-alone enterprise value */
    double strategic[STRIDE];       /* value to an owner of distribution */
};

/* Whose the company is. A round's investor is a row of the cap table. */
struct holdings {
    struct captable table;
    int8_t row[ROUNDS_MAX];         /* of each round that closed */
    double sold, sold_present;      /* what founders got for shares; discounted to the start */
};

/* What stays the same over the months of a path, worked out once and after events. */
struct rates {
    double demand_bias[STRIDE], demand_step[STRIDE], headline_decay[STRIDE];
    double maturing[STRIDE], imitation_decay[STRIDE], engagement_mean[STRIDE];
    double close_open[STRIDE], open_again[STRIDE];
    double discount[STRIDE];        /* what founders give today for a dollar in a month */
    double small_subscription[STRIDE], small_licence[STRIDE]; /* how many sales take the time of one at $100k */
};

/* A dated change, as the month applies it. */
struct change {
    int first_month, last_month;
    int column; /* of struct parameters; -1: enters `stage` */
    int stage;
    int multiply;
    double value;
    double low, high; /* legal range of the field */
};

enum { CHANGES_MAX = 64, SCRATCH = 8 };

/* A part of a step that loops over lanes stands alone: inlined into its step, gcc forgets which
 * columns are apart and leaves the loop scalar. */
#define LANE_LOOP __attribute__((noinline)) static

/* Filled in by the caller before month_start: n, month 0, seed, horizon, path, stages, rounds,
 * has_board, changes and parameters. */
struct block {
    int n;                          /* lanes in use */
    int month;                      /* 0 is the first */
    int horizon;
    uint64_t seed;
    int stages, rounds, has_board;
    int changes;
    struct change change[CHANGES_MAX];
    uint64_t path[STRIDE];
    int origin[STRIDE];             /* lane in which the path started; results go there */

    struct world world;
    struct company company;
    struct stage now;               /* the stage each lane is in */
    struct round next;              /* the round each lane would close next */
    struct rates rates;
    double saved[CHANGES_MAX][STRIDE]; /* values that changes have put aside */
    struct parameters given;        /* stages and rounds stay where their path started */

    double draw[DRAWS][STRIDE];     /* this month's, uniform in (0,1) */
    double scratch[SCRATCH][STRIDE];

    /* By origin, not moved: */
    struct result result[LANES];
    struct holdings holdings[LANES];
    struct closing closing[ROUNDS_MAX][LANES];

    /* Companies that share a world. When `apart` is 0 the world's luck is that of `path`, and the
     * rest is not read. Otherwise each part of it has an address of its own, and `path` is the
     * company's alone. At the end, so that columns stay in their cache sets. */
    int apart;
    int elapsed;                    /* months that the world has turned before the company's first */
    uint64_t market[STRIDE];        /* whose demand, headlines and giants it meets */
    uint64_t climate[STRIDE];       /* whose funding climate and valuations */
};

/* Fills block->draw for the month at hand. */
void block_draw(struct block *block);

/* Fills the world's part alone, for any month of the world; only for companies apart. */
void block_draw_world(struct block *block, int world_month);

/* Moves the live lanes together and forgets the others. */
void block_compact(struct block *block);

#endif
