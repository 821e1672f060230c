/* What rounds return, whether another follows, when, and at what price: by hand. */
#include "analysis/financings.h"

#include "life.h"
#include "report/runner.h"

#include <math.h>

static const double none[ARGUMENTS];

/* Multiples 0, 0.5 | 2, 6 | 12: five rounds of three companies. */
static struct lives returns(void)
{
    struct lives lives = life_some(3, 120, 12);
    life_round(&lives, 0, (struct closing){.paid = 10, .proceeds = 0});
    life_round(&lives, 0, (struct closing){.paid = 10, .proceeds = 5});
    life_round(&lives, 1, (struct closing){.paid = 10, .proceeds = 20});
    life_round(&lives, 1, (struct closing){.paid = 20, .proceeds = 120});
    life_round(&lives, 2, (struct closing){.paid = 5, .proceeds = 60});
    return lives;
}

START_TEST(multiples_count_by_financing)
{
    struct lives lives = returns();
    const double one[ARGUMENTS] = {[ARGUMENT_MULTIPLE] = 1.0}, five[ARGUMENTS] = {[ARGUMENT_MULTIPLE] = 5.0};
    life_expect(life_take(financings_below, &lives, NULL, one), 0.4, 5);
    life_expect(life_take(financings_above, &lives, NULL, five), 0.4, 5);
    life_expect(life_take(financings_proceeds_above, &lives, NULL, five), 180.0 / 205.0, 5);
    life_expect(life_take(financings_investor_multiple, &lives, NULL, none), 140.0 / 30.0, 3);
    lives_destroy(&lives);
}
END_TEST

/* Two rounds of one company fare alike: they are not two observations. Residuals of count 2, mean share
 * one half: (2 - 1)² + (0 - 1)², over n (n - 1) m² = 2 * 4. */
START_TEST(rounds_of_one_company_are_not_independent)
{
    struct lives lives = life_some(2, 120, 12);
    const double one[ARGUMENTS] = {[ARGUMENT_MULTIPLE] = 1.0};
    for (int r = 0; r < 2; r++) {
        life_round(&lives, 0, (struct closing){.paid = 1, .proceeds = 0});
        life_round(&lives, 1, (struct closing){.paid = 1, .proceeds = 3});
    }
    struct sample sample = life_take(financings_below, &lives, NULL, one);
    life_expect(sample, 0.5, 4);
    ck_assert_double_eq_tol(sample.figure.error, 0.5, 1e-12);
    lives_destroy(&lives);
}
END_TEST

START_TEST(a_change_is_paired)
{
    struct lives lives = returns(), other = returns();
    const double one[ARGUMENTS] = {[ARGUMENT_MULTIPLE] = 1.0};
    other.closing[0].proceeds = 10; /* no longer below */
    life_expect(life_take(financings_below_change, &lives, &other, one), 0.2, 5);
    other.count = 2;
    ck_assert(isnan(life_take(financings_below_change, &lives, &other, one).figure.value));
    lives_destroy(&lives);
    lives_destroy(&other);
}
END_TEST

/* Seeds in month 10; 8 companies raise again after 12 months, 4 of them after 24, 1 after 30; a ninth does
 * so too late, a tenth was seeded too late to be watched. */
static struct lives ladder(void)
{
    struct lives lives = life_some(10, 100, 12);
    for (int i = 0; i < 10; i++)
        life_round(&lives, i, (struct closing){.month = i == 9 ? 60 : 10, .open = 1});
    for (int i = 0; i < 8; i++)
        life_round(&lives, i, (struct closing){.month = i < 4 ? 22 : 28, .open = i < 4});
    for (int i = 0; i < 4; i++)
        life_round(&lives, i, (struct closing){.month = 34, .open = 1});
    life_round(&lives, 0, (struct closing){.month = 40, .open = 1});
    life_round(&lives, 8, (struct closing){.month = 99, .open = 1});
    return lives;
}

START_TEST(rounds_are_reached_in_time)
{
    struct lives lives = ladder();
    double argument[ARGUMENTS] = {[ARGUMENT_WITHIN] = 48, [ARGUMENT_ROUND] = 2};
    life_expect(life_take(financings_reached, &lives, NULL, argument), 8.0 / 9.0, 9);
    argument[ARGUMENT_ROUND] = 4;
    life_expect(life_take(financings_reached, &lives, NULL, argument), 1.0 / 9.0, 9);
    argument[ARGUMENT_ROUND] = 2;
    life_expect(life_take(financings_graduation, &lives, NULL, argument), 4.0 / 8.0, 8);
    /* 8/9, 4/8, 1/4, 0/1: the least fall is the second, and the third. */
    life_expect(life_take(financings_graduation_falls, &lives, NULL, argument), 0.25, 4);
    lives_destroy(&lives);
}
END_TEST

START_TEST(intervals_by_the_climate_in_which_they_end)
{
    struct lives lives = ladder();
    const double argument[ARGUMENTS] = {[ARGUMENT_ROUND] = 1};
    /* Shut: 18 months four times. Open: 12 four times, and 89; its middle value is the highest but one of
     * four that are spread over month 12. */
    struct sample sample = life_take(financings_interval_ratio, &lives, NULL, argument);
    life_expect(sample, 18.0 / (12.0 + 0.125), 4);
    lives_destroy(&lives);
}
END_TEST

/* Of 10 after the first round the founders have 80%; of 20 after the second 40, 60 or 30%: what was worth 8 is
 * worth 8, 12, 6. */
START_TEST(prices_are_those_of_the_founders_shares)
{
    static const double after[] = {0.4, 0.6, 0.3}; /* flat, up, down */
    struct lives lives = life_some(3, 120, 12);
    for (int i = 0; i < 3; i++) {
        life_round(&lives, i, (struct closing){.pre_money = 8, .founders_share = 0.8, .investor_share = {0.2}});
        life_round(&lives, i, (struct closing){.pre_money = 15, .founders_share = after[i],
                                               .investor_share = {0.1, 0.25}, .open = i < 2});
    }
    const double argument[ARGUMENTS] = {[ARGUMENT_FLAT] = 0.05};
    life_expect(life_take(financings_up_open, &lives, NULL, argument), 0.5, 2);
    life_expect(life_take(financings_down, &lives, NULL, argument), 1.0 / 3.0, 3);
    life_expect(life_take(financings_down_rise, &lives, NULL, argument), 1.0, 1);
    lives_destroy(&lives);
}
END_TEST

/* The climate is open in three months of four; 60 dollars are raised there, 5 in the rest. */
START_TEST(dollars_are_over_the_months_of_a_climate)
{
    struct lives lives = life_some(2, 4, 1), climate = life_some(2, 4, 1);
    for (int i = 0; i < 2; i++) {
        life_set(&climate, OBSERVABLE_climate, i, 1, 1.0);
        life_set(&climate, OBSERVABLE_climate, i, 4, 0.0);
    }
    life_round(&lives, 0, (struct closing){.amount = 60, .open = 1});
    life_round(&lives, 1, (struct closing){.amount = 5, .open = 0});
    life_expect(life_take(financings_dollars_ratio, &lives, &climate, none), (5.0 / 60.0) * 3.0, 2);
    lives_destroy(&lives);
    lives_destroy(&climate);
}
END_TEST

RUNNER_MAIN("financings", multiples_count_by_financing, rounds_of_one_company_are_not_independent, a_change_is_paired,
            rounds_are_reached_in_time, intervals_by_the_climate_in_which_they_end,
            prices_are_those_of_the_founders_shares, dollars_are_over_the_months_of_a_climate)
