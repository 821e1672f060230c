#include "model/search.h"

#include "model/holdings.h"
#include "numerics/elementary.h"

/* At a lower price investors want to see as much less. */
static inline double asked_at(double down, double price) { return 1.0 - down * (1.0 - price); }

/* Does the company show what investors want to see? */
LANE_LOOP void look(struct block *block, double *restrict shown)
{
    const int n = block->n;
    const struct company *company = &block->company;
    const struct round *next = &block->next;
    const double *restrict need_growth = next->need_growth;
    const double *restrict need_revenue = next->need_revenue, *restrict need_product = next->need_product_revenue;
    const double *restrict need_complete = next->need_completeness, *restrict need_users = next->need_users;
    const double *restrict need_customers = next->need_customers;
    const double *restrict lower = block->given.funding.search_down_round_price;
    const double *restrict down = company->down;
    const double *restrict revenue = company->revenue, *restrict growth = company->growth;
    const double *restrict support = company->year[STREAM_SUPPORT];
    const double *restrict packaged = company->year[STREAM_SUBSCRIPTION];
    const double *restrict extras = company->year[STREAM_VALUE_ADDED];
    const double *restrict licences = company->year[STREAM_LICENCES];
    const double *restrict advertising = company->year[STREAM_ADVERTISING];
    const double *restrict complete = company->completeness, *restrict users = company->users;
    const double *restrict subscribers = company->subscribers, *restrict licensees = company->licensees;
    const double *restrict payers = company->payers;
    for (int i = 0; i < n; i++) {
        double asked = asked_at(down[i], lower[i]);
        double met = revenue[i] >= 12.0 * asked * need_revenue[i] ? 1.0 : 0.0;
        /* Summed, for a difference would leave a rounding error where there is no product. */
        double product = support[i] + packaged[i] + extras[i] + licences[i] + advertising[i];
        met *= product >= 12.0 * asked * need_product[i] ? 1.0 : 0.0;
        met = need_users[i] > 0.0 && users[i] >= asked * need_users[i] ? 1.0 : met;
        met *= subscribers[i] + licensees[i] + payers[i] >= asked * need_customers[i] ? 1.0 : 0.0;
        met *= complete[i] >= asked * need_complete[i] ? 1.0 : 0.0;
        shown[i] = growth[i] >= need_growth[i] ? met : 0.0;
    }
}

/* A search begins when the plan says so. Founders without investors wait until they have something
 * to show; those with investors must go out before the money is gone, and do so sooner when growth makes
 * others come to them. It is called off when the money lasts again. */
LANE_LOOP void go_out(struct block *block, const double *restrict shown)
{
    const int n = block->n;
    const struct round *next = &block->next;
    const double *restrict runway = next->runway, *restrict wait = next->wait;
    const double *restrict need_month = next->need_month;
    const double *restrict rounds = block->company.rounds, *restrict live = block->company.live;
    const double *restrict cash = block->company.cash, *restrict spent = block->company.spent;
    const double *restrict agreed = block->company.agreed, *restrict growth = block->company.growth;
    const double *restrict eager = block->given.funding.eager_growth, *restrict open = block->world.open;
    double *restrict since = block->company.since_round, *restrict resting = block->company.resting;
    double *restrict searching = block->company.searching, *restrict searched = block->company.searched;
    const double planned = block->rounds, month = block->month;
    for (int i = 0; i < n; i++) {
        since[i] += 1.0;
        resting[i] = elementary_max(resting[i] - 1.0, 0.0);
        double courted = growth[i] >= eager[i] ? shown[i] * open[i] : 0.0;
        courted = rounds[i] > 0.0 ? courted : 0.0;
        double wanted = cash[i] <= runway[i] * spent[i] ? live[i] : live[i] * courted;
        double begins = rounds[i] < planned && month >= need_month[i] ? wanted : 0.0;
        begins *= since[i] >= wait[i] ? 1.0 : 0.0;
        begins *= resting[i] > 0.0 ? 0.0 : 1.0;
        begins *= rounds[i] > 0.0 ? 1.0 : shown[i];
        double goes_on = agreed[i] > 0.0 ? live[i] : wanted;
        double out = searching[i] > 0.0 ? goes_on : begins;
        searching[i] = out * (searching[i] + 1.0);
        searched[i] += out;
    }
}

/* Chance of a term sheet: 0 unless one is sought, the first round of visits is over, and the
 * company shows what investors want to see. */
