#include "model/sales.h"

#include "numerics/draws.h"
#include "numerics/elementary.h"

/* No company wins more deals in a month than this; keeps counts within what draws are exact for. */
static const double deals_max = 5000.0;

/* Nothing reaches nobody, even where any effort would reach all. */
static inline double half_reached(double effort, double half)
{
    return effort / elementary_max(effort + half, 1e-9);
}

/* Attraction model: one's own pull against that of the rivals, whose capacity follows adoption. */
static inline double market_share(double pull, double rivals, double growth, double adopted)
{
    return pull / (pull + rivals * (1.0 + growth * adopted));
}

/* Immature technology needs experts; what is mature still needs half as many in daily use. */
static inline double services_demand(double newcomers, double need, double installed,
                                     double recurring, double maturity)
{
    return newcomers * need * (1.0 - maturity) + installed * recurring * (1.0 - 0.5 * maturity);
}

/* Customers do not wait: the longer the queue, the more of them go elsewhere. */
static inline double willing_to_wait(double backlog, double a_month, double patience)
{
    return patience * a_month / (patience * a_month + backlog);
}

/* Founders who look for money sell less. */
static inline double founders_selling(double founders, double each, double searching, double effort)
{
    return founders * each * (searching > 0.0 ? 1.0 - effort : 1.0);
}

static inline double logistic(double x) { return 1.0 / (1.0 + elementary_exp(-x)); }

/* What an enterprise buyer sees: technology where it differentiates, trust where it does not. */
static inline double score(double differentiation, double lead, double trust)
{
    return differentiation * lead + (1.0 - differentiation) * trust;
}

/* Influence grows with its root: the first per cent of a public contribution board is seen most. */
static inline double trust(double expertise, double by_expertise, double influence, double by_influence)
{
    return by_expertise * expertise + by_influence * sqrt(influence);
}

/* A trial that costs something is begun by those to whom the product may be worth it. */
static inline double willing_to_pay(double budget, double value, double price)
{
    return (budget * value + 1e-9) / (budget * value + price + 1e-9);
}

void sales_start(struct block *block)
{
    struct company *company = &block->company;
    for (int i = 0; i < block->n; i++) {
        company->backlog[i] = block->given.company.backlog[i];
        company->evaluating[0][i] = company->evaluating[1][i] = company->evaluating[2][i] = 0.0;
        company->undecided[i] = 0.0;
        company->engagements[i] = company->engaged[i] = company->cancelled[i] = 0.0;
        company->started[i] = company->decided[i] = company->wins[i] = 0.0;
        company->proven[i] = 0.0;
    }
}

LANE_LOOP void sell_services(struct block *block)
{
    const int n = block->n;
    const struct sales *sales = &block->given.sales;
    const struct market *market = &block->given.market;
    const double *restrict pull_expertise = sales->pull_expertise;
    const double *restrict pull_influence = sales->pull_influence;
    const double *restrict pull_start = sales->pull_start;
    const double *restrict half = sales->selling_half;
    const double *restrict consultants_sell = sales->selling_consultants;
    const double *restrict need = market->services_need, *restrict recurring = market->services_recurring;
    const double *restrict rivals = market->rival_services, *restrict growth = market->rival_services_growth;
    const double *restrict accounts = market->accounts;
    const double *restrict mean_value = block->rates.engagement_mean;
    const double *restrict adopters = block->world.adopters, *restrict newcomers = block->world.new_adopters;
    const double *restrict maturity = block->world.maturity;
    const double *restrict expertise = block->company.expertise, *restrict influence = block->company.influence;
    const double *restrict sellers = block->company.sellers, *restrict consultants = block->company.consultants;
    const double *restrict founders = block->given.company.founders, *restrict founders_sell = sales->founders_sell;
    const double *restrict bill_rate = block->given.delivery.bill_rate;
    const double *restrict backlog = block->company.backlog, *restrict queue = sales->queue;
    const double *restrict offered = block->now.services, *restrict subscribers = block->company.subscribers;
    const double *restrict searching = block->company.searching, *restrict away = block->given.funding.search_effort;
    double *restrict mean = block->scratch[0];
    for (int i = 0; i < n; i++) {
        /* Whoever subscribes asks the vendor; the others ask whom they like. */
        double open_to_all = elementary_max(adopters[i] - subscribers[i], 0.0);
        double demand = services_demand(newcomers[i], need[i], open_to_all, recurring[i], maturity[i]);
        double pull = pull_expertise[i] * expertise[i] + pull_influence[i] * influence[i] + pull_start[i];
        double share = market_share(pull, rivals[i], growth[i], adopters[i] / accounts[i]);
        double effort = sellers[i] + consultants_sell[i] * consultants[i] +
                        founders_selling(founders[i], founders_sell[i], searching[i], away[i]);
        double a_month = (consultants[i] + 1.0) * bill_rate[i]; /* somebody can always begin */
        double waiting = willing_to_wait(backlog[i], a_month, queue[i]);
        double deals = demand * share * half_reached(effort, half[i]) * waiting / mean_value[i];
        mean[i] = offered[i] * elementary_min(deals, deals_max);
    }
    draws_poisson(block->draw[DRAW_ENGAGEMENTS], mean, n, block->company.engagements);
}

