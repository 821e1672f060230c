#include "model/community.h"

#include "numerics/elementary.h"

/* Product first: content adds to a good product, and cannot replace it. */
static inline double usefulness(double value, double content, double half, double share)
{
    return value * (1.0 - share + share * content / (content + half));
}

/* Preferential attachment: share of the attention between the company and the leading rival. */
static inline double attention(double users, double rival, double exponent)
{
    double odds = elementary_log(rival + 1.0) - elementary_log(users + 1.0);
    return 1.0 / (1.0 + elementary_exp(exponent * odds));
}

/* Visitors who become users: of a better product, and of the leader, more. */
static inline double activated(double floor, double slope, double useful, double pull, double share,
                               double openness)
{
    return elementary_min(floor + slope * useful, 1.0) * (1.0 - pull + pull * share) * openness;
}

static inline double leaving_rate(double loss, double stickiness, double useful)
{
    return loss * (1.0 - stickiness * useful);
}

/* A project can take in only so much. */
static inline double merged(double code, double limit) { return limit * code / (code + limit); }

/* Support is answered by people: those who care for the community, who train, and one more. */
static inline double payers_served(double carers, double trainers, double load)
{
    return load * (carers + trainers + 1.0);
}

void community_start(struct block *block)
{
    const struct founding *start = &block->given.company;
    struct company *company = &block->company;
    for (int i = 0; i < block->n; i++) {
        company->users[i] = elementary_min(start->users[i], block->given.market.people_reachable[i]);
        company->content[i] = start->content[i];
        company->payers[i] = start->payers[i];
        company->visits[i] = company->invited[i] = company->business_users[i] = 0.0;
    }
}

/* What visitors find, and how many of them stay. */
LANE_LOOP void judge(struct block *block, double *restrict useful, double *restrict activation)
{
    const int n = block->n;
    const struct community *community = &block->given.community;
    const double *restrict content_half = community->content_half;
    const double *restrict content_value = community->content_value;
    const double *restrict floor = community->activation_floor;
    const double *restrict slope = community->activation_value;
    const double *restrict pull = community->leader_pull;
    const double *restrict exponent = community->leader_exponent;
    const double *restrict openness = block->given.playbook.openness;
    const double *restrict value = block->company.value;
    const double *restrict content = block->company.content;
    const double *restrict users = block->company.users;
    const double *restrict rival = block->world.rival_users;
    for (int i = 0; i < n; i++) {
        useful[i] = usefulness(value[i], content[i], content_half[i], content_value[i]);
        double share = attention(users[i], rival[i], exponent[i]);
        activation[i] = activated(floor[i], slope[i], useful[i], pull[i], share, openness[i]);
    }
}

/* Where visits come from. Invitations and searching adopters need a product worth it; what money
 * and people bring does not, and so cannot last. */
LANE_LOOP void attract(struct block *block, const double *restrict useful, const double *restrict activation)
{
    const int n = block->n;
    const struct community *community = &block->given.community;
    const double *restrict base = community->visits;
    const double *restrict per_person = community->visits_per_person;
    const double *restrict per_dollar = community->visits_per_dollar;
    const double *restrict per_adopter = community->visits_per_adopter;
    const double *restrict noise = community->visits_noise;
    const double *restrict invitations = block->given.market.invitations;
    const double *restrict reachable = block->given.market.people_reachable;
    const double *restrict score = block->draw[DRAW_VISITS];
    const double *restrict users = block->company.users;
    const double *restrict carers = block->company.carers;
    const double *restrict marketing = block->company.marketing;
    const double *restrict adopters = block->world.adopters;
    double *restrict visits = block->company.visits, *restrict invited = block->company.invited;
    for (int i = 0; i < n; i++) {
        double untouched = elementary_max(1.0 - users[i] / reachable[i], 0.0);
        double come = base[i] + per_person[i] * carers[i] + per_dollar[i] * marketing[i] +
                      per_adopter[i] * adopters[i];
        double luck = noise[i] * elementary_normal_quantile(score[i]) - 0.5 * noise[i] * noise[i];
        double chance = untouched * elementary_exp(luck);
        double guests = users[i] * community_invited(invitations[i] * useful[i] * chance, activation[i]);
        visits[i] = come * chance + guests;
        invited[i] = guests * activation[i];
    }
}

