#include "analysis/ranks.h"

#include <math.h>
#include <string.h>

enum { DIGIT_BITS = 11, DIGITS = 1 << DIGIT_BITS, PASSES = 3, LEAST = 10 };

/* Orders like the value rounded to a float: negative numbers have their bits turned. */
static uint32_t key_of(double value)
{
    const float rounded = (float)(value == 0.0 ? 0.0 : value);
    uint32_t bits;
    memcpy(&bits, &rounded, sizeof bits);
    return bits >> 31 ? ~bits : bits | 0x80000000u;
}

/* Sorts by one digit of the key, which stands above the number. */
static void sort_digit(const uint64_t *from, uint64_t *to, int64_t n, int pass, uint32_t *start)
{
    const int shift = 32 + pass * DIGIT_BITS;
    for (int64_t i = 0; i < n; i++)
        to[start[from[i] >> shift & (DIGITS - 1)]++] = from[i];
}

void ranks_order(const double *values, int64_t n, uint32_t *order, uint64_t *room)
{
    uint32_t start[PASSES][DIGITS] = {{0}};
    uint64_t *from = room, *to = room + n;
    for (int64_t i = 0; i < n; i++) {
        const uint32_t key = key_of(values[i]);
        from[i] = (uint64_t)key << 32 | (uint64_t)i;
        for (int pass = 0; pass < PASSES; pass++)
            start[pass][key >> pass * DIGIT_BITS & (DIGITS - 1)]++;
    }
    for (int pass = 0; pass < PASSES; pass++) {
        uint32_t before = 0, most = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            const uint32_t count = start[pass][digit];
            most = count > most ? count : most;
            start[pass][digit] = before;
            before += count;
        }
        if (most == (uint32_t)n) /* all alike in this digit */
            continue;
        sort_digit(from, to, n, pass, start[pass]);
        uint64_t *sorted = to;
        to = from;
        from = sorted;
    }
    for (int64_t i = 0; i < n; i++)
        order[i] = (uint32_t)from[i];
}

void ranks_scores(double *values, int64_t n, uint32_t *order, uint64_t *room)
{
    ranks_order(values, n, order, room);
    for (int64_t first = 0, next; first < n; first = next) {
        const uint32_t key = key_of(values[order[first]]);
        for (next = first + 1; next < n && key_of(values[order[next]]) == key;)
            next++;
        const double rank = 0.5 * (double)(first + next) / (double)n;
        for (int64_t i = first; i < next; i++)
            values[order[i]] = rank;
    }
}

bool ranks_standardise(double *values, int64_t n)
{
    double sum = 0.0, squares = 0.0, low = INFINITY, high = -INFINITY;
    for (int64_t i = 0; i < n; i++) {
        sum += values[i];
        low = fmin(low, values[i]);
        high = fmax(high, values[i]);
    }
    if (n < LEAST || !(low < high))
        return false;
    const double mean = sum / (double)n;
    for (int64_t i = 0; i < n; i++)
        squares += (values[i] - mean) * (values[i] - mean);
    const double scale = 1.0 / sqrt(squares / (double)n);
    for (int64_t i = 0; i < n; i++)
        values[i] = (values[i] - mean) * scale;
    return true;
}

int64_t ranks_window(int64_t n) { return (int64_t)sqrt((double)n); }

/* The mean outcome of a world's neighbours. */
static inline double mean_near(const double *y, const double *before, int64_t n, int64_t window, int64_t i)
{
    const int64_t low = i > window ? i - window : 0, high = i + window < n ? i + window + 1 : n;
    return (before[high] - before[low] - y[i]) / (double)(high - low - 1);
}

struct figure ranks_first(const uint32_t *order, const double *outcome, int64_t n, double *influence,
                          double *work)
{
    const int64_t window = ranks_window(n);
    double *y = work, *before = work + n, sum = 0.0; /* before[i]: the sum of y[0] .. y[i - 1] */
    before[0] = 0.0;
    for (int64_t i = 0; i < n; i++) {
        y[i] = outcome[order[i]];
        before[i + 1] = before[i] + y[i];
    }
    for (int64_t i = 0; i < n; i++)
        sum += y[i] * mean_near(y, before, n, window, i);
    /* Without any influence two worlds still share that their outcomes sum to 0. */
    const double few = 1.0 / (double)(n - 1), index = (sum / (double)n + few) / (1.0 + few);
    double total = 0.0, squares = 0.0;
    for (int64_t i = 0; i < n; i++) {
        const double near = mean_near(y, before, n, window, i);
        const double part = 2.0 * y[i] * near - near * near - index * y[i] * y[i];
        total += part;
        squares += part * part;
        if (influence)
            influence[order[i]] += part;
    }
    const double mean = total / (double)n;
    const double variance = fmax(squares / (double)n - mean * mean, 0.0);
    return (struct figure){index, sqrt(variance / (double)n)};
}
