#include "model/people.h"

#include "numerics/elementary.h"

enum { ROLES = 6 };

/* Scratch columns of this step. */
enum { TARGET, WANTED, SURPLUS, HIRE_SCALE, CUT_SCALE, STAYING, CONSULTING, WHOLE };

static void list_roles(struct company *company, double *role[ROLES])
{
    role[0] = company->consultants;
    role[1] = company->engineers;
    role[2] = company->upstreamers;
    role[3] = company->trainers;
    role[4] = company->sellers;
    role[5] = company->carers;
}

static void list_shares(const struct stage *now, const double *share[ROLES])
{
    share[0] = now->consultants;
    share[1] = now->product;
    share[2] = now->upstream;
    share[3] = now->trainers;
    share[4] = now->sales;
    share[5] = now->community;
}

static void list_costs(const struct people *people, const double *cost[ROLES])
{
    cost[0] = people->cost_consultant;
    cost[1] = cost[2] = people->cost_engineer;
    cost[3] = people->cost_trainer;
    cost[4] = people->cost_sales;
    cost[5] = people->cost_community;
}

void people_start(struct block *block)
{
    double *role[ROLES];
    const double *share[ROLES];
    list_roles(&block->company, role);
    list_shares(&block->now, share);
    for (int i = 0; i < block->n; i++) {
        double start = elementary_max(block->given.company.people[i], block->given.company.founders[i]);
        block->company.headcount[i] = start;
        for (int r = 0; r < ROLES; r++)
            role[r][i] = start * share[r][i];
        block->company.kept[i] = 1.0;
        block->company.hired[i] = block->company.departed[i] = 0.0;
        block->company.payroll[i] = block->company.marketing[i] = 0.0;
        block->company.present[i] = 1.0;
        block->company.unpaid[i] = block->company.poor[i] = 0.0;
    }
}

LANE_LOOP void
add_product(int n, const double *restrict a, const double *restrict b, double *restrict sum)
{
    for (int i = 0; i < n; i++)
        sum[i] += a[i] * b[i];
}

/* Headcount that money allows: what comes in, and what may be burned. A funded company burns what
 * its last round was planned for, and less while money is short; an unfunded one its cash above a
 * reserve. */
LANE_LOOP void afford(struct block *block, double *restrict target)
{
    const int n = block->n;
    const double *share[ROLES], *cost[ROLES];
    list_shares(&block->now, share);
    list_costs(&block->given.people, cost);
    for (int i = 0; i < n; i++)
        target[i] = 0.0;
    for (int r = 0; r < ROLES; r++)
        add_product(n, share[r], cost[r], target);
    const double *restrict overhead = block->given.people.overhead;
    const double *restrict marketing = block->given.playbook.marketing;
    const double *restrict reinvest = block->given.playbook.reinvest;
    const double *restrict reserve = block->given.playbook.reserve;
    const double *restrict spend_over = block->given.playbook.spend_over;
    const double *restrict founders = block->given.company.founders;
    const double *restrict collected = block->company.collected;
    const double *restrict direct = block->company.direct_cost;
    const double *restrict cash = block->company.cash, *restrict spent = block->company.spent;
    const double *restrict rounds = block->company.rounds, *restrict budget = block->company.budget;
    const double *restrict payment = block->company.debt_payment, *restrict resting = block->company.resting;
    const double *restrict thrift = block->given.funding.thrift, *restrict open = block->world.open;
    for (int i = 0; i < n; i++) {
        double spare = cash[i] - reserve[i] * spent[i];
        double unfunded = elementary_max(spare, 0.0) / spend_over[i];
        double funded = spare > 0.0 ? elementary_max(budget[i], unfunded * 0.5) : 0.0;
        funded *= open[i] > 0.0 ? 1.0 : thrift[i];
        double burn = rounds[i] > 0.0 ? funded : unfunded;
        burn = resting[i] > 0.0 ? 0.0 : burn; /* after a failed search it lives on what customers pay */
        double means = elementary_max(collected[i] * reinvest[i] - direct[i] - payment[i], 0.0) + burn;
        double a_head = target[i] * (1.0 + overhead[i] + marketing[i]);
        target[i] = elementary_max(means / a_head, founders[i]);
    }
}

/* Consultants follow the backlog and their old customers; one stays to begin anew. */
static inline double consultants_needed(double backlog, double practice, double billing, double months)
{
    return 1.0 + (backlog / months + practice) / billing;
}

/* Where customers alone pay, consultants with work are let go last: they may take so much of what the stage
 * has for the others. */
static inline double consultants_kept(double consultants, double needed, double target, double part, double most)
{
    return elementary_min(elementary_min(consultants, needed), target * (part + most * (1.0 - part)));
}

