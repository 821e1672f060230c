#include "analysis/financings.h"

#include <math.h>

static const struct closing *closings(const struct lives *lives, int64_t life)
{
    return &lives->closing[life * ROUNDS_MAX];
}

static double multiple(const struct closing *closing)
{
    return closing->paid > 0.0 ? closing->proceeds / closing->paid : 0.0;
}

/* --- Returns -------------------------------------------------------------------------------- */

/* Of one company: rounds that return less, and all. */
static void count_below(const struct lives *lives, int64_t life, double limit, double *below, double *all)
{
    *below = 0.0;
    *all = lives->result[life].rounds;
    for (int r = 0; r < lives->result[life].rounds; r++)
        *below += multiple(&closings(lives, life)[r]) < limit;
}

struct sample financings_below(const struct sample_of *of)
{
    for (int64_t i = 0; i < of->lives->count; i++)
        count_below(of->lives, i, of->argument[ARGUMENT_MULTIPLE], &of->a[i], &of->b[i]);
    return sample_ratio(of->a, of->b, of->lives->count);
}

struct sample financings_above(const struct sample_of *of)
{
    for (int64_t i = 0; i < of->lives->count; i++) {
        count_below(of->lives, i, of->argument[ARGUMENT_MULTIPLE], &of->a[i], &of->b[i]);
        of->a[i] = of->b[i] - of->a[i];
    }
    return sample_ratio(of->a, of->b, of->lives->count);
}

struct sample financings_proceeds_above(const struct sample_of *of)
{
    int64_t rounds = 0;
    for (int64_t i = 0; i < of->lives->count; i++) {
        of->a[i] = of->b[i] = 0.0;
        for (int r = 0; r < of->lives->result[i].rounds; r++, rounds++) {
            const struct closing *closing = &closings(of->lives, i)[r];
            of->b[i] += closing->proceeds;
            if (multiple(closing) >= of->argument[ARGUMENT_MULTIPLE])
                of->a[i] += closing->proceeds;
        }
    }
    return (struct sample){sample_ratio(of->a, of->b, of->lives->count).figure, rounds};
}

struct sample financings_below_change(const struct sample_of *of)
{
    if (of->against->count != of->lives->count)
        return (struct sample){{NAN, NAN}, 0};
    for (int64_t i = 0; i < of->lives->count; i++) {
        double other, others;
        count_below(of->lives, i, of->argument[ARGUMENT_MULTIPLE], &of->a[i], &of->b[i]);
        count_below(of->against, i, of->argument[ARGUMENT_MULTIPLE], &other, &others);
        of->a[i] -= other;
    }
    return sample_ratio(of->a, of->b, of->lives->count);
}

struct sample financings_investor_multiple(const struct sample_of *of)
{
    int64_t n = 0;
    for (int64_t i = 0; i < of->lives->count; i++) {
        double paid = 0.0, back = 0.0;
        for (int r = 0; r < of->lives->result[i].rounds; r++) {
            paid += closings(of->lives, i)[r].paid;
            back += closings(of->lives, i)[r].proceeds;
        }
        if (paid > 0.0)
            of->a[n++] = back / paid;
    }
    return sample_median(of->a, n);
}

/* --- Whether another follows ---------------------------------------------------------------- */

static bool watched_for(const struct lives *lives, int64_t life, double months)
{
    return lives->result[life].rounds > 0 && closings(lives, life)[0].month + months <= lives->horizon;
}

/* Whether round number `round` came so long after the first. */
static bool reached(const struct lives *lives, int64_t life, int round, double within)
{
    const struct closing *closing = closings(lives, life);
    return lives->result[life].rounds >= round && closing[round - 1].month - closing[0].month <= within;
}

struct sample financings_reached(const struct sample_of *of)
{
    const double within = of->argument[ARGUMENT_WITHIN];
    for (int64_t i = 0; i < of->lives->count; i++) {
        of->b[i] = watched_for(of->lives, i, within);
        of->a[i] = of->b[i] > 0.0 && reached(of->lives, i, (int)of->argument[ARGUMENT_ROUND], within);
    }
    return sample_ratio(of->a, of->b, of->lives->count);
}

static struct sample graduate(const struct sample_of *of, int round)
{
    const double within = of->argument[ARGUMENT_WITHIN];
    for (int64_t i = 0; i < of->lives->count; i++) {
        of->b[i] = watched_for(of->lives, i, within) && reached(of->lives, i, round, within);
        of->a[i] = of->b[i] > 0.0 && reached(of->lives, i, round + 1, within);
    }
    return sample_ratio(of->a, of->b, of->lives->count);
}

