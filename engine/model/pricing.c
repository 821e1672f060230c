#include "model/pricing.h"

#include "numerics/elementary.h"

/* Owners before a round keep at least a twentieth of its pre-money. */
static const double MOST = 0.95;

int pricing_converts(const struct captable_row *row, const struct captable_round *round)
{
    return row->kind == CAPTABLE_SAFE ||
           (row->kind == CAPTABLE_NOTE && round->amount >= row->qualified);
}

/* What converts: at its cap in parts of the capitalisation (SAFE) or in shares (note), and at the
 * round's price in dollars. */
static double part_at_cap(const struct pricing *pricing, const struct captable_row *row)
{
    return row->cap > 0.0 && row->kind == CAPTABLE_SAFE ? row->claim / row->cap * pricing->honoured : 0.0;
}

static double shares_at_cap(const struct pricing *pricing, const struct captable_row *row, int month)
{
    if (row->cap > 0.0 && row->kind == CAPTABLE_NOTE)
        return captable_balance(row, month) / row->cap * pricing->before;
    return part_at_cap(pricing, row) * pricing->capitalisation;
}

static double dollars_at_price(const struct captable_row *row, int month)
{
    return captable_balance(row, month) / (1.0 - row->discount);
}

double pricing_conversion(const struct pricing *pricing, const struct captable_row *row, int month)
{
    return elementary_max(shares_at_cap(pricing, row, month),
                          dollars_at_price(row, month) * pricing->per_dollar * pricing->discounted);
}

double pricing_protection(const struct pricing *pricing, const struct captable_row *row,
                          double amount)
{
    double per_dollar = pricing->per_dollar;
    if (row->kind != CAPTABLE_PREFERRED || row->price * per_dollar <= 1.0)
        return 1.0;
    if (row->protection == CAPTABLE_FULL_RATCHET)
        return 1.0 + pricing->protected * (row->price * per_dollar - 1.0);
    if (row->protection == CAPTABLE_WEIGHTED_AVERAGE)
        return 1.0 + pricing->protected * ((pricing->base + amount * per_dollar) /
                                               (pricing->base + amount / row->price) - 1.0);
    return 1.0;
}

/* The sides that everybody takes at the present solution, summed. */
struct sides {
    double part;             /* of the capitalisation, by caps of SAFEs */
    double shares;           /* fixed, by caps of notes */
    double dollars;          /* that buy at the price, discounts counted */
    double grown, growing;   /* protection adds grown + growing x Q shares */
    int topped_up;
};

static struct sides take_sides(const struct captable *table, const struct captable_round *round,
                               const struct pricing *pricing, double total)
{
    struct sides sides = {.topped_up = round->pool * total > table->unissued};
    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        if (pricing_converts(row, round)) {
            double dollars = dollars_at_price(row, round->month);
            double capped = shares_at_cap(pricing, row, round->month);
            if (capped < dollars * pricing->per_dollar || row->cap <= 0.0)
                sides.dollars += dollars;
            else if (row->kind == CAPTABLE_SAFE)
                sides.part += part_at_cap(pricing, row);
            else
                sides.shares += capped;
        } else if (row->kind == CAPTABLE_PREFERRED && row->price * pricing->per_dollar > 1.0) {
            if (row->protection == CAPTABLE_FULL_RATCHET) {
                sides.grown -= row->shares;
                sides.growing += row->shares * row->price;
            } else if (row->protection == CAPTABLE_WEIGHTED_AVERAGE) {
                double broad = pricing->base + round->amount / row->price;
                sides.grown += row->shares * (pricing->base / broad - 1.0);
                sides.growing += row->shares * round->amount / broad;
            }
        }
    }
    return sides;
}

static double ratio(double part, double whole) { return whole > part ? part / whole : 1.0; }

