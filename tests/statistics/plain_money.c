#include "statistics/plain_steps.h"

#include <math.h>

/* Shares, and what each round's investor is owed first. */
static void read_owners(struct plain_company *company, int months)
{
    const struct plain_owners *owners = &company->owners;
    plain_owners_shares(owners, months, &company->founders_share, &company->pool_share,
                        company->investor_share);
    company->notes = 0.0;
    for (int i = 0; i < owners->count; i++) {
        company->preference[i] = plain_owners_balance(&owners->security[i], months);
        company->notes += owners->security[i].kind == PLAIN_NOTE;
    }
}

void plain_money_start(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    double people = fmax(given->company.people, given->company.founders);
    company->headcount = people;
    company->team = (struct plain_team){.consultants = people * life->now.consultants,
                                        .engineers = people * life->now.product,
                                        .upstreamers = people * life->now.upstream,
                                        .trainers = people * life->now.trainers,
                                        .sellers = people * life->now.sales,
                                        .carers = people * life->now.community};
    company->kept = company->present = 1.0;
    company->cash = given->company.cash;
    plain_owners_found(&company->owners, given);
    read_owners(company, 0);
    company->since_round = 1000;
}

static double people_affordable(const struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    const struct plain_company *company = &life->company;
    const struct plain_stage *now = &life->now;
    double pay = now->consultants * given->people.cost_consultant +
                 (now->product + now->upstream) * given->people.cost_engineer +
                 now->trainers * given->people.cost_trainer +
                 now->sales * given->people.cost_sales +
                 now->community * given->people.cost_community;
    pay *= 1.0 + given->people.overhead + given->playbook.marketing;

    double spare = company->cash - given->playbook.reserve * company->spent, burn = 0.0;
    if (spare > 0.0) {
        burn = spare / given->playbook.spend_over;
        if (company->rounds > 0)
            burn = fmax(company->budget, burn / 2.0);
    }
    double earned = fmax(0.0, given->playbook.reinvest * company->collected - company->direct_cost);
    return fmax(given->company.founders, (earned + burn) / pay);
}

static struct plain_team wish(const struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    const struct plain_stage *now = &life->now;
    double people = people_affordable(life);
    double bench = given->people.bench * given->delivery.bill_rate * given->delivery.utilisation;
    double busy = 1.0 + life->company.backlog / bench;
    return (struct plain_team){.consultants = fmin(busy, people * now->consultants),
                               .engineers = people * now->product,
                               .upstreamers = people * now->upstream,
                               .trainers = people * now->trainers,
                               .sellers = people * now->sales,
                               .carers = people * now->community};
}

/* Moves one role towards its goal: by a share of the gap that depends on its sign. */
static void approach(double *people, double goal, double hiring, double cutting)
{
    double gap = goal - *people;
    *people += gap > 0.0 ? gap * hiring : gap * cutting;
}

static void count_gap(double people, double goal, double *missing, double *surplus)
{
    if (goal > people)
        *missing += goal - people;
    else
        *surplus += people - goal;
}

static void change_team(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    struct plain_team *team = &company->team, goal = wish(life);
    double before = company->headcount, founders = given->company.founders;
    double staying = 1.0;
    if (before > founders)
        staying -= given->people.attrition * (before - founders) / before;

    double missing = 0.0, surplus = 0.0;
    double *people[] = {&team->consultants, &team->engineers, &team->upstreamers,
                        &team->trainers,    &team->sellers,   &team->carers};
    const double *goals[] = {&goal.consultants, &goal.engineers, &goal.upstreamers,
                             &goal.trainers,    &goal.sellers,   &goal.carers};
    for (int role = 0; role < 6; role++) {
        *people[role] *= staying;
        count_gap(*people[role], *goals[role], &missing, &surplus);
    }
    double left = before * (1.0 - staying);
    double hired = fmin(missing, given->people.hiring_limit * before + 0.33 + left);
    double cut = fmin(surplus, given->people.cutting_limit * before + 0.33);
    cut = fmin(cut, fmax(0.0, before - left + hired - founders));
    for (int role = 0; role < 6; role++)
        approach(people[role], *goals[role], missing > 0.0 ? hired / fmax(missing, 1e-9) : 0.0,
                 surplus > 0.0 ? cut / fmax(surplus, 1e-9) : 0.0);
    company->headcount = 0.0;
    for (int role = 0; role < 6; role++)
        company->headcount += *people[role];
    company->departed = (left + cut) / (company->headcount + left + cut);
    company->kept = 1.0 - given->people.attrition_memory * fmin(1.0, (left + cut) / before);
}

