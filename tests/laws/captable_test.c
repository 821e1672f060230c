/* What holds for every cap table, whatever has happened to it. */
#include "laws/fixture.h"
#include "laws/random_captable.h"
#include "model/pricing.h"

#include <math.h>

enum { LIVES = 5000, EVENTS = 40 };

static const struct captable_conventions exact = {.price_units = 0.0};

/* An assertion of Check writes to a file; this one is made a million times. */
#define DEMAND(holds)                                                                              \
    do {                                                                                           \
        if (!(holds))                                                                              \
            ck_abort_msg("not so: %s", #holds);                                                    \
    } while (0)

static int is_count(double shares)
{
    return shares >= 0.0 && shares == floor(shares);
}

/* Whole shares, parts that sum to one, and a sale that pays out its price to the cent. */
static void check_table(const struct captable *table, struct luck *luck, int month)
{
    int whole = is_count(table->founders) && is_count(table->former) && is_count(table->unissued);
    for (int g = 0; g < table->grants; g++)
        whole &= is_count(table->granted[g]) && table->strike[g] >= 0.0;
    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        whole &= is_count(row->shares) && is_count(row->resold);
        whole &= row->claim >= 0.0 && row->most >= row->claim && row->paid >= -1e-6;
    }
    DEMAND(whole);

    struct captable_shares shares;
    captable_shares(table, month, &shares);
    double sum = shares.founders + shares.former + shares.granted + shares.unissued, least = sum;
    for (int i = 0; i < table->rows; i++) {
        sum += shares.investor[i];
        least = fmin(least, shares.investor[i]);
    }
    DEMAND(fabs(sum - 1.0) <= 1e-12); /* roundings, of parts of one */
    DEMAND(least >= 0.0);

    struct waterfall_sale sale = {.price = luck_log(luck, 1e4, 1e10),
                                  .fees = luck_log(luck, 1.0, 1e6),
                                  .debt = luck_log(luck, 1.0, 1e7),
                                  .month = month,
                                  .all_convert = luck_uniform(luck) < 0.2};
    struct waterfall parts;
    double investor[CAPTABLE_ROWS];
    waterfall_divide(table, &captable_standard, &sale, &parts);
    waterfall_by_investor(table, &parts, investor);
    double paid = parts.fees + parts.debt + parts.founders + parts.former + parts.staff, by = paid;
    double lowest = 0.0;
    for (int i = 0; i < table->rows; i++) {
        paid += parts.row[i];
        by += investor[i];
        lowest = fmin(lowest, investor[i]);
    }
    DEMAND(lowest >= -1e-3);
    DEMAND(fabs(paid - sale.price) <= 1e-3);
    DEMAND(fabs(by - sale.price) <= 1e-3);
}

START_TEST(any_life_balances)
{
    long rounds = 0, gave_way = 0, rows = 0;
    for (uint64_t number = 0; number < LIVES; number++) {
        struct luck luck = {.number = number};
        struct captable table = random_captable_found(&luck);
        struct captable_conventions conventions = captable_standard;
        if (number % 4 == 1)
            conventions.method = (int)(number / 4 % 3);
        if (number % 4 == 2)
            conventions.pool_in_safes = conventions.pool_in_base = 1;
        if (number % 4 == 3)
            conventions.full_preference = conventions.limit_on_top = 1;
        for (int month = 0; month < EVENTS; month++) {
            struct captable_round round;
            rounds += random_captable_live(&table, &conventions, &luck, month, &round) >= 0;
            check_table(&table, &luck, month);
        }
        gave_way += table.gave_way;
        rows += table.rows;
    }
    ck_assert_int_gt(rounds, 2 * LIVES);
    ck_assert_int_gt(rows, 6 * LIVES);
    ck_assert_int_gt(gave_way, 0);
    ck_assert_int_lt(gave_way, LIVES / 4);
}
END_TEST

/* Only departures and repaid notes take shares or claims away; nothing makes common but conversion:
 * what leaves the pool is granted, what founders sell is resold. */
START_TEST(common_is_neither_made_nor_lost)
{
    for (uint64_t number = 0; number < LIVES; number++) {
        struct luck luck = {.number = number};
        struct captable table = random_captable_found(&luck);
        for (int month = 0; month < EVENTS; month++) {
            struct captable before = table;
            struct captable_round round;
            int row = random_captable_live(&table, &captable_standard, &luck, month, &round);
            double common = table.founders + table.former, was = before.founders + before.former;
            for (int i = 0; i < CAPTABLE_ROWS; i++) {
                common += table.row[i].resold;
                was += before.row[i].resold;
            }
            DEMAND(common == was || before.people > table.people);
            DEMAND(common <= was);
            double pool = table.unissued, had = before.unissued;
            for (int g = 0; g < CAPTABLE_GRANTS; g++) {
                pool += table.granted[g];
                had += before.granted[g];
            }
            DEMAND(pool == had || (row >= 0 && pool > had));
        }
    }
}
END_TEST

/* --- The price of a round ----------------------------------------------------------------------
 */

/* What a SAFE or note would get at a price, told anew. */
static double conversion(const struct captable *before, const struct captable_row *row, int month,
                         double capitalisation, double price)
{
    double all = captable_outstanding(before) + before->unissued;
    double balance = captable_balance(row, month);
    double at_price = balance / ((1.0 - row->discount) * price);
    if (row->cap <= 0.0)
        return at_price;
    double base = row->kind == CAPTABLE_SAFE ? capitalisation : all;
    return fmax(at_price, balance / row->cap * base);
}

/* With exact prices, the round and everything that depends on it satisfy all terms at once, but for
 * fractions of shares. */
