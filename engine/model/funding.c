#include "model/funding.h"

#include "model/debt.h"
#include "model/holdings.h"
#include "model/playbook.h"
#include "model/search.h"
#include "numerics/elementary.h"

/* Investors and acquirers pay for growth up to 200% a year. */
static inline double premium(double growth, double per_unit)
{
    return 1.0 + per_unit * elementary_clamp(growth, 0.0, 2.0);
}

static void enter_round(struct block *block, int lane, int round)
{
    if (round >= block->rounds)
        return;
    const double *from = (const double *)&block->given.round[round] + block->origin[lane];
    double *to = (double *)&block->next + lane;
    for (size_t c = 0; c < sizeof block->next / COLUMN_SIZE; c++)
        to[c * STRIDE] = from[c * STRIDE];
}

void funding_start(struct block *block)
{
    struct company *company = &block->company;
    for (int i = 0; i < block->n; i++) {
        holdings_found(block, i);
        company->post_money[i] = company->budget[i] = company->worth[i] = 0.0;
        company->since_round[i] = 1000.0;
        for (size_t c = 0; c < sizeof block->next / COLUMN_SIZE; c++)
            ((double *)&block->next)[c * STRIDE + (size_t)i] = 0.0;
        enter_round(block, i, 0);
    }
}

LANE_LOOP void add_multiple(int n, const double *restrict year, const double *restrict times, double *restrict worth)
{
    for (int i = 0; i < n; i++)
        worth[i] += year[i] * times[i];
}

/* Stand-alone enterprise value: each stream's run-rate at its own multiple, or the users. */
LANE_LOOP void appraise(struct block *block)
{
    const int n = block->n;
    const struct exits *exits = &block->given.exits;
    const double *const multiple[STREAMS] = {
        exits->services_multiple,     exits->training_multiple,    exits->support_multiple,
        exits->subscription_multiple, exits->value_added_multiple, exits->licence_multiple,
        exits->advertising_multiple};
    double *restrict worth = block->company.worth;
    for (int i = 0; i < n; i++)
        worth[i] = 0.0;
    for (int s = 0; s < STREAMS; s++)
        add_multiple(n, block->company.year[s], multiple[s], worth);
    const double *restrict growth = block->company.growth, *restrict per_unit = exits->growth_premium;
    const double *restrict users = block->company.users, *restrict a_user = exits->user_value;
    const double *restrict valuation = block->world.valuation;
    for (int i = 0; i < n; i++)
        worth[i] = valuation[i] * elementary_max(worth[i] * premium(growth[i], per_unit[i]), users[i] * a_user[i]);
}

/* Investors who hold enough may impose their own stage: services are dismantled, or whatever else
 * the board's plan says. `u` is uniform. */
static void seat_board(struct block *block, int lane, double u)
{
    if (!block->has_board || block->company.controlled[lane] != 0.0)
        return;
    double stake = 0.0;
    for (int r = 0; r < ROUNDS_MAX; r++)
        stake += block->company.investor_share[r][lane];
    double power = elementary_min(stake / block->given.board.control[lane], 1.0);
    if (u < block->given.board.insistence[lane] * power) {
        block->company.controlled[lane] = 1.0;
        playbook_enter(block, lane, STAGES_MAX);
    }
}

/* Who sells at another price than was planned sells for another sum, so that the stake stays. */
static double with_price(double price, double planned, double held)
{
    return price > 0.0 && planned > 0.0 ? elementary_exp(held * elementary_log(price / planned)) : 1.0;
}

