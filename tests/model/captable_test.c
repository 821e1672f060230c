/* Cap tables worked by hand: founders, staff, later rounds, limits. What converts is in
 * captable_conversion_test.c; the laws are in tests/laws/captable_test.c. */
#include "model/captable_fixture.h"
#include "model/pricing.h"

/* 10% of the whole on 10,000,000 shares: 10,000,000 x 10/90 = 1,111,111.1, rounded down. */
START_TEST(a_founding_pool_is_rounded_down)
{
    struct captable table;
    captable_found(&table, 10e6, 0.10, 3, 48, 12);
    ck_assert_double_eq(table.founders, 10000000.0);
    ck_assert_double_eq(table.unissued, 1111111.0);
    ck_assert_uint_le(sizeof table, 2112);
}
END_TEST

/* Two founders, 5,000,000 each over 48 months, cliff at 12. */
START_TEST(what_is_unvested_returns)
{
    static const struct {
        int month;
        double returned;
    } cases[] = {{0, 5000000},  {11, 5000000}, {12, 3750000}, {13, 3645833},
                 {24, 2500000}, {48, 0},       {99, 0}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct captable table = founded();
        ck_assert_double_eq(captable_part(&table, cases[k].month), cases[k].returned);
        ck_assert_double_eq(table.founders, 5000000.0);
        ck_assert_double_eq(table.former, 5000000.0 - cases[k].returned);
    }
}
END_TEST

START_TEST(the_last_founder_may_leave)
{
    struct captable table = founded();
    captable_part(&table, 24);
    ck_assert_double_eq(captable_part(&table, 36), 1250000.0);
    ck_assert_double_eq(table.founders, 0.0);
    ck_assert_double_eq(table.former, 2500000.0 + 3750000.0);
    ck_assert_double_eq(captable_part(&table, 40), 0.0);
}
END_TEST

START_TEST(options_come_out_of_the_pool)
{
    struct captable table;
    captable_found(&table, 8e6, 0.20, 1, 0, 0); /* 2,000,000 unissued */
    ck_assert_double_eq(captable_grant(&table, 500000.7, 0.10), 500000.0);
    ck_assert_double_eq(captable_grant(&table, 500000.0, 0.10), 500000.0);
    ck_assert_double_eq(captable_grant(&table, 400000.0, 0.25), 400000.0);
    ck_assert_int_eq(table.grants, 2);
    captable_forfeit(&table, 0.5);
    ck_assert_double_eq(table.granted[0], 500000.0);
    ck_assert_double_eq(table.granted[1], 200000.0);
    ck_assert_double_eq(captable_grant(&table, 9e6, 0.25), 1300000.0); /* all that is left */
    ck_assert_double_eq(captable_outstanding(&table), 10e6);
}
END_TEST

/* 80 options at $1.00 and 20 at $2.00 are 100 at $1.20. */
START_TEST(a_ninth_exercise_price_joins_the_eighth)
{
    struct captable table;
    captable_found(&table, 1e6, 0.5, 1, 0, 0);
    for (int g = 0; g < CAPTABLE_GRANTS; g++)
        captable_grant(&table, 80.0, g < 7 ? 0.01 * g : 1.0);
    captable_grant(&table, 20.0, 2.0);
    ck_assert_int_eq(table.grants, CAPTABLE_GRANTS);
    ck_assert_double_eq(table.granted[7], 100.0);
    ck_assert_double_eq_tol(table.strike[7], 1.2, 1e-15);
}
END_TEST

/* --- Later rounds ----------------------------------------------------------------------------- */

/* 1,000,000 common and 1,000,000 A at $1.00; then 1,000,000 B at $0.50. Broad-based:
 * $1.00 x (2,000,000 + 500,000) / (2,000,000 + 1,000,000) = $0.8333, so the A converts into
 * 1,200,000. That makes 3,200,000 shares worth $1.6M, of which $1.1M pre-money. Full ratchet:
 * $0.50, 2,000,000 of 4,000,000 shares, worth $2M, $1.5M pre-money. */
static struct captable two_million(int protection)
{
    struct captable table;
    captable_found(&table, 1e6, 0.0, 1, 0, 0);
    struct captable_round a = priced(1e6, 1e6);
    a.protection = protection;
    close_round(&table, a);
    ck_assert_double_eq(table.price, 1.0);
    ck_assert_double_eq(table.row[0].shares, 1e6);
    return table;
}

START_TEST(weighted_average_by_the_book)
{
    struct captable table = two_million(CAPTABLE_WEIGHTED_AVERAGE);
    close_round(&table, priced(0.5e6, 1.1e6));
    ck_assert_double_eq(table.price, 0.5);
    ck_assert_double_eq_tol(table.row[0].price, 2.5 / 3.0, 1e-12);
    ck_assert_double_eq(table.row[0].shares, 1200000.0);
    ck_assert_double_eq(table.row[1].shares, 1000000.0);
    ck_assert_double_eq(table.row[0].claim, 1e6);
}
END_TEST

