/* Corners of the cap table; its laws are in tests/laws/ownership_test.c and waterfall_test.c. */
#include "model/ownership.h"

#include "laws/fixture.h"

/* A and B paid the same price per share, so neither waits for the other. */
START_TEST(classes_alike_convert_together)
{
    const struct ownership owners = {
        .rounds = 2, .founders = 0.6, .investor = {0.2, 0.2}, .preference = {2e6, 2e6}};
    struct ownership parts;
    ownership_divide(&owners, 9e6, 0, &parts); /* 20% of 9M is less than 2M */
    ck_assert_double_eq(parts.investor[0], 2e6);
    ck_assert_double_eq(parts.investor[1], 2e6);
    ck_assert_double_eq(parts.founders, 5e6);
    ownership_divide(&owners, 11e6, 0, &parts);
    ck_assert_double_eq_tol(parts.investor[0], 2.2e6, 1e-8);
    ck_assert_double_eq(parts.investor[1], parts.investor[0]);
    ck_assert_double_eq_tol(parts.founders, 6.6e6, 1e-8);
}
END_TEST

/* The order of rounds is not that of prices after a down round. */
START_TEST(a_down_round_converts_first)
{
    const struct ownership owners = {
        .rounds = 2, .founders = 0.5, .investor = {0.1, 0.4}, .preference = {5e6, 4e6}};
    struct ownership parts;
    ownership_divide(&owners, 20e6, 0, &parts);
    ck_assert_double_eq(parts.investor[0], 5e6);
    ck_assert_double_eq_tol(parts.investor[1], 15e6 * 0.4 / 0.9, 1e-8);
}
END_TEST

START_TEST(parts_carry_the_number_of_rounds)
{
    const struct ownership owners = {
        .rounds = 1, .founders = 0.8, .investor = {0.2}, .preference = {1e6}};
    struct ownership parts;
    ownership_divide(&owners, 1e5, 0, &parts);
    ck_assert_int_eq(parts.rounds, 1);
    ck_assert_double_eq(parts.investor[0], 1e5);
    ck_assert_double_eq(parts.founders, 0.0);
    ck_assert_double_eq(parts.investor[1], 0.0);
}
END_TEST

START_TEST(six_rounds_fit)
{
    struct ownership owners = {.founders = 1.0};
    for (int r = 0; r < ROUNDS_MAX; r++)
        ownership_issue(&owners, 1e6 * (r + 1), 4e6 * (r + 1), 0.0);
    ck_assert_int_eq(owners.rounds, ROUNDS_MAX);
    struct ownership parts;
    ownership_divide(&owners, 1e12, 0, &parts);
    for (int r = 0; r < ROUNDS_MAX; r++) /* rich enough for all to convert */
        ck_assert_double_eq_tol(parts.investor[r], owners.investor[r] * 1e12, 1e-2);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {classes_alike_convert_together, a_down_round_converts_first,
                                  parts_carry_the_number_of_rounds, six_rounds_fit, NULL};
    return fixture_run("ownership", tests);
}
