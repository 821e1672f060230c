#include "statistics/plain_steps.h"

#include <math.h>

void plain_world_rates(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    double persistence = given->market.demand_persistence,
           spread = given->sales.engagement_value_spread;
    life->rates = (struct plain_rates){
        .demand_shock = given->market.demand_volatility * sqrt(1.0 - persistence * persistence),
        .headline_decay = pow(0.5, 1.0 / given->market.headline_half_life),
        .maturing = log(81.0) / given->market.months_to_mature, /* 10% to 90% of a logistic curve */
        .imitation_decay = pow(0.5, 1.0 / given->market.imitation_half_life),
        .engagement_mean = given->sales.engagement_value * exp(spread * spread / 2.0),
    };
}

void plain_world_start(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    plain_world_rates(life);
    life->world = (struct plain_world){
        .open = plain_luck_first_uniform(&life->luck) < given->climate.open_at_start,
        .deviation = given->market.demand_volatility * plain_luck_first_normal(&life->luck),
        .adopters = fmin(given->market.adopters_at_start, given->market.accounts),
        .maturity = given->market.maturity_at_start,
        .appeal = given->market.rival_appeal,
        .upstream = 24.0 * given->market.upstream_rivals, /* two years' work */
        .rival_users = fmin(given->market.rival_users, given->market.people_reachable),
        .rival_value = given->market.rival_value,
    };
}

static void turn_climate(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    double u = plain_luck_uniform(&life->luck, DRAW_CLIMATE);
    double stay = life->world.open ? given->climate.open_length : given->climate.shut_length;
    if (u * stay < 1.0)
        life->world.open = !life->world.open;
    /* The words of climate.regime: 0 free, 1 open, 2 shut. */
    if (given->climate.regime == 1.0)
        life->world.open = true;
    if (given->climate.regime == 2.0)
        life->world.open = false;
}

static void change_mood(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_world *world = &life->world;
    double sd = given->market.demand_volatility;
    world->deviation = given->market.demand_persistence * world->deviation +
                       life->rates.demand_shock * plain_luck_normal(&life->luck, DRAW_DEMAND);
    world->demand = exp(world->deviation - sd * sd / 2.0);

    world->headlines *= life->rates.headline_decay;
    double rate = given->market.headline_rate;
    if (plain_luck_uniform(&life->luck, DRAW_HEADLINE) < rate)
        world->headlines +=
            given->market.headline_size * plain_luck_score(&life->luck, DRAW_HEADLINE, rate);
    world->mood = exp(fmin(3.0, fmax(-3.0, world->headlines + given->market.headline)));
}

static void adopt(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_world *world = &life->world;
    double accounts = given->market.accounts;
    double left = fmax(0.0, accounts - world->adopters);
    double hazard = given->market.adoption_innovation +
                    given->market.adoption_imitation * world->adopters / accounts;
    world->newcomers = fmin(left, fmax(0.0, hazard * left * world->demand));
    world->adopters += world->newcomers;
    double growth = life->rates.maturing * (1.0 - world->maturity);
    world->maturity = fmin(1.0, world->maturity * (1.0 + growth));
    world->upstream = world->upstream * (1.0 - given->capability.commit_decay) +
                      given->market.upstream_rivals * (1.0 + world->adopters / accounts);
}

static void rival(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_world *world = &life->world;
    double rate = given->market.giants_rate, appeal = world->appeal + given->market.rival_drift;
    if (plain_luck_uniform(&life->luck, DRAW_GIANT) < rate) {
        world->giants += 1.0;
        appeal += given->market.giant_jump * 2.0 * plain_luck_size(&life->luck, DRAW_GIANT, rate);
    }
    world->appeal = fmin(4.0, fmax(-3.0, appeal));

    double lacking = (1.0 - world->rival_value) * (1.0 - given->market.rival_improvement);
    double value = world->rival_value = 1.0 - lacking;
    double reachable = given->market.people_reachable, users = world->rival_users;
    double untouched = fmax(0.0, 1.0 - users / reachable);
    double chance = fmin(1.0, given->community.activation_floor + value * given->community.activation_value);
    double accepted = given->market.invitations * value * chance * untouched; /* of one user's */
    double left = given->community.loss * users * (1.0 - given->community.stickiness * value);
    users += given->community.visits * chance * untouched + users * accepted / (1.0 + accepted) - left;
    world->rival_users = fmin(reachable, fmax(0.0, users));

    world->valuation =
        exp(given->climate.valuation_noise * plain_luck_normal(&life->luck, DRAW_VALUATION));
    if (!world->open)
        world->valuation *= given->climate.shut_valuation;
}

void plain_world_month(struct plain_life *life)
{
    turn_climate(life);
    change_mood(life);
    adopt(life);
    rival(life);
}
