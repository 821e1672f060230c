/* Who gets what: cases worked by hand, and every set of decisions of random cap tables. */
#include "laws/fixture.h"
#include "model/ownership.h"
#include "numerics/draws.h"

#include <math.h>

/* Dollars of $100M are good to a hundredth of a cent: a dozen roundings of 1.1e-16. */
static const double CENT = 1e-4;

/* Founders 50%, pool 10%, A 15% for $3M, B 25% for $20M. */
static const struct ownership table = {.rounds = 2,
                                       .founders = 0.50,
                                       .pool = 0.10,
                                       .investor = {0.15, 0.25},
                                       .preference = {3e6, 20e6}};

static void expect(double proceeds, int listed, double founders, double pool, double a, double b)
{
    struct ownership parts;
    ownership_divide(&table, proceeds, listed, &parts);
    ck_assert_double_eq_tol(parts.founders, founders, CENT);
    ck_assert_double_eq_tol(parts.pool, pool, CENT);
    ck_assert_double_eq_tol(parts.investor[0], a, CENT);
    ck_assert_double_eq_tol(parts.investor[1], b, CENT);
}

START_TEST(nothing_is_divided_into_nothing) { expect(0.0, 0, 0.0, 0.0, 0.0, 0.0); }
END_TEST

/* $11.5M for $23M of preferences: half of each, and nothing for common. */
START_TEST(a_shortfall_is_shared_pari_passu) { expect(11.5e6, 0, 0.0, 0.0, 1.5e6, 10e6); }
END_TEST

/* $29M: both keep their preference. A, converting, would get 15/75 of 9M = 1.8M. */
START_TEST(preferences_come_before_common) { expect(29e6, 0, 5e6, 1e6, 3e6, 20e6); }
END_TEST

/* A breaks even at 15/75 x (X - 20M) = 3M: $35M. There it keeps its preference. */
START_TEST(a_tie_does_not_convert) { expect(35e6, 0, 10e6, 2e6, 3e6, 20e6); }
END_TEST

/* $50M: A, cheapest per share, converts and gets 15/75 of 30M; B would get 25% of 50M = 12.5M. */
START_TEST(the_cheapest_class_converts_first) { expect(50e6, 0, 20e6, 4e6, 6e6, 20e6); }
END_TEST

/* $100M: all convert, and it is pro rata. B breaks even at $80M. */
START_TEST(everybody_converts_when_it_pays) { expect(100e6, 0, 50e6, 10e6, 15e6, 25e6); }
END_TEST

/* A listing at $40M converts all, though B would rather have its 20M. */
START_TEST(a_listing_converts_all) { expect(40e6, 1, 20e6, 4e6, 6e6, 10e6); }
END_TEST

START_TEST(founders_alone_get_everything)
{
    const struct ownership alone = {.founders = 1.0};
    struct ownership parts;
    ownership_divide(&alone, 7e6, 0, &parts);
    ck_assert_double_eq(parts.founders, 7e6);
}
END_TEST

/* --- Every decision of everybody ------------------------------------------------------------ */

enum { TABLES = 100000 };

/* What class r (or, with -1, founders and pool) gets when the classes in `converts` convert.
 * Written from the terms: preferences first, pro rata when short, the rest by shares. */
static double payoff(const struct ownership *owners, double proceeds, int converts, int r)
{
    double preferred = 0.0, common = owners->founders + owners->pool;
    for (int k = 0; k < owners->rounds; k++)
        if (converts >> k & 1)
            common += owners->investor[k];
        else
            preferred += owners->preference[k];
    double rest = fmax(proceeds - preferred, 0.0);
    if (r < 0)
        return rest * (owners->founders + owners->pool) / common;
    if (converts >> r & 1)
        return rest * owners->investor[r] / common;
    return owners->preference[r] * fmin(proceeds / preferred, 1.0);
}

