/* Hiring and leaving within bounds, and pay. */
#include "model/people.h"

#include "laws/fixture.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

/* Ten people who all build for $1k a month each; two are founders, and nobody leaves by himself. */
static struct block *company_block(void)
{
    struct block *block = fixture_block(1);
    fixture_calm(block);
    FIXTURE_SET(block, company.people, 10.0);
    FIXTURE_SET(block, company.founders, 2.0);
    FIXTURE_SET(block, people.attrition, 0.0);
    FIXTURE_SET(block, people.cost_engineer, 1e3);
    FIXTURE_SET(block, people.cost_consultant, 1e3);
    FIXTURE_SET(block, people.overhead, 0.25);
    FIXTURE_SET(block, people.hiring_limit, 0.05);
    FIXTURE_SET(block, people.cutting_limit, 0.10);
    FIXTURE_SET(block, playbook.marketing, 0.0);
    FIXTURE_SET(block, playbook.reserve, 0.0);
    FIXTURE_SET(block, playbook.spend_over, 10.0);
    FIXTURE_SET(block, playbook.reinvest, 1.0);
    FIXTURE_SET(block, company.cash, 0.0);
    month_start(block);
    return block;
}

/* Dollars a month that pay for so many people. */
static double means_for(double people) { return 1250.0 * people; }

START_TEST(a_company_starts_with_its_people)
{
    struct block *block = company_block();
    ck_assert_double_eq(block->company.headcount[0], 10.0);
    ck_assert_double_eq(block->company.engineers[0], 10.0);
    FIXTURE_SET(block, company.founders, 15.0); /* at least the founders are there */
    people_start(block);
    ck_assert_double_eq(block->company.headcount[0], 15.0);
    free(block);
}
END_TEST

START_TEST(what_comes_in_pays_for_people)
{
    struct block *block = company_block();
    block->company.collected[0] = means_for(10.4);
    people_step(block);
    ck_assert_double_eq_tol(block->company.headcount[0], 10.4, 1e-12);
    ck_assert_double_eq_tol(block->company.hired[0], 0.4, 1e-12);
    ck_assert_double_eq(block->company.departed[0], 0.0);
    free(block);
}
END_TEST

START_TEST(hiring_is_bounded)
{
    struct block *block = company_block();
    block->company.collected[0] = means_for(1000.0);
    people_step(block);
    ck_assert_double_eq_tol(block->company.headcount[0], 10.0 + 0.05 * 10.0 + 0.33, 1e-12);
    free(block);
}
END_TEST

START_TEST(cutting_is_bounded_and_founders_stay)
{
    struct block *block = company_block();
    people_step(block); /* no money at all */
    ck_assert_double_eq_tol(block->company.headcount[0], 10.0 - 0.1 * 10.0 - 0.33, 1e-12);
    for (int month = 0; month < 100; month++)
        people_step(block);
    ck_assert_double_eq_tol(block->company.headcount[0], 2.0, 1e-9);
    free(block);
}
END_TEST

/* As soon as the reserve is touched. */
START_TEST(so_does_who_has_spent_the_last_round_of_the_plan)
{
    struct block *block = company_block();
    FIXTURE_SET(block, people.crisis_cut, 0.6);
    FIXTURE_SET(block, people.founder_pay, 0.25);
    FIXTURE_SET(block, playbook.reserve, 3.0);
    block->rounds = 1;
    block->company.rounds[0] = 1.0;
    block->company.spent[0] = 100e3;
    block->company.cash[0] = 300e3;
    people_step(block);
    double before = block->company.headcount[0];
    ck_assert_double_eq(block->company.poor[0], 0.0);
    block->company.cash[0] = 299e3;
    people_step(block);
    ck_assert_double_eq_tol(block->company.headcount[0], before - 0.6 * before - 0.33, 1e-12);
    ck_assert_double_eq(block->company.poor[0], 1.0);
    free(block);
}
END_TEST

