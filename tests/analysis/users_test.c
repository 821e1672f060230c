/* What is told about users: thresholds once, turns of fortune only when they are clear. */
#include "analysis/users.h"

#include "analysis/lone.h"

static struct users start(struct lone *lone, double count, double rivals)
{
    struct users users;
    lone->block->company.users[0] = count;
    lone->block->world.rival_users[0] = rivals;
    users_start(&users, lone->block);
    return users;
}

static void go(struct lone *lone, struct users *users, double count)
{
    lone->block->company.users[0] = count;
    users_notice(users, lone->block, lone->month++, lone->chronicle);
}

START_TEST(marks_are_told_once)
{
    struct lone lone = lone_create();
    struct users users = start(&lone, 900, 0);
    lone.block->company.visits[0] = 400;
    lone.block->company.joined[0] = 100;
    go(&lone, &users, 999);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_USERS), 0);
    go(&lone, &users, 1001);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_USERS), 1);
    ck_assert_double_eq(lone_last(&lone, HAPPENED_USERS)->number[0], 1e3);
    ck_assert_double_eq(lone_last(&lone, HAPPENED_USERS)->number[1], 400);
    ck_assert_double_eq(lone_last(&lone, HAPPENED_USERS)->number[2], 0.25);
    go(&lone, &users, 990);
    go(&lone, &users, 1010);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_USERS), 1);
    go(&lone, &users, 200e3); /* who leaps over a mark hears of the highest */
    ck_assert_int_eq(lone_count(&lone, HAPPENED_USERS), 2);
    ck_assert_double_eq(lone_last(&lone, HAPPENED_USERS)->number[0], 1e5);
    lone_destroy(&lone);
}
END_TEST

START_TEST(what_was_so_at_the_start_is_no_news)
{
    struct lone lone = lone_create();
    lone.block->company.payers[0] = 20;
    lone.block->company.content[0] = 600;
    struct users users = start(&lone, 5000, 100);
    go(&lone, &users, 5000);
    ck_assert_int_eq(lone.chronicle->events, 0);
    lone_destroy(&lone);
}
END_TEST

START_TEST(a_halved_following_is_told_with_its_reasons)
{
    struct lone lone = lone_create();
    struct users users = start(&lone, 3000, 100);
    lone.block->company.visits[0] = 1000;
    lone.block->company.joined[0] = 50;
    lone.block->company.completeness[0] = 0.3;
    lone.block->company.fit[0] = 0.8;
    go(&lone, &users, 4000);
    go(&lone, &users, 2001);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_SHRINK), 0);
    go(&lone, &users, 1999);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_SHRINK), 1);
    const double *number = lone_last(&lone, HAPPENED_SHRINK)->number;
    ck_assert_double_eq(number[0], 1999);
    ck_assert_double_eq(number[1], 4000);
    ck_assert_double_eq(number[2], 0.3);
    ck_assert_double_eq(number[3], 0.8);
    ck_assert_double_eq(number[4], 0.05);
    go(&lone, &users, 1900);
    go(&lone, &users, 1000);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_SHRINK), 1);
    go(&lone, &users, 900);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_SHRINK), 2);
    go(&lone, &users, 100);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_SHRINK), 2);
    lone_destroy(&lone);
}
END_TEST

START_TEST(a_rival_is_overtaken_by_a_clear_margin)
{
    struct lone lone = lone_create();
    struct users users = start(&lone, 1000, 2000);
    go(&lone, &users, 2050);
    go(&lone, &users, 1950);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_LEADS), 0);
    go(&lone, &users, 2300);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_LEADS), 1);
    go(&lone, &users, 1900);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_TRAILS), 0);
    go(&lone, &users, 1700);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_TRAILS), 1);
    lone_destroy(&lone);
}
END_TEST

/* With a perfect product 0.3 of visitors stay and 0.1 a month leave: with i invitations a
 * month each user brings 3 i / (1 + 0.3 i) others. */
START_TEST(the_virtuous_cycle_begins_and_ends)
{
    struct lone lone = lone_create();
    struct users users = start(&lone, 2000, 0);
    double *invitations = &lone.block->given.market.invitations[0];
    lone.block->company.value[0] = 1.0;
    *invitations = 0.38;
    go(&lone, &users, 2000);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_CYCLE_BEGINS), 0);
    *invitations = 0.4545;
    go(&lone, &users, 2000);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_CYCLE_BEGINS), 1);
    ck_assert_double_eq_tol(lone_last(&lone, HAPPENED_CYCLE_BEGINS)->number[0], 1.2, 0.01);
    *invitations = 0.354;
    go(&lone, &users, 2000);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_CYCLE_ENDS), 0);
    *invitations = 0.2;
    go(&lone, &users, 2000);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_CYCLE_ENDS), 1);
    lone_destroy(&lone);
}
END_TEST

START_TEST(contributors_are_told_against_own_engineers)
{
    struct lone lone = lone_create();
    struct community *community = &lone.block->given.community;
    community->contributor_share[0] = 0.01;
    community->contribution[0] = 1.0;
    community->contribution_work[0] = 0.05;
    community->merge_limit[0] = 1e6;
    lone.block->company.fit[0] = 1.0;
    lone.block->company.engineers[0] = 10.0;
    struct users users = start(&lone, 2000, 0);
    go(&lone, &users, 9000); /* 4.5 engineers' work */
    ck_assert_int_eq(lone_count(&lone, HAPPENED_CONTRIBUTIONS), 0);
    go(&lone, &users, 11000);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_CONTRIBUTIONS), 1);
    const double *number = lone_last(&lone, HAPPENED_CONTRIBUTIONS)->number;
    ck_assert_double_eq_tol(number[0], 5.5, 0.01);
    ck_assert_double_eq(number[1], 10.0);
    ck_assert_double_eq_tol(number[2], 110.0, 1e-9);
    lone_destroy(&lone);
}
END_TEST

START_TEST(payers_are_counted_in_tens_and_hundreds)
{
    struct lone lone = lone_create();
    struct users users = start(&lone, 2000, 0);
    lone.block->company.payers[0] = 9.9;
    go(&lone, &users, 2000);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_PAYERS), 0);
    lone.block->company.payers[0] = 10.1;
    lone.block->company.business_users[0] = 1000;
    go(&lone, &users, 2000);
    lone.block->company.payers[0] = 120;
    go(&lone, &users, 2000);
    ck_assert_int_eq(lone_count(&lone, HAPPENED_PAYERS), 2);
    lone_destroy(&lone);
}
END_TEST

RUNNER_MAIN("users", marks_are_told_once, what_was_so_at_the_start_is_no_news,
            a_halved_following_is_told_with_its_reasons, a_rival_is_overtaken_by_a_clear_margin,
            the_virtuous_cycle_begins_and_ends, contributors_are_told_against_own_engineers,
            payers_are_counted_in_tens_and_hundreds)
