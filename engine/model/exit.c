#include "model/exit.h"

#include "model/debt.h"
#include "model/holdings.h"
#include "numerics/elementary.h"

/* Founders do not part in the year in which money came. */
static const double YEAR = 12.0;

/* Scratch columns of this step. */
enum { TALENT, TECHNOLOGY, OFFERED, LISTING, FAILED, DESPAIR, WRITTEN_OFF, SHORT };

/* A buyer with distribution of its own needs a market to sell into, and people who know the
 * technology: ten engineers. Guess. */
static inline double technology_worth(double full, double lead, double differentiation,
                                      double completeness, double adopted, double engineers)
{
    double carried = elementary_min(engineers / 10.0, 1.0);
    return full * lead * differentiation * completeness * sqrt(adopted) * carried;
}

LANE_LOOP void appraise_parts(struct block *block)
{
    const int n = block->n;
    const struct exits *exits = &block->given.exits;
    const double *restrict a_engineer = exits->talent_engineer, *restrict a_consultant = exits->talent_consultant;
    const double *restrict full = exits->technology_value, *restrict floor = exits->talent_floor;
    const double *restrict team = exits->talent_team;
    const double *restrict differentiation = block->given.market.differentiation;
    const double *restrict accounts = block->given.market.accounts, *restrict adopters = block->world.adopters;
    const double *restrict valuation = block->world.valuation;
    const struct company *company = &block->company;
    const double *restrict engineers = company->engineers, *restrict upstreamers = company->upstreamers;
    const double *restrict consultants = company->consultants, *restrict trainers = company->trainers;
    const double *restrict expertise = company->expertise, *restrict lead = company->lead;
    const double *restrict complete = company->completeness, *restrict worth = company->worth;
    double *restrict talent = block->scratch[TALENT], *restrict technology = block->scratch[TECHNOLOGY];
    double *restrict strategic = block->company.strategic;
    for (int i = 0; i < n; i++) {
        double people = (engineers[i] + upstreamers[i]) * a_engineer[i] +
                        (consultants[i] + trainers[i]) * a_consultant[i];
        double special = elementary_max(expertise[i], lead[i]);
        /* Counted by what they cost: who adds people never lowers the price of all. */
        double dearest = elementary_max(elementary_max(a_engineer[i], a_consultant[i]), 1.0);
        people *= team[i] / (team[i] + people / dearest);
        talent[i] = people * valuation[i] * (floor[i] + (1.0 - floor[i]) * special);
        double adopted = elementary_min(adopters[i] / accounts[i], 1.0);
        technology[i] = valuation[i] *
                        technology_worth(full[i], lead[i], differentiation[i], complete[i], adopted, engineers[i]);
        strategic[i] = elementary_max(elementary_max(talent[i], technology[i]), worth[i]);
    }
}

