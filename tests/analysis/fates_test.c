/* How companies end, by hand. */
#include "analysis/fates.h"

#include "life.h"
#include "report/runner.h"

#include <math.h>

static const double none[ARGUMENTS];

/* Ten companies: one closes in the first year, three in the second, one is sold for its people in the third;
 * two are sold, one is listed, two stay. */
static struct lives ten(void)
{
    struct lives lives = life_some(10, 120, 12);
    life_end(&lives, 0, OUTCOME_SHUT_DOWN, 12, 0.0);
    for (int i = 1; i < 4; i++)
        life_end(&lives, i, OUTCOME_SHUT_DOWN, 20, 0.0);
    life_end(&lives, 4, OUTCOME_ACQUIHIRED, 30, 2.0);
    life_end(&lives, 5, OUTCOME_ACQUIRED, 30, 50.0);
    life_end(&lives, 6, OUTCOME_ACQUIRED, 90, 80.0);
    life_end(&lives, 7, OUTCOME_IPO, 72, 2000.0);
    return lives;
}

START_TEST(who_is_sold_or_listed_survives)
{
    struct lives lives = ten();
    double argument[ARGUMENTS] = {[ARGUMENT_AT] = 60, [ARGUMENT_WITHIN] = 48};
    life_expect(life_take(fates_survival, &lives, NULL, argument), 0.5, 10);
    life_expect(life_take(fates_yearly_survival_least, &lives, NULL, argument), 6.0 / 9.0, 9);
    life_expect(life_take(fates_yearly_survival_most, &lives, NULL, argument), 1.0, 5);
    lives_destroy(&lives);
}
END_TEST

START_TEST(fates_count_from_the_first_round)
{
    struct lives lives = ten();
    for (int i = 0; i < 9; i++) /* the tenth never raised */
        life_round(&lives, i, (struct closing){.month = i == 8 ? 50 : 6});
    life_round(&lives, 8, (struct closing){.month = 100}); /* orphaned between the two */
    double argument[ARGUMENTS] = {[ARGUMENT_WITHIN] = 66, [ARGUMENT_LENGTH] = 24};
    /* Until month 72: the ninth would have to be watched until month 116. */
    life_expect(life_take(fates_listed, &lives, NULL, argument), 1.0 / 9.0, 9);
    life_expect(life_take(fates_sold, &lives, NULL, argument), 2.0 / 9.0, 9);
    /* Four shut down; the seventh is private until month 90 and last raised in month 6; the ninth raised. */
    life_expect(life_take(fates_dead_or_orphaned, &lives, NULL, argument), 5.0 / 9.0, 9);
    argument[ARGUMENT_WITHIN] = 80;
    life_expect(life_take(fates_listed, &lives, NULL, argument), 1.0 / 8.0, 8);
    lives_destroy(&lives);
}
END_TEST

START_TEST(worth_in_a_round_or_at_an_end)
{
    struct lives lives = ten();
    double argument[ARGUMENTS] = {[ARGUMENT_VALUE] = 1000.0};
    life_round(&lives, 0, (struct closing){.pre_money = 900, .amount = 100});
    life_round(&lives, 1, (struct closing){.pre_money = 0, .amount = 5000}); /* a note has no price */
    life_expect(life_take(fates_valued_at, &lives, NULL, argument), 0.2, 10);
    lives_destroy(&lives);
}
END_TEST

START_TEST(at_a_listing)
{
    struct lives lives = life_some(4, 120, 12);
    for (int i = 0; i < 3; i++) {
        life_end(&lives, i, OUTCOME_IPO, 60 + 12 * i, 100.0);
        life_round(&lives, i, (struct closing){.amount = 30.0 * (i + 1)});
        life_set(&lives, OBSERVABLE_loss, i, 12, i + 1.0);
        life_set(&lives, OBSERVABLE_revenue, i, 12, 24.0);
        life_set(&lives, OBSERVABLE_cash, i, 12, 20.0);
        life_set(&lives, OBSERVABLE_subscription_revenue, i, 12, 20.0);
    }
    life_expect(life_take(fates_age_at_listing, &lives, NULL, none), 72.0, 3);
    life_expect(life_take(fates_loss_at_listing, &lives, NULL, none), 1.0, 3);
    life_expect(life_take(fates_capital_at_listing, &lives, NULL, none), 2.0, 3);
    lives_destroy(&lives);
}
END_TEST

/* Sold for 10 + 2 owed - 4 cash = 8 dollars per 2 of revenue with few services; for 2 per 2 with many. What
 * is in between, small, or sold for its people does not count. */
START_TEST(prices_are_free_of_cash_and_debt)
{
    static const double product[] = {1.8, 0.2, 1.0, 1.8, 1.8};
    static const double revenue[] = {2.0, 2.0, 2.0, 0.5, 2.0};
    struct lives lives = life_some(5, 120, 12);
    for (int i = 0; i < 5; i++) {
        life_end(&lives, i, i < 4 ? OUTCOME_ACQUIRED : OUTCOME_ACQUIHIRED, 60, i == 1 ? 4.0 : 10.0);
        life_set(&lives, OBSERVABLE_revenue, i, 12, revenue[i]);
        life_set(&lives, OBSERVABLE_product_revenue, i, 12, product[i]);
        life_set(&lives, OBSERVABLE_owed, i, 12, 2.0);
        life_set(&lives, OBSERVABLE_cash, i, 12, 4.0);
    }
    const double argument[ARGUMENTS] = {[ARGUMENT_REVENUE] = 1.0, [ARGUMENT_LOW] = 0.2, [ARGUMENT_HIGH] = 0.6};
    life_expect(life_take(fates_exit_ratio, &lives, NULL, argument), 4.0, 1);
    lives_destroy(&lives);
}
END_TEST

START_TEST(controls)
{
    struct lives lives = life_some(40, 120, 12), other = life_some(40, 120, 12);
    for (int i = 0; i < 40; i++) {
        lives.member[i] = (unsigned char)(i % 2);
        lives.result[i].proceeds = i / 2;
        lives.result[i].founder_proceeds = i < 10 ? 0.0 : 1.0;
        other.result[i].founder_proceeds = i < 4 ? 0.0 : 1.0;
    }
    life_expect(life_take(fates_same_distribution, &lives, NULL, none), 1.0, 20);
    for (int i = 0; i < 40; i += 2)
        lives.result[i].proceeds += 100.0;
    ck_assert_double_lt(life_take(fates_same_distribution, &lives, NULL, none).figure.value, 1e-6);
    life_expect(life_take(fates_founders_empty_change, &lives, &other, none), 6.0 / 40.0, 40);
    lives_destroy(&lives);
    lives_destroy(&other);
}
END_TEST

RUNNER_MAIN("fates", who_is_sold_or_listed_survives, fates_count_from_the_first_round, worth_in_a_round_or_at_an_end,
            at_a_listing, prices_are_free_of_cash_and_debt, controls)
