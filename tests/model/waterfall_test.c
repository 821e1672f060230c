/* Divisions worked by hand; every choice of everybody is in tests/laws/waterfall_choices_test.c. */
#include "model/waterfall.h"

#include "laws/fixture.h"

/* A hundredth of a cent of at most $100M. */
static const double CENT = 1e-4;

/* Founders with 7,500,000 common; rows are added by the cases. */
static struct captable company(double founders)
{
    struct captable table;
    captable_found(&table, founders, 0.0, 1, 0, 0);
    return table;
}

static int preferred(struct captable *table, double shares, double claim, double most, int rank)
{
    table->row[table->rows] = (struct captable_row){.kind = CAPTABLE_PREFERRED,
                                                    .shares = shares,
                                                    .claim = claim,
                                                    .most = most,
                                                    .rank = (uint8_t)rank};
    return table->rows++;
}

static struct waterfall sell(const struct captable *table, double price)
{
    const struct waterfall_sale sale = {.price = price};
    struct waterfall parts;
    waterfall_divide(table, &captable_standard, &sale, &parts);
    return parts;
}

static struct waterfall sell_so(const struct captable *table, struct waterfall_sale sale)
{
    struct waterfall parts;
    waterfall_divide(table, &captable_standard, &sale, &parts);
    return parts;
}

static void expect(const struct waterfall *parts, double founders, double first, double second)
{
    ck_assert_double_eq_tol(parts->founders, founders, CENT);
    ck_assert_double_eq_tol(parts->row[0], first, CENT);
    ck_assert_double_eq_tol(parts->row[1], second, CENT);
}

/* $5M for 25%, 1x: at $20M it is the same; below it takes its $5M, above it converts. */
START_TEST(non_participating)
{
    struct captable table = company(7.5e6);
    preferred(&table, 2.5e6, 5e6, 5e6, 1);
    static const double cases[][3] = {
        {4e6, 0, 4e6}, {10e6, 5e6, 5e6}, {20e6, 15e6, 5e6}, {40e6, 30e6, 10e6}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct waterfall parts = sell(&table, cases[k][0]);
        expect(&parts, cases[k][1], cases[k][2], 0.0);
        ck_assert_uint_eq(parts.converted, cases[k][0] > 20e6 ? 1u : 0u);
    }
}
END_TEST

/* $5M for 25%: $5M and then 25% of the rest. */
START_TEST(participating)
{
    struct captable table = company(7.5e6);
    preferred(&table, 2.5e6, 5e6, INFINITY, 1);
    static const double cases[][3] = {
        {4e6, 0, 4e6}, {10e6, 3.75e6, 6.25e6}, {1e8, 71.25e6, 28.75e6}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct waterfall parts = sell(&table, cases[k][0]);
        expect(&parts, cases[k][1], cases[k][2], 0.0);
        ck_assert_uint_eq(parts.converted, 0u);
    }
}
END_TEST

/* $5M for 25%, 1x participating to 3x with the preference, $15M: reached at 5 + 25% x 40 = 15, a
 * price of $45M. From there all goes to common, until at $60M 25% is $15M too; above it converts.
 */
START_TEST(participating_up_to_three_times)
{
    struct captable table = company(7.5e6);
    preferred(&table, 2.5e6, 5e6, 15e6, 1);
    static const double cases[][3] = {{3e6, 0, 3e6},      {10e6, 3.75e6, 6.25e6},
                                      {45e6, 30e6, 15e6}, {50e6, 35e6, 15e6},
                                      {60e6, 45e6, 15e6}, {80e6, 60e6, 20e6}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct waterfall parts = sell(&table, cases[k][0]);
        expect(&parts, cases[k][1], cases[k][2], 0.0);
        ck_assert_uint_eq(parts.converted, cases[k][0] > 60e6 ? 1u : 0u);
    }
}
END_TEST

