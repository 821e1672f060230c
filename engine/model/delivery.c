#include "model/delivery.h"

#include "numerics/draws.h"
#include "numerics/elementary.h"

/* A yearly run-rate as an exponential mean: in a steady state twelve months' billing. */
static inline double run_rate(double year, double month) { return year * (11.0 / 12.0) + month; }

/* Trials that customers pay for: work for one of them, no product. */
static inline double piloted(double started, double proven, double price) { return (started - proven) * price; }

/* A few customers need as many people awake as many do. */
static inline double young_cost(double most, double scale, double recurring) { return most * scale / (scale + recurring); }

/* Finding more than the usual share of those who would pay is work. */
static inline double analysis_cost(double analytics, double each)
{
    return elementary_max(analytics - 1.0, 0.0) * each;
}

void delivery_start(struct block *block)
{
    const struct founding *start = &block->given.company;
    struct company *company = &block->company;
    for (int i = 0; i < block->n; i++) {
        company->subscribers[i] = start->subscribers[i];
        company->subscription[i] = start->subscribers[i] * block->given.market.subscription_price[i];
        company->licensees[i] = company->licence_base[i] = 0.0;
        for (int s = 0; s < STREAMS; s++)
            company->billed[s][i] = company->year[s][i] = 0.0;
        company->year[STREAM_SERVICES][i] = 12.0 * start->practice[i];
        company->year[STREAM_SUBSCRIPTION][i] = 12.0 * company->subscription[i];
        company->year[STREAM_SUPPORT][i] = 12.0 * start->payers[i] * block->given.market.support_price[i];
        company->revenue[i] = company->year[STREAM_SERVICES][i] + company->year[STREAM_SUBSCRIPTION][i] +
                              company->year[STREAM_SUPPORT][i];
        company->charged[i] = block->given.delivery.bill_rate[i];
        company->side_work[i] = 0.0;
        for (int m = 0; m < 12; m++)
            company->past[m][i] = company->revenue[i];
        company->growth[i] = company->billed_total[i] = company->direct_cost[i] = 0.0;
    }
}

/* What is signed is billed above the rate, the longer the queue the more. */
static inline double rate_billed(double rate, double scarcity, double backlog, double borne)
{
    return rate * (1.0 + scarcity * backlog / (backlog + borne));
}

/* Services and training are bounded by who can deliver them. */
LANE_LOOP void deliver(struct block *block)
{
    const int n = block->n;
    const struct delivery *delivery = &block->given.delivery;
    const double *restrict bill_rate = delivery->bill_rate, *restrict utilisation = delivery->utilisation;
    const double *restrict capacity = delivery->training_capacity;
    const double *restrict recurring = delivery->training_recurring;
    const double *restrict influence_half = delivery->training_influence_half;
    const double *restrict training_need = block->given.market.training_need;
    const double *restrict adopters = block->world.adopters, *restrict newcomers = block->world.new_adopters;
    const double *restrict consultants = block->company.consultants, *restrict trainers = block->company.trainers;
    const double *restrict expertise = block->company.expertise, *restrict influence = block->company.influence;
    const double *restrict training_offered = block->now.training;
    const double *restrict services_offered = block->now.services, *restrict practice = block->given.company.practice;
    const double *restrict scarcity = delivery->scarcity, *restrict queue = block->given.sales.queue;
    double *restrict charged = block->company.charged;
    double *restrict side_work = block->company.side_work;
    double *restrict backlog = block->company.backlog;
    double *restrict services = block->company.billed[STREAM_SERVICES];
    double *restrict training = block->company.billed[STREAM_TRAINING];
    for (int i = 0; i < n; i++) {
        /* What was sold before is worked off, even when services are no longer offered. */
        charged[i] = rate_billed(bill_rate[i], scarcity[i], backlog[i], queue[i] * (consultants[i] + 1.0) * bill_rate[i]);
        double can = consultants[i] * charged[i] * utilisation[i];
        side_work[i] = elementary_min(services_offered[i] * practice[i], can);
        double of_backlog = elementary_min(backlog[i], can - side_work[i]);
        services[i] = side_work[i] + of_backlog;
        backlog[i] -= of_backlog;
        double reputation = expertise[i] * influence[i] / (influence[i] + influence_half[i]);
        double demand = (newcomers[i] * training_need[i] + adopters[i] * recurring[i]) * reputation;
        training[i] = training_offered[i] * elementary_min(demand, trainers[i] * capacity[i]);
    }
}

/* Wins become subscribers where a subscription is on offer, else licences; some subscribers leave,
 * and those who stay buy more. */