START_TEST(full_ratchet_by_the_book)
{
    struct captable table = two_million(CAPTABLE_FULL_RATCHET);
    close_round(&table, priced(0.5e6, 1.5e6));
    ck_assert_double_eq(table.price, 0.5);
    ck_assert_double_eq(table.row[0].price, 0.5);
    ck_assert_double_eq(table.row[0].shares, 2000000.0);
}
END_TEST

/* $2M, participating to 3x: $6M with the preference; by the other convention 3x on top of it. At
 * 2x, the preference is $4M, and on top of it $10M. */
START_TEST(a_limit_holds_the_preference)
{
    struct captable_conventions on_top = captable_standard;
    on_top.limit_on_top = 1;
    for (int multiple = 1; multiple <= 2; multiple++) {
        struct captable_round round = priced(2e6, 8e6);
        round.participation = CAPTABLE_LIMITED;
        round.limit = 3.0;
        round.multiple = multiple;
        struct captable table = founded(), other = founded();
        close_round(&table, round);
        close_with(&other, &on_top, round);
        ck_assert_double_eq(table.row[0].claim, 2e6 * multiple);
        ck_assert_double_eq(table.row[0].most, 6e6);
        ck_assert_double_eq(other.row[0].most, 6e6 + 2e6 * multiple);
    }
}
END_TEST

START_TEST(an_up_round_protects_nobody)
{
    for (int protection = 0; protection < 3; protection++) {
        struct captable table = two_million(protection), same = table;
        close_round(&table, priced(1e6, 3e6));
        ck_assert_double_eq(table.row[0].shares, 1e6);
        close_round(&same, priced(1e6, 2e6)); /* $1.00 again */
        ck_assert_double_eq(same.row[0].shares, 1e6);
    }
}
END_TEST

/* With the unissued pool in the base, as many shares count as outstanding again: 4,000,000 and
 * $1.00 x 4.5 / 5 = $0.90. */
START_TEST(the_base_may_count_the_pool)
{
    struct captable table = two_million(CAPTABLE_WEIGHTED_AVERAGE);
    table.unissued = 2e6;
    const struct captable_conventions wide = {.pool_in_base = 1, .price_units = 1e4};
    /* 4,000,000 + 111,111 + 1,000,000 shares at $0.50 */
    close_with(&table, &wide, priced(0.5e6, 0.5 * (4e6 + 1e6 / 9.0)));
    ck_assert_double_eq_tol(table.row[0].price, 0.9, 1e-5);
}
END_TEST

/* A owns 20%, then buys 20% of the B, which is 25%: 20% x 75% + 20% x 25% = 20%. */
START_TEST(pro_rata_keeps_a_share)
{
    struct captable table = founded();
    struct captable_round a = priced(2e6, 8e6), b = priced(10e6, 30e6), c = priced(20e6, 80e6);
    a.pro_rata = 1.0;
    b.pro_rata = 0.5;
    close_round(&table, a);
    close_round(&table, b);
    struct captable_shares shares;
    captable_shares(&table, 0, &shares);
    ck_assert_double_eq_tol(shares.investor[0], 0.20, 1e-6);
    ck_assert_double_eq_tol(shares.investor[1], 0.20, 1e-6);
    ck_assert_double_eq_tol(table.row[0].paid, 4e6, 10.0);
    ck_assert_double_eq_tol(table.row[1].paid, 8e6, 10.0);
    close_round(&table, c);
    captable_shares(&table, 0, &shares);
    /* B follows by half: 20% x 80% + 10% x 20%. */
    ck_assert_double_eq_tol(shares.investor[0], 0.20, 1e-6);
    ck_assert_double_eq_tol(shares.investor[1], 0.18, 1e-6);
    ck_assert_double_eq_tol(shares.investor[2], 0.14, 1e-6);
    ck_assert_double_eq_tol(shares.founders, 0.48, 1e-6);
}
END_TEST

/* A and B are pari passu; C goes before both. */
START_TEST(a_senior_round_moves_others_back)
{
    struct captable table = founded();
    struct captable_round senior = priced(2e6, 8e6);
    senior.rank = 0;
    close_round(&table, priced(2e6, 8e6));
    close_round(&table, priced(2e6, 8e6));
    close_round(&table, senior);
    ck_assert_int_eq(table.row[0].rank, 2);
    ck_assert_int_eq(table.row[1].rank, 2);
    ck_assert_int_eq(table.row[2].rank, 1);
}
END_TEST

/* At month 24 half of 10,000,000 is vested; $1M at $0.72 is 1,388,888 shares, $5M all that may go.
 */