/* A: $5M, 1x, 20%; B: $5M, 2x senior, 20%; founders 60%. At $12M B has its 10 and A 2. A breaks
 * even at (X - 10) / 4 = 5, $30M; B at X / 5 = 10, $50M. */
START_TEST(two_times_senior_over_one)
{
    struct captable table = company(6e6);
    preferred(&table, 2e6, 5e6, 5e6, 2);
    preferred(&table, 2e6, 10e6, 10e6, 1);
    static const double cases[][4] = {{8e6, 0, 0, 8e6},         {12e6, 0, 2e6, 10e6},
                                      {15e6, 0, 5e6, 10e6},     {24e6, 9e6, 5e6, 10e6},
                                      {30e6, 15e6, 5e6, 10e6},  {38e6, 21e6, 7e6, 10e6},
                                      {50e6, 30e6, 10e6, 10e6}, {100e6, 60e6, 20e6, 20e6}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct waterfall parts = sell(&table, cases[k][0]);
        expect(&parts, cases[k][1], cases[k][2], cases[k][3]);
    }
    /* Pari passu, $6M are shared as 5 to 10. */
    table.row[0].rank = 1;
    struct waterfall parts = sell(&table, 6e6);
    expect(&parts, 0.0, 2e6, 4e6);
}
END_TEST

/* 2,000,000 options at $1.00 beside 8,000,000 common. At $8M a share is worth just $1.00; at $18M
 * exercise brings $2M, and 20 / 10M is $2.00 a share, $1.00 of it net. */
START_TEST(options_pay_to_be_exercised)
{
    struct captable table;
    captable_found(&table, 8e6, 0.2, 1, 0, 0);
    captable_grant(&table, 2e6, 1.0);
    struct waterfall low = sell(&table, 8e6), high = sell(&table, 18e6);
    ck_assert_double_eq_tol(low.founders, 8e6, CENT);
    ck_assert_double_eq_tol(low.staff, 0.0, CENT);
    ck_assert_double_eq_tol(high.share_value, 2.0, 1e-12);
    ck_assert_double_eq_tol(high.founders, 16e6, CENT);
    ck_assert_double_eq_tol(high.staff, 2e6, CENT);
}
END_TEST

START_TEST(unissued_pool_gets_nothing)
{
    struct captable table;
    captable_found(&table, 8e6, 0.2, 1, 0, 0);
    struct waterfall parts = sell(&table, 10e6);
    ck_assert_double_eq(parts.founders, 10e6);
    ck_assert_double_eq(parts.staff, 0.0);
}
END_TEST

/* 250,000 warrants at $2.00 beside 9,750,000: at $29.5M (29.5 + 0.5) / 10M is $3.00. */
START_TEST(warrants_are_options)
{
    struct captable table = company(9.75e6);
    captable_give_warrant(&table, 250e3, 2.0);
    struct waterfall parts = sell(&table, 29.5e6);
    expect(&parts, 29.25e6, 250e3, 0.0);
    parts = sell(&table, 10e6);
    expect(&parts, 10e6, 0.0, 0.0);
}
END_TEST

/* Fees $1M, debt $3M, a note of $2M and 10% over 12 months, $2.2M, then the A's $5M. */
START_TEST(the_order_of_payment)
{
    struct captable table = company(8e6);
    preferred(&table, 2e6, 5e6, 5e6, 1);
    const struct captable_note note = {.amount = 2e6, .interest = 0.10};
    captable_borrow(&table, &note);
    static const double cases[][6] = {
        /* price, fees, debt, founders, A, note */
        {0.5e6, 0.5e6, 0, 0, 0, 0},          {2e6, 1e6, 1e6, 0, 0, 0},
        {5e6, 1e6, 3e6, 0, 0, 1e6},          {8e6, 1e6, 3e6, 0, 1.8e6, 2.2e6},
        {12e6, 1e6, 3e6, 0.8e6, 5e6, 2.2e6}, {46.2e6, 1e6, 3e6, 32e6, 8e6, 2.2e6}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        const double *c = cases[k];
        struct waterfall parts = sell_so(
            &table, (struct waterfall_sale){.price = c[0], .fees = 1e6, .debt = 3e6, .month = 12});
        ck_assert_double_eq_tol(parts.fees, c[1], CENT);
        ck_assert_double_eq_tol(parts.debt, c[2], CENT);
        expect(&parts, c[3], c[4], c[5]);
    }
}
END_TEST

