#include "laws/random_captable.h"

#include "numerics/draws.h"

#include <math.h>

double luck_uniform(struct luck *luck)
{
    return draws_uniform(draws_threefry(11, DRAWS_OTHER + luck->place++, luck->number).first);
}

double luck_between(struct luck *luck, double low, double high)
{
    return low + (high - low) * luck_uniform(luck);
}

double luck_log(struct luck *luck, double low, double high)
{
    return low * pow(high / low, luck_uniform(luck));
}

int luck_below(struct luck *luck, int n)
{
    return (int)(luck_uniform(luck) * n);
}

static struct captable_row throw_row(struct luck *luck, int alike)
{
    static const int kinds[] = {CAPTABLE_PREFERRED, CAPTABLE_PREFERRED, CAPTABLE_PREFERRED,
                                CAPTABLE_PREFERRED, CAPTABLE_SAFE,      CAPTABLE_SAFE,
                                CAPTABLE_NOTE,      CAPTABLE_WARRANT};
    struct captable_row row = {.kind = (uint8_t)kinds[luck_below(luck, 8)]};
    double dollars = alike ? 1e6 : luck_log(luck, 1e4, 1e8);
    double stake = alike ? 0.2 : luck_log(luck, 0.01, 1.0);
    row.cost = row.claim = row.most = dollars;
    row.rank = (uint8_t)(1 + luck_below(luck, 3));
    row.resold = luck_uniform(luck) < 0.1 ? floor(luck_log(luck, 1.0, 1e6)) : 0.0;
    switch (row.kind) {
    case CAPTABLE_PREFERRED:
        row.shares = floor(1e7 * stake);
        row.claim = dollars * (luck_uniform(luck) < 0.7 ? 1.0 : luck_between(luck, 0.0, 3.0));
        row.most = row.claim;
        if (luck_uniform(luck) < 0.5)
            row.most =
                luck_uniform(luck) < 0.4 ? INFINITY : row.claim * luck_between(luck, 1.0, 4.0);
        break;
    case CAPTABLE_SAFE:
        row.cap = luck_uniform(luck) < 0.8 ? dollars / (0.4 * stake) : 0.0;
        row.discount = luck_uniform(luck) < 0.5 ? 0.2 : 0.0;
        break;
    case CAPTABLE_NOTE:
        row.cap = luck_uniform(luck) < 0.7 ? dollars / stake : 0.0;
        row.interest = luck_between(luck, 0.0, 0.12);
        row.month = (int16_t)luck_below(luck, 20);
        break;
    default:
        row.cost = row.claim = row.most = 0.0;
        row.shares = floor(luck_log(luck, 1e3, 1e6));
        row.price = luck_log(luck, 0.01, 10.0);
    }
    return row;
}

struct captable random_captable_throw(uint64_t number, int most, struct waterfall_sale *sale)
{
    struct luck luck = {.number = number};
    struct captable table;
    captable_found(&table, luck_log(&luck, 1e6, 2e7), 0.1, 2, 0, 0);
    int alike = luck_uniform(&luck) < 0.1;
    table.rows = (int8_t)luck_below(&luck, most + 1);
    double claims = 1e5;
    for (int i = 0; i < table.rows; i++) {
        table.row[i] = throw_row(&luck, alike);
        claims += table.row[i].claim;
    }
    table.grants = (int8_t)luck_below(&luck, 4);
    for (int g = 0; g < table.grants; g++) {
        table.granted[g] = floor(luck_log(&luck, 1e4, 2e6));
        table.strike[g] = luck_uniform(&luck) < 0.2 ? 0.0 : luck_log(&luck, 0.001, 20.0);
    }
    *sale = (struct waterfall_sale){.price = claims * luck_log(&luck, 0.01, 100.0),
                                    .month = luck_below(&luck, 60)};
    if (luck_uniform(&luck) < 0.3) {
        sale->fees = 0.03 * sale->price;
        sale->debt = luck_log(&luck, 1e3, 1e7);
    }
    return table;
}

struct captable random_captable_found(struct luck *luck)
{
    struct captable table;
    captable_found(&table, luck_log(luck, 1e5, 2e7), luck_between(luck, 0.0, 0.2),
                   1 + luck_below(luck, 4), luck_below(luck, 61), luck_below(luck, 13));
    return table;
}

static int close_one(struct captable *table, const struct captable_conventions *conventions,
                     struct luck *luck, int month, struct captable_round *round)
{
    double shares = captable_outstanding(table) + table->unissued;
    double worth = table->price > 0.0 ? table->price * shares : luck_log(luck, 1e6, 2e7);
    double pre = worth * luck_log(luck, 0.4, 4.0);
    *round = (struct captable_round){
        .amount = pre * luck_log(luck, 0.05, 0.6),
        .pre_money = pre,
        .pool = luck_uniform(luck) < 0.6 ? luck_between(luck, 0.0, 0.2) : 0.0,
        .multiple = luck_uniform(luck) < 0.8 ? 1.0 : 2.0,
        .limit = 3.0,
        .pro_rata = luck_uniform(luck) < 0.5 ? luck_uniform(luck) : 0.0,
        .participation = luck_below(luck, 3),
        .protection = luck_uniform(luck) < 0.7 ? CAPTABLE_WEIGHTED_AVERAGE : luck_below(luck, 3),
        .rank = luck_below(luck, 3),
        .month = month};
    return captable_close(table, conventions, round);
}

int random_captable_live(struct captable *table, const struct captable_conventions *conventions,
                         struct luck *luck, int month, struct captable_round *round)
{
    double amount = luck_log(luck, 5e4, 2e6);
    double worth = elementary_max(table->price * captable_outstanding(table), 2e6);
    switch (luck_below(luck, 10)) {
    case 0:
        captable_part(table, month);
        break;
    case 1:
        captable_forfeit(table, luck_uniform(luck));
        break;
    case 2: {
        struct captable_safe safe = {
            .amount = amount,
            .cap = luck_uniform(luck) < 0.7 ? worth * luck_log(luck, 1.0, 5.0) : 0.0,
            .discount = luck_uniform(luck) < 0.4 ? 0.2 : 0.0,
            .pro_rata = luck_uniform(luck) < 0.3 ? 1.0 : 0.0,
            .favoured = luck_uniform(luck) < 0.2,
            .rank = luck_below(luck, 2)};
        captable_sell_safe(table, &safe);
        break;
    }
    case 3: {
        struct captable_note note = {
            .amount = amount,
            .cap = luck_uniform(luck) < 0.7 ? worth * luck_log(luck, 0.5, 5.0) : 0.0,
            .discount = luck_uniform(luck) < 0.4 ? 0.25 : 0.0,
            .interest = luck_between(luck, 0.0, 0.12),
            .qualified = luck_log(luck, 1e5, 1e7),
            .month = month,
            .maturity = month + luck_below(luck, 36),
            .converts = luck_uniform(luck) < 0.5,
            .round = luck_below(luck, 4)};
        captable_borrow(table, &note);
        break;
    }
    case 4:
        captable_give_warrant(table, luck_log(luck, 1e3, 1e5), luck_log(luck, 0.01, 5.0));
        break;
    case 5:
        if (table->rounds > 0)
            captable_resell(table, table->class_of[table->rounds - 1], amount, 0.9 * table->price,
                            month);
        break;
    case 6:
        captable_mature(table, conventions, month, luck_log(luck, 1e4, 1e7));
        break;
    case 7:
    case 8:
        return close_one(table, conventions, luck, month, round);
    default:
        captable_grant(table, luck_between(luck, 0.0, 0.5) * table->unissued, 0.3 * table->price);
    }
    return -1;
}
