#include "model/market.h"

#include "model/community.h"
#include "numerics/draws.h"
#include "numerics/elementary.h"

enum { REGIME_FREE, REGIME_OPEN, REGIME_SHUT };

/* Bass (1969): those who have not adopted do so unprompted or by imitation. */
static inline double bass(double innovation, double imitation, double adopters, double accounts)
{
    return (innovation + imitation * adopters / accounts) * (accounts - adopters);
}

/* Growth rate of a logistic curve that climbs from 10% to 90% in so many months: ln(81). */
static inline double logistic_rate(double months) { return 4.394449154672439 / months; }

static inline double half_life_decay(double months)
{
    return elementary_exp(-0.6931471805599453 / months);
}

/* What the years before have left upstream: two of them. Guess. */
static const double upstream_history = 24.0;

static const double ordinary_price = 100e3; /* of a subscription a year, or a licence */

/* How many sales take a sales person as long as one at the ordinary price. */
static double small_deals(double price, double effort)
{
    return elementary_exp(-effort * elementary_log(price / ordinary_price));
}

void market_prepare(struct block *block)
{
    const struct market *market = &block->given.market;
    const struct climate *climate = &block->given.climate;
    const struct sales *sales = &block->given.sales;
    const double *discount_rate = block->given.exits.discount_rate; /* a twelfth of the yearly rate */
    struct rates *rates = &block->rates;
    for (int i = 0; i < block->n; i++) {
        double sd = market->demand_volatility[i], persistence = market->demand_persistence[i];
        rates->demand_bias[i] = -0.5 * sd * sd;
        rates->demand_step[i] = sd * sqrt(1.0 - persistence * persistence);
        rates->headline_decay[i] = half_life_decay(market->headline_half_life[i]);
        rates->maturing[i] = logistic_rate(market->months_to_mature[i]);
        rates->imitation_decay[i] = half_life_decay(market->imitation_half_life[i]);
        rates->close_open[i] = 1.0 / climate->open_length[i];
        rates->open_again[i] = 1.0 / climate->shut_length[i];
        rates->discount[i] = elementary_exp(-elementary_log(1.0 + 12.0 * discount_rate[i]) / 12.0);
        double spread = sales->engagement_value_spread[i];
        rates->small_subscription[i] = small_deals(12.0 * market->subscription_price[i], sales->price_effort[i]);
        rates->small_licence[i] = small_deals(market->licence_price[i], sales->price_effort[i]);
        rates->engagement_mean[i] = sales->engagement_value[i] * elementary_exp(0.5 * spread * spread);
    }
}

static void turn_before_the_start(struct block *block);

void market_start(struct block *block)
{
    const struct market *market = &block->given.market;
    struct world *world = &block->world;
    market_prepare(block);
    for (int i = 0; i < block->n; i++) {
        struct draws_pair bits = draws_threefry(block->seed, DRAWS_OTHER, block->path[i]);
        if (block->apart) {
            bits.first = draws_threefry(block->seed, DRAWS_OTHER, block->climate[i]).first;
            bits.second = draws_threefry(block->seed, DRAWS_OTHER, block->market[i]).second;
        }
        double u = draws_uniform32(bits.first);
        double score = elementary_normal_quantile(draws_uniform32(bits.second));
        world->open[i] = u < block->given.climate.open_at_start[i] ? 1.0 : 0.0;
        world->demand_log[i] = market->demand_volatility[i] * score; /* long before the start, too */
        world->headlines[i] = 0.0;
        world->adopters[i] = elementary_min(market->adopters_at_start[i], market->accounts[i]);
        world->maturity[i] = market->maturity_at_start[i];
        world->rival_appeal[i] = market->rival_appeal[i];
        world->giants[i] = 0.0;
        world->upstream[i] = upstream_history * market->upstream_rivals[i];
        world->rival_users[i] = elementary_min(market->rival_users[i], market->people_reachable[i]);
        world->rival_value[i] = market->rival_value[i];
    }
    if (block->apart)
        turn_before_the_start(block);
}

LANE_LOOP void turn_climate(struct block *block)
{
    const int n = block->n;
    const double *restrict u = block->draw[DRAW_CLIMATE];
    const double *restrict regime = block->given.climate.regime;
    const double *restrict close_open = block->rates.close_open;
    const double *restrict open_again = block->rates.open_again;
    double *restrict open = block->world.open;
    for (int i = 0; i < n; i++) {
        double change = open[i] > 0.0 ? close_open[i] : open_again[i];
        double next = u[i] < change ? 1.0 - open[i] : open[i];
        next = regime[i] == REGIME_OPEN ? 1.0 : next;
        open[i] = regime[i] == REGIME_SHUT ? 0.0 : next;
    }
}

