/* The division by breakpoints, as valuers do it: the price is cut into strips in which each class
 * has a fixed part of every dollar, and each class's part is added up strip by strip. It must agree
 * with the engine, which knows no strips, at every breakpoint and between; and since no class's
 * part of a strip is below zero, everybody's part must grow with the price. */
#include "laws/fixture.h"
#include "laws/random_captable.h"

#include <math.h>
#include <stdlib.h>

enum { TABLES = 20000, ROWS = 10, HOLDERS = ROWS + 2, STRIPS = 64, FOUNDERS = ROWS, STAFF };

struct strip {
    double bottom, size;
    double part[HOLDERS]; /* of every dollar in it */
};

struct strips {
    int count;
    struct strip strip[STRIPS];
};

static double balance(const struct captable_row *row, int month)
{
    double months = fmax(month - row->month, 0.0);
    return row->kind == CAPTABLE_NOTE ? row->claim * (1.0 + row->interest * months / 12.0)
                                      : row->claim;
}

/* Shares into which a row may convert. */
static double stands_for(const struct captable *table, int month, int i)
{
    double all = captable_outstanding(table), notes = 0.0, safes = 0.0;
    for (int k = 0; k < table->rows; k++) {
        const struct captable_row *row = &table->row[k];
        if (row->kind == CAPTABLE_NOTE && row->cap > 0.0)
            notes += captable_whole(balance(row, month) / row->cap * all);
        if (row->kind == CAPTABLE_SAFE && row->cap > 0.0)
            safes += row->claim / row->cap;
    }
    const struct captable_row *row = &table->row[i];
    double scale = fmin(1.0, 0.9 / safes);
    if (row->kind == CAPTABLE_PREFERRED)
        return row->shares;
    if (row->cap <= 0.0)
        return 0.0;
    if (row->kind == CAPTABLE_NOTE)
        return captable_whole(balance(row, month) / row->cap * all);
    return captable_whole(row->claim / row->cap * scale * (all + notes) / (1.0 - scale * safes));
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static struct strip *add_strip(struct strips *strips, double size)
{
    ck_assert_int_lt(strips->count, STRIPS);
    struct strip *strip = &strips->strip[strips->count];
    *strip = (struct strip){.size = size};
    if (strips->count > 0)
        strip->bottom = strip[-1].bottom + strip[-1].size;
    strips->count++;
    return strip;
}

/* Shares of each holder that gain while a share is worth about `value`. */
static double gaining(const struct captable *table, int month, double value, double shares[HOLDERS])
{
    double sum = shares[FOUNDERS] = table->founders + table->former;
    shares[STAFF] = 0.0;
    for (int g = 0; g < table->grants; g++)
        shares[STAFF] += value > table->strike[g] ? table->granted[g] : 0.0;
    sum += shares[STAFF];
    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        double count = stands_for(table, month, i), claim = balance(row, month);
        double most = row->kind == CAPTABLE_PREFERRED ? row->most : claim;
        int gains = row->kind == CAPTABLE_WARRANT
                        ? value > row->price
                        : value * count > most || claim + value * count < most;
        shares[i] = row->resold;
        if (gains)
            shares[i] += row->kind == CAPTABLE_WARRANT ? row->shares : count;
        sum += shares[i];
    }
    return sum;
}

static void cut(const struct captable *table, int month, struct strips *strips)
{
    strips->count = 0;
    for (int rank = 0; rank < 8; rank++) {
        double size = 0.0, claim[ROWS] = {0};
        for (int i = 0; i < table->rows; i++) {
            const struct captable_row *row = &table->row[i];
            if ((row->kind == CAPTABLE_NOTE ? 0 : row->rank) == rank &&
                row->kind != CAPTABLE_WARRANT)
                claim[i] = balance(row, month);
            size += claim[i];
        }
        if (size <= 0.0)
            continue;
        struct strip *strip = add_strip(strips, size);
        for (int i = 0; i < table->rows; i++)
            strip->part[i] = claim[i] / size;
    }
    double value[STRIPS] = {0.0};
    int values = 1;
    for (int g = 0; g < table->grants; g++)
        value[values++] = table->strike[g];
    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        double count = stands_for(table, month, i), claim = balance(row, month);
        double most = row->kind == CAPTABLE_PREFERRED ? row->most : claim;
        if (row->kind == CAPTABLE_WARRANT)
            value[values++] = row->price;
        else if (count > 0.0 && most < INFINITY) {
            value[values++] = (most - claim) / count;
            value[values++] = most / count;
        }
    }
    qsort(value, (size_t)values, sizeof *value, ascending);
    for (int k = 0; k < values; k++) {
        double next = k + 1 < values ? value[k + 1] : INFINITY;
        if (next <= value[k])
            continue;
        double shares[HOLDERS];
        double middle = next < INFINITY ? 0.5 * (value[k] + next) : 2.0 * value[k] + 1.0;
        double sum = gaining(table, month, middle, shares);
        struct strip *strip = add_strip(strips, (next - value[k]) * sum);
        for (int h = 0; h < HOLDERS; h++)
            strip->part[h] = h < table->rows || h >= ROWS ? shares[h] / sum : 0.0;
    }
}