START_TEST(who_finds_no_money_cuts_deeper_and_forgoes_pay)
{
    struct block *block = company_block();
    FIXTURE_SET(block, people.crisis_cut, 0.6);
    FIXTURE_SET(block, people.founder_pay, 0.25);
    block->company.rounds[0] = 1.0;
    block->rounds = 2;
    people_step(block);
    double paid = block->company.payroll[0] / block->company.headcount[0];
    ck_assert_double_eq_tol(block->company.headcount[0], 10.0 - 0.1 * 10.0 - 0.33, 1e-12);
    ck_assert_double_eq(block->company.unpaid[0], 0.0);
    block->company.lean[0] = 1.0;
    double before = block->company.headcount[0];
    people_step(block);
    double after = block->company.headcount[0];
    ck_assert_double_eq_tol(after, before - 0.6 * before - 0.33, 1e-12);
    ck_assert_double_eq_tol(block->company.payroll[0], paid * (after - 0.75 * 2.0), 1e-6);
    ck_assert_double_eq_tol(block->company.unpaid[0], 0.75, 0.02); /* discounted by a month or two */
    free(block);
}
END_TEST

START_TEST(an_unfunded_company_spends_what_it_has_in_its_time)
{
    struct block *block = company_block();
    FIXTURE_SET(block, playbook.reserve, 3.0);
    block->company.spent[0] = 5e3;
    block->company.cash[0] = 15e3 + 10.0 * means_for(10.2); /* reserve, and ten months' worth */
    people_step(block);
    ck_assert_double_eq_tol(block->company.headcount[0], 10.2, 1e-12);
    free(block);
}
END_TEST

START_TEST(a_funded_company_burns_its_budget)
{
    struct block *block = company_block();
    block->company.rounds[0] = 1.0;
    block->company.cash[0] = 1e3;
    block->company.budget[0] = means_for(10.3);
    people_step(block);
    ck_assert_double_eq_tol(block->company.headcount[0], 10.3, 1e-12);
    block->company.cash[0] = 0.0; /* the budget is a plan, not money */
    people_step(block);
    ck_assert_double_lt(block->company.headcount[0], 10.3);
    free(block);
}
END_TEST

START_TEST(people_leave_by_themselves_except_founders)
{
    struct block *block = company_block();
    FIXTURE_SET(block, people.attrition, 0.1);
    FIXTURE_SET(block, people.cutting_limit, 0.0);
    FIXTURE_SET(block, people.attrition_memory, 0.5);
    block->company.collected[0] = means_for(9.2);
    people_step(block);
    ck_assert_double_eq_tol(block->company.departed[0], 0.8, 1e-12); /* a tenth of eight */
    ck_assert_double_eq_tol(block->company.headcount[0], 9.2, 1e-12);
    ck_assert_double_eq_tol(block->company.kept[0], 1.0 - 0.5 * 0.08, 1e-12);
    FIXTURE_SET(block, people.attrition_memory, 0.0);
    people_step(block);
    ck_assert_double_eq(block->company.kept[0], 1.0);
    free(block);
}
END_TEST

/* Nobody keeps a longer bench than `bench` says; one consultant stays to begin anew. */
START_TEST(consultants_follow_the_backlog)
{
    struct block *block = company_block();
    FIXTURE_SET(block, delivery.bill_rate, 10e3);
    FIXTURE_SET(block, delivery.utilisation, 0.5);
    FIXTURE_SET(block, people.bench, 2.5);
    fixture_fill(block->now.product, 0.0);
    fixture_fill(block->now.consultants, 1.0);
    people_start(block);
    block->company.collected[0] = means_for(100.0);
    for (int month = 0; month < 200; month++)
        people_step(block);
    ck_assert_double_eq_tol(block->company.consultants[0], 2.0, 1e-9); /* the founders */
    block->company.backlog[0] = 600e3;
    for (int month = 0; month < 200; month++)
        people_step(block);
    ck_assert_double_eq_tol(block->company.consultants[0], 1.0 + 600e3 / (2.5 * 5e3), 1e-9);
    free(block);
}
END_TEST

/* Ten people, of whom so many consult and leave by themselves, paid by customers for ten; the stage would have
 * half of them build. */