/* $500k at a $5M cap, sold before any round: at $3M 10% is less than the money, at $5M as much, at
 * $10M it is $1M. */
START_TEST(a_safe_may_be_sold_before_a_round)
{
    struct captable table = company(9e6);
    const struct captable_safe safe = {.amount = 500e3, .cap = 5e6, .rank = 1};
    captable_sell_safe(&table, &safe);
    static const double cases[][3] = {
        {300e3, 0, 300e3}, {3e6, 2.5e6, 500e3}, {5e6, 4.5e6, 500e3}, {10e6, 9e6, 1e6}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct waterfall parts = sell(&table, cases[k][0]);
        expect(&parts, cases[k][1], cases[k][2], 0.0);
    }
}
END_TEST

/* The first gets 10% of the capitalisation, the second 5%; the founders' 8,500,000 are 85%, so they
 * stand for 1,000,000 and 500,000 shares. At $10M the second takes its $1M, more than $0.5M. The
 * first then has 1 / 9.5 of the other $9M; literally, with the second out of the capitalisation,
 * 10% of them. */
START_TEST(a_safe_that_takes_cash_stays_in_the_capitalisation)
{
    struct captable table = company(8.5e6);
    const struct captable_safe one = {.amount = 500e3, .cap = 5e6, .rank = 1};
    const struct captable_safe two = {.amount = 1e6, .cap = 20e6, .rank = 1};
    captable_sell_safe(&table, &one);
    captable_sell_safe(&table, &two);
    struct waterfall parts = sell(&table, 10e6);
    expect(&parts, 9e6 * 8.5 / 9.5, 9e6 / 9.5, 1e6);

    struct captable_conventions literal = captable_standard;
    literal.literal_safes = 1;
    const struct waterfall_sale sale = {.price = 10e6}, large = {.price = 40e6};
    waterfall_divide(&table, &literal, &sale, &parts);
    /* 944,444 whole shares to 8,500,000: a dollar off. */
    ck_assert_double_eq_tol(parts.row[0], 0.9e6, 1.0);
    ck_assert_double_eq_tol(parts.founders, 8.1e6, 1.0);
    ck_assert_double_eq(parts.row[1], 1e6);
    ck_assert_uint_eq(parts.converted, 1u);
    /* Where all convert, both say the same. */
    waterfall_divide(&table, &literal, &large, &parts);
    expect(&parts, 34e6, 4e6, 2e6);
}
END_TEST

/* With 20% off and no cap: the money, or by the other convention $1.25M for $1M. */
START_TEST(a_discount_at_a_sale_is_a_choice)
{
    struct captable table = company(9e6);
    const struct captable_safe safe = {.amount = 1e6, .discount = 0.2, .rank = 1};
    captable_sell_safe(&table, &safe);
    struct captable_conventions conventions = captable_standard;
    struct waterfall parts;
    const struct waterfall_sale sale = {.price = 5e6};
    waterfall_divide(&table, &conventions, &sale, &parts);
    expect(&parts, 4e6, 1e6, 0.0);
    conventions.discount_at_sale = 1;
    waterfall_divide(&table, &conventions, &sale, &parts);
    expect(&parts, 3.75e6, 1.25e6, 0.0);
}
END_TEST