static void check_round(const struct captable *before, const struct captable *after,
                        const struct captable_conventions *conventions,
                        const struct captable_round *round, int row)
{
    double total = captable_outstanding(after) + after->unissued, price = after->price;
    double capitalisation = captable_outstanding(before) + before->unissued, converted = 0.0;
    for (int i = 0; i < before->rows; i++)
        if (pricing_converts(&before->row[i], round)) {
            capitalisation += after->row[i].shares;
            converted += captable_balance(&before->row[i], round->month);
        }
    /* Twelve rows and the pool lose less than a share each. */
    double close = 16.0 / total;
    double bought = after->row[row].shares / total;
    if (conventions->method == CAPTABLE_FIXED_PERCENTAGE)
        ck_assert_double_eq_tol(bought, round->amount / (round->pre_money + round->amount), close);
    else if (conventions->method == CAPTABLE_DOLLARS_INVESTED)
        ck_assert_double_eq_tol(
            bought, round->amount / (round->pre_money + round->amount + converted), close);
    else
        ck_assert_double_eq_tol(
            price *
                (total - after->row[row].shares -
                 (capitalisation - captable_outstanding(before) - before->unissued)) /
                round->pre_money,
            1.0, 32.0 * price / round->pre_money);
    /* The target, where the pool had to grow; what was there, where not. */
    double pool = after->unissued / total;
    ck_assert_double_ge(pool, round->pool - close);
    if (after->unissued > before->unissued)
        ck_assert_double_eq_tol(pool, round->pool, close);
    else
        ck_assert_double_eq(after->unissued, before->unissued);

    double increase = conventions->pool_in_safes ? after->unissued - before->unissued : 0.0;
    double base =
        captable_outstanding(before) + (conventions->pool_in_base ? before->unissued : 0.0);
    for (int i = 0; i < before->rows; i++) {
        const struct captable_row *was = &before->row[i], *is = &after->row[i];
        double shares = is->shares;
        if (pricing_converts(was, round)) {
            double due = conversion(before, was, round->month, capitalisation + increase, price);
            ck_assert_double_eq_tol(shares, due, 14.0 + 1e-9 * due);
            continue;
        }
        double factor = 1.0;
        if (was->kind == CAPTABLE_PREFERRED && was->price > price) {
            if (was->protection == CAPTABLE_FULL_RATCHET)
                factor = was->price / price;
            if (was->protection == CAPTABLE_WEIGHTED_AVERAGE)
                factor = (base + round->amount / price) / (base + round->amount / was->price);
        }
        ck_assert_double_le(shares, was->shares * factor * (1.0 + 1e-12) + 1e-6);
        ck_assert_double_ge(shares, was->shares * factor * (1.0 - 1e-12) - 1.0);
    }
}

START_TEST(a_round_satisfies_all_its_terms)
{
    long rounds = 0, down = 0, converting = 0, topped_up = 0;
    for (uint64_t number = 0; number < 4 * LIVES; number++) {
        struct luck luck = {.number = number};
        struct captable table = random_captable_found(&luck);
        table.founders = floor(1e8 * luck_uniform(&luck)) + 1e8; /* little is lost in rounding */
        struct captable_conventions conventions = exact;
        conventions.method = (int)(number % 3);
        conventions.pool_in_safes = number % 5 == 0;
        conventions.pool_in_base = number % 7 == 0;
        for (int month = 0; month < EVENTS; month++) {
            struct captable before = table;
            struct captable_round round;
            int row = random_captable_live(&table, &conventions, &luck, month, &round);
            if (row < 0)
                continue;
            if (table.gave_way)
                break;
            check_round(&before, &table, &conventions, &round, row);
            rounds++;
            down += before.price > table.price;
            topped_up += table.unissued > before.unissued;
            for (int i = 0; i < before.rows; i++)
                converting += before.row[i].kind == CAPTABLE_SAFE;
        }
    }
    ck_assert_int_gt(rounds, 4 * LIVES);
    ck_assert_int_gt(down, LIVES);
    ck_assert_int_gt(topped_up, LIVES);
    ck_assert_int_gt(converting, LIVES);
}
END_TEST

/* Protection never lowers a class's part by more than no protection would, and never hurts it. */
START_TEST(protection_helps_who_has_it)
{
    for (uint64_t number = 0; number < LIVES; number++) {
        struct luck luck = {.number = number};
        struct captable start = random_captable_found(&luck);
        struct captable_round a = {.amount = luck_log(&luck, 1e5, 1e7), .multiple = 1.0, .rank = 1};
        a.pre_money = a.amount * luck_log(&luck, 1.0, 10.0);
        struct captable_round b = {.amount = luck_log(&luck, 1e5, 1e7), .multiple = 1.0, .rank = 1};
        b.pre_money = (a.pre_money + a.amount) * luck_log(&luck, 0.6, 2.0);
        double part[3];
        for (int protection = 0; protection < 3; protection++) {
            struct captable table = start;
            a.protection = protection;
            captable_close(&table, &exact, &a);
            captable_close(&table, &exact, &b);
            part[protection] =
                table.row[0].shares / (captable_outstanding(&table) + table.unissued);
        }
        double close = 1e-4; /* a few shares of 100,000 */
        ck_assert_double_le(part[CAPTABLE_UNPROTECTED], part[CAPTABLE_WEIGHTED_AVERAGE] + close);
        ck_assert_double_le(part[CAPTABLE_WEIGHTED_AVERAGE], part[CAPTABLE_FULL_RATCHET] + close);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {any_life_balances, common_is_neither_made_nor_lost,
                                  a_round_satisfies_all_its_terms, protection_helps_who_has_it,
                                  NULL};
    return fixture_run("captable", tests);
}
