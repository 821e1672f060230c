/* What is told about capability, streams of revenue and cuts. */
#include "analysis/milestones.h"

#include "analysis/lone.h"

static void go(struct lone *lone, struct milestones *milestones)
{
    milestones_notice(milestones, lone->block, lone->month++, lone->chronicle);
}

START_TEST(marks_passed_before_the_start_are_not_told)
{
    struct lone lone = lone_create();
    struct company *company = &lone.block->company;
    struct milestones milestones;
    company->expertise[0] = 0.35;
    company->influence[0] = 0.02;
    milestones_start(&milestones, lone.block);
    go(&lone, &milestones);
    ck_assert_int_eq(lone.chronicle->events, 0);
    company->expertise[0] = 0.61;
    company->influence[0] = 0.05;
    go(&lone, &milestones);
    ck_assert_double_eq(lone_last(&lone, HAPPENED_EXPERTISE)->number[0], 0.6);
    ck_assert_double_eq(lone_last(&lone, HAPPENED_INFLUENCE)->number[0], 0.05);
    company->influence[0] = 0.01;
    go(&lone, &milestones);
    company->influence[0] = 0.06;
    go(&lone, &milestones);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_INFLUENCE), 1);
    lone_destroy(&lone);
}
END_TEST

START_TEST(services_fall_below_half_only_from_above)
{
    struct lone lone = lone_create();
    struct company *company = &lone.block->company;
    struct milestones milestones;
    milestones_start(&milestones, lone.block);
    company->revenue[0] = 800e3;
    company->year[STREAM_SERVICES][0] = 300e3;
    company->year[STREAM_SUPPORT][0] = 500e3;
    go(&lone, &milestones);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_SERVICES_HALF), 0);
    company->year[STREAM_SERVICES][0] = 700e3;
    company->year[STREAM_SUPPORT][0] = 100e3;
    go(&lone, &milestones);
    company->year[STREAM_SERVICES][0] = 390e3;
    company->year[STREAM_SUPPORT][0] = 410e3;
    go(&lone, &milestones);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_SERVICES_HALF), 1);
    ck_assert_double_eq(lone_last(&lone, HAPPENED_SERVICES_HALF)->number[2], STREAM_SUPPORT);
    lone_destroy(&lone);
}
END_TEST

/* A board's order shows months later, when the backlog is worked off. */
START_TEST(dismantled_services_are_told_with_what_they_taught)
{
    struct lone lone = lone_create();
    struct company *company = &lone.block->company;
    struct milestones milestones;
    milestones_start(&milestones, lone.block);
    company->revenue[0] = company->year[STREAM_SERVICES][0] = 2e6;
    company->expertise[0] = 0.29;
    go(&lone, &milestones);
    company->controlled[0] = 1.0;
    go(&lone, &milestones);
    company->year[STREAM_SERVICES][0] = 1e6;
    go(&lone, &milestones);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_DISMANTLED), 0);
    company->year[STREAM_SERVICES][0] = 400e3;
    company->revenue[0] = 500e3;
    company->expertise[0] = 0.1;
    go(&lone, &milestones);
    go(&lone, &milestones);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_DISMANTLED), 1);
    const double *number = lone_last(&lone, HAPPENED_DISMANTLED)->number;
    ck_assert_double_eq(number[0], 2e6);
    ck_assert_double_eq(number[1], 400e3);
    ck_assert_double_eq(number[2], 0.29);
    ck_assert_double_eq(number[3], 0.1);
    ck_assert_double_eq_tol(number[4], 100e3, 1e-6);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_SERVICES_HALF), 0);
    lone_destroy(&lone);
}
END_TEST

START_TEST(revenue_is_told_by_its_sources)
{
    struct lone lone = lone_create();
    struct company *company = &lone.block->company;
    struct milestones milestones;
    milestones_start(&milestones, lone.block);
    company->revenue[0] = 1.1e6;
    company->year[STREAM_ADVERTISING][0] = 0.2e6;
    company->year[STREAM_TRAINING][0] = 0.3e6;
    company->year[STREAM_LICENCES][0] = 0.6e6;
    go(&lone, &milestones);
    const double *number = lone_last(&lone, HAPPENED_REVENUE)->number;
    ck_assert_double_eq(number[0], 1e6);
    ck_assert_double_eq(number[1], STREAM_LICENCES);
    ck_assert_double_eq(number[3], STREAM_TRAINING);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_TRAINING), 1);
    lone_destroy(&lone);
}
END_TEST

/* Forty people of whom six in a hundred go each month: told when half of the rest are gone. */
START_TEST(a_slow_decline_is_not_told_every_half_year)
{
    struct lone lone = lone_create();
    struct milestones milestones;
    milestones_start(&milestones, lone.block);
    for (double people = 40; people > 5; people *= 0.94) {
        lone.block->company.headcount[0] = people;
        go(&lone, &milestones);
    }
    ck_assert_int_eq(lone_count(&lone, HAPPENED_CUTS), 3);
    lone_destroy(&lone);
}
END_TEST

START_TEST(a_lead_is_told_again_only_after_it_was_lost)
{
    static const double lead[] = {0.4, 0.51, 0.45, 0.52, 0.2, 0.55};
    struct lone lone = lone_create();
    struct milestones milestones;
    milestones_start(&milestones, lone.block);
    for (size_t m = 0; m < sizeof lead / sizeof *lead; m++) {
        lone.block->company.lead[0] = lead[m];
        go(&lone, &milestones);
    }
    ck_assert_int_eq(lone_count(&lone, HAPPENED_BREAKTHROUGH), 2);
    lone_destroy(&lone);
}
END_TEST

RUNNER_MAIN("milestones", marks_passed_before_the_start_are_not_told,
            services_fall_below_half_only_from_above,
            dismantled_services_are_told_with_what_they_taught, revenue_is_told_by_its_sources,
            a_slow_decline_is_not_told_every_half_year, a_lead_is_told_again_only_after_it_was_lost)