/* Nobody gains by deciding otherwise while the rest stay. Gains within rounding do not count. */
static int is_equilibrium(const struct ownership *owners, double proceeds, int converts)
{
    for (int r = 0; r < owners->rounds; r++) {
        double now = payoff(owners, proceeds, converts, r);
        if (payoff(owners, proceeds, converts ^ 1 << r, r) > now + 1e-12 * proceeds)
            return 0;
    }
    return 1;
}

/* A cap table that rounds may have left: any order of prices, classes alike, tiny and huge. */
static struct ownership throw_table(uint64_t number, double *proceeds)
{
    double u[2 * ROUNDS_MAX + 4];
    for (int k = 0; k < 2 * ROUNDS_MAX + 4; k++)
        u[k] = draws_uniform(draws_threefry(7, DRAWS_OTHER + (uint64_t)k, number).first);
    struct ownership owners = {.founders = 1.0};
    int rounds = (int)(u[0] * (ROUNDS_MAX + 1));
    for (int r = 0; r < rounds; r++) {
        double stake = 0.02 + 0.6 * u[3 + 2 * r] * u[3 + 2 * r];
        double amount = u[1] < 0.1 ? 1e6 : pow(10.0, 4.0 + 4.0 * u[4 + 2 * r]);
        ownership_issue(&owners, amount, amount / stake - amount, 0.05);
    }
    double preferred = 1e5;
    for (int r = 0; r < owners.rounds; r++)
        preferred += owners.preference[r];
    *proceeds = preferred * pow(10.0, 4.0 * u[2] - 2.0);
    return owners;
}

START_TEST(the_division_is_the_equilibrium)
{
    for (uint64_t number = 0; number < TABLES; number++) {
        double proceeds;
        struct ownership owners = throw_table(number, &proceeds), parts;
        ownership_divide(&owners, proceeds, 0, &parts);
        int equilibria = 0;
        for (int converts = 0; converts < 1 << owners.rounds; converts++) {
            if (!is_equilibrium(&owners, proceeds, converts))
                continue;
            equilibria++;
            /* Where a class does not care, there are two, in which everybody gets the same. */
            double close = 1e-9 * proceeds;
            double common = payoff(&owners, proceeds, converts, -1);
            ck_assert_double_eq_tol(parts.founders + parts.pool, common, close);
            for (int r = 0; r < owners.rounds; r++)
                ck_assert_double_eq_tol(parts.investor[r], payoff(&owners, proceeds, converts, r),
                                        close);
        }
        ck_assert_int_ge(equilibria, 1);
        double sum = parts.founders + parts.pool;
        for (int r = 0; r < owners.rounds; r++)
            sum += parts.investor[r];
        ck_assert_double_eq_tol(sum, proceeds, 1e-14 * proceeds); /* eight roundings */
    }
}
END_TEST

START_TEST(more_proceeds_hurt_nobody)
{
    for (uint64_t number = 0; number < 10000; number++) {
        double proceeds;
        struct ownership owners = throw_table(number, &proceeds), less, more;
        ownership_divide(&owners, proceeds, 0, &less);
        ownership_divide(&owners, proceeds * 1.3, 0, &more);
        double close = 1e-14 * proceeds; /* rounding */
        ck_assert_double_ge(more.founders, less.founders - close);
        ck_assert_double_ge(more.pool, less.pool - close);
        for (int r = 0; r < owners.rounds; r++)
            ck_assert_double_ge(more.investor[r], less.investor[r] - close);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {nothing_is_divided_into_nothing,
                                  a_shortfall_is_shared_pari_passu,
                                  preferences_come_before_common,
                                  a_tie_does_not_convert,
                                  the_cheapest_class_converts_first,
                                  everybody_converts_when_it_pays,
                                  a_listing_converts_all,
                                  founders_alone_get_everything,
                                  the_division_is_the_equilibrium,
                                  more_proceeds_hurt_nobody,
                                  NULL};
    return fixture_run("waterfall", tests);
}