LANE_LOOP void find_chances(struct block *block)
{
    const int n = block->n;
    const struct exits *exits = &block->given.exits;
    const struct company *company = &block->company;
    const double *restrict offer_rate = exits->offer_rate, *restrict offer_half = exits->offer_half;
    const double *restrict giant_interest = exits->giant_interest, *restrict giants = block->world.giants;
    const double *restrict ipo_revenue = exits->ipo_revenue, *restrict ipo_growth = exits->ipo_growth;
    const double *restrict ipo_limit = exits->ipo_services_limit, *restrict ipo_rate = exits->ipo_rate;
    const double *restrict open = block->world.open, *restrict shut_odds = block->given.climate.shut_odds;
    const double *restrict strategic = company->strategic, *restrict revenue = company->revenue;
    const double *restrict growth = company->growth, *restrict headcount = company->headcount;
    const double *restrict services = company->year[STREAM_SERVICES], *restrict training = company->year[STREAM_TRAINING];
    const double *restrict cash = company->cash, *restrict receivables = company->receivables;
    const double *restrict spent = company->spent, *restrict live = company->live;
    const double *restrict payroll = company->payroll, *restrict collected = company->collected;
    const double *restrict direct = company->direct_cost;
    const double *restrict credit = block->given.delivery.credit, *restrict patience = block->given.people.patience;
    const double *restrict break_up = block->given.people.break_up;
    const double *restrict rounds = company->rounds, *restrict since = company->since_round;
    const double *restrict founders = block->given.company.founders;
    const double *restrict lean = company->lean, *restrict worth = company->worth;
    const double *restrict last = company->last_amount, *restrict write_off = exits->write_off;
    double *restrict offered = block->scratch[OFFERED], *restrict listing = block->scratch[LISTING];
    const double *restrict poor = company->poor, *restrict resting = company->resting;
    const double *restrict rest = block->given.funding.search_rest;
    double *restrict failed = block->scratch[FAILED], *restrict despair = block->scratch[DESPAIR];
    double *restrict written_off = block->scratch[WRITTEN_OFF];
    double *restrict short_of_cash = block->scratch[SHORT];
    const double *restrict effort = exits->sale_effort, *restrict sale_runway = exits->sale_runway;
    const double *restrict despair_runway = exits->despair_runway;
    const double *restrict agreed = company->agreed, *restrict searching = company->searching;
    const double *restrict odds = block->next.odds;
    const double *restrict partner = company->partner, *restrict refusal = block->given.funding.partner_refusal;
    for (int i = 0; i < n; i++) {
        short_of_cash[i] = cash[i] < sale_runway[i] * (spent[i] - collected[i]) ? 1.0 : 0.0;
        /* Out of money soon, or refused by investors: somebody is sent to find a buyer. */
        double for_sale = elementary_max(short_of_cash[i], lean[i]);
        double sought = for_sale > 0.0 ? elementary_max(effort[i], 1.0) : 1.0;
        double climate = open[i] > 0.0 ? 1.0 : shut_odds[i];
        double interest = 1.0 + giant_interest[i] * elementary_min(giants[i], 5.0);
        double known = strategic[i] / (strategic[i] + offer_half[i]);
        offered[i] = live[i] * elementary_min(offer_rate[i] * climate * interest * known * sought, 0.5);
        offered[i] *= 1.0 - partner[i] * refusal[i];
        /* A term sheet forbids to look for another buyer. */
        double signed_now = searching[i] > 0.0 && odds[i] >= 1.0 ? 1.0 : agreed[i];
        offered[i] *= signed_now > 0.0 ? 0.0 : 1.0;
        double ready = revenue[i] >= ipo_revenue[i] ? open[i] : 0.0;
        ready *= growth[i] >= ipo_growth[i] ? 1.0 : 0.0;
        ready *= services[i] + training[i] <= ipo_limit[i] * revenue[i] ? 1.0 : 0.0;
        listing[i] = live[i] * ready * ipo_rate[i];
        failed[i] = cash[i] + credit[i] * receivables[i] < 0.0 ? live[i] : 0.0;
        /* Hardly more than the founders, customers who do not pay even for those, and no time left. */
        double stuck = headcount[i] < founders[i] + 2.0 ? 1.0 : 0.0;
        stuck *= collected[i] - direct[i] < payroll[i] ? 1.0 : 0.0;
        stuck *= cash[i] < despair_runway[i] * spent[i] ? 1.0 : 0.0;
        double alone = elementary_min(founders[i] / headcount[i], 1.0);
        /* Investors would put somebody else in the chair, if there were anybody left. */
        alone *= rounds[i] > 0.0 && headcount[i] >= founders[i] + 2.0 ? 0.0 : 1.0;
        alone *= since[i] < YEAR ? 0.0 : 1.0;
        /* Customers do not pay for its people, at market pay. */
        double idle = poor[i] > 0.0 || collected[i] < spent[i] ? write_off[i] : 0.0;
        /* Where nobody raises, a failed search says little about the company. */
        double lost = lean[i] > 0.0 && open[i] > 0.0 && worth[i] < last[i] ? idle : 0.0;
        /* Not in the month in which the search failed, and not while the next money is coming. */
        lost = resting[i] < elementary_max(rest[i], 0.5) && signed_now <= 0.0 ? lost : 0.0;
        written_off[i] = live[i] * lost;
        despair[i] = live[i] * elementary_min(lost + stuck / patience[i] + break_up[i] * alone, 1.0);
    }
}