LANE_LOOP void book_services(struct block *block)
{
    const int n = block->n;
    const struct sales *sales = &block->given.sales;
    const double *restrict median = sales->engagement_value, *restrict spread = sales->engagement_value_spread;
    const double *restrict cancellation = sales->cancellation;
    const double *restrict z = block->draw[DRAW_ENGAGEMENT_VALUE];
    const double *restrict order_limit = sales->order_limit, *restrict bill_rate = block->given.delivery.bill_rate;
    const double *restrict consultants = block->company.consultants;
    const double *restrict won = block->company.engagements, *restrict subscription = block->company.subscription;
    const double *restrict offered = block->now.services, *restrict attach_rate = sales->attach_rate;
    double *restrict backlog = block->company.backlog;
    double *restrict engaged = block->company.engaged;
    double *restrict cancelled = block->company.cancelled;
    for (int i = 0; i < n; i++) {
        /* One size for all deals of a month: what a month brings is one customer's budget year. */
        double asked = won[i] * median[i] * elementary_exp(spread[i] * elementary_normal_quantile(z[i]));
        asked += offered[i] * attach_rate[i] * subscription[i];
        double trusted = order_limit[i] * (consultants[i] + 1.0) * bill_rate[i];
        engaged[i] = elementary_clamp(trusted - backlog[i], 0.0, asked);
        cancelled[i] = backlog[i] * cancellation[i];
        backlog[i] += engaged[i] - cancelled[i];
    }
}

LANE_LOOP void start_evaluations(struct block *block)
{
    const int n = block->n;
    const struct sales *sales = &block->given.sales;
    const double *restrict per_rep = sales->evaluations_per_rep;
    const double *restrict small_subscription = block->rates.small_subscription;
    const double *restrict small_licence = block->rates.small_licence;
    const double *restrict per_adopter = sales->evaluations_per_adopter;
    const double *restrict per_business = sales->evaluations_per_business_user;
    const double *restrict again = sales->evaluations_again, *restrict own_proof = sales->own_proof;
    const double *restrict ready = sales->ready_adopters;
    const double *restrict licensees = block->company.licensees;
    const double *restrict founders = block->given.company.founders, *restrict founders_sell = sales->founders_sell;
    const double *restrict adopters = block->world.adopters, *restrict newcomers = block->world.new_adopters;
    const double *restrict demand = block->world.demand;
    const double *restrict expertise = block->company.expertise, *restrict influence = block->company.influence;
    const double *restrict sellers = block->company.sellers, *restrict subscribers = block->company.subscribers;
    const double *restrict at_once = sales->evaluations_at_once;
    const double *restrict first = block->company.evaluating[0], *restrict second = block->company.evaluating[1];
    const double *restrict third = block->company.evaluating[2];
    const double *restrict business = block->company.business_users;
    const double *restrict packaged = block->now.subscription, *restrict licensed = block->now.licences;
    const double *restrict budget = sales->pilot_budget, *restrict price = block->now.pilot_price;
    const double *restrict value = block->company.value;
    const double *restrict searching = block->company.searching, *restrict away = block->given.funding.search_effort;
    const double *restrict partner = block->company.partner, *restrict reach = block->given.funding.partner_reach;
    double *restrict mean = block->scratch[0], *restrict proven = block->scratch[1];
    for (int i = 0; i < n; i++) {
        double offered = elementary_max(packaged[i], licensed[i]);
        double selling = sellers[i] + founders_selling(founders[i], founders_sell[i], searching[i], away[i]);
        /* Who has adopted the technology and is not a customer yet; sales people look for those who do not try it now. */
        double customers = subscribers[i] + licensees[i], busy = first[i] + second[i] + third[i];
        double left = elementary_max(1.0 - customers / elementary_max(adopters[i], 1.0), 0.0);
        double small = packaged[i] > 0.0 ? small_subscription[i] : small_licence[i];
        double open = elementary_max(adopters[i] - customers - busy, 0.0);
        double calls = selling * per_rep[i] * small * half_reached(open, ready[i]);
        double known = 0.5 * (influence[i] + expertise[i]); /* by either, alike: guess */
        double by_users = business[i] * per_business[i];
        double by_all = calls * demand[i] + ((newcomers[i] * per_adopter[i] + adopters[i] * again[i]) * known + by_users) * left;
        /* Who has tried by himself needs nobody; others must be attended to, and may decline to pay. */
        double tried = own_proof[i] * by_users * left;
        double willing = willing_to_pay(budget[i], value[i], price[i]);
        double room = elementary_max(selling * at_once[i] * small - busy, 0.0);
        double brought = by_all * (1.0 + partner[i] * (reach[i] - 1.0));
        double begun = tried + elementary_min((brought - tried) * willing, room);
        mean[i] = offered * elementary_min(begun, deals_max);
        proven[i] = tried / elementary_max(begun, 1e-9);
    }
    draws_poisson(block->draw[DRAW_EVALUATIONS], mean, n, block->company.started);
}