LANE_LOOP void subscribe(struct block *block)
{
    const int n = block->n;
    const struct delivery *delivery = &block->given.delivery;
    const double *restrict churn = delivery->churn, *restrict dissatisfied = delivery->churn_dissatisfied;
    const double *restrict expansion = delivery->expansion, *restrict limit = delivery->expansion_limit;
    const double *restrict price = block->given.market.subscription_price;
    const double *restrict offered = block->now.subscription;
    const double *restrict wins = block->company.wins, *restrict value = block->company.value;
    const double *restrict accounts = block->given.market.accounts;
    double *restrict subscribers = block->company.subscribers;
    double *restrict subscription = block->company.subscription;
    double *restrict subscribed = block->company.subscribed;
    double *restrict churned = block->company.churned;
    double *restrict mean = block->scratch[0];
    for (int i = 0; i < n; i++)
        mean[i] = subscribers[i] * elementary_min(churn[i] + dissatisfied[i] * (1.0 - value[i]), 1.0);
    draws_poisson(block->draw[DRAW_LOSSES], mean, n, churned);
    for (int i = 0; i < n; i++) {
        churned[i] = elementary_min(churned[i], subscribers[i]);
        double stay = subscribers[i] - churned[i];
        double kept = stay / elementary_max(subscribers[i], 1e-9);
        subscribed[i] = offered[i] * elementary_min(wins[i], elementary_max(accounts[i] - stay, 0.0));
        /* Spending per customer grows, but no customer buys without end. */
        double each = subscription[i] / elementary_max(subscribers[i], 1e-9);
        double room = elementary_max(limit[i] * price[i] / elementary_max(each, 1e-9), 1.0);
        double more = elementary_min(1.0 + expansion[i], room);
        subscription[i] = subscription[i] * kept * more + subscribed[i] * price[i];
        subscribers[i] = stay + subscribed[i];
    }
}

LANE_LOOP void invoice(struct block *block)
{
    const int n = block->n;
    const struct delivery *delivery = &block->given.delivery;
    const double *restrict uplift = delivery->value_added, *restrict pilot = block->now.pilot_price;
    const double *restrict maintenance = delivery->maintenance, *restrict licence_life = delivery->licence_life;
    const double *restrict support_price = block->given.market.support_price;
    const double *restrict pages = block->given.market.pages_per_user;
    const double *restrict page_price = block->given.market.advertising_price;
    const double *restrict median = block->given.market.licence_price;
    const double *restrict spread = block->given.market.licence_price_spread;
    const double *restrict z = block->draw[DRAW_LICENCE_PRICE];
    const double *restrict packaged = block->now.subscription, *restrict licensed = block->now.licences;
    const double *restrict extras = block->now.value_added, *restrict advertised = block->now.advertising;
    const double *restrict complete = block->company.completeness, *restrict subscription = block->company.subscription;
    const double *restrict payers = block->company.payers, *restrict users = block->company.users;
    const double *restrict wins = block->company.wins, *restrict started = block->company.started;
    const double *restrict proven = block->company.proven;
    double *restrict licensees = block->company.licensees;
    double *restrict licence_base = block->company.licence_base;
    double *restrict services = block->company.billed[STREAM_SERVICES], *restrict side_work = block->company.side_work;
    double *restrict support = block->company.billed[STREAM_SUPPORT];
    double *restrict subscribed = block->company.billed[STREAM_SUBSCRIPTION];
    double *restrict value_added = block->company.billed[STREAM_VALUE_ADDED];
    double *restrict licences = block->company.billed[STREAM_LICENCES];
    double *restrict advertising = block->company.billed[STREAM_ADVERTISING];
    for (int i = 0; i < n; i++) {
        double luck = elementary_exp(spread[i] * elementary_normal_quantile(z[i]));
        double bought = wins[i] * licensed[i] * (1.0 - packaged[i]);
        double sold = bought * median[i] * luck;
        licensees[i] += bought - licence_life[i] * licensees[i];
        licence_base[i] += sold - licence_life[i] * licence_base[i];
        double trials = piloted(started[i], proven[i], pilot[i]);
        services[i] += trials;
        side_work[i] += trials;
        licences[i] = sold + licence_base[i] * maintenance[i];
        support[i] = payers[i] * support_price[i];
        subscribed[i] = subscription[i];
        value_added[i] = extras[i] * subscription[i] * uplift[i] * complete[i];
        advertising[i] = advertised[i] * users[i] * pages[i] * page_price[i] * 0.001;
    }
}

LANE_LOOP void add_direct_cost(struct block *block)
{
    const int n = block->n;
    const struct delivery *delivery = &block->given.delivery;
    const double *restrict training = block->company.billed[STREAM_TRAINING];
    const double *restrict support = block->company.billed[STREAM_SUPPORT];
    const double *restrict subscribed = block->company.billed[STREAM_SUBSCRIPTION];
    const double *restrict value_added = block->company.billed[STREAM_VALUE_ADDED];
    const double *restrict licences = block->company.billed[STREAM_LICENCES];
    const double *restrict advertising = block->company.billed[STREAM_ADVERTISING];
    const double *restrict cost_training = delivery->cost_training, *restrict cost_support = delivery->cost_support;
    const double *restrict cost_subscription = delivery->cost_subscription;
    const double *restrict cost_licences = delivery->cost_licences, *restrict cost_advertising = delivery->cost_advertising;
    const double *restrict started = block->company.started, *restrict proven = block->company.proven;
    const double *restrict pilot = block->now.pilot_price, *restrict cost_pilots = delivery->cost_pilots;
    const double *restrict young = delivery->cost_young, *restrict scale = delivery->cost_scale;
    double *restrict cost = block->company.direct_cost;
    for (int i = 0; i < n; i++) {
        double recurring = support[i] + subscribed[i] + value_added[i];
        cost[i] = training[i] * cost_training[i] + support[i] * cost_support[i] +
                  (subscribed[i] + value_added[i]) * cost_subscription[i] +
                  recurring * young_cost(young[i], scale[i], recurring) +
                  licences[i] * cost_licences[i] + advertising[i] * cost_advertising[i] +
                  piloted(started[i], proven[i], pilot[i]) * cost_pilots[i];
    }
}