LANE_LOOP void keep(struct block *block, const double *restrict useful, const double *restrict activation)
{
    const int n = block->n;
    const struct community *community = &block->given.community;
    const double *restrict loss = community->loss;
    const double *restrict stickiness = community->stickiness;
    const double *restrict reachable = block->given.market.people_reachable;
    const double *restrict business_share = block->given.market.business_share;
    const double *restrict visits = block->company.visits;
    double *restrict invited = block->company.invited;
    double *restrict users = block->company.users;
    double *restrict joined = block->company.joined;
    double *restrict left = block->company.left;
    double *restrict business = block->company.business_users;
    for (int i = 0; i < n; i++) {
        left[i] = users[i] * leaving_rate(loss[i], stickiness[i], useful[i]);
        double room = reachable[i] - users[i] + left[i];
        joined[i] = elementary_clamp(visits[i] * activation[i], 0.0, elementary_max(room, 0.0));
        invited[i] = elementary_min(invited[i], joined[i]);
        users[i] += joined[i] - left[i];
        business[i] = users[i] * business_share[i];
    }
}

LANE_LOOP void contribute(struct block *block)
{
    const int n = block->n;
    const struct community *community = &block->given.community;
    const double *restrict share = community->contributor_share;
    const double *restrict work = community->contribution_work;
    const double *restrict strength = community->contribution;
    const double *restrict decay = community->content_decay, *restrict limit = community->merge_limit;
    const double *restrict openness = block->given.playbook.openness;
    const double *restrict users = block->company.users;
    const double *restrict fit = block->company.fit;
    double *restrict content = block->company.content;
    double *restrict product = block->company.product;
    for (int i = 0; i < n; i++) {
        double given = share[i] * users[i] * strength[i] * openness[i];
        content[i] += given - decay[i] * content[i];
        /* Code of others must fit what the product has become, or it is not merged. */
        product[i] += merged(work[i] * given * fit[i], limit[i]);
    }
}

/* Article 2: one business user in a hundred needs round-the-clock support or training. Nobody is
 * signed up whom nobody could serve, and nobody is sent away. */
LANE_LOOP void convert(struct block *block)
{
    const int n = block->n;
    const double *restrict offered = block->now.support;
    const double *restrict paying_share = block->given.market.paying_share;
    const double *restrict analytics = block->given.playbook.analytics;
    const double *restrict speed = block->given.community.payment_speed;
    const double *restrict churn = block->given.delivery.churn;
    const double *restrict dissatisfied = block->given.delivery.churn_dissatisfied;
    const double *restrict business = block->company.business_users;
    const double *restrict value = block->company.value, *restrict load = block->given.community.support_load;
    const double *restrict carers = block->company.carers, *restrict trainers = block->company.trainers;
    double *restrict payers = block->company.payers;
    double *restrict signed_up = block->company.signed_up;
    double *restrict lapsed = block->company.lapsed;
    for (int i = 0; i < n; i++) {
        double would = business[i] * elementary_min(paying_share[i] * analytics[i], 1.0);
        double room = elementary_max(payers_served(carers[i], trainers[i], load[i]) - payers[i], 0.0);
        signed_up[i] = offered[i] * elementary_clamp(speed[i] * (would - payers[i]), 0.0, room);
        double leaving = elementary_min(churn[i] + dissatisfied[i] * (1.0 - value[i]), 1.0);
        lapsed[i] = payers[i] * (offered[i] > 0.0 ? leaving : 1.0);
        payers[i] += signed_up[i] - lapsed[i];
    }
}

void community_step(struct block *block)
{
    double *useful = block->scratch[0], *activation = block->scratch[1];
    judge(block, useful, activation);
    attract(block, useful, activation);
    keep(block, useful, activation);
    contribute(block);
    convert(block);
}

double community_merged(const struct block *block, int lane)
{
    const struct community *community = &block->given.community;
    double given = community->contributor_share[lane] * block->company.users[lane] *
                   community->contribution[lane] * block->given.playbook.openness[lane];
    return merged(community->contribution_work[lane] * given * block->company.fit[lane],
                  community->merge_limit[lane]);
}

double community_reproduction(const struct block *block, int lane)
{
    const struct community *community = &block->given.community;
    const struct company *company = &block->company;
    double useful = usefulness(company->value[lane], company->content[lane],
                               community->content_half[lane], community->content_value[lane]);
    double untouched = elementary_max(
        1.0 - company->users[lane] / block->given.market.people_reachable[lane], 0.0);
    double share = attention(company->users[lane], block->world.rival_users[lane],
                             community->leader_exponent[lane]);
    double activation = activated(community->activation_floor[lane], community->activation_value[lane],
                                  useful, community->leader_pull[lane], share,
                                  block->given.playbook.openness[lane]);
    double leaving = leaving_rate(community->loss[lane], community->stickiness[lane], useful);
    double guests = community_invited(block->given.market.invitations[lane] * useful * untouched, activation);
    return guests * activation / elementary_max(leaving, 1e-9);
}