/* An evaluation passes three phases of random length, so its length is Erlang distributed around
 * evaluation_length; what users have proven is in the last. Whole evaluations reach a decision;
 * fractions wait for the next month. */
LANE_LOOP void advance_evaluations(struct block *block)
{
    const int n = block->n;
    const double *restrict length = block->given.sales.evaluation_length;
    const double *restrict started = block->company.started, *restrict share = block->scratch[1];
    double *restrict proven = block->company.proven;
    double *restrict first = block->company.evaluating[0];
    double *restrict second = block->company.evaluating[1];
    double *restrict third = block->company.evaluating[2];
    double *restrict undecided = block->company.undecided;
    double *restrict decided = block->company.decided;
    for (int i = 0; i < n; i++) {
        double pace = elementary_min(3.0 / length[i], 1.0);
        double ready = third[i] * pace;
        proven[i] = started[i] * share[i];
        third[i] += second[i] * pace - ready + proven[i];
        second[i] += (first[i] - second[i]) * pace;
        first[i] += started[i] - proven[i] - first[i] * pace;
        double waiting = undecided[i] + ready;
        decided[i] = elementary_floor(waiting + 1e-9);
        undecided[i] = elementary_max(waiting - decided[i], 0.0);
    }
}

LANE_LOOP void decide_evaluations(struct block *block)
{
    const int n = block->n;
    const struct sales *sales = &block->given.sales;
    const double *restrict ceiling = sales->win_ceiling, *restrict steepness = sales->win_steepness;
    const double *restrict trust_expertise = sales->trust_expertise;
    const double *restrict trust_influence = sales->trust_influence;
    const double *restrict differentiation = block->given.market.differentiation;
    const double *restrict rival = block->world.rival_appeal;
    const double *restrict expertise = block->company.expertise, *restrict influence = block->company.influence;
    const double *restrict lead = block->company.lead, *restrict value = block->company.value;
    const double *restrict packaged = block->now.subscription, *restrict licensed = block->now.licences;
    double *restrict chance = block->scratch[0];
    for (int i = 0; i < n; i++) {
        double offered = elementary_max(packaged[i], licensed[i]);
        double trusted = trust(expertise[i], trust_expertise[i], influence[i], trust_influence[i]);
        double better = score(differentiation[i], lead[i], trusted) - rival[i];
        double convinced = ceiling[i] * value[i] * logistic(steepness[i] * better);
        chance[i] = offered * elementary_clamp(convinced, 0.0, 1.0);
    }
    draws_binomial(block->draw[DRAW_WINS], block->company.decided, chance, n, block->company.wins);
}

void sales_step(struct block *block)
{
    sell_services(block);
    book_services(block);
    start_evaluations(block);
    advance_evaluations(block);
    decide_evaluations(block);
}

double sales_score(const struct block *block, int lane)
{
    const struct sales *sales = &block->given.sales;
    const struct company *company = &block->company;
    double trusted = trust(company->expertise[lane], sales->trust_expertise[lane],
                           company->influence[lane], sales->trust_influence[lane]);
    return score(block->given.market.differentiation[lane], company->lead[lane], trusted);
}

double sales_beats(const struct block *block, int lane, double rival)
{
    return logistic(block->given.sales.win_steepness[lane] * (sales_score(block, lane) - rival));
}