/* What selling costs beside sales people: enterprises need help until they decide, whichever way. */
LANE_LOOP void add_selling_cost(struct block *block)
{
    const int n = block->n;
    const double *restrict first = block->company.evaluating[0], *restrict second = block->company.evaluating[1];
    const double *restrict third = block->company.evaluating[2], *restrict undecided = block->company.undecided;
    const double *restrict evaluation_cost = block->given.sales.evaluation_cost;
    const double *restrict analytics = block->given.playbook.analytics;
    const double *restrict analytics_cost = block->given.community.analytics_cost;
    const double *restrict offered = block->now.support, *restrict packaged = block->now.subscription;
    const double *restrict small_subscription = block->rates.small_subscription;
    const double *restrict small_licence = block->rates.small_licence;
    double *restrict cost = block->company.direct_cost;
    for (int i = 0; i < n; i++)
        cost[i] += (first[i] + second[i] + third[i] + undecided[i]) * evaluation_cost[i] /
                       (packaged[i] > 0.0 ? small_subscription[i] : small_licence[i]) +
                   offered[i] * analysis_cost(analytics[i], analytics_cost[i]);
}

LANE_LOOP void add_stream(int n, const double *restrict billed, double *restrict year,
                          double *restrict total, double *restrict revenue)
{
    for (int i = 0; i < n; i++) {
        year[i] = run_rate(year[i], billed[i]);
        total[i] += billed[i];
        revenue[i] += year[i];
    }
}

LANE_LOOP void measure_growth(int n, const double *restrict revenue, double *restrict past,
                              double *restrict growth)
{
    for (int i = 0; i < n; i++) {
        /* Growth of next to nothing tells nothing, and from nothing would look infinite. */
        double told = elementary_max(revenue[i], 100e3) / elementary_max(past[i], 100e3) - 1.0;
        growth[i] = elementary_clamp(told, -1.0, 3.0);
        past[i] = revenue[i];
    }
}

static void add_up(struct block *block)
{
    struct company *company = &block->company;
    add_direct_cost(block);
    add_selling_cost(block);
    for (int i = 0; i < block->n; i++)
        company->billed_total[i] = company->revenue[i] = 0.0;
    for (int s = 0; s < STREAMS; s++)
        add_stream(block->n, company->billed[s], company->year[s], company->billed_total, company->revenue);
    measure_growth(block->n, company->revenue, company->past[block->month % 12], company->growth);
}

void delivery_step(struct block *block)
{
    deliver(block);
    subscribe(block);
    invoice(block);
    add_up(block);
}

double delivery_cost(const struct block *block, int lane)
{
    const struct delivery *delivery = &block->given.delivery;
    const struct people *people = &block->given.people;
    const struct company *company = &block->company;
    double paid = company->consultants[lane] * people->cost_consultant[lane] +
                  company->trainers[lane] * people->cost_trainer[lane];
    double packaged = company->billed[STREAM_SUBSCRIPTION][lane] + company->billed[STREAM_VALUE_ADDED][lane];
    double recurring = packaged + company->billed[STREAM_SUPPORT][lane];
    return paid + company->billed[STREAM_TRAINING][lane] * delivery->cost_training[lane] +
           company->billed[STREAM_SUPPORT][lane] * delivery->cost_support[lane] +
           packaged * delivery->cost_subscription[lane] +
           recurring * young_cost(delivery->cost_young[lane], delivery->cost_scale[lane], recurring) +
           company->billed[STREAM_LICENCES][lane] * delivery->cost_licences[lane] +
           piloted(company->started[lane], company->proven[lane], block->now.pilot_price[lane]) *
               delivery->cost_pilots[lane] +
           company->billed[STREAM_ADVERTISING][lane] * delivery->cost_advertising[lane];
}

double delivery_retention(const struct block *block, int lane)
{
    const struct delivery *delivery = &block->given.delivery;
    const struct company *company = &block->company;
    double dissatisfied = delivery->churn_dissatisfied[lane] * (1.0 - company->value[lane]);
    double stay = 1.0 - elementary_min(delivery->churn[lane] + dissatisfied, 1.0);
    double each = company->subscription[lane] / elementary_max(company->subscribers[lane], 1e-9);
    double most = delivery->expansion_limit[lane] * block->given.market.subscription_price[lane];
    double room = elementary_max(most / elementary_max(each, 1e-9), 1.0);
    double month = stay * elementary_min(1.0 + delivery->expansion[lane], room);
    double quarter = month * month * month;
    return quarter * quarter * quarter * quarter;
}
