/* SAFEs, notes and the pool in a priced round, worked by hand. */
#include "model/captable_fixture.h"

/* --- SAFEs ------------------------------------------------------------------------------------ */

/* $500k at a $5M post-money cap is 10% before the round. $2.5M at $10M pre-money is 20% of the
 * company, so the SAFE keeps 8% and the founders 72%. 13,888,888 shares at $0.90; the SAFE paid
 * $0.45. */
START_TEST(a_safe_owns_what_its_cap_says)
{
    struct captable table = founded();
    int row = safe(&table, 500e3, 5e6, 0.0);
    struct captable_shares shares;
    captable_shares(&table, 0, &shares);
    ck_assert_double_eq_tol(shares.investor[row], 0.10, 1e-15);
    ck_assert_double_eq_tol(shares.founders, 0.90, 1e-15);

    int a = close_round(&table, priced(2.5e6, 10e6));
    ck_assert_double_eq(table.price, 0.9);
    ck_assert_double_eq(table.row[row].price, 0.45);
    ck_assert_double_eq(table.row[row].shares, 1111111.0);
    ck_assert_double_eq(table.row[a].shares, 2777777.0);
    expect(table.row[row].shares, &table, 0.08);
    expect(table.row[a].shares, &table, 0.20);
    expect(table.founders, &table, 0.72);
    /* It prefers what was paid, not its shares at the round's price. */
    ck_assert_double_eq(table.row[row].claim, 500e3);
}
END_TEST

/* The same by the other convention: 1,111,111 shares at $0.90 prefer $1M, though $500k were paid.
 */
START_TEST(a_safe_may_prefer_the_price_of_the_round)
{
    struct captable table = founded();
    struct captable_conventions full = captable_standard;
    full.full_preference = 1;
    int row = safe(&table, 500e3, 5e6, 0.0);
    close_with(&table, &full, priced(2.5e6, 10e6));
    ck_assert_double_eq_tol(table.row[row].claim, 1111111.0 * 0.9, 1e-6);
    ck_assert_double_eq(table.row[row].paid, 500e3);
}
END_TEST

/* 10% and 15%: the founders have 75%, though one SAFE alone would leave 90% or 85%. */
START_TEST(safes_do_not_dilute_each_other)
{
    struct captable table = founded();
    int one = safe(&table, 500e3, 5e6, 0.0), two = safe(&table, 1.5e6, 10e6, 0.0);
    close_round(&table, priced(5e6, 20e6)); /* 20% */
    expect(table.row[one].shares, &table, 0.08);
    expect(table.row[two].shares, &table, 0.12);
    expect(table.founders, &table, 0.60);
}
END_TEST

/* $800k with 20% off, into $4M at $16M: a million dollars' worth of 20, 5%. */
START_TEST(a_discount_buys_at_less_than_the_price)
{
    struct captable table = founded();
    int row = safe(&table, 800e3, 0.0, 0.20);
    close_round(&table, priced(4e6, 16e6));
    expect(table.row[row].shares, &table, 0.05);
    expect(table.founders, &table, 0.75);
    ck_assert_double_eq_tol(table.row[row].price, 0.8 * table.price, 1e-5);
}
END_TEST

/* At a cap of $8M it is 10% before the round, 8% after; at a cap of $40M it is 1.6%, and 20% off
 * gives 5%. */
START_TEST(of_cap_and_discount_the_better)
{
    struct captable table = founded(), other = founded();
    int row = safe(&table, 800e3, 8e6, 0.20);
    close_round(&table, priced(4e6, 16e6));
    expect(table.row[row].shares, &table, 0.08);
    row = safe(&other, 800e3, 40e6, 0.20);
    close_round(&other, priced(4e6, 16e6));
    expect(other.row[row].shares, &other, 0.05);
}
END_TEST

START_TEST(without_cap_and_discount_the_price)
{
    struct captable table = founded();
    int row = safe(&table, 1e6, 0.0, 0.0);
    close_round(&table, priced(4e6, 16e6));
    expect(table.row[row].shares, &table, 0.05);
    ck_assert_double_eq(table.row[row].price, table.price);
}
END_TEST

/* The favoured SAFE gets the lowest cap of those that come after it, $6M, and 15% off; the cap
 * before it and after the round do not matter. $600k are 10%, 8% after the round. */
START_TEST(the_most_favoured_gets_later_terms)
{
    struct captable table = founded();
    safe(&table, 100e3, 2e6, 0.0);
    const struct captable_safe favoured = {.amount = 600e3, .favoured = 1, .rank = 1};
    int row = captable_sell_safe(&table, &favoured);
    ck_assert_double_eq(table.row[row].cap, 0.0);
    safe(&table, 100e3, 10e6, 0.15);
    safe(&table, 100e3, 6e6, 0.0);
    safe(&table, 100e3, 7e6, 0.05);
    ck_assert_double_eq(table.row[row].cap, 6e6);
    ck_assert_double_eq(table.row[row].discount, 0.15);
    close_round(&table, priced(5e6, 20e6));
    expect(table.row[row].shares, &table, 0.08);
    safe(&table, 100e3, 1e6, 0.0);
    expect(table.row[row].shares, &table, 0.08);
}
END_TEST

