#include "statistics/plain_steps.h"

#include <math.h>

static void end(struct plain_life *life, enum outcome outcome, enum cause cause, double value)
{
    struct plain_company *company = &life->company;
    const struct plain_given *given = &life->given;
    double left = value + company->cash;
    /* Who closes collects what is owed, and pays the last salaries. */
    if (outcome == OUTCOME_SHUT_DOWN || outcome == OUTCOME_ACQUIHIRED)
        left += company->receivables - given->exits.wind_down * company->spent;
    left -= company->debt + company->advance;
    double proceeds = fmax(0.0, left - given->company.loan);
    int months = outcome == OUTCOME_PRIVATE ? life->scenario->horizon : life->month + 1;
    struct plain_owners *owners = &company->owners;
    double founders, staff, lenders, invested = 0.0, investors = 0.0, repaid = 0.0;
    plain_owners_divide(owners, given, proceeds, months, outcome == OUTCOME_IPO, &founders, &staff, &lenders);
    for (int r = 0; r < owners->count; r++) {
        invested += owners->security[r].paid;
        investors += owners->security[r].proceeds + owners->security[r].repaid;
        repaid += owners->security[r].repaid;
    }

    life->over = true;
    life->result = (struct result){
        .founder_present = founders / pow(1.0 + 12.0 * given->exits.discount_rate, months / 12.0) +
                           owners->sold_present,
        .proceeds = proceeds,
        .founder_proceeds = founders,
        .pool_proceeds = staff,
        .lender_proceeds = lenders,
        .investor_proceeds = investors,
        .founder_sold = (float)owners->sold,
        .repaid = repaid,
        .invested = invested,
        .founders_share = (float)company->founders_share,
        .revenue = (float)company->revenue,
        .founders = (float)given->company.founders,
        .unpaid = (float)company->unpaid,
        .month = (uint16_t)months,
        .outcome = (unsigned)outcome,
        .cause = (unsigned)cause,
        .rounds = (unsigned)company->rounds,
        .stage = (unsigned)company->stage};
}

static void appraise_parts(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    const struct plain_team *team = &company->team;
    double heads = given->exits.talent_engineer * (team->engineers + team->upstreamers) +
                   given->exits.talent_consultant * (team->consultants + team->trainers);
    double dearest = fmax(given->exits.talent_engineer, given->exits.talent_consultant);
    heads /= 1.0 + heads / fmax(dearest, 1.0) / given->exits.talent_team;
    company->talent =
        heads * life->world.valuation * (given->exits.talent_floor +
         (1.0 - given->exits.talent_floor) * fmax(company->expertise, company->lead));
    double adopted = fmin(1.0, life->world.adopters / given->market.accounts);
    company->technology = given->exits.technology_value * life->world.valuation * company->lead *
                          given->market.differentiation * company->completeness *
                          sqrt(adopted) * fmin(1.0, team->engineers / 10.0);
    company->strategic = fmax(company->worth, fmax(company->technology, company->talent));
}

static bool fit_for_listing(const struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    const struct plain_company *company = &life->company;
    return life->world.open && company->revenue >= given->exits.ipo_revenue &&
           company->growth >= given->exits.ipo_growth &&
           company->year.services + company->year.training <=
               given->exits.ipo_services_limit * company->revenue;
}

/* What is burnt leaves too little time. */
static bool looks_for_buyer(const struct plain_life *life)
{
    const struct plain_company *company = &life->company;
    return company->cash < life->given.exits.sale_runway * (company->spent - company->collected);
}

/* What a business that is sold in need is called. */
static enum outcome forced(const struct plain_life *life)
{
    const struct plain_company *company = &life->company;
    bool business = company->worth >= life->given.exits.least_sale && company->worth >= company->talent &&
                    company->worth >= company->technology;
    return business ? OUTCOME_ACQUIRED : OUTCOME_ACQUIHIRED;
}

static double asked(const struct plain_life *life)
{
    const struct plain_company *company = &life->company;
    double price = company->worth;
    if (company->rounds == 0 && !looks_for_buyer(life))
        return life->given.exits.reservation_independent * company->strategic;
    if (company->post_money > price && company->lean == 0.0)
        price += (company->post_money - price) * pow(0.5, company->since_round / life->given.exits.price_memory);
    return life->given.exits.reservation * price;
}