/* Solves for Q and K with everybody's side fixed. Gives the total. */
static double solve_sides(const struct captable *table, const struct captable_round *round, int method,
                          int pool_in_safes, double worth, const struct sides *sides,
                          struct pricing *pricing)
{
    /* SAFEs, notes and all before come to fixed + slope Q; with the pool's increase, to so much more
     * as `count` increases. */
    double count = pool_in_safes ? 1.0 / (1.0 - sides->part) : 1.0;
    double fixed = (pricing->before + sides->shares) / (1.0 - sides->part);
    double slope = sides->dollars / (1.0 - sides->part);
    double amount = round->amount, old = table->unissued, target = round->pool;
    double room = MOST * worth, top = 0.0, bottom = 0.0;

    pricing->discounted = pricing->protected = 1.0;
    if (method != CAPTABLE_PRE_MONEY) {
        pricing->discounted = ratio(room, slope);
        slope = elementary_min(slope, room);
        room -= slope;
    }
    pricing->protected = ratio(room, sides->growing);
    double growing = elementary_min(sides->growing, room);
    double grown = sides->grown * pricing->protected;
    room -= growing;

    if (method == CAPTABLE_PRE_MONEY) {
        /* pool = (target T - old), T (1 - count target) = fixed - count old + grown + ... Q */
        double lever = elementary_min(target / elementary_max(1.0 - count * target, 1e-3),
                                      room / (slope + growing + amount));
        pricing->pool = elementary_min(target, lever / (1.0 + count * lever));
        top = pricing->before + grown;
        bottom = worth - growing;
        if (sides->topped_up) {
            top += lever * (fixed - count * old + grown) - old;
            bottom -= lever * (slope + growing + amount);
        }
    } else {
        double post = worth + amount;
        pricing->pool = elementary_min(target, room / (count * post));
        top = fixed + grown;
        bottom = worth - slope - growing;
        if (sides->topped_up) {
            top -= count * old;
            bottom -= count * pricing->pool * post;
        }
    }
    double per_dollar = elementary_max(top / bottom, 1e-15);
    double rest = fixed + slope * per_dollar + grown + growing * per_dollar + amount * per_dollar;
    double total = sides->topped_up ? (rest - count * old) / (1.0 - count * pricing->pool) : rest;
    double increase = sides->topped_up ? pricing->pool * total - old : 0.0;
    pricing->per_dollar = per_dollar;
    pricing->capitalisation = fixed + slope * per_dollar + (pool_in_safes ? count * increase : 0.0);
    return total;
}

void pricing_solve(const struct captable *table, const struct captable_conventions *conventions,
                   const struct captable_round *round, struct pricing *pricing)
{
    double outstanding = captable_outstanding(table);
    double before = outstanding + table->unissued;
    *pricing = (struct pricing){.before = before,
                                .capitalisation = before,
                                .base = conventions->pool_in_base ? before : outstanding,
                                .honoured = captable_honoured(table),
                                .discounted = 1.0,
                                .protected = 1.0,
                                .pool = round->pool};
    double worth = round->pre_money;
    if (conventions->method == CAPTABLE_DOLLARS_INVESTED)
        for (int i = 0; i < table->rows; i++)
            if (pricing_converts(&table->row[i], round))
                worth += captable_balance(&table->row[i], round->month);

    double total = 0.0;
    /* Each of at most fourteen sides changes once; more steps only where something gives way. */
    for (int step = 0; step < 40; step++) {
        double was = pricing->per_dollar, capitalised = pricing->capitalisation;
        struct sides sides = take_sides(table, round, pricing, total);
        total = solve_sides(table, round, conventions->method, conventions->pool_in_safes, worth,
                            &sides, pricing);
        if (pricing->per_dollar == was && pricing->capitalisation == capitalised)
            break;
    }
}

double pricing_round(double price, double units)
{
    if (units <= 0.0 || price * units >= 1e15)
        return price;
    while (price * units < 1e5 && units < 1e20)
        units *= 10.0;
    return elementary_floor(price * units + 0.5) / units;
}