/* What one role lacks and what it has too much of, against its part of the target. */
LANE_LOOP void
compare_role(int n, const double *restrict target, const double *restrict part,
             const double *restrict staying, double *restrict people,
             double *restrict wanted, double *restrict surplus)
{
    for (int i = 0; i < n; i++) {
        double goal = target[i] * part[i];
        people[i] *= staying[i];
        wanted[i] += elementary_max(goal - people[i], 0.0);
        surplus[i] += elementary_max(people[i] - goal, 0.0);
    }
}

LANE_LOOP void
change_role(int n, const double *restrict target, const double *restrict part,
            const double *restrict hire_scale,
            const double *restrict cut_scale, double *restrict people, double *restrict headcount)
{
    for (int i = 0; i < n; i++) {
        double gap = target[i] * part[i] - people[i];
        people[i] += gap * (gap > 0.0 ? hire_scale[i] : cut_scale[i]);
        headcount[i] += people[i];
    }
}

/* Sums what is wanted beyond and above today's people, after those who leave by themselves. */
LANE_LOOP void compare(struct block *block)
{
    const int n = block->n;
    double *role[ROLES];
    const double *share[ROLES];
    list_roles(&block->company, role);
    list_shares(&block->now, share);
    const double *restrict backlog = block->company.backlog;
    const double *restrict bill_rate = block->given.delivery.bill_rate;
    const double *restrict utilisation = block->given.delivery.utilisation;
    const double *restrict attrition = block->given.people.attrition;
    const double *restrict bench = block->given.people.bench;
    const double *restrict practice = block->given.company.practice, *restrict offered = block->now.services;
    const double *restrict founders = block->given.company.founders;
    const double *restrict headcount = block->company.headcount;
    double *restrict wanted = block->scratch[WANTED], *restrict surplus = block->scratch[SURPLUS];
    double *restrict staying = block->scratch[STAYING];
    const double *restrict rounds = block->company.rounds, *restrict lean = block->company.lean;
    const double *restrict consultants = block->company.consultants;
    const double *restrict part = block->now.consultants, *restrict most_kept = block->given.people.consultants_kept;
    double *restrict target = block->scratch[TARGET];
    double *restrict consulting = block->scratch[CONSULTING], *restrict whole = block->scratch[WHOLE];
    for (int i = 0; i < n; i++) {
        wanted[i] = surplus[i] = 0.0;
        staying[i] = 1.0 - attrition[i] * elementary_max(1.0 - founders[i] / headcount[i], 0.0);
        double needed = consultants_needed(backlog[i], offered[i] * practice[i], bill_rate[i] * utilisation[i], bench[i]);
        double planned = target[i] * part[i];
        double kept = consultants_kept(consultants[i] * staying[i], needed, target[i], part[i], most_kept[i]);
        double funded = rounds[i] > 0.0 ? 1.0 - lean[i] : 0.0;
        kept = funded > 0.0 ? 0.0 : offered[i] * kept;
        consulting[i] = elementary_max(elementary_min(planned, needed), kept);
        double others = (target[i] - consulting[i]) / elementary_max(1.0 - part[i], 1e-9);
        target[i] = consulting[i] > planned ? others : target[i];
        whole[i] = 1.0;
    }
    compare_role(n, consulting, whole, staying, role[0], wanted, surplus);
    for (int r = 1; r < ROLES; r++)
        compare_role(n, target, share[r], staying, role[r], wanted, surplus);
}

/* 1 where the last round of the plan is nearly spent, else 0: nobody will give money after it. */
static inline double last_is_spent(double rounds, double plan, double cash, double reserve, double spent)
{
    double low = cash < reserve * spent ? 1.0 : 0.0;
    low = rounds >= plan ? low : 0.0;
    return rounds > 0.0 ? low : 0.0;
}

/* Hiring and cutting are both bounded by what an organisation bears; founders stay. When nobody gives
 * money any more, it bears deeper cuts. */