static void consider_offer(struct plain_life *life, double chance)
{
    const struct plain_given *given = &life->given;
    const struct plain_company *company = &life->company;
    if (company->strategic < given->exits.least_sale)
        return;
    double luck = plain_luck_score(&life->luck, DRAW_OFFER, chance);
    double offer =
        company->strategic * given->exits.offer_premium * exp(given->exits.offer_noise * luck);
    if (company->strategic_investor &&
        plain_luck_uniform(&life->luck, DRAW_PARTNER) < given->funding.partner_buys)
        offer *= given->funding.partner_premium;
    if (offer >= asked(life))
        end(life, OUTCOME_ACQUIRED, CAUSE_OFFER, offer);
    else if (looks_for_buyer(life))
        end(life, forced(life), CAUSE_DISTRESS_OFFER, given->exits.distress_value * offer);
}

static void fail(struct plain_life *life, enum cause cause)
{
    double value = fmax(life->given.exits.distress_technology * life->company.technology,
                        life->given.exits.distress_value *
                            fmax(life->company.talent, life->company.worth));
    if (value < life->given.exits.acquihire_floor)
        end(life, OUTCOME_SHUT_DOWN, cause, 0.0);
    else
        end(life, forced(life), cause, value);
}

void plain_exit_month(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    const struct plain_company *company = &life->company;
    appraise_parts(life);
    double offer_u = plain_luck_uniform(&life->luck, DRAW_OFFER);
    double despair_u = plain_luck_uniform(&life->luck, DRAW_GIVING_UP);
    if (plain_luck_uniform(&life->luck, DRAW_LISTING) < given->exits.ipo_rate &&
        fit_for_listing(life)) {
        end(life, OUTCOME_IPO, CAUSE_LISTED, company->worth);
        return;
    }
    double chance = given->exits.offer_rate * company->strategic /
                    (company->strategic + given->exits.offer_half);
    chance *= 1.0 + given->exits.giant_interest * fmin(5.0, life->world.giants);
    if (!life->world.open)
        chance *= given->climate.shut_odds;
    if (looks_for_buyer(life) || company->lean > 0.0)
        chance *= fmax(1.0, given->exits.sale_effort);
    chance = fmin(0.5, chance);
    if (company->strategic_investor)
        chance *= 1.0 - given->funding.partner_refusal;
    bool certain = company->searching > 0.0 && given->round[company->rounds].odds >= 1.0;
    bool under_offer = company->agreed > 0.0 || certain;
    if (under_offer)
        chance = 0.0;
    if (offer_u < chance)
        consider_offer(life, chance);
    if (life->over)
        return;

    bool broke =
        company->cash < 0.0 && company->cash + given->delivery.credit * company->receivables < 0.0;
    bool stuck = company->headcount < given->company.founders + 2.0 &&
                 company->collected - company->direct_cost < company->payroll &&
                 company->cash < given->exits.despair_runway * company->spent;
    double parting = 0.0;
    if (company->since_round >= 12 &&
        (company->rounds == 0 || company->headcount < given->company.founders + 2.0))
        parting = given->people.break_up * fmin(1.0, given->company.founders / company->headcount);
    if (stuck)
        parting += 1.0 / given->people.patience;
    double lost = 0.0;
    bool just_failed = company->resting > 0.0 && company->resting >= given->funding.search_rest;
    if (company->lean > 0.0 && !just_failed && !under_offer && life->world.open &&
        company->worth < company->last_amount && (company->poor || company->collected < company->spent))
        lost = given->exits.write_off;
    if (broke)
        fail(life, CAUSE_OUT_OF_CASH);
    else if (despair_u < lost + parting)
        fail(life, despair_u < lost ? CAUSE_WRITTEN_OFF : CAUSE_GAVE_UP);
}

void plain_exit_horizon(struct plain_life *life)
{
    end(life, OUTCOME_PRIVATE, CAUSE_NONE,
        life->company.worth * (1.0 - life->given.exits.illiquidity));
}
