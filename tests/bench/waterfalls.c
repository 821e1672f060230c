#include "bench/waterfalls.h"

#include "bench/stopwatch.h"
#include "model/waterfall.h"

enum { TIMES = 400000, PRICES = 64 };

static struct captable build(int rounds)
{
    struct captable table;
    captable_found(&table, 1e7, 0.1, 3, 48, 12);
    struct captable_safe safe = {.amount = 5e5, .cap = 5e6, .rank = 1};
    captable_sell_safe(&table, &safe);
    safe.cap = 8e6;
    captable_sell_safe(&table, &safe);
    for (int r = 0; r < rounds; r++) {
        struct captable_round round = {.amount = 3e6 * (r + 1),
                                       .pre_money = 1e7 * (r + 1),
                                       .pool = 0.1,
                                       .multiple = 1.0,
                                       .limit = 3.0,
                                       .participation = r % 3,
                                       .protection = CAPTABLE_WEIGHTED_AVERAGE,
                                       .rank = r % 2 + 1,
                                       .month = 12 * r};
        captable_close(&table, &captable_standard, &round);
        captable_grant(&table, 0.5 * table.unissued, 0.3 * table.price);
    }
    return table;
}

double waterfalls_cost(int rounds)
{
    static volatile double sink;
    struct captable table = build(rounds);
    double price[PRICES], sum = 0.0;
    for (int p = 0; p < PRICES; p++)
        price[p] = p == 0 ? 1e6 : 1.12 * price[p - 1]; /* to $1.3bn */
    double begun = stopwatch_thread();
    for (int t = 0; t < TIMES; t++) {
        struct waterfall parts;
        const struct waterfall_sale sale = {.price = price[(t * 29) % PRICES], .debt = 1e6};
        waterfall_divide(&table, &captable_standard, &sale, &parts);
        sum += parts.founders;
    }
    double seconds = stopwatch_thread() - begun;
    sink = sum;
    (void)sink;
    return 1e9 * seconds / TIMES;
}