LANE_LOOP void bound_change(struct block *block)
{
    const int n = block->n;
    const double *restrict rounds = block->company.rounds;
    const double *restrict cash = block->company.cash, *restrict spent = block->company.spent;
    const double *restrict reserve = block->given.playbook.reserve;
    const double plan = block->rounds;
    const double *restrict hiring = block->given.people.hiring_limit;
    const double *restrict cutting = block->given.people.cutting_limit;
    const double *restrict crisis = block->given.people.crisis_cut, *restrict lean = block->company.lean;
    const double *restrict founders = block->given.company.founders;
    const double *restrict wanted = block->scratch[WANTED], *restrict surplus = block->scratch[SURPLUS];
    const double *restrict staying = block->scratch[STAYING];
    const double *restrict memory = block->given.people.attrition_memory;
    double *restrict hire_scale = block->scratch[HIRE_SCALE], *restrict cut_scale = block->scratch[CUT_SCALE];
    const double *restrict headcount = block->company.headcount;
    double *restrict hired = block->company.hired, *restrict departed = block->company.departed;
    double *restrict kept = block->company.kept;
    for (int i = 0; i < n; i++) {
        double before = headcount[i], stay = before * staying[i];
        /* A third of a person: a small company hires one in a quarter. Guess. */
        double most = hiring[i] * before + 0.33 + (before - stay);
        hired[i] = elementary_min(wanted[i], most);
        hire_scale[i] = hired[i] / elementary_max(wanted[i], 1e-9);
        double cuttable = elementary_max(stay + hired[i] - founders[i], 0.0);
        double ends = elementary_max(lean[i], last_is_spent(rounds[i], plan, cash[i], reserve[i], spent[i]));
        double bearable = ends > 0.0 ? crisis[i] : cutting[i];
        double cut = elementary_min(elementary_min(surplus[i], bearable * before + 0.33), cuttable);
        cut_scale[i] = cut / elementary_max(surplus[i], 1e-9);
        departed[i] = before - stay + cut;
        kept[i] = 1.0 - memory[i] * elementary_min(departed[i] / before, 1.0);
    }
}

/* Headcount becomes the sum of the roles; carried along beside them, rounding would part the two. */
static void change_roles(struct block *block)
{
    const int n = block->n;
    double *role[ROLES];
    const double *share[ROLES];
    list_roles(&block->company, role);
    list_shares(&block->now, share);
    double *headcount = block->company.headcount;
    for (int i = 0; i < n; i++)
        headcount[i] = 0.0;
    for (int r = 0; r < ROLES; r++)
        change_role(n, block->scratch[r == 0 ? CONSULTING : TARGET], r == 0 ? block->scratch[WHOLE] : share[r],
                    block->scratch[HIRE_SCALE], block->scratch[CUT_SCALE], role[r], headcount);
}

/* Founders without a round, or without hope for the next, live on less until what comes in would pay
 * everybody. Who has had the last round of the plan begins when the reserve is touched. */
LANE_LOOP void pay(struct block *block)
{
    const int n = block->n;
    double *role[ROLES];
    const double *cost[ROLES];
    list_roles(&block->company, role);
    list_costs(&block->given.people, cost);
    double *restrict payroll = block->company.payroll, *restrict marketing = block->company.marketing;
    for (int i = 0; i < n; i++)
        payroll[i] = 0.0;
    for (int r = 0; r < ROLES; r++)
        add_product(n, role[r], cost[r], payroll);
    const double *restrict founder_pay = block->given.people.founder_pay;
    const double *restrict founders = block->given.company.founders;
    const double *restrict overhead = block->given.people.overhead;
    const double *restrict rate = block->given.playbook.marketing;
    const double *restrict headcount = block->company.headcount;
    const double *restrict collected = block->company.collected;
    const double *restrict direct = block->company.direct_cost;
    const double *restrict rounds = block->company.rounds, *restrict lean = block->company.lean;
    const double *restrict cash = block->company.cash, *restrict spent = block->company.spent;
    const double *restrict reserve = block->given.playbook.reserve;
    const double plan = block->rounds;
    const double *restrict discount = block->rates.discount;
    double *restrict present = block->company.present, *restrict unpaid = block->company.unpaid;
    double *restrict poor = block->company.poor;
    for (int i = 0; i < n; i++) {
        double full = payroll[i] * (1.0 + overhead[i]);
        double funded = rounds[i] > 0.0 ? 1.0 - lean[i] : 0.0;
        funded -= funded * last_is_spent(rounds[i], plan, cash[i], reserve[i], spent[i]);
        poor[i] = funded > 0.0 || collected[i] - direct[i] >= full ? 0.0 : 1.0;
        double founding = elementary_min(founders[i] / headcount[i], 1.0);
        double paid = payroll[i] * (1.0 - poor[i] * founding * (1.0 - founder_pay[i]));
        payroll[i] = paid * (1.0 + overhead[i]);
        marketing[i] = paid * rate[i];
        present[i] *= discount[i];
        unpaid[i] += present[i] * poor[i] * (1.0 - founder_pay[i]);
    }
}

void people_step(struct block *block)
{
    afford(block, block->scratch[TARGET]);
    compare(block);
    bound_change(block);
    change_roles(block);
    pay(block);
}