static void mix_of(double share, double leaving, double consultants, double engineers, double rounds, double lean,
                   double offered, double backlog, double most)
{
    struct block *block = company_block();
    FIXTURE_SET(block, people.attrition, leaving);
    FIXTURE_SET(block, people.hiring_limit, 1.0);
    FIXTURE_SET(block, delivery.bill_rate, 10e3);
    FIXTURE_SET(block, delivery.utilisation, 0.5);
    FIXTURE_SET(block, people.bench, 2.5);
    FIXTURE_SET(block, people.consultants_kept, most);
    fixture_fill(block->now.product, 1.0 - share);
    fixture_fill(block->now.consultants, share);
    people_start(block);
    fixture_fill(block->now.product, 0.5);
    fixture_fill(block->now.consultants, 0.5);
    fixture_fill(block->now.services, offered);
    block->company.rounds[0] = rounds;
    block->company.lean[0] = lean;
    block->company.backlog[0] = backlog;
    block->company.collected[0] = means_for(10.0);
    for (int month = 0; month < 200; month++)
        people_step(block);
    ck_assert_double_eq_tol(block->company.consultants[0], consultants, 1e-6);
    ck_assert_double_eq_tol(block->company.engineers[0], engineers, 1e-6);
    free(block);
}

static void mix_becomes(double consultants, double engineers, double rounds, double offered, double backlog, double most)
{
    mix_of(1.0, 0.0, consultants, engineers, rounds, 0.0, offered, backlog, most);
}

START_TEST(where_customers_alone_pay_consultants_with_work_go_last)
{
    const double plenty = 250e3, little = 25e3; /* work for 21, and for three */
    mix_becomes(7.0, 3.0, 0.0, 1.0, plenty, 0.4);
    mix_becomes(10.0, 0.0, 0.0, 1.0, plenty, 1.0);
    mix_becomes(5.0, 5.0, 0.0, 1.0, plenty, 0.0);
    mix_becomes(5.0, 5.0, 1.0, 1.0, plenty, 0.4); /* investors pay for the plan */
    mix_becomes(5.0, 5.0, 0.0, 0.0, plenty, 0.4); /* services are given up */
    mix_becomes(3.0, 5.0, 0.0, 1.0, little, 0.4);
    mix_of(0.5, 0.0, 5.0, 5.0, 0.0, 0.0, 1.0, plenty, 0.4); /* kept, not hired beyond the mix */
    mix_of(1.0, 0.0, 7.0, 3.0, 1.0, 1.0, 1.0, plenty, 0.4); /* whose search has failed: customers pay again */
    mix_of(1.0, 0.1, 5.0, 5.0, 0.0, 0.0, 1.0, plenty, 0.4); /* who leaves is not replaced beyond it */
}
END_TEST

/* A stage that splits people otherwise moves them as fast as hiring and cutting allow. */
START_TEST(people_change_roles_with_the_stage)
{
    struct block *block = company_block();
    fixture_fill(block->now.product, 0.5);
    fixture_fill(block->now.sales, 0.5);
    FIXTURE_SET(block, people.cost_sales, 1e3);
    block->company.collected[0] = means_for(10.0);
    people_step(block);
    ck_assert_double_eq_tol(block->company.sellers[0], 0.83, 1e-12);
    for (int month = 0; month < 100; month++)
        people_step(block);
    ck_assert_double_eq_tol(block->company.sellers[0], 5.0, 1e-9);
    ck_assert_double_eq_tol(block->company.engineers[0], 5.0, 1e-9);
    free(block);
}
END_TEST

