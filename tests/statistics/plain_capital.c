/* Money from outside: the search for a round, what becomes of it, and lenders. */
#include "statistics/plain_steps.h"

#include <math.h>

void plain_capital_pay_lenders(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    company->to_lenders = company->debt * given->funding.debt_interest;
    if (company->debt_age >= given->funding.debt_grace) {
        double months_left = given->funding.debt_term - company->debt_age;
        double back = months_left > 1.0 ? company->debt / months_left : company->debt;
        company->to_lenders += back;
        company->debt -= back;
    }
    company->debt_age++;
    double shared = fmin(company->advance, company->collected * given->funding.advance_share);
    company->advance -= shared;
    company->to_lenders += shared;
}

static void take_advance(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    double amount = given->funding.advance_amount;
    if (company->advanced || amount <= 0.0 || company->revenue < 12.0 * given->funding.advance_needs)
        return;
    company->advanced = true;
    company->cash += amount;
    company->advance = amount * given->funding.advance_multiple;
}

static void appraise(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    const struct plain_billing *year = &company->year;
    double worth = year->services * given->exits.services_multiple +
                   year->training * given->exits.training_multiple +
                   year->support * given->exits.support_multiple +
                   year->subscription * given->exits.subscription_multiple +
                   year->value_added * given->exits.value_added_multiple +
                   year->licences * given->exits.licence_multiple +
                   year->advertising * given->exits.advertising_multiple;
    worth *= 1.0 + given->exits.growth_premium * fmin(2.0, fmax(0.0, company->growth));
    company->worth = fmax(worth, company->users * given->exits.user_value) * life->world.valuation;
}

/* Does the company show what investors want to see? At a lower price they want less. */
static bool presentable(const struct plain_life *life, const struct plain_round *round)
{
    const struct plain_company *company = &life->company;
    double want = company->cheaper ? life->given.funding.search_down_round_price : 1.0;
    if (company->completeness < want * round->need_completeness || company->growth < round->need_growth)
        return false;
    if (company->subscribers + company->licensees + company->payers < want * round->need_customers)
        return false;
    if (round->need_users > 0.0 && company->users >= want * round->need_users)
        return true;
    const struct plain_billing *year = &company->year;
    double product =
        year->support + year->subscription + year->value_added + year->licences + year->advertising;
    return company->revenue >= 12.0 * want * round->need_revenue &&
           product >= 12.0 * want * round->need_product_revenue;
}

/* `u` is uniform. */
static void seat_board(struct plain_life *life, double u)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    if (!life->scenario->strategy[life->strategy].has_board || company->controlled)
        return;
    double stake = 0.0;
    for (int r = 0; r < company->rounds; r++)
        stake += company->investor_share[r];
    double power = fmin(1.0, stake / given->board.control);
    if (u < power * given->board.insistence) {
        company->controlled = true;
        plain_enter(life, STAGES_MAX);
    }
}

/* As much as is sought, but no stake that is too small or too large. */
static double fit(const struct plain_life *life, double sought, double pre)
{
    double most = life->given.funding.largest_stake;
    double least = fmin(most, life->given.funding.smallest_stake);
    double size = fmin(fmax(sought, pre * least / (1.0 - least)), pre * most / (1.0 - most));
    return fmin(size, life->given.funding.largest_round);
}

/* A price, or a cap; at most a part of the last price where nobody paid the full one. */
static double offered(const struct plain_life *life, double price)
{
    double last = life->company.post_money > 0.0 ? life->company.post_money : price;
    double least = fmax(life->company.worth, last * life->given.funding.search_down_round_price);
    return life->company.cheaper ? fmin(price, least) : price;
}

static void close_round(struct plain_life *life, const struct plain_round *round, double u)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    double temper = fmax(0.1, 1.0 + given->funding.mood_appeal * (life->world.mood - 1.0));
    double cap = offered(life, round->cap * life->world.valuation * temper), pre, amount = round->amount;
    bool priced = round->instrument == 0.0;
    if (priced) {
        pre = offered(life, fmax(company->worth, round->pre_money * life->world.valuation) * temper);
        if (round->pre_money > 0.0)
            amount *= pow(pre / round->pre_money, given->funding.hold_stake);
        amount = fit(life, amount, pre);
        company->post_money = pre + amount;
    } else if (round->instrument == 1.0) { /* the cap is a valuation after the money */
        double most = given->funding.largest_stake;
        double least = fmin(most, given->funding.smallest_stake);
        if (cap > 0.0)
            amount = fmin(fmax(amount, least * cap), most * cap);
        pre = cap > 0.0 ? cap - amount : 0.0;
    } else {
        pre = cap;
        if (cap > 0.0)
            amount = fit(life, amount, pre);
    }
    plain_owners_sell(&company->owners, given, round, amount, pre, life->month + 1, company->present);
    company->rounds++;
    double loan = company->rounds >= given->funding.debt_first_round ? given->funding.debt_share * amount : 0.0;
    if (priced)
        plain_owners_warrant(&company->owners, given->funding.debt_warrants * loan);
    plain_money_read_owners(company, life->month + 1);
    company->cash += amount;
    company->since_round = 0;
    company->budget = company->cash / given->funding.planned_runway;
    company->searching = company->agreed = company->resting = company->lean = 0.0;
    company->bridged = company->cheaper = false;
    company->last_amount = amount;
    company->strategic_investor |= round->strategic != 0.0;
    /* A bank lends beside it; what it lent before gets new terms. */
    company->debt += loan;
    company->cash += loan;
    company->debt_age = 0.0;
    if (priced)
        seat_board(life, u);
}