/* --- The pool --------------------------------------------------------------------------------- */

/* The shuffle: $2M at $8M pre-money with a 20% pool. The founders keep 60% of $10M: what they had
 * is worth $6M, the effective pre-money. */
START_TEST(the_pool_comes_out_of_the_pre_money)
{
    struct captable table = founded();
    struct captable_round round = priced(2e6, 8e6);
    round.pool = 0.20;
    int a = close_round(&table, round);
    expect(table.unissued, &table, 0.20);
    expect(table.row[a].shares, &table, 0.20);
    expect(table.founders, &table, 0.60);
    ck_assert_double_eq(table.price, 0.6);
    ck_assert_double_eq_tol(table.founders * table.price, 6e6, 1e-6);
}
END_TEST

/* Of a pool of 10%, half is granted. To 15% unissued after a round for 20%: what was there, 10M
 * shares, is 65% of the new total less the 500,000 unissued that are part of the 15%. */
START_TEST(a_top_up_counts_what_is_unissued)
{
    struct captable table;
    captable_found(&table, 9e6, 0.10, 1, 0, 0);
    captable_grant(&table, 500e3, 0.05);
    struct captable_round round = priced(2e6, 8e6);
    round.pool = 0.15;
    close_round(&table, round);
    expect(table.unissued, &table, 0.15);
    expect(table.founders + 500e3, &table, 0.65);
}
END_TEST

START_TEST(a_large_pool_is_not_cut)
{
    struct captable table;
    captable_found(&table, 8e6, 0.20, 1, 0, 0);
    struct captable_round round = priced(2e6, 8e6);
    round.pool = 0.10;
    close_round(&table, round);
    ck_assert_double_eq(table.unissued, 2e6);
    expect(table.unissued, &table, 0.16);
}
END_TEST

/* SAFE 10%; the round buys 20%, the pool is 20% after. The SAFE's capitalisation leaves the new
 * pool out: SAFE and founders share 60% as 10 to 90. With the pool counted, the SAFE has 10% of the
 * 80% before the money, and the founders 52%. */
START_TEST(a_safe_leaves_out_the_new_pool)
{
    struct captable_round round = priced(2e6, 8e6);
    round.pool = 0.20;
    struct captable table = founded(), other = founded();
    int row = safe(&table, 500e3, 5e6, 0.0);
    close_round(&table, round);
    expect(table.row[row].shares, &table, 0.06);
    expect(table.founders, &table, 0.54);

    struct captable_conventions with_pool = captable_standard;
    with_pool.pool_in_safes = 1;
    row = safe(&other, 500e3, 5e6, 0.0);
    close_with(&other, &with_pool, round);
    expect(other.row[row].shares, &other, 0.08);
    expect(other.unissued, &other, 0.20);
    expect(other.founders, &other, 0.52);
}
END_TEST

/* An uncapped $1M and $2M at $8M pre-money. By default the round buys 2/10, the note 1/10. At a
 * fixed pre-money, 10M shares cost $0.80: 2.5M new and 1.25M converted, of 13.75M. By dollars
 * invested the company is worth $11M. */
START_TEST(three_meanings_of_pre_money)
{
    static const double new[] = {0.2, 2.5 / 13.75, 2.0 / 11.0};
    static const double old[] = {0.1, 1.25 / 13.75, 1.0 / 11.0};
    for (int method = 0; method < 3; method++) {
        struct captable table = founded();
        struct captable_conventions conventions = {.method = method, .price_units = 1e4};
        int row = safe(&table, 1e6, 0.0, 0.0);
        int a = close_with(&table, &conventions, priced(2e6, 8e6));
        expect(table.row[a].shares, &table, new[method]);
        expect(table.row[row].shares, &table, old[method]);
    }
}
END_TEST

/* --- Notes ------------------------------------------------------------------------------------ */

static int note(struct captable *table, double cap, double discount)
{
    const struct captable_note terms = {.amount = 1e6,
                                        .cap = cap,
                                        .discount = discount,
                                        .interest = 0.08,
                                        .month = 6,
                                        .maturity = 30};
    return captable_borrow(table, &terms);
}

/* 18 months at 8%, simple: $1.12M. With 20% off it buys $1.4M worth of $20M: 7%. At a $10M cap it
 * gets 11.2% of the 10,000,000 shares before it, 1,120,000: more. At a $20M cap 560,000: less. */