START_TEST(founders_sell_what_is_vested)
{
    struct captable table = founded();
    int a = close_round(&table, priced(2e6, 8e6)); /* $0.80 */
    ck_assert_double_eq_tol(captable_resell(&table, a, 1e6, 0.72, 24), 999999.36, 1e-6);
    ck_assert_double_eq(table.row[a].resold, 1388888.0);
    ck_assert_double_eq_tol(table.row[a].paid, 2999999.36, 1e-6);
    ck_assert_double_eq_tol(captable_resell(&table, a, 5e6, 0.72, 24), (5e6 - 1388888.0) * 0.72,
                            1e-6);
    ck_assert_double_eq(table.founders, 5e6);
    ck_assert_double_eq(captable_resell(&table, a, 5e6, 0.72, 24), 0.0);
    ck_assert_double_eq(captable_outstanding(&table), 12.5e6);
}
END_TEST

START_TEST(warrants_count_as_shares)
{
    struct captable table = founded();
    int row = captable_give_warrant(&table, 100e3 / 0.80, 0.80); /* 5% of $2M at $0.80 */
    ck_assert_double_eq(table.row[row].shares, 125000.0);
    ck_assert_double_eq(captable_outstanding(&table), 10125000.0);
}
END_TEST

/* --- Limits ----------------------------------------------------------------------------------- */

START_TEST(too_much_gives_way)
{
    /* $6M without a cap into a company of $5M. */
    struct captable table = founded();
    safe(&table, 6e6, 0.0, 0.2);
    close_round(&table, priced(2e6, 5e6));
    ck_assert_int_eq(table.gave_way, 1);
    expect(table.founders, &table, 0.05 * 5.0 / 7.0);
    expect(table.row[1].shares, &table, 2.0 / 7.0);
    /* Caps below what was paid. */
    struct captable greedy = founded();
    for (int k = 0; k < 3; k++)
        safe(&greedy, 1e6, 2e6, 0.0);
    close_round(&greedy, priced(5e6, 20e6));
    ck_assert_int_eq(greedy.gave_way, 1);
    expect(greedy.founders, &greedy, 0.08);
    /* A ratchet for more than the company is worth, and a pool of half of it. */
    struct captable down = two_million(CAPTABLE_FULL_RATCHET);
    struct captable_round round = priced(0.2e6, 0.5e6);
    round.pool = 0.5;
    close_round(&down, round);
    ck_assert_int_eq(down.gave_way, 1);
    expect(down.row[1].shares, &down, 2.0 / 7.0);
    ck_assert_double_gt(down.founders, 0.0);
}
END_TEST

START_TEST(a_full_table_takes_no_more)
{
    struct captable table = founded();
    for (int r = 0; r < ROUNDS_MAX; r++)
        ck_assert_int_eq(close_round(&table, priced(1e6 * (r + 1), 4e6 * (r + 1))), r);
    ck_assert_int_eq(close_round(&table, priced(1e6, 9e6)), -1);
    while (table.rows < CAPTABLE_ROWS)
        safe(&table, 1e5, 9e6, 0.0);
    const struct captable_note terms = {.amount = 1e5};
    ck_assert_int_eq(safe(&table, 1e5, 9e6, 0.0), -1);
    ck_assert_int_eq(captable_borrow(&table, &terms), -1);
    ck_assert_int_eq(captable_give_warrant(&table, 1e5, 1.0), -1);
}
END_TEST

START_TEST(prices_are_rounded_by_rule)
{
    ck_assert_double_eq(pricing_round(1.23456789, 1e4), 1.23457); /* six digits */
    ck_assert_double_eq(pricing_round(12.3456789, 1e4), 12.3457); /* a hundredth of a cent */
    ck_assert_double_eq(pricing_round(1234.56785, 1e4), 1234.5679);
    ck_assert_double_eq(pricing_round(0.00123456789, 1e4), 0.00123457);
    ck_assert_double_eq(pricing_round(1.23456789, 0.0), 1.23456789);
    const struct captable_conventions exact = {.price_units = 0.0};
    struct captable table = founded();
    close_with(&table, &exact, priced(3e6, 11e6));
    ck_assert_double_eq(table.price, 11e6 / 10e6);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_founding_pool_is_rounded_down,
                                  what_is_unvested_returns,
                                  the_last_founder_may_leave,
                                  options_come_out_of_the_pool,
                                  a_ninth_exercise_price_joins_the_eighth,
                                  weighted_average_by_the_book,
                                  full_ratchet_by_the_book,
                                  a_limit_holds_the_preference,
                                  an_up_round_protects_nobody,
                                  the_base_may_count_the_pool,
                                  pro_rata_keeps_a_share,
                                  a_senior_round_moves_others_back,
                                  founders_sell_what_is_vested,
                                  warrants_count_as_shares,
                                  too_much_gives_way,
                                  a_full_table_takes_no_more,
                                  prices_are_rounded_by_rule,
                                  NULL};
    return fixture_run("captable", tests);
}
