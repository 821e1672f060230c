#include "model/capability.h"

#include "numerics/draws.h"
#include "numerics/elementary.h"

/* Diminishing returns: 0 at nothing, one half at `half`, towards 1. */
static inline double saturation(double stock, double half) { return stock / (stock + half); }

/* Customer intelligence: without feedback only the share that vision guesses right is useful. */
static inline double guidance(double vision, double experts, double community)
{
    return vision + (1.0 - vision) * elementary_max(experts, community);
}

/* An immature technology asks more of a product, because less of the rest is in place. */
static inline double need(double mature_need, double burden, double maturity)
{
    return mature_need * (1.0 + burden * (1.0 - maturity));
}

static inline double completeness(double product, double needed, double steepness)
{
    return 1.0 - elementary_exp(-steepness * product / needed);
}

/* A requirement waits half a release interval on average, and before that to be heard. Experts in
 * the field and a community are heard at once. */
static inline double lag(double release_interval, double listening_lag, double heard)
{
    return 0.5 * release_interval + listening_lag * (1.0 - heard);
}

void capability_start(struct block *block)
{
    const struct founding *start = &block->given.company;
    struct company *company = &block->company;
    for (int i = 0; i < block->n; i++) {
        company->experience[i] = start->expertise[i];
        company->commits[i] = start->commits[i];
        company->product[i] = start->product[i];
        company->edge[i] = start->edge[i];
        company->expertise[i] = saturation(start->expertise[i], block->given.capability.expertise_half[i]);
        company->influence[i] = saturation(start->commits[i], block->world.upstream[i]);
        company->completeness[i] = company->lead[i] = company->fit[i] = company->value[i] = 0.0;
    }
}

LANE_LOOP void learn(struct block *block)
{
    const int n = block->n;
    const struct capability *capability = &block->given.capability;
    const double *restrict forgetting = capability->forgetting;
    const double *restrict half = capability->expertise_half;
    const double *restrict commit_decay = capability->commit_decay;
    const double *restrict charged = block->company.charged;
    const double *restrict services = block->company.billed[STREAM_SERVICES];
    const double *restrict side_work = block->company.side_work;
    const double *restrict kept = block->company.kept;
    const double *restrict upstreamers = block->company.upstreamers;
    const double *restrict engineers = block->company.engineers;
    const double *restrict upstream_share = block->given.playbook.upstream_share;
    const double *restrict others = block->world.upstream;
    double *restrict experience = block->company.experience;
    double *restrict commits = block->company.commits;
    double *restrict expertise = block->company.expertise;
    double *restrict influence = block->company.influence;
    for (int i = 0; i < n; i++) {
        double teaching = services[i] - side_work[i];
        experience[i] = experience[i] * (1.0 - forgetting[i]) * kept[i] + teaching / charged[i];
        expertise[i] = saturation(experience[i], half[i]);
        commits[i] += upstreamers[i] + upstream_share[i] * engineers[i] - commit_decay[i] * commits[i];
        influence[i] = saturation(commits[i], others[i]);
    }
}

LANE_LOOP void invent(struct block *block)
{
    const int n = block->n;
    const struct capability *capability = &block->given.capability;
    const double *restrict rate = capability->breakthrough_rate;
    const double *restrict median = capability->breakthrough_size;
    const double *restrict spread = capability->breakthrough_size_spread;
    const double *restrict engineers = block->company.engineers;
    const double *restrict skill = block->given.company.skill;
    const double *restrict score = block->draw[DRAW_BREAKTHROUGH_SIZE];
    const double *restrict decay = block->rates.imitation_decay;
    double *restrict mean = block->scratch[0];
    double *restrict found = block->scratch[1];
    double *restrict edge = block->company.edge;
    double *restrict lead = block->company.lead;
    for (int i = 0; i < n; i++)
        mean[i] = elementary_min(rate[i] * engineers[i] * skill[i], 1000.0);
    draws_poisson(block->draw[DRAW_BREAKTHROUGHS], mean, n, found);
    for (int i = 0; i < n; i++) {
        double size = median[i] * elementary_exp(spread[i] * elementary_normal_quantile(score[i]));
        edge[i] = edge[i] * decay[i] + found[i] * size;
        lead[i] = saturation(edge[i], 1.0);
    }
}

LANE_LOOP void build(struct block *block)
{
    const int n = block->n;
    const struct capability *capability = &block->given.capability;
    const double *restrict vision = capability->vision;
    const double *restrict intelligence = capability->intelligence;
    const double *restrict listening = capability->listening;
    const double *restrict feedback_half = capability->feedback_half;
    const double *restrict obsolescence = capability->obsolescence;
    const double *restrict burden = capability->immature_burden;
    const double *restrict steepness = capability->completion;
    const double *restrict mature_need = block->given.market.product_need;
    const double *restrict commons = capability->commons, *restrict openness = block->given.playbook.openness;
    const double *restrict drift = block->given.market.requirement_drift;
    const double *restrict skill = block->given.company.skill;
    const double *restrict maturity = block->world.maturity;
    const double *restrict engineers = block->company.engineers;
    const double *restrict expertise = block->company.expertise;
    const double *restrict users = block->company.users;
    const double *restrict release = block->now.release_interval;
    const double *restrict listening_lag = block->now.listening_lag;
    double *restrict heard = block->scratch[0];
    double *restrict product = block->company.product;
    double *restrict complete = block->company.completeness;
    double *restrict fit = block->company.fit;
    double *restrict value = block->company.value;
    for (int i = 0; i < n; i++) {
        double experts = intelligence[i] * expertise[i];
        double community = listening[i] * saturation(users[i], feedback_half[i]);
        double useful = engineers[i] * skill[i] * (1.0 + commons[i] * openness[i]) *
                        guidance(vision[i], experts, community);
        heard[i] = elementary_max(experts, community);
        product[i] = product[i] * (1.0 - obsolescence[i]) + useful;
    }
    for (int i = 0; i < n; i++) {
        double needed = need(mature_need[i], burden[i], maturity[i]);
        complete[i] = completeness(product[i], needed, steepness[i]);
        fit[i] = elementary_exp(-drift[i] * lag(release[i], listening_lag[i], heard[i]));
        value[i] = complete[i] * fit[i];
    }
}

void capability_step(struct block *block)
{
    learn(block);
    invent(block);
    build(block);
}
