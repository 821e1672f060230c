#include "statistics/plain_steps.h"

#include <math.h>

/* Shares, and what each round's investor is owed first. */
void plain_money_read_owners(struct plain_company *company, int months)
{
    const struct plain_owners *owners = &company->owners;
    plain_owners_shares(owners, months, &company->founders_share, &company->pool_share,
                        &company->lender_share, company->investor_share);
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
    company->collected = company->revenue / 12.0;
    company->receivables = company->collected * (given->people.collection - 1.0);
    plain_owners_found(&company->owners, given);
    plain_money_read_owners(company, 0);
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
            burn = fmax(company->budget, burn / 2.0) * (life->world.open ? 1.0 : given->funding.thrift);
    }
    if (company->resting > 0.0) /* a search has failed */
        burn = 0.0;
    double earned = fmax(0.0, given->playbook.reinvest * company->collected - company->direct_cost -
                                  company->to_lenders);
    return fmax(given->company.founders, (earned + burn) / pay);
}

static struct plain_team wish(const struct plain_life *life, double staying)
{
    const struct plain_given *given = &life->given;
    const struct plain_stage *now = &life->now;
    double people = people_affordable(life);
    double billing = given->delivery.bill_rate * given->delivery.utilisation;
    double busy = 1.0 + life->company.backlog / (given->people.bench * billing);
    if (now->services != 0.0)
        busy += given->company.practice / billing;
    double consultants = fmin(busy, people * now->consultants);
    if (now->services != 0.0 && (life->company.rounds == 0 || life->company.lean > 0.0)) {
        /* Nobody else pays: who has work stays, and the others share what is left. */
        double kept = fmin(busy, staying * life->company.team.consultants);
        double others = 1.0 - now->consultants;
        kept = fmin(kept, people * (now->consultants + given->people.consultants_kept * others));
        consultants = fmax(consultants, kept);
        if (consultants > people * now->consultants)
            people = (people - consultants) / fmax(others, 1e-9);
    }
    return (struct plain_team){.consultants = consultants,
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

/* Nobody gives money after the plan's last round. */
static bool last_is_spent(const struct plain_life *life)
{
    const struct plain_company *company = &life->company;
    return company->rounds > 0 && company->rounds >= life->scenario->strategy[life->strategy].rounds &&
           company->cash < life->given.playbook.reserve * company->spent;
}

static void change_team(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    double before = company->headcount, founders = given->company.founders;
    double staying = 1.0;
    if (before > founders)
        staying -= given->people.attrition * (before - founders) / before;
    struct plain_team *team = &company->team, goal = wish(life, staying);

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
    bool hopeless = company->lean > 0.0 || last_is_spent(life);
    double bearable = hopeless ? given->people.crisis_cut : given->people.cutting_limit;
    double cut = fmin(surplus, bearable * before + 0.33);
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
    company->poor = (company->rounds == 0 || company->lean > 0.0 || last_is_spent(life)) &&
                company->collected - company->direct_cost < all;
    if (company->poor) {
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
    plain_capital_pay_lenders(life);
    company->spent = company->payroll + company->direct_cost + company->marketing +
                     given->people.fixed_cost + company->to_lenders;
    company->cash += company->collected - company->spent;
}