LANE_LOOP void change_mood(struct block *block)
{
    const int n = block->n;
    const struct market *market = &block->given.market;
    const double *restrict score = block->draw[DRAW_DEMAND];
    const double *restrict u = block->draw[DRAW_HEADLINE];
    const double *restrict persistence = market->demand_persistence;
    const double *restrict step = block->rates.demand_step;
    const double *restrict bias = block->rates.demand_bias;
    const double *restrict decay = block->rates.headline_decay;
    const double *restrict rate = market->headline_rate;
    const double *restrict size = market->headline_size;
    const double *restrict standing = market->headline;
    double *restrict demand_log = block->world.demand_log;
    double *restrict demand = block->world.demand;
    double *restrict headlines = block->world.headlines;
    double *restrict mood = block->world.mood;
    double *restrict news = block->scratch[0];
    for (int i = 0; i < n; i++)
        news[i] = u[i] < rate[i] ? elementary_normal_quantile(u[i] / elementary_max(rate[i], u[i])) : 0.0;
    for (int i = 0; i < n; i++) {
        demand_log[i] = persistence[i] * demand_log[i] + step[i] * elementary_normal_quantile(score[i]);
        demand[i] = elementary_exp(demand_log[i] + bias[i]);
        headlines[i] = headlines[i] * decay[i] + size[i] * news[i];
        mood[i] = elementary_exp(elementary_clamp(headlines[i] + standing[i], -3.0, 3.0));
    }
}

/* A company that starts later finds the climate, the demand and the mood of its day. Adopters, maturity
 * and rivals are what the scenario says a company starts with. */
static void turn_before_the_start(struct block *block)
{
    for (int month = 0; month < block->elapsed; month++) {
        block_draw_world(block, month);
        turn_climate(block);
        change_mood(block);
    }
}

LANE_LOOP void adopt(struct block *block)
{
    const int n = block->n;
    const struct market *market = &block->given.market;
    const double *restrict innovation = market->adoption_innovation;
    const double *restrict imitation = market->adoption_imitation;
    const double *restrict accounts = market->accounts;
    const double *restrict engineers = market->upstream_rivals;
    const double *restrict commit_decay = block->given.capability.commit_decay;
    const double *restrict maturing = block->rates.maturing;
    const double *restrict demand = block->world.demand;
    double *restrict adopters = block->world.adopters;
    double *restrict new_adopters = block->world.new_adopters;
    double *restrict maturity = block->world.maturity;
    double *restrict upstream = block->world.upstream;
    for (int i = 0; i < n; i++) {
        double left = elementary_max(accounts[i] - adopters[i], 0.0);
        double adopting = bass(innovation[i], imitation[i], adopters[i], accounts[i]) * demand[i];
        new_adopters[i] = elementary_clamp(adopting, 0.0, left);
        adopters[i] += new_adopters[i];
        maturity[i] += maturing[i] * maturity[i] * (1.0 - maturity[i]);
        maturity[i] = elementary_min(maturity[i], 1.0);
        upstream[i] += engineers[i] * (1.0 + adopters[i] / accounts[i]) - commit_decay[i] * upstream[i];
    }
}

LANE_LOOP void change_rivals(struct block *block)
{
    const int n = block->n;
    const struct market *market = &block->given.market;
    const double *restrict u = block->draw[DRAW_GIANT];
    const double *restrict rate = market->giants_rate;
    const double *restrict jump = market->giant_jump;
    const double *restrict drift = market->rival_drift;
    double *restrict giants = block->world.giants;
    double *restrict appeal = block->world.rival_appeal;
    for (int i = 0; i < n; i++) {
        double entry = u[i] < rate[i] ? 1.0 : 0.0;
        double size = 2.0 * u[i] / elementary_max(rate[i], u[i]); /* mean 1 */
        giants[i] += entry;
        appeal[i] = elementary_clamp(appeal[i] + drift[i] + entry * jump[i] * size, -3.0, 4.0);
    }
}

/* The rival community lives by the same funnel as the company's own (community.c), without what
 * money and people add to it. */
LANE_LOOP void grow_rival_community(struct block *block)
{
    const int n = block->n;
    const struct market *market = &block->given.market;
    const struct community *community = &block->given.community;
    const double *restrict improvement = market->rival_improvement;
    const double *restrict invitations = market->invitations;
    const double *restrict reachable = market->people_reachable;
    const double *restrict base = community->visits;
    const double *restrict floor = community->activation_floor;
    const double *restrict slope = community->activation_value;
    const double *restrict loss = community->loss;
    const double *restrict stickiness = community->stickiness;
    double *restrict users = block->world.rival_users;
    double *restrict value = block->world.rival_value;
    for (int i = 0; i < n; i++) {
        value[i] += improvement[i] * (1.0 - value[i]);
        double untouched = elementary_max(1.0 - users[i] / reachable[i], 0.0);
        double activation = elementary_min(floor[i] + slope[i] * value[i], 1.0);
        double guests = users[i] * community_invited(invitations[i] * value[i] * untouched, activation);
        double joining = (base[i] * untouched + guests) * activation;
        double leaving = users[i] * loss[i] * (1.0 - stickiness[i] * value[i]);
        users[i] = elementary_clamp(users[i] + joining - leaving, 0.0, reachable[i]);
    }
}

LANE_LOOP void set_valuation(struct block *block)
{
    const int n = block->n;
    const double *restrict score = block->draw[DRAW_VALUATION];
    const double *restrict noise = block->given.climate.valuation_noise;
    const double *restrict shut = block->given.climate.shut_valuation;
    const double *restrict open = block->world.open;
    double *restrict valuation = block->world.valuation;
    for (int i = 0; i < n; i++)
        valuation[i] = (open[i] > 0.0 ? 1.0 : shut[i]) *
                       elementary_exp(noise[i] * elementary_normal_quantile(score[i]));
}

void market_step(struct block *block)
{
    turn_climate(block);
    change_mood(block);
    adopt(block);
    change_rivals(block);
    grow_rival_community(block);
    set_valuation(block);
}
