#include "report/takings.h"

#include <math.h>
#include <stdlib.h>

enum { WORLDS = 4000 };

/* Uniform numbers from a world, a strategy and a purpose, always the same. */
static double uniform(unsigned world, unsigned strategy, unsigned purpose)
{
    uint64_t x = world * 2654435761ULL + strategy * 40503ULL + purpose * 97ULL + 1;
    x ^= x >> 31;
    x *= 0x7fb5d329728ea185ULL;
    x ^= x >> 27;
    x *= 0x81dadef4bc2dd44dULL;
    x ^= x >> 33;
    return ((double)(x >> 11) + 0.5) / 9007199254740992.0;
}

static double normal(unsigned world, unsigned strategy, unsigned purpose)
{
    double sum = -6;
    for (unsigned i = 0; i < 12; i++)
        sum += uniform(world, strategy, purpose * 16 + i + 7);
    return sum;
}

static double take_home(const struct kind *kind, int world)
{
    unsigned own = (unsigned)(kind->rounds + 100 * kind->luck);
    if (uniform((unsigned)world, own, 1) < kind->dies)
        return 0;
    double luck = 0.6 * normal((unsigned)world, 99, 2) + 0.8 * normal((unsigned)world, own, 3);
    return kind->median * exp(kind->spread * luck);
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double quantile(const double *sorted, int n, double p)
{
    int at = (int)(p * n);
    return sorted[at < n ? at : n - 1];
}

static double above(const double *sorted, int n, double amount)
{
    int count = 0;
    for (int i = 0; i < n; i++)
        count += sorted[i] >= amount;
    return (double)count / n;
}

void takings_fill(struct strategy_summary *one, const struct kind *kind, int64_t paths)
{
    int n = paths < WORLDS ? (int)paths : WORLDS;
    double *worlds = malloc((size_t)n * sizeof *worlds), sum = 0, squares = 0, best = 0;
    for (int w = 0; w < n; w++) {
        worlds[w] = take_home(kind, w);
        sum += worlds[w];
        squares += worlds[w] * worlds[w];
    }
    qsort(worlds, (size_t)n, sizeof *worlds, ascending);
    for (int w = n - (n + 99) / 100; w < n; w++)
        best += worlds[w];
    for (int q = 0; q < SUMMARY_QUANTILES; q++) {
        double value = quantile(worlds, n, summary_probability[q]);
        one->founder_quantile[q] = (struct figure){value, paths > 1 ? value * 0.015 : 0};
    }
    double mean = sum / n;
    one->founder_mean = (struct figure){
        mean, paths > 1 ? sqrt(fmax(squares / n - mean * mean, 0) / (double)paths) : 0};
    one->share_of_best_percent = sum > 0 ? best / sum : 0;
    one->chance_nothing = recipe_share(1 - above(worlds, n, 1000), paths);
    one->chance_1m = recipe_share(above(worlds, n, 1e6), paths);
    one->chance_10m = recipe_share(above(worlds, n, 1e7), paths);
    for (int t = 0; t < TAKE_HOMES; t++)
        one->take_home[t] = quantile(worlds, n, (t + 0.5) / TAKE_HOMES);
    for (int c = 0; c < CLEARANCES; c++)
        one->clears[c] = above(worlds, n, summary_clearance(c));
    double each = mean / 3, forgone = 1.6e5; /* three founders */
    one->forgone = (struct figure){forgone, paths > 1 ? 900 : 0};
    one->certain = (struct figure){0.25 * each - forgone, paths > 1 ? 0.01 * each + 900 : NAN};
    one->worse = recipe_share(1 - above(worlds, n, 3 * forgone), paths);
    one->dominated_by = -1;
    one->pool_mean = (struct figure){kind->rounds * 2e5, paths > 1 ? kind->rounds * 4e3 : 0};
    one->pool_100k = recipe_share(0.07 * kind->rounds, paths);
    free(worlds);
    one->founders_share =
        (struct figure){kind->rounds > 0 ? 1 - 0.16 * kind->rounds : 0.94, paths > 1 ? 0.002 : 0};
    one->years_to_liquidity =
        kind->dies < 1 ? (struct figure){6.4, 0.03} : (struct figure){NAN, NAN};
}

void takings_compare(struct pair_summary *pair, const struct recipe *recipe)
{
    int n = recipe->paths < WORLDS ? (int)recipe->paths : WORLDS;
    double *difference = malloc((size_t)n * sizeof *difference), sum = 0, wins = 0, losses = 0;
    for (int w = 0; w < n; w++) {
        difference[w] = take_home(&recipe->kind[pair->a], w) - take_home(&recipe->kind[pair->b], w);
        sum += difference[w];
        wins += difference[w] >= 1000;
        losses += difference[w] <= -1000;
        int bin = DIFFERENCE_BINS - 1;
        while (bin > 0 && difference[w] < summary_bin_edge(bin))
            bin--;
        pair->bin[bin] += 1.0 / n;
    }
    qsort(difference, (size_t)n, sizeof *difference, ascending);
    pair->a_wins = recipe_share(wins / n, recipe->paths);
    pair->b_wins = recipe_share(losses / n, recipe->paths);
    pair->ties = recipe_share(1 - (wins + losses) / n, recipe->paths);
    double median = quantile(difference, n, .5);
    double spread = sqrt((double)recipe->paths);
    pair->median_difference =
        (struct figure){median, recipe->paths > 1 ? (1e3 + fabs(median)) * 5 / spread : 0};
    pair->mean_difference = (struct figure){sum / n, recipe->paths > 1 ? 2e7 / spread : 0};
    bool apart = recipe->kind[pair->a].rounds != recipe->kind[pair->b].rounds;
    pair->prefer[0][0] = recipe_share(apart ? .7 * wins / n : 0, recipe->paths);
    pair->prefer[0][1] = recipe_share(apart ? .2 * wins / n : 0, recipe->paths);
    pair->prefer[1][0] = recipe_share(apart ? .1 * losses / n : 0, recipe->paths);
    pair->prefer[1][1] = recipe_share(apart ? .8 * losses / n : 0, recipe->paths);
    pair->clear = recipe->paths > 1 && fabs(wins - losses) / n >
                                           1.96 * sqrt((wins + losses) / n / (double)recipe->paths);
    free(difference);
}