/* Pays lenders, then owners, writes the result, and ends the lane. */
static void settle(struct block *block, int lane, enum outcome outcome, enum cause cause, double value)
{
    struct company *company = &block->company;
    /* Companies are priced free of cash and debt, with what customers owe in its normal place. Who
     * closes collects that first, and pays the last salaries, leases and lawyers. */
    int closes = outcome == OUTCOME_SHUT_DOWN || outcome == OUTCOME_ACQUIHIRED;
    double bills = block->given.exits.wind_down[lane] * company->spent[lane];
    double left = value + company->cash[lane] + (closes ? company->receivables[lane] - bills : 0.0);
    double owed = block->given.company.loan[lane] + debt_owed(block, lane);
    int months = outcome == OUTCOME_PRIVATE ? block->horizon : block->month + 1;
    struct waterfall parts;
    double warrants = holdings_divide(block, lane, elementary_max(left, 0.0), owed, months,
                                      outcome == OUTCOME_IPO, &parts);

    const struct holdings *holdings = &block->holdings[block->origin[lane]];
    double invested = 0.0, investors = 0.0, repaid = 0.0;
    for (int r = 0; r < (int)company->rounds[lane]; r++) {
        const struct closing *closing = &block->closing[r][block->origin[lane]];
        invested += closing->amount + closing->sold;
        repaid += closing->repaid;
        investors += closing->proceeds;
    }
    /* The tables keep a twelfth of the yearly rate. */
    double yearly = 12.0 * block->given.exits.discount_rate[lane];
    double discount = elementary_exp(-elementary_log(1.0 + yearly) * months / 12.0);
    block->result[block->origin[lane]] = (struct result){
        .founder_present = (parts.founders + parts.former) * discount + holdings->sold_present,
        .proceeds = elementary_max(left - owed, 0.0),
        .founder_proceeds = parts.founders + parts.former,
        .pool_proceeds = parts.staff,
        .lender_proceeds = warrants,
        .investor_proceeds = investors,
        .founder_sold = (float)holdings->sold,
        .repaid = repaid,
        .invested = invested,
        .founders_share = (float)company->founders_share[lane],
        .revenue = (float)elementary_min(company->revenue[lane], 3e38),
        .founders = (float)block->given.company.founders[lane],
        .unpaid = (float)company->unpaid[lane],
        .month = (uint16_t)months,
        .outcome = (unsigned)outcome,
        .cause = (unsigned)cause,
        .rounds = (unsigned)company->rounds[lane],
        .stage = (unsigned)company->stage[lane]};
    /* What is still private at the horizon has not ended; the horizon has. */
    company->live[lane] = outcome == OUTCOME_PRIVATE ? 1.0 : 0.0;
}

/* Whether a buyer takes the business, not just people or technology. */
static int has_business(const struct block *block, int lane)
{
    double parts = elementary_max(block->scratch[TALENT][lane], block->scratch[TECHNOLOGY][lane]);
    return block->company.worth[lane] >= elementary_max(parts, block->given.exits.least_sale[lane]);
}

/* Out of money or hope: a buyer may still take people and technology. */
static void wind_up(struct block *block, int lane, enum cause cause)
{
    double going = elementary_max(block->scratch[TALENT][lane], block->company.worth[lane]);
    double people = block->given.exits.distress_value[lane] * going;
    double technology = block->given.exits.distress_technology[lane] * block->scratch[TECHNOLOGY][lane];
    double value = elementary_max(people, technology);
    enum outcome bought = has_business(block, lane) ? OUTCOME_ACQUIRED : OUTCOME_ACQUIHIRED;
    if (value >= block->given.exits.acquihire_floor[lane])
        settle(block, lane, bought, cause, value);
    else
        settle(block, lane, OUTCOME_SHUT_DOWN, cause, 0.0);
}