struct sample financings_graduation(const struct sample_of *of)
{
    return graduate(of, (int)of->argument[ARGUMENT_ROUND]);
}

struct sample financings_graduation_falls(const struct sample_of *of)
{
    struct sample least = {{NAN, NAN}, 0};
    for (int round = 1; round < 4; round++) {
        struct sample fall = sample_difference(graduate(of, round), graduate(of, round + 1));
        if (round == 1 || !(fall.figure.value >= least.figure.value))
            least = fall;
    }
    return least;
}

struct sample financings_interval_ratio(const struct sample_of *of)
{
    const int round = (int)of->argument[ARGUMENT_ROUND];
    int64_t shut = 0, open = 0;
    for (int64_t i = 0; i < of->lives->count; i++) {
        if (of->lives->result[i].rounds <= round)
            continue;
        const struct closing *next = &closings(of->lives, i)[round];
        const double months = next->month - next[-1].month;
        if (next->open)
            of->b[open++] = months;
        else
            of->a[shut++] = months;
    }
    sample_spread_months(of->a, shut);
    sample_spread_months(of->b, open);
    return sample_median_ratio(of->a, shut, of->b, open);
}

/* --- Prices --------------------------------------------------------------------------------- */

/* What the founders' shares were worth at its price; NaN of a SAFE or note. */
static double founders_worth(const struct closing *closing, int round)
{
    const double bought = closing->investor_share[round];
    if (!(closing->pre_money > 0.0) || !(bought < 1.0))
        return NAN;
    return closing->pre_money / (1.0 - bought) * closing->founders_share;
}

enum direction { UP, DOWN };
enum { ANY_CLIMATE = -1 };

/* Share of later priced rounds that go one way, in one climate or any. */
static struct sample count_steps(const struct sample_of *of, enum direction direction, int climate)
{
    const double flat = of->argument[ARGUMENT_FLAT];
    for (int64_t i = 0; i < of->lives->count; i++) {
        of->a[i] = of->b[i] = 0.0;
        for (int r = 1; r < of->lives->result[i].rounds; r++) {
            const struct closing *closing = &closings(of->lives, i)[r];
            const double step = founders_worth(closing, r) / founders_worth(closing - 1, r - 1);
            if (isnan(step) || (climate != ANY_CLIMATE && closing->open != climate))
                continue;
            of->b[i] += 1.0;
            of->a[i] += direction == UP ? step > 1.0 + flat : step < 1.0 - flat;
        }
    }
    return sample_ratio(of->a, of->b, of->lives->count);
}

struct sample financings_up_open(const struct sample_of *of) { return count_steps(of, UP, 1); }

struct sample financings_down(const struct sample_of *of) { return count_steps(of, DOWN, ANY_CLIMATE); }

struct sample financings_down_rise(const struct sample_of *of)
{
    return sample_difference(count_steps(of, DOWN, 0), count_steps(of, DOWN, 1));
}

/* --- Windows -------------------------------------------------------------------------------- */

/* Share of observed months with an open climate. */
static struct sample open_share(const struct lives *lives, double *a, double *b)
{
    for (int64_t i = 0; i < lives->count; i++) {
        a[i] = 0.0;
        b[i] = lives->times;
        for (int t = 1; t <= lives->times; t++)
            a[i] += lives_at(lives, OBSERVABLE_climate, i, t * lives->every);
    }
    return sample_ratio(a, b, lives->count);
}

struct sample financings_dollars_ratio(const struct sample_of *of)
{
    const struct figure open = open_share(of->against, of->a, of->b).figure;
    int64_t rounds = 0;
    for (int64_t i = 0; i < of->lives->count; i++) {
        of->a[i] = of->b[i] = 0.0;
        for (int r = 0; r < of->lives->result[i].rounds; r++, rounds++) {
            const struct closing *closing = &closings(of->lives, i)[r];
            *(closing->open ? &of->b[i] : &of->a[i]) += closing->amount;
        }
    }
    struct figure raised = sample_ratio(of->a, of->b, of->lives->count).figure;
    const double odds = open.value / (1.0 - open.value);
    const double of_odds = open.error / (open.value * (1.0 - open.value)); /* relative */
    return (struct sample){{raised.value * odds, raised.value * odds * hypot(raised.error / raised.value, of_odds)},
                           rounds};
}
