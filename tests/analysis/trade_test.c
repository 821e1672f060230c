/* Services, users and customers who stay, by hand. */
#include "analysis/trade.h"

#include "life.h"
#include "report/runner.h"

static void sells(struct lives *lives, int life, int month, double revenue, double product)
{
    life_set(lives, OBSERVABLE_revenue, life, month, revenue);
    life_set(lives, OBSERVABLE_product_revenue, life, month, product);
}

/* Shares of services from 1 to 0.6, from 0.5 to 0.9, from 0.8 to 0.5; the fourth closes, the fifth is small. */
static struct lives five(void)
{
    static const double before[] = {0.0, 5.0, 2.0, 0.0, 0.2}, after[] = {4.0, 1.0, 5.0, 8.0, 0.4};
    struct lives lives = life_some(5, 96, 12);
    for (int i = 0; i < 5; i++) {
        sells(&lives, i, 12, i == 4 ? 0.5 : 10.0, before[i]);
        sells(&lives, i, 60, i == 4 ? 0.5 : 10.0, after[i]);
    }
    life_end(&lives, 3, OUTCOME_SHUT_DOWN, 50, 0.0);
    return lives;
}

START_TEST(services_shrink_or_grow)
{
    struct lives lives = five();
    const double argument[ARGUMENTS] = {[ARGUMENT_AT] = 36, [ARGUMENT_UNTIL] = 84, [ARGUMENT_REVENUE] = 1.0};
    life_expect(life_take(trade_services_share_falls, &lives, NULL, argument), 2.0 / 3.0, 3);
    life_expect(life_take(trade_services_share_pace, &lives, NULL, argument), 0.3 / 4.0, 3);
    const double late[ARGUMENTS] = {[ARGUMENT_AT] = 84, [ARGUMENT_REVENUE] = 1.0};
    life_expect(life_take(trade_services_share, &lives, NULL, late), 0.6, 3);
    lives_destroy(&lives);
}
END_TEST

/* A company with half services at margins of 20% and 80% should keep 50 of 100; it keeps 40. */
START_TEST(margin_against_the_mix)
{
    struct lives lives = life_some(2, 24, 12);
    for (int i = 0; i < 2; i++) {
        sells(&lives, i, 12, 10.0, i ? 10.0 : 5.0);
        life_set(&lives, OBSERVABLE_billed, i, 12, 100.0);
        life_set(&lives, OBSERVABLE_delivery_cost, i, 12, i ? 20.0 : 60.0);
    }
    const double argument[ARGUMENTS] = {[ARGUMENT_AT] = 12, [ARGUMENT_REVENUE] = 1.0,
                                        [ARGUMENT_SERVICES_MARGIN] = 0.2, [ARGUMENT_PRODUCT_MARGIN] = 0.8};
    life_expect(life_take(trade_margin_gap, &lives, NULL, argument), -0.05, 2);
    lives_destroy(&lives);
}
END_TEST

/* Users 100, 200, 300 and 10 at month 3, of 50 visits a month to the first, twice and three times to others. */
static struct lives users(double customers)
{
    struct lives lives = life_some(4, 4, 1);
    for (int i = 0; i < 4; i++) {
        const double n = i < 3 ? 100.0 * (i + 1) : 10.0;
        life_set(&lives, OBSERVABLE_users, i, 1, n);
        life_set(&lives, OBSERVABLE_business_users, i, 1, n / 4.0);
        life_set(&lives, OBSERVABLE_visits, i, 1, 50.0);
        life_set(&lives, OBSERVABLE_customers, i, 1, customers * (i + 1));
        life_set(&lives, OBSERVABLE_billed, i, 1, customers * (i + 1) * (i + 1) / 12.0);
    }
    return lives;
}

START_TEST(payers_and_runners_among_users)
{
    struct lives lives = users(2.0), other = users(1.0);
    const double argument[ARGUMENTS] = {[ARGUMENT_AT] = 3, [ARGUMENT_USERS] = 50.0};
    life_expect(life_take(trade_customers_per_user, &lives, NULL, argument), 0.02, 3);
    life_expect(life_take(trade_customers_per_business_user, &lives, NULL, argument), 0.08, 3);
    life_expect(life_take(trade_running_share, &lives, NULL, argument), 200.0 / 150.0, 3);
    life_expect(life_take(trade_revenue_per_user, &lives, NULL, argument), 0.04, 3);
    life_expect(life_take(trade_revenue_per_user_ratio, &lives, &other, argument), 2.0, 3);
    lives_destroy(&lives);
    lives_destroy(&other);
}
END_TEST

START_TEST(survivors_keep_more)
{
    struct lives lives = life_some(5, 24, 12);
    for (int i = 0; i < 5; i++) {
        life_set(&lives, OBSERVABLE_subscribers, i, 12, i < 4 ? 3.0 : 0.0);
        life_set(&lives, OBSERVABLE_net_retention, i, 12, 0.8 + 0.1 * i);
        life_set(&lives, OBSERVABLE_revenue, i, 12, i >= 1 ? 10.0 : 1.0);
    }
    life_end(&lives, 1, OUTCOME_ACQUIHIRED, 20, 0.0);
    const double argument[ARGUMENTS] = {[ARGUMENT_AT] = 12, [ARGUMENT_REVENUE] = 5.0};
    life_expect(life_take(trade_net_retention, &lives, NULL, argument), 0.95, 4);
    life_expect(life_take(trade_net_retention_survivors, &lives, NULL, argument), 1.05, 2);
    lives_destroy(&lives);
}
END_TEST

START_TEST(recovery_is_when_revenue_is_back)
{
    struct lives lives = life_some(3, 12, 1);
    for (int i = 0; i < 3; i++) {
        life_set(&lives, OBSERVABLE_revenue, i, 1, 10.0);
        life_set(&lives, OBSERVABLE_revenue, i, 4, 2.0);
        if (i < 2)
            life_set(&lives, OBSERVABLE_revenue, i, i ? 9 : 6, 10.0);
    }
    const double argument[ARGUMENTS] = {[ARGUMENT_AT] = 3, [ARGUMENT_REVENUE] = 1.0};
    life_expect(life_take(trade_recovery, &lives, NULL, argument), 6.0, 3); /* 3, 6 and never */
    life_set(&lives, OBSERVABLE_revenue, 1, 9, 3.0);
    life_expect(life_take(trade_recovery, &lives, NULL, argument), TRADE_NEVER, 3);
    lives_destroy(&lives);
}
END_TEST

RUNNER_MAIN("trade", services_shrink_or_grow, margin_against_the_mix, payers_and_runners_among_users,
            survivors_keep_more, recovery_is_when_revenue_is_back)
