#include "analysis/shapley.h"

#include <assert.h>

static double factorial(int n) { return n < 2 ? 1.0 : n * factorial(n - 1); }

/* The share of orders in which exactly `before` given players come before the one in question, and the
 * others after. */
static double share_of_orders(int players, int before)
{
    return factorial(before) * factorial(players - before - 1) / factorial(players);
}

void shapley_add(int players, unsigned set, const double *value, int64_t paths, double *const *gain)
{
    const int size = __builtin_popcount(set);
    assert(players <= SHAPLEY_PLAYERS_MAX && set < 1u << players);
    for (int i = 0; i < players; i++) {
        const double weight =
            set & 1u << i ? share_of_orders(players, size - 1) : -share_of_orders(players, size);
        double *to = gain[i];
        for (int64_t p = 0; p < paths; p++)
            to[p] += weight * value[p];
    }
}