void plain_money_people(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    change_team(life);
    const struct plain_team *team = &company->team;
    double pay = team->consultants * given->people.cost_consultant +
                 (team->engineers + team->upstreamers) * given->people.cost_engineer +
                 team->trainers * given->people.cost_trainer +
                 team->sellers * given->people.cost_sales +
                 team->carers * given->people.cost_community;
    double all = pay * (1.0 + given->people.overhead);
    company->present /= pow(1.0 + 12.0 * given->exits.discount_rate, 1.0 / 12.0);
    bool poor = company->rounds == 0 && company->collected < all;
    if (poor) {
        double founding = fmin(1.0, given->company.founders / company->headcount);
        pay -= pay * founding * (1.0 - given->people.founder_pay);
        company->unpaid += company->present * (1.0 - given->people.founder_pay);
    }
    company->payroll = pay + pay * given->people.overhead;
    company->marketing = pay * given->playbook.marketing;
}

void plain_money_cash(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    company->collected = company->receivables;
    if (given->people.collection > 1.0)
        company->collected /= given->people.collection;
    company->receivables -= company->collected;
    company->spent =
        company->payroll + company->direct_cost + company->marketing + given->people.fixed_cost;
    company->cash += company->collected - company->spent;
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

/* Is a round sought, and does the company show what investors want to see? */
static bool presentable(const struct plain_life *life, const struct plain_round *round)
{
    const struct plain_company *company = &life->company;
    if (life->month < round->need_month || company->since_round < round->wait ||
        company->cash > round->runway * company->spent)
        return false;
    if (company->completeness < round->need_completeness || company->growth < round->need_growth)
        return false;
    if (company->subscribers + company->licensees + company->payers < round->need_customers)
        return false;
    if (round->need_users > 0.0 && company->users >= round->need_users)
        return true;
    const struct plain_billing *year = &company->year;
    double product =
        year->support + year->subscription + year->value_added + year->licences + year->advertising;
    return company->revenue >= 12.0 * round->need_revenue &&
           product >= 12.0 * round->need_product_revenue;
}

static void seat_board(struct plain_life *life, double chance)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    if (!life->scenario->strategy[life->strategy].has_board || company->controlled)
        return;
    double stake = 0.0;
    for (int r = 0; r < company->rounds; r++)
        stake += company->investor_share[r];
    double power = fmin(1.0, stake / given->board.control);
    if (plain_luck_size(&life->luck, DRAW_ROUND, chance) < power * given->board.insistence) {
        company->controlled = true;
        plain_enter(life, STAGES_MAX);
    }
}

/* As much as is sought, but no stake that is too small or too large. */
static double fit(const struct plain_life *life, double sought, double pre)
{
    double most = life->given.funding.largest_stake;
    double least = fmin(most, life->given.funding.smallest_stake);
    return fmin(fmax(sought, pre * least / (1.0 - least)), pre * most / (1.0 - most));
}

static void close_round(struct plain_life *life, const struct plain_round *round, double chance)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    double temper = fmax(0.1, 1.0 + given->funding.mood_appeal * (life->world.mood - 1.0));
    double cap = round->cap * life->world.valuation * temper, pre, amount = round->amount;
    bool priced = round->instrument == 0.0;
    if (priced) {
        pre = fmax(company->worth, round->pre_money * life->world.valuation) * temper;
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
    read_owners(company, life->month + 1);
    company->cash += amount;
    company->since_round = 0;
    company->budget = company->cash / given->funding.planned_runway;
    if (priced)
        seat_board(life, chance);
}

static void keep_owners(struct plain_life *life)
{
    struct plain_company *company = &life->company;
    bool changed = false;
    plain_owners_staff(&company->owners, &life->given, company->departed);
    company->repaid = plain_owners_mature(&company->owners, life->month + 1, fmax(0.0, company->cash), &changed);
    company->cash -= company->repaid;
    if (changed)
        read_owners(company, life->month + 1);
}

static void seek_round(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    appraise(life);
    company->since_round++;
    double u = plain_luck_uniform(&life->luck, DRAW_ROUND);
    if (company->rounds >= life->scenario->strategy[life->strategy].rounds)
        return;
    const struct plain_round *round = &life->given.round[company->rounds];
    if (!presentable(life, round))
        return;
    double odds = round->odds;
    if (!life->world.open)
        odds *= given->climate.shut_odds;
    odds *= 1.0 + given->funding.growth_appeal * fmin(1.5, fmax(0.0, company->growth));
    odds *= fmax(0.0, 1.0 + given->funding.mood_appeal * (life->world.mood - 1.0));
    odds = fmin(0.9, odds);
    if (u < odds)
        close_round(life, round, odds);
}

void plain_money_raise(struct plain_life *life)
{
    seek_round(life);
    keep_owners(life);
}