/* What a round is sold for. Investors take neither all nor too little; the round's size gives way. */
static void agree(const struct block *block, int lane, double *amount, double *pre_money)
{
    const struct funding *funding = &block->given.funding;
    double climate = block->world.valuation[lane];
    double temper = elementary_max(1.0 + funding->mood_appeal[lane] * (block->world.mood[lane] - 1.0), 0.1);
    double most = funding->largest_stake[lane], least = elementary_min(funding->smallest_stake[lane], most);
    double sought = block->next.amount[lane], cap = search_price(block, lane, block->next.cap[lane] * climate * temper);
    double instrument = block->next.instrument[lane];
    if (instrument == HOLDINGS_PRICED) {
        double worth = block->company.worth[lane];
        *pre_money = search_price(block, lane, elementary_max(block->next.pre_money[lane] * climate, worth) * temper);
    } else if (instrument == HOLDINGS_NOTE)
        *pre_money = cap;
    else {
        *amount = cap > 0.0 ? elementary_clamp(sought, cap * least, cap * most) : sought;
        *pre_money = cap > 0.0 ? cap - *amount : 0.0;
        return;
    }
    *amount = sought;
    if (instrument == HOLDINGS_PRICED)
        *amount *= with_price(*pre_money, block->next.pre_money[lane], funding->hold_stake[lane]);
    if (*pre_money > 0.0)
        *amount = elementary_clamp(*amount, *pre_money * least / (1.0 - least),
                                   *pre_money * most / (1.0 - most));
    *amount = elementary_min(*amount, funding->largest_round[lane]);
}

static void close_round(struct block *block, int lane, double u)
{
    struct company *company = &block->company;
    double amount, pre;
    agree(block, lane, &amount, &pre);
    int priced = block->next.instrument[lane] == HOLDINGS_PRICED, rounds = (int)company->rounds[lane];
    struct closing *closing = &block->closing[rounds++][block->origin[lane]];
    *closing = (struct closing){.amount = amount, .pre_money = pre, .month = block->month + 1,
                                .open = block->world.open[lane] > 0.0};
    holdings_sell(block, lane, amount, pre);

    company->cash[lane] += amount;
    company->raised[lane] = amount;
    if (priced)
        company->post_money[lane] = pre + amount;
    company->since_round[lane] = 0.0;
    company->budget[lane] = company->cash[lane] / block->given.funding.planned_runway[lane];
    debt_lend(block, lane, amount);

    closing->founders_share = company->founders_share[lane];
    closing->pool_share = company->pool_share[lane];
    closing->lender_share = company->lender_share[lane];
    for (int r = 0; r < ROUNDS_MAX; r++)
        closing->investor_share[r] = company->investor_share[r][lane];
    enter_round(block, lane, rounds);
    if (priced)
        seat_board(block, lane, u);
}

/* The money of a round comes, with the lender's and with whom it brings. */
static void take_money(struct block *block, int lane, double u)
{
    struct company *company = &block->company;
    company->partner[lane] = elementary_max(company->partner[lane], block->next.strategic[lane]);
    close_round(block, lane, u);
    search_end(block, lane);
}

/* A draw that was below its chance is uniform again; one that decided nothing is. */
static void follow_search(struct block *block, int lane, double u, double chance)
{
    if (block->company.agreed[lane] > 0.0) {
        if (search_is_over(block, lane))
            take_money(block, lane, u);
    } else if (u < chance) {
        if (search_agree(block, lane))
            take_money(block, lane, u / chance);
    } else if (search_has_failed(block, lane)) {
        search_fail(block, lane);
    }
}

void funding_step(struct block *block)
{
    double *chance = block->scratch[0];
    const double *u = block->draw[DRAW_ROUND], *searching = block->company.searching;
    appraise(block);
    debt_take_advance(block);
    search_advance(block, chance);
    for (int i = 0; i < block->n; i++) {
        block->company.raised[i] = 0.0;
        if (searching[i] > 0.0)
            follow_search(block, i, u[i], chance[i]);
    }
    holdings_keep(block);
}

double funding_raised(const struct block *block, int lane)
{
    double raised = 0.0;
    for (int r = 0; r < (int)block->company.rounds[lane]; r++)
        raised += block->closing[r][block->origin[lane]].amount;
    return raised;
}