LANE_LOOP void ask(struct block *block, const double *restrict shown, double *restrict chance)
{
    const int n = block->n;
    const struct funding *funding = &block->given.funding;
    const double *restrict odds = block->next.odds, *restrict least = funding->search_least;
    const double *restrict growth_appeal = funding->growth_appeal, *restrict mood_appeal = funding->mood_appeal;
    const double *restrict shut_odds = block->given.climate.shut_odds;
    const double *restrict open = block->world.open, *restrict mood = block->world.mood;
    const double *restrict growth = block->company.growth;
    const double *restrict searching = block->company.searching, *restrict agreed = block->company.agreed;
    for (int i = 0; i < n; i++) {
        double ready = searching[i] > least[i] ? shown[i] : 0.0;
        ready = searching[i] > 0.0 ? ready : 0.0;
        ready = agreed[i] > 0.0 ? 0.0 : ready;
        double appeal = 1.0 + growth_appeal[i] * elementary_clamp(growth[i], 0.0, 1.5);
        double temper = 1.0 + mood_appeal[i] * (mood[i] - 1.0);
        double climate = open[i] > 0.0 ? 1.0 : shut_odds[i];
        double odds_now = odds[i] * climate * appeal * elementary_max(temper, 0.0);
        chance[i] = ready * elementary_min(odds_now, 0.9);
    }
}

void search_advance(struct block *block, double *restrict chance)
{
    double *shown = block->scratch[1];
    look(block, shown);
    go_out(block, shown);
    ask(block, shown, chance);
}

int search_agree(struct block *block, int lane)
{
    block->company.agreed[lane] = block->given.funding.search_closing[lane];
    return block->company.agreed[lane] <= 0.0;
}

int search_is_over(struct block *block, int lane)
{
    block->company.agreed[lane] = elementary_max(block->company.agreed[lane] - 1.0, 0.0);
    return block->company.agreed[lane] <= 0.0;
}

double search_price(const struct block *block, int lane, double pre)
{
    double last = block->company.post_money[lane];
    double lower = block->given.funding.search_down_round_price[lane] * (last > 0.0 ? last : pre);
    double least = elementary_max(lower, block->company.worth[lane]); /* it may have recovered */
    return block->company.down[lane] > 0.0 ? elementary_min(pre, least) : pre;
}

void search_end(struct block *block, int lane)
{
    struct company *company = &block->company;
    company->searching[lane] = company->agreed[lane] = company->resting[lane] = company->lean[lane] = 0.0;
    company->bridged[lane] = company->down[lane] = 0.0;
    company->last_amount[lane] = company->raised[lane];
}

int search_has_failed(const struct block *block, int lane)
{
    const struct company *company = &block->company;
    const struct funding *funding = &block->given.funding;
    double months = company->searching[lane];
    double burn = company->spent[lane] - company->collected[lane];
    int exhausted = company->rounds[lane] > 0.0 && company->cash[lane] < funding->search_reserve[lane] * burn;
    return months > funding->search_least[lane] && (months >= funding->search_window[lane] || exhausted);
}

/* Insiders buy more of what they bought last; the money is meant to last half as long as a round's. */
static void build_bridge(struct block *block, int lane)
{
    struct company *company = &block->company;
    const struct funding *funding = &block->given.funding;
    double amount = funding->search_bridge_amount[lane] * company->last_amount[lane];
    holdings_extend(block, lane, amount, funding->search_bridge_price[lane]);
    company->cash[lane] += amount;
    company->raised[lane] = amount;
    company->bridged[lane] = 1.0;
    double means = 2.0 * company->cash[lane] / funding->planned_runway[lane];
    company->budget[lane] = elementary_max(elementary_min(company->budget[lane], means), 0.0);
}

void search_fail(struct block *block, int lane)
{
    struct company *company = &block->company;
    const struct funding *funding = &block->given.funding;
    int backed = company->rounds[lane] > 0.0;
    int can = holdings_has_insiders(block, lane);
    double bridge = can && company->bridged[lane] == 0.0 ? funding->search_bridge[lane] : 0.0;
    double down = backed && company->down[lane] == 0.0 ? funding->search_down_round[lane] : 0.0;
    double u = block->draw[DRAW_RESCUE][lane];
    company->searching[lane] = 0.0;
    if (company->cash[lane] > block->next.runway[lane] * company->spent[lane]) {
        company->resting[lane] = funding->search_rest[lane]; /* nobody came; there was no need */
    } else if (u < bridge) {
        build_bridge(block, lane);
    } else if (u < bridge + (1.0 - bridge) * down) {
        company->down[lane] = 1.0;
    } else {
        company->resting[lane] = funding->search_rest[lane];
        company->budget[lane] = 0.0;
        company->lean[lane] = 1.0;
    }
}
