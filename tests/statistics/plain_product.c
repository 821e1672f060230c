#include "statistics/plain_steps.h"

#include <math.h>

void plain_product_start(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    company->experience = given->company.expertise;
    company->expertise =
        company->experience / (company->experience + given->capability.expertise_half);
    company->commits = given->company.commits;
    company->influence = company->commits / (company->commits + life->world.upstream);
    company->product = given->company.product;
    company->edge = given->company.edge;
    company->users = fmin(given->company.users, given->market.people_reachable);
    company->content = given->company.content;
    company->payers = given->company.payers;
}

static void learn_and_contribute(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    double delivered = (company->billed.services - company->side_work) / company->charged;
    company->experience *= (1.0 - given->capability.forgetting) * company->kept;
    company->experience += delivered;
    company->expertise =
        company->experience / (company->experience + given->capability.expertise_half);

    company->commits *= 1.0 - given->capability.commit_decay;
    company->commits +=
        company->team.upstreamers + given->playbook.upstream_share * company->team.engineers;
    company->influence = company->commits / (company->commits + life->world.upstream);
}

static void invent(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    double mean = fmin(1000.0, given->capability.breakthrough_rate * company->team.engineers *
                                   given->company.skill);
    double found = plain_luck_poisson(&life->luck, DRAW_BREAKTHROUGHS, mean);
    company->edge *= life->rates.imitation_decay;
    if (found > 0.0)
        company->edge += found * given->capability.breakthrough_size *
                         exp(given->capability.breakthrough_size_spread *
                             plain_luck_normal(&life->luck, DRAW_BREAKTHROUGH_SIZE));
    company->lead = company->edge / (company->edge + 1.0);
}

void plain_product_month(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    learn_and_contribute(life);
    invent(life);

    double experts = given->capability.intelligence * company->expertise;
    double crowd = given->capability.listening * company->users /
                   (company->users + given->capability.feedback_half);
    double heard = fmax(experts, crowd);
    double vision = given->capability.vision;
    company->product *= 1.0 - given->capability.obsolescence;
    double work = company->team.engineers * given->company.skill;
    work += work * given->capability.commons * given->playbook.openness; /* of others, built upon */
    company->product += work * (vision + (1.0 - vision) * heard);

    double need = given->market.product_need *
                  (1.0 + given->capability.immature_burden * (1.0 - life->world.maturity));
    company->completeness = 1.0 - exp(-given->capability.completion * company->product / need);
    double lag = life->now.release_interval / 2.0 + life->now.listening_lag * (1.0 - heard);
    company->fit = exp(-given->market.requirement_drift * lag);
    company->value = company->completeness * company->fit;
}

/* Pays for support until they leave; nobody pays for what is not on offer. */
static void convert(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    if (life->now.support == 0.0) {
        company->payers = 0.0;
        return;
    }
    double would =
        company->business_users * fmin(1.0, given->market.paying_share * given->playbook.analytics);
    double leaving =
        given->delivery.churn + given->delivery.churn_dissatisfied * (1.0 - company->value);
    double signing = 0.0;
    if (would > company->payers)
        signing = given->community.payment_speed * (would - company->payers);
    double served = given->community.support_load *
                    (1.0 + company->team.carers + company->team.trainers);
    if (company->payers + signing > served)
        signing = fmax(0.0, served - company->payers);
    company->payers += signing - company->payers * fmin(1.0, leaving);
}

void plain_product_community(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    double reachable = given->market.people_reachable, openness = given->playbook.openness;

    double content_part = given->community.content_value, users = company->users;
    double useful = company->value * (1.0 - content_part) +
                    company->value * content_part * company->content /
                        (company->content + given->community.content_half);

    double visits = given->community.visits;
    visits += given->community.visits_per_person * company->team.carers;
    visits += given->community.visits_per_dollar * company->marketing;
    visits += given->community.visits_per_adopter * life->world.adopters;
    double invitations = given->market.invitations * useful; /* of one user */
    double untouched = fmax(0.0, 1.0 - users / reachable), noise = given->community.visits_noise;
    double chance =
        untouched * exp(noise * plain_luck_normal(&life->luck, DRAW_VISITS) - noise * noise / 2.0);

    double behind =
        pow((life->world.rival_users + 1.0) / (users + 1.0), given->community.leader_exponent);
    double pull = given->community.leader_pull;
    double activation =
        fmin(1.0, given->community.activation_floor + given->community.activation_value * useful);
    activation *= openness * (1.0 - pull + pull / (1.0 + behind));
    double left = users * given->community.loss * (1.0 - given->community.stickiness * useful);
    double room = fmax(0.0, reachable - users + left);
    /* A user brings no more than one other in a month. */
    double accepted = invitations * chance * activation;
    company->invited = users * accepted / (1.0 + accepted);
    double joined = fmin(room, visits * chance * activation + company->invited);
    company->invited = fmin(joined, company->invited);
    company->users = users - left + joined;
    company->business_users = company->users * given->market.business_share;

    double contributions = given->community.contributor_share * given->community.contribution *
                           openness * company->users;
    company->content = company->content * (1.0 - given->community.content_decay) + contributions;
    double code = given->community.contribution_work * contributions * company->fit;
    if (code > 0.0)
        company->product += 1.0 / (1.0 / code + 1.0 / life->given.community.merge_limit);
    convert(life);
}
