/* What is told about deals: the first pilot, why the first was lost, what the first brought. */
#include "analysis/deals.h"

#include "analysis/lone.h"

static void go(struct lone *lone, struct deals *deals, double started, double decided, double wins)
{
    lone->block->company.started[0] = started;
    lone->block->company.decided[0] = decided;
    lone->block->company.wins[0] = wins;
    deals_notice(deals, lone->block, lone->month++, lone->chronicle);
}

static struct lone hunters(struct deals *deals)
{
    struct lone lone = lone_create();
    lone.block->now.licences[0] = 1.0;
    lone.block->now.pilot_price[0] = 200e3;
    lone.block->company.completeness[0] = lone.block->company.fit[0] = 0.9;
    lone.block->company.expertise[0] = 1.0;
    deals_start(deals, lone.block);
    return lone;
}

START_TEST(the_first_pilot_has_a_price_and_a_length)
{
    struct deals deals;
    struct lone lone = hunters(&deals);
    go(&lone, &deals, 0, 0, 0);
    ck_assert_int_eq(lone.chronicle->events, 0);
    go(&lone, &deals, 2, 0, 0);
    go(&lone, &deals, 1, 0, 0);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_FIRST_EVALUATION), 1);
    ck_assert_double_eq(lone_last(&lone, HAPPENED_FIRST_EVALUATION)->number[0], 200e3);
    ck_assert_double_eq(lone_last(&lone, HAPPENED_FIRST_EVALUATION)->number[1], 6.0);
    ck_assert_double_eq(lone.chronicle->pilots, 3.0);
    ck_assert_double_eq(lone.chronicle->pilots_billed, 600e3);
    lone_destroy(&lone);
}
END_TEST

static double reason(double complete, double fit, double rival, double differentiation)
{
    struct deals deals;
    struct lone lone = hunters(&deals);
    lone.block->company.completeness[0] = complete;
    lone.block->company.fit[0] = fit;
    lone.block->world.rival_appeal[0] = rival;
    lone.block->given.market.differentiation[0] = differentiation;
    go(&lone, &deals, 1, 1, 0);
    double told = lone_last(&lone, HAPPENED_FIRST_LOSS)->number[0];
    go(&lone, &deals, 1, 1, 0);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_FIRST_LOSS), 1);
    lone_destroy(&lone);
    return told;
}

START_TEST(what_lacks_most_is_why_a_deal_is_lost)
{
    ck_assert_double_eq(reason(0.2, 0.5, 0.1, 0.2), LOSS_INCOMPLETE);
    ck_assert_double_eq(reason(0.9, 0.4, 0.1, 0.2), LOSS_OUT_OF_DATE);
    ck_assert_double_eq(reason(0.9, 0.8, 1.0, 0.2), LOSS_TRUST);
    ck_assert_double_eq(reason(0.9, 0.8, 1.0, 0.7), LOSS_TECHNOLOGY);
    ck_assert_double_eq(reason(0.9, 0.8, 0.1, 0.2), LOSS_NO_NEED);
}
END_TEST

/* The price is what the month has added to licences under maintenance. */
START_TEST(services_are_counted_until_the_last)
{
    struct deals deals;
    struct lone lone = hunters(&deals);
    go(&lone, &deals, 0, 0, 0);
    ck_assert(!lone.chronicle->sold_services);
    lone.block->now.services[0] = 1.0;
    lone.block->company.engagements[0] = 2.0;
    lone.block->company.engaged[0] = 300e3;
    go(&lone, &deals, 0, 0, 0);
    go(&lone, &deals, 0, 0, 0);
    lone.block->company.engagements[0] = 0.0;
    go(&lone, &deals, 0, 0, 0);
    ck_assert(lone.chronicle->sold_services);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_FIRST_ENGAGEMENT), 1);
    ck_assert_double_eq(lone.chronicle->engagements, 4.0);
    ck_assert_int_eq(lone.chronicle->last_engagement, 2);
    lone_destroy(&lone);
}
END_TEST

START_TEST(the_first_licence_has_its_price)
{
    struct deals deals;
    struct lone lone = hunters(&deals);
    go(&lone, &deals, 3, 0, 0);
    go(&lone, &deals, 0, 2, 0);
    lone.block->company.licence_base[0] = 5e6;
    go(&lone, &deals, 0, 1, 2);
    const double *number = lone_last(&lone, HAPPENED_FIRST_WIN)->number;
    ck_assert_double_eq(number[0], 2.5e6);
    ck_assert_double_eq(number[1], 0.0);
    ck_assert_double_eq(number[2], 3.0);
    ck_assert_double_eq(number[4], 2.0);
    go(&lone, &deals, 0, 1, 1);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_FIRST_WIN), 1);
    lone_destroy(&lone);
}
END_TEST

START_TEST(ten_decisions_without_success_are_a_story)
{
    for (int wins = 0; wins < 2; wins++) {
        struct deals deals;
        struct lone lone = hunters(&deals);
        go(&lone, &deals, 20, 9, wins);
        ck_assert_int_eq(lone_count(&lone, HAPPENED_TENTH_DECISION), 0);
        go(&lone, &deals, 0, 1, 0);
        ck_assert_int_eq(lone_count(&lone, HAPPENED_TENTH_DECISION), wins < 1);
        go(&lone, &deals, 0, 10, 0);
        ck_assert_int_eq(lone_count(&lone, HAPPENED_TENTH_DECISION), wins < 1);
        lone_destroy(&lone);
    }
}
END_TEST

START_TEST(the_tenth_win_and_the_hundredth_customer_are_told_once)
{
    struct deals deals;
    struct lone lone = hunters(&deals);
    go(&lone, &deals, 0, 30, 9);
    go(&lone, &deals, 0, 10, 3);
    go(&lone, &deals, 0, 10, 3);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_TENTH_WIN), 1);
    ck_assert_double_eq(lone_last(&lone, HAPPENED_TENTH_WIN)->number[0], 40.0);
    lone.block->company.subscribers[0] = 60;
    lone.block->company.licensees[0] = 41;
    go(&lone, &deals, 0, 0, 0);
    lone.block->company.licensees[0] = 39;
    go(&lone, &deals, 0, 0, 0);
    lone.block->company.licensees[0] = 45;
    go(&lone, &deals, 0, 0, 0);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_CUSTOMERS), 1);
    lone_destroy(&lone);
}
END_TEST

RUNNER_MAIN("deals", the_first_pilot_has_a_price_and_a_length, what_lacks_most_is_why_a_deal_is_lost,
            services_are_counted_until_the_last, the_first_licence_has_its_price, ten_decisions_without_success_are_a_story,
            the_tenth_win_and_the_hundredth_customer_are_told_once)