static void add_up(const struct strips *strips, double price, double parts[HOLDERS])
{
    for (int h = 0; h < HOLDERS; h++)
        parts[h] = 0.0;
    for (int s = 0; s < strips->count; s++) {
        double dollars = fmin(fmax(price - strips->strip[s].bottom, 0.0), strips->strip[s].size);
        for (int h = 0; h < HOLDERS; h++)
            parts[h] += dollars * strips->strip[s].part[h];
    }
}

static void divide(const struct captable *table, struct waterfall_sale sale, double parts[HOLDERS])
{
    struct waterfall engine;
    waterfall_divide(table, &captable_standard, &sale, &engine);
    for (int i = 0; i < ROWS; i++)
        parts[i] = engine.row[i];
    parts[FOUNDERS] = engine.founders + engine.former;
    parts[STAFF] = engine.staff;
}

START_TEST(strip_by_strip)
{
    long strips_compared = 0;
    for (uint64_t number = 0; number < TABLES; number++) {
        struct waterfall_sale sale;
        struct captable table = random_captable_throw(number, ROWS, &sale);
        sale.fees = sale.debt = 0.0;
        struct strips strips;
        cut(&table, sale.month, &strips);
        double before[HOLDERS] = {0}, apart = 0.0, fallen = 0.0, unbalanced = 0.0;
        for (int k = 0; k < 2 * strips.count; k++) {
            const struct strip *strip = &strips.strip[k / 2];
            sale.price = strip->bottom;
            if (k % 2)
                sale.price += strip->size < INFINITY ? 0.37 * strip->size : strip->bottom + 1e6;
            double engine[HOLDERS], valuer[HOLDERS], sum = 0.0;
            divide(&table, sale, engine);
            add_up(&strips, sale.price, valuer);
            /* A hundred roundings of 1.1e-16. */
            double close = 1e-13 * sale.price + 1e-9;
            for (int h = 0; h < HOLDERS; h++) {
                apart = fmax(apart, fabs(engine[h] - valuer[h]) / close);
                fallen = fmax(fallen, (before[h] - engine[h]) / close);
                before[h] = engine[h];
                sum += engine[h];
            }
            unbalanced = fmax(unbalanced, fabs(sum - sale.price) / close);
        }
        ck_assert_double_le(apart, 1.0);
        ck_assert_double_le(fallen, 1.0);
        ck_assert_double_le(unbalanced, 1.0);
        strips_compared += strips.count;
    }
    ck_assert_int_gt(strips_compared, 5 * TABLES);
}
END_TEST

/* At any two prices, however close, also where fees and debt come first. */
START_TEST(more_hurts_nobody)
{
    for (uint64_t number = 0; number < 100000; number++) {
        struct waterfall_sale sale;
        struct captable table = random_captable_throw(number, ROWS, &sale);
        double less[HOLDERS], more[HOLDERS], fallen = 0.0;
        divide(&table, sale, less);
        double factor = 1.0 + 1e-6 * (double)(number % 7) * (double)(number % 1000);
        sale.price *= factor;
        divide(&table, sale, more);
        for (int h = 0; h < HOLDERS; h++)
            fallen = fmax(fallen, less[h] - more[h]);
        ck_assert_double_le(fallen, 1e-13 * sale.price);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {strip_by_strip, more_hurts_nobody, NULL};
    return fixture_run("waterfall_strips", tests);
}