/* A capped note may convert too: $1.1M at a cap of $5M is 22% of 10M shares beside them. */
START_TEST(a_note_may_convert_at_a_sale)
{
    struct captable table = company(10e6);
    const struct captable_note note = {.amount = 1e6, .interest = 0.10, .cap = 5e6};
    captable_borrow(&table, &note);
    struct waterfall parts = sell_so(&table, (struct waterfall_sale){.price = 12.2e6, .month = 12});
    expect(&parts, 10e6, 2.2e6, 0.0);
    parts = sell_so(&table, (struct waterfall_sale){.price = 6e6, .month = 12});
    expect(&parts, 4.9e6, 1.1e6, 0.0); /* 22 / 122 x $6M is $1.08M */
}
END_TEST

/* A listing at $40M ends even full participation; a SAFE still takes its money. */
START_TEST(a_listing_converts_preferred)
{
    struct captable table = company(6e6);
    preferred(&table, 2e6, 20e6, 20e6, 1);
    preferred(&table, 2e6, 20e6, INFINITY, 1);
    struct waterfall_sale listing = {.price = 40e6, .all_convert = 1};
    struct waterfall parts = sell_so(&table, listing);
    expect(&parts, 24e6, 8e6, 8e6);
    const struct captable_safe safe = {.amount = 10e6, .rank = 1};
    captable_sell_safe(&table, &safe);
    parts = sell_so(&table, listing);
    expect(&parts, 18e6, 6e6, 6e6);
    ck_assert_double_eq(parts.row[2], 10e6);
}
END_TEST

/* A follows 20% of B's class; its founders' shares go with it. */
START_TEST(investors_hold_parts_of_later_classes)
{
    struct captable table = company(10e6);
    struct captable_round a = {
        .amount = 2e6, .pre_money = 8e6, .multiple = 1.0, .pro_rata = 1.0, .rank = 1};
    struct captable_round b = {.amount = 10e6, .pre_money = 30e6, .multiple = 1.0, .rank = 1};
    captable_close(&table, &captable_standard, &a);
    captable_close(&table, &captable_standard, &b);
    captable_resell(&table, 1, 1e6, 1.0, 48);
    double investor[CAPTABLE_ROWS];
    struct waterfall parts = sell(&table, 15e6); /* B's preference is $10M, A's $2M */
    waterfall_by_investor(&table, &parts, investor);
    double resold = 1e6 * parts.share_value;
    ck_assert_double_eq_tol(parts.row[1], 10e6 + resold, CENT);
    ck_assert_double_eq_tol(investor[0], parts.row[0] + 2e6, 1.0);
    ck_assert_double_eq_tol(investor[1], 8e6 + resold, 1.0);
}
END_TEST

START_TEST(corners)
{
    struct captable table = company(5e6);
    preferred(&table, 5e6, 1e6, 1e6, 1);
    struct waterfall parts = sell(&table, 0.0);
    expect(&parts, 0.0, 0.0, 0.0);
    /* Founders have left with nothing, and only preferred is there: it has all. */
    table.founders = 0.0;
    parts = sell(&table, 3e6);
    expect(&parts, 0.0, 3e6, 0.0);
    /* Nobody has a share: founders own what is left. */
    table.row[0].kind = CAPTABLE_NONE;
    table.row[0].shares = 0.0;
    parts = sell(&table, 3e6);
    ck_assert_double_eq(parts.founders, 3e6);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {non_participating,
                                  participating,
                                  participating_up_to_three_times,
                                  two_times_senior_over_one,
                                  options_pay_to_be_exercised,
                                  unissued_pool_gets_nothing,
                                  warrants_are_options,
                                  the_order_of_payment,
                                  a_safe_may_be_sold_before_a_round,
                                  a_safe_that_takes_cash_stays_in_the_capitalisation,
                                  a_discount_at_a_sale_is_a_choice,
                                  a_note_may_convert_at_a_sale,
                                  a_listing_converts_preferred,
                                  investors_hold_parts_of_later_classes,
                                  corners,
                                  NULL};
    return fixture_run("waterfall", tests);
}
