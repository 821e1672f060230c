#include "analysis/kinship.h"

#include <math.h>
#include <stdlib.h>

/* Of one fund: products of all pairs, and how many there are. */
struct pairs {
    double same_sum, same_count, other_sum, other_count;
};

/* In place. A seat whose companies are all alike says nothing, and becomes NaN. */
static void standardise(double *value, int64_t funds, int seats, int seat)
{
    double count = 0.0, sum = 0.0, squares = 0.0;
    for (int64_t f = 0; f < funds; f++) {
        double x = value[f * seats + seat];
        if (isnan(x))
            continue;
        count++;
        sum += x;
    }
    double mean = sum / count;
    for (int64_t f = 0; f < funds; f++) {
        double x = value[f * seats + seat] - mean;
        squares += isnan(x) ? 0.0 : x * x;
    }
    double sd = sqrt(squares / count);
    for (int64_t f = 0; f < funds; f++)
        value[f * seats + seat] = sd > 0.0 ? (value[f * seats + seat] - mean) / sd : NAN;
}

static struct pairs within(const double *value, int seats, const int *market)
{
    struct {
        double sum, squares, count;
    } of[FUND_ARMS_MAX] = {{0}}, all = {0};
    for (int j = 0; j < seats; j++) {
        if (isnan(value[j]))
            continue;
        of[market[j]].sum += value[j];
        of[market[j]].squares += value[j] * value[j];
        of[market[j]].count++;
    }
    struct pairs pairs = {0};
    for (int m = 0; m < FUND_ARMS_MAX; m++) {
        pairs.same_sum += of[m].sum * of[m].sum - of[m].squares;
        pairs.same_count += of[m].count * (of[m].count - 1.0);
        all.sum += of[m].sum;
        all.squares += of[m].squares;
        all.count += of[m].count;
    }
    pairs.other_sum = all.sum * all.sum - all.squares - pairs.same_sum;
    pairs.other_count = all.count * (all.count - 1.0) - pairs.same_count;
    return pairs;
}

/* Every company of one fund with every company of another, but for those in the same seat. */
static struct pairs between(const double *a, const double *b, int seats)
{
    double sum_a = 0.0, sum_b = 0.0, count_a = 0.0, count_b = 0.0, sum = 0.0, count = 0.0;
    for (int j = 0; j < seats; j++) {
        bool in_a = !isnan(a[j]), in_b = !isnan(b[j]);
        sum_a += in_a ? a[j] : 0.0;
        sum_b += in_b ? b[j] : 0.0;
        sum += in_a && in_b ? a[j] * b[j] : 0.0;
        count_a += in_a;
        count_b += in_b;
        count += in_a && in_b;
    }
    return (struct pairs){.same_sum = sum_a * sum_b - sum, .same_count = count_a * count_b - count};
}

bool kinship_make(double *value, int64_t funds, int seats, const int *market,
                  struct fund_correlation *correlation)
{
    double *room = malloc(6 * (size_t)funds * sizeof *room);
    if (!room)
        return false;
    double *column[6];
    for (int c = 0; c < 6; c++)
        column[c] = room + c * funds;
    for (int j = 0; j < seats; j++)
        standardise(value, funds, seats, j);
    for (int64_t f = 0; f < funds; f++) {
        const double *mine = value + f * seats, *next = value + (f + 1) % funds * seats;
        struct pairs own = within(mine, seats, market), far = between(mine, next, seats);
        column[0][f] = own.same_sum;
        column[1][f] = own.same_count;
        column[2][f] = own.other_sum;
        column[3][f] = own.other_count;
        column[4][f] = far.same_sum;
        column[5][f] = far.same_count;
    }
    correlation->same_market = statistics_ratio(column[0], column[1], funds);
    correlation->other_market = statistics_ratio(column[2], column[3], funds);
    correlation->other_world = statistics_ratio(column[4], column[5], funds);
    free(room);
    return true;
}