START_TEST(founders_live_on_less_until_money_comes)
{
    struct block *block = company_block();
    FIXTURE_SET(block, people.founder_pay, 0.4);
    FIXTURE_SET(block, people.hiring_limit, 0.0);
    FIXTURE_SET(block, people.cutting_limit, 0.0);
    FIXTURE_SET(block, playbook.marketing, 0.1);
    block->company.collected[0] = 0.0;
    people_step(block);
    double people = block->company.headcount[0], poor = people - 2.0 * 0.6;
    ck_assert_double_eq_tol(block->company.payroll[0], 1250.0 * poor, 1e-9);
    ck_assert_double_eq_tol(block->company.marketing[0], 100.0 * poor, 1e-9);
    block->company.rounds[0] = 1.0; /* investors pay them */
    people_step(block);
    ck_assert_double_eq_tol(block->company.payroll[0], 1250.0 * block->company.headcount[0], 1e-9);
    block->company.rounds[0] = 0.0;
    block->company.collected[0] = 1e6; /* so do customers */
    people_step(block);
    ck_assert_double_eq_tol(block->company.payroll[0], 1250.0 * block->company.headcount[0], 1e-9);
    free(block);
}
END_TEST

/* A fifth a year from month to month; what is paid for a month is paid at its end. */
START_TEST(what_founders_go_without_is_discounted)
{
    struct block *block = company_block();
    FIXTURE_SET(block, people.founder_pay, 0.4);
    FIXTURE_SET(block, exits.discount_rate, 0.2 / 12);
    month_start(block);
    double month = pow(1.2, -1.0 / 12), sum = 0;
    for (int m = 1; m <= 12; m++) {
        people_step(block);
        sum += 0.6 * pow(month, m);
    }
    ck_assert_double_eq_tol(block->company.unpaid[0], sum, 1e-9);
    block->company.rounds[0] = 1.0; /* investors pay them */
    for (int m = 0; m < 12; m++)
        people_step(block);
    ck_assert_double_eq_tol(block->company.unpaid[0], sum, 1e-9);
    block->company.rounds[0] = 0.0;
    FIXTURE_SET(block, people.founder_pay, 2.0); /* or they pay themselves double */
    people_step(block);
    ck_assert_double_eq_tol(block->company.unpaid[0], sum - pow(month, 25), 1e-9);
    free(block);
}
END_TEST

START_TEST(roles_have_their_price)
{
    struct block *block = company_block();
    double *role[] = {block->company.consultants, block->company.engineers,
                      block->company.upstreamers, block->company.trainers,
                      block->company.sellers,     block->company.carers};
    double *share[] = {block->now.consultants, block->now.product, block->now.upstream,
                       block->now.trainers,    block->now.sales,   block->now.community};
    FIXTURE_SET(block, people.cost_consultant, 1e3);
    FIXTURE_SET(block, people.cost_engineer, 2e3);
    FIXTURE_SET(block, people.cost_trainer, 3e3);
    FIXTURE_SET(block, people.cost_sales, 4e3);
    FIXTURE_SET(block, people.cost_community, 5e3);
    const double price[] = {1e3, 2e3, 2e3, 3e3, 4e3, 5e3};
    block->company.rounds[0] = 1.0;
    for (int r = 0; r < 6; r++) {
        for (int k = 0; k < 6; k++) {
            role[k][0] = k == r ? 2.0 : 0.0; /* the founders alone, who stay whatever happens */
            share[k][0] = k == r ? 1.0 : 0.0;
        }
        block->company.headcount[0] = 2.0;
        block->company.backlog[0] = 1e9;
        people_step(block);
        ck_assert_double_eq_tol(block->company.payroll[0], 2.0 * price[r] * 1.25, 1e-9);
    }
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_company_starts_with_its_people,
                                  what_comes_in_pays_for_people,
                                  hiring_is_bounded,
                                  cutting_is_bounded_and_founders_stay,
                                  who_finds_no_money_cuts_deeper_and_forgoes_pay,
                                  so_does_who_has_spent_the_last_round_of_the_plan,
                                  an_unfunded_company_spends_what_it_has_in_its_time,
                                  a_funded_company_burns_its_budget,
                                  people_leave_by_themselves_except_founders,
                                  consultants_follow_the_backlog,
                                  where_customers_alone_pay_consultants_with_work_go_last,
                                  people_change_roles_with_the_stage,
                                  founders_live_on_less_until_money_comes,
                                  what_founders_go_without_is_discounted,
                                  roles_have_their_price,
                                  NULL};
    return fixture_run("people", tests);
}