/* What owners ask. Nobody presses founders without investors who have time: they ask what somebody
 * would pay to whom it is worth most. Others ask what the company is worth, and of the last round's
 * price beyond it as much as they remember; a failed search for money has taught them that it is gone. */
static double asking_price(const struct block *block, int lane)
{
    const struct company *company = &block->company;
    const struct exits *exits = &block->given.exits;
    double worth = company->worth[lane];
    if (company->rounds[lane] == 0.0 && block->scratch[SHORT][lane] == 0.0)
        return exits->reservation_independent[lane] * company->strategic[lane];
    double beyond = company->lean[lane] > 0.0 ? 0.0 : elementary_max(company->post_money[lane] - worth, 0.0);
    double ages = elementary_min(company->since_round[lane] / exits->price_memory[lane], 1000.0);
    return exits->reservation[lane] * (worth + beyond * elementary_exp(-0.6931471805599453 * ages));
}

/* Owners sell above their reservation price, or, when they must look for a buyer, at what a buyer
 * pays who knows it. */
static void consider_offer(struct block *block, int lane, double u)
{
    struct company *company = &block->company;
    const struct exits *exits = &block->given.exits;
    double strategic = company->strategic[lane];
    if (strategic < exits->least_sale[lane])
        return;
    double luck = elementary_exp(exits->offer_noise[lane] * elementary_normal_quantile(u));
    double offer = strategic * exits->offer_premium[lane] * luck;
    /* Who distributes the product knows it, and bids more. */
    if (company->partner[lane] > 0.0 && block->draw[DRAW_PARTNER][lane] < block->given.funding.partner_buys[lane])
        offer *= block->given.funding.partner_premium[lane];
    enum outcome forced = has_business(block, lane) ? OUTCOME_ACQUIRED : OUTCOME_ACQUIHIRED;
    if (offer >= asking_price(block, lane))
        settle(block, lane, OUTCOME_ACQUIRED, CAUSE_OFFER, offer);
    else if (block->scratch[SHORT][lane] != 0.0)
        settle(block, lane, forced, CAUSE_DISTRESS_OFFER, offer * exits->distress_value[lane]);
}

void exit_step(struct block *block)
{
    appraise_parts(block);
    find_chances(block);
    const double *offer_u = block->draw[DRAW_OFFER], *listing_u = block->draw[DRAW_LISTING];
    const double *despair_u = block->draw[DRAW_GIVING_UP];
    const double *offered = block->scratch[OFFERED], *listing = block->scratch[LISTING];
    const double *failed = block->scratch[FAILED], *despair = block->scratch[DESPAIR];
    const double *written_off = block->scratch[WRITTEN_OFF];
    const double *live = block->company.live;
    for (int lane = 0; lane < block->n; lane++) {
        if (listing_u[lane] < listing[lane])
            settle(block, lane, OUTCOME_IPO, CAUSE_LISTED, block->company.worth[lane]);
        else if (offer_u[lane] < offered[lane])
            consider_offer(block, lane, offer_u[lane] / offered[lane]);
        if (live[lane] != 0.0 && failed[lane] != 0.0)
            wind_up(block, lane, CAUSE_OUT_OF_CASH);
        else if (live[lane] != 0.0 && despair_u[lane] < despair[lane])
            wind_up(block, lane, despair_u[lane] < written_off[lane] ? CAUSE_WRITTEN_OFF : CAUSE_GAVE_UP);
    }
}

void exit_finish(struct block *block)
{
    for (int lane = 0; lane < block->n; lane++)
        if (block->company.live[lane] != 0.0) {
            double marked = block->company.worth[lane] * (1.0 - block->given.exits.illiquidity[lane]);
            settle(block, lane, OUTCOME_PRIVATE, CAUSE_NONE, marked);
        }
}