static void keep_owners(struct plain_life *life)
{
    struct plain_company *company = &life->company;
    bool changed = false;
    plain_owners_staff(&company->owners, &life->given, company->departed);
    company->repaid = plain_owners_mature(&company->owners, life->month + 1, fmax(0.0, company->cash), &changed);
    company->cash -= company->repaid;
    if (changed)
        plain_money_read_owners(company, life->month + 1);
}

static bool lasts(const struct plain_life *life, const struct plain_round *round)
{
    return life->company.cash > round->runway * life->company.spent;
}

/* The money is getting short, or investors come by themselves. */
static bool has_reason(const struct plain_life *life, const struct plain_round *round, bool shown)
{
    if (!lasts(life, round))
        return true;
    return life->company.rounds > 0 && shown && life->world.open &&
           life->company.growth >= life->given.funding.eager_growth;
}

/* Is it time to look for money? */
static bool wants_round(const struct plain_life *life, const struct plain_round *round, bool shown)
{
    const struct plain_company *company = &life->company;
    return company->resting <= 0.0 && life->month >= round->need_month &&
           company->since_round >= round->wait && has_reason(life, round, shown) &&
           (shown || company->rounds > 0);
}

static double chance_of_terms(const struct plain_life *life, const struct plain_round *round)
{
    const struct plain_given *given = &life->given;
    double odds = round->odds;
    if (!life->world.open)
        odds *= given->climate.shut_odds;
    odds *= 1.0 + given->funding.growth_appeal * fmin(1.5, fmax(0.0, life->company.growth));
    odds *= fmax(0.0, 1.0 + given->funding.mood_appeal * (life->world.mood - 1.0));
    return fmin(0.9, odds);
}

/* Insiders buy more of what they bought last. */
static void bridge(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    double amount = given->funding.search_bridge_amount * company->last_amount;
    plain_owners_extend(&company->owners, amount, given->funding.search_bridge_price, life->month + 1);
    plain_money_read_owners(company, life->month + 1);
    company->cash += amount;
    company->bridged = true;
    company->budget =
        fmax(0.0, fmin(company->budget, company->cash / (given->funding.planned_runway / 2.0)));
}

static void give_up_search(struct plain_life *life, const struct plain_round *round)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    double u = plain_luck_uniform(&life->luck, DRAW_RESCUE);
    double chance = 0.0;
    company->searching = 0.0;
    if (lasts(life, round)) {
        company->resting = given->funding.search_rest;
        return;
    }
    if (plain_owners_inside(&company->owners) && !company->bridged) {
        chance = given->funding.search_bridge;
        if (u < chance) {
            bridge(life);
            return;
        }
    }
    if (company->rounds > 0 && !company->cheaper &&
        u < chance + given->funding.search_down_round * (1.0 - chance)) {
        company->cheaper = true;
        return;
    }
    company->budget = 0.0;
    company->resting = given->funding.search_rest;
    company->lean = 1.0;
}

static bool has_failed(const struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    const struct plain_company *company = &life->company;
    if (company->searching <= given->funding.search_least)
        return false;
    if (company->searching >= given->funding.search_window)
        return true;
    double burn = company->spent - company->collected;
    return company->rounds > 0 && company->cash < burn * given->funding.search_reserve;
}

static void follow_search(struct plain_life *life, const struct plain_round *round, bool shown)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    double u = plain_luck_uniform(&life->luck, DRAW_ROUND);
    if (company->agreed > 0.0) {
        company->agreed -= 1.0;
        if (company->agreed <= 0.0)
            close_round(life, round, u);
        return;
    }
    double chance = shown && company->searching > given->funding.search_least
                        ? chance_of_terms(life, round)
                        : 0.0;
    if (u < chance) {
        company->agreed = given->funding.search_closing;
        if (company->agreed <= 0.0)
            close_round(life, round, plain_luck_size(&life->luck, DRAW_ROUND, chance));
    } else if (has_failed(life)) {
        give_up_search(life, round);
    }
}

static void seek_round(struct plain_life *life)
{
    struct plain_company *company = &life->company;
    appraise(life);
    take_advance(life);
    company->since_round++;
    company->resting = fmax(0.0, company->resting - 1.0);
    if (company->rounds >= life->scenario->strategy[life->strategy].rounds)
        return;
    const struct plain_round *round = &life->given.round[company->rounds];
    bool shown = presentable(life, round);
    bool searches = wants_round(life, round, shown);
    if (company->searching > 0.0) /* called off when the money lasts; but a term sheet stands */
        searches = company->agreed > 0.0 || has_reason(life, round, shown);
    if (!searches) {
        company->searching = 0.0;
        return;
    }
    company->searching++;
    company->searched++;
    follow_search(life, round, shown);
}

void plain_capital_raise(struct plain_life *life)
{
    seek_round(life);
    keep_owners(life);
}