START_TEST(a_note_takes_the_better_of_cap_and_discount)
{
    struct captable_round round = priced(4e6, 16e6);
    round.month = 24;
    struct captable low = founded(), high = founded();
    int row = note(&low, 10e6, 0.20);
    ck_assert_double_eq_tol(captable_balance(&low.row[row], 24), 1.12e6, 1e-9);
    close_round(&low, round);
    ck_assert_double_eq(low.row[row].shares, 1120000.0);
    ck_assert_double_eq(low.row[row].price, 1.0);
    ck_assert_double_eq_tol(low.row[row].claim, 1.12e6, 1e-9);
    row = note(&high, 20e6, 0.20);
    close_round(&high, round);
    expect(high.row[row].shares, &high, 0.07);
    expect(high.founders, &high, 0.73);
}
END_TEST

START_TEST(a_small_round_leaves_notes_alone)
{
    struct captable table = founded();
    const struct captable_note terms = {.amount = 1e6, .qualified = 3e6};
    int row = captable_borrow(&table, &terms);
    int a = close_round(&table, priced(2e6, 8e6));
    ck_assert_int_eq(table.row[row].kind, CAPTABLE_NOTE);
    expect(table.row[a].shares, &table, 0.2);
    close_round(&table, priced(3e6, 12e6));
    ck_assert_int_eq(table.row[row].kind, CAPTABLE_PREFERRED);
}
END_TEST

/* Due after two years: $1.16M. */
START_TEST(a_due_note_is_repaid_if_there_is_cash)
{
    struct captable table = founded();
    int row = note(&table, 10e6, 0.0);
    ck_assert_double_eq(captable_mature(&table, &captable_standard, 29, 5e6), 0.0);
    ck_assert_double_eq(captable_mature(&table, &captable_standard, 30, 1e6), 0.0);
    ck_assert_int_eq(table.row[row].kind, CAPTABLE_NOTE);
    ck_assert_double_eq_tol(captable_mature(&table, &captable_standard, 30, 5e6), 1.16e6, 1e-9);
    ck_assert_int_eq(table.row[row].kind, CAPTABLE_NONE);
    ck_assert_double_eq(captable_mature(&table, &captable_standard, 31, 5e6), 0.0);
}
END_TEST

/* At the cap $1.16M / $10M of 12.5M shares is 1,450,000 shares of the A, which is 2x participating;
 * before there is an A, common. Without a cap it pays the last round's price, $0.80. */
START_TEST(a_due_note_may_convert)
{
    const struct captable_note terms = {.amount = 1e6,
                                        .cap = 10e6,
                                        .interest = 0.08,
                                        .qualified = 1e9,
                                        .maturity = 24,
                                        .converts = 1,
                                        .round = 1};
    struct captable table = founded(), early = founded(), uncapped = founded();
    struct captable_round round = priced(2e6, 8e6);
    round.multiple = 2.0;
    round.participation = CAPTABLE_PARTICIPATING;
    round.rank = 3;

    int row = captable_borrow(&table, &terms);
    close_round(&table, round);
    captable_mature(&table, &captable_standard, 24, 0.0);
    ck_assert_double_eq(table.row[row].shares, 1450000.0);
    ck_assert_double_eq_tol(table.row[row].claim, 2.32e6, 1e-9);
    ck_assert_int_eq(table.row[row].participation, CAPTABLE_PARTICIPATING);
    ck_assert_int_eq(table.row[row].rank, 3);

    row = captable_borrow(&early, &terms);
    captable_mature(&early, &captable_standard, 24, 0.0);
    ck_assert_double_eq(early.row[row].shares, 1160000.0);
    ck_assert_double_eq(early.row[row].claim, 0.0);

    struct captable_note without = terms;
    without.cap = 0.0;
    row = captable_borrow(&uncapped, &without);
    captable_mature(&uncapped, &captable_standard, 24, 0.0);
    ck_assert_int_eq(uncapped.row[row].kind, CAPTABLE_NOTE); /* nothing to convert at, no cash */
    close_round(&uncapped, round);
    captable_mature(&uncapped, &captable_standard, 24, 0.0);
    ck_assert_double_eq(uncapped.row[row].shares, 1450000.0);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_safe_owns_what_its_cap_says,
                                  a_safe_may_prefer_the_price_of_the_round,
                                  safes_do_not_dilute_each_other,
                                  a_discount_buys_at_less_than_the_price,
                                  of_cap_and_discount_the_better,
                                  without_cap_and_discount_the_price,
                                  the_most_favoured_gets_later_terms,
                                  the_pool_comes_out_of_the_pre_money,
                                  a_top_up_counts_what_is_unissued,
                                  a_large_pool_is_not_cut,
                                  a_safe_leaves_out_the_new_pool,
                                  three_meanings_of_pre_money,
                                  a_note_takes_the_better_of_cap_and_discount,
                                  a_small_round_leaves_notes_alone,
                                  a_due_note_is_repaid_if_there_is_cash,
                                  a_due_note_may_convert,
                                  NULL};
    return fixture_run("captable_conversion", tests);
}
