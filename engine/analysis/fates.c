#include "analysis/fates.h"

#include <math.h>

/* --- Survival ------------------------------------------------------------------------------- */

struct sample fates_survival(const struct sample_of *of)
{
    for (int64_t i = 0; i < of->lives->count; i++) {
        of->a[i] = !lives_closed(of->lives, i, (int)of->argument[ARGUMENT_AT]);
        of->b[i] = 1.0;
    }
    return sample_ratio(of->a, of->b, of->lives->count);
}

/* Of the companies that lived to the start of a year, those that live to its end. */
static struct sample year_survived(const struct sample_of *of, int year)
{
    for (int64_t i = 0; i < of->lives->count; i++) {
        of->b[i] = !lives_closed(of->lives, i, 12 * (year - 1));
        of->a[i] = !lives_closed(of->lives, i, 12 * year);
    }
    return sample_ratio(of->a, of->b, of->lives->count);
}

static struct sample extreme_year(const struct sample_of *of, double sign)
{
    struct sample found = year_survived(of, 1);
    for (int year = 2; 12 * year <= of->argument[ARGUMENT_WITHIN]; year++) {
        struct sample other = year_survived(of, year);
        if (sign * other.figure.value > sign * found.figure.value)
            found = other;
    }
    return found;
}

struct sample fates_yearly_survival_least(const struct sample_of *of) { return extreme_year(of, -1.0); }

struct sample fates_yearly_survival_most(const struct sample_of *of) { return extreme_year(of, 1.0); }

/* --- Fates of a cohort ---------------------------------------------------------------------- */

enum fate { FATE_LISTED, FATE_SOLD, FATE_DEAD_OR_ORPHANED };

/* Whether it is private by then, and nobody has put money in for long. */
static bool orphaned(const struct lives *lives, int64_t life, int month, double length)
{
    const struct closing *closing = &lives->closing[life * ROUNDS_MAX];
    int last = 0;
    for (int r = 0; r < lives->result[life].rounds; r++)
        last = closing[r].month <= month ? closing[r].month : last;
    return lives_open(lives, life, month) && month - last > length;
}

static bool has_fate(const struct sample_of *of, int64_t life, enum fate fate, int month)
{
    const struct result *result = &of->lives->result[life];
    const bool ended = !lives_open(of->lives, life, month);
    switch (fate) {
    case FATE_LISTED:
        return ended && result->outcome == OUTCOME_IPO;
    case FATE_SOLD:
        return ended && (result->outcome == OUTCOME_ACQUIRED || result->outcome == OUTCOME_ACQUIHIRED);
    case FATE_DEAD_OR_ORPHANED:
        return (ended && result->outcome == OUTCOME_SHUT_DOWN) ||
               orphaned(of->lives, life, month, of->argument[ARGUMENT_LENGTH]);
    }
    return false;
}

static struct sample cohort(const struct sample_of *of, enum fate fate)
{
    for (int64_t i = 0; i < of->lives->count; i++) {
        const int month = of->lives->closing[i * ROUNDS_MAX].month + (int)of->argument[ARGUMENT_WITHIN];
        of->b[i] = of->lives->result[i].rounds > 0 && month <= of->lives->horizon;
        of->a[i] = of->b[i] > 0.0 && has_fate(of, i, fate, month);
    }
    return sample_ratio(of->a, of->b, of->lives->count);
}

struct sample fates_listed(const struct sample_of *of) { return cohort(of, FATE_LISTED); }

struct sample fates_sold(const struct sample_of *of) { return cohort(of, FATE_SOLD); }

struct sample fates_dead_or_orphaned(const struct sample_of *of) { return cohort(of, FATE_DEAD_OR_ORPHANED); }

struct sample fates_valued_at(const struct sample_of *of)
{
    const double value = of->argument[ARGUMENT_VALUE];
    for (int64_t i = 0; i < of->lives->count; i++) {
        const struct result *result = &of->lives->result[i];
        const bool ended = result->outcome == OUTCOME_ACQUIRED || result->outcome == OUTCOME_IPO;
        bool valued = ended && result->proceeds >= value;
        for (int r = 0; r < result->rounds; r++) {
            const struct closing *closing = &of->lives->closing[i * ROUNDS_MAX + r];
            valued = valued || (closing->pre_money > 0.0 && closing->pre_money + closing->amount >= value);
        }
        of->a[i] = valued;
        of->b[i] = 1.0;
    }
    return sample_ratio(of->a, of->b, of->lives->count);
}

/* --- At a listing --------------------------------------------------------------------------- */

static double age(const struct lives *lives, int64_t life) { return lives->result[life].month; }

static double loss(const struct lives *lives, int64_t life)
{
    return 12.0 * lives_last(lives, OBSERVABLE_loss, life) / lives_last(lives, OBSERVABLE_revenue, life);
}

static double capital(const struct lives *lives, int64_t life)
{
    const double used = lives->result[life].invested - lives_last(lives, OBSERVABLE_cash, life);
    return used / lives_last(lives, OBSERVABLE_subscription_revenue, life);
}

static struct sample listing(const struct sample_of *of, double (*measure)(const struct lives *, int64_t))
{
    int64_t n = 0;
    for (int64_t i = 0; i < of->lives->count; i++) {
        const double value = of->lives->result[i].outcome == OUTCOME_IPO ? measure(of->lives, i) : NAN;
        if (isfinite(value))
            of->a[n++] = value;
    }
    return sample_median(of->a, n);
}

struct sample fates_age_at_listing(const struct sample_of *of) { return listing(of, age); }

struct sample fates_loss_at_listing(const struct sample_of *of) { return listing(of, loss); }

struct sample fates_capital_at_listing(const struct sample_of *of) { return listing(of, capital); }

/* --- At a sale ------------------------------------------------------------------------------ */

struct sample fates_exit_ratio(const struct sample_of *of)
{
    int64_t few = 0, many = 0;
    for (int64_t i = 0; i < of->lives->count; i++) {
        const struct lives *lives = of->lives;
        if (lives->result[i].outcome != OUTCOME_ACQUIRED)
            continue;
        const double revenue = lives_last(lives, OBSERVABLE_revenue, i);
        const double services = 1.0 - lives_last(lives, OBSERVABLE_product_revenue, i) / revenue;
        const double price = lives->result[i].proceeds + lives_last(lives, OBSERVABLE_owed, i) -
                             lives_last(lives, OBSERVABLE_cash, i);
        if (revenue < of->argument[ARGUMENT_REVENUE])
            continue;
        if (services <= of->argument[ARGUMENT_LOW])
            of->a[few++] = price / revenue;
        else if (services >= of->argument[ARGUMENT_HIGH])
            of->b[many++] = price / revenue;
    }
    return sample_median_ratio(of->a, few, of->b, many);
}

/* --- Controls ------------------------------------------------------------------------------- */

struct sample fates_same_distribution(const struct sample_of *of)
{
    int64_t first = 0, second = 0;
    for (int64_t i = 0; i < of->lives->count; i++) {
        if (of->lives->member[i] == 0)
            of->a[first++] = of->lives->result[i].proceeds;
        else if (of->lives->member[i] == 1)
            of->b[second++] = of->lives->result[i].proceeds;
    }
    return sample_same(of->a, first, of->b, second);
}

static double founders_are_empty(const struct result *result)
{
    return result->founder_proceeds + result->founder_sold <= 0.0;
}

struct sample fates_founders_empty_change(const struct sample_of *of)
{
    if (of->against->count != of->lives->count)
        return (struct sample){{NAN, NAN}, 0};
    for (int64_t i = 0; i < of->lives->count; i++) {
        of->a[i] = founders_are_empty(&of->lives->result[i]) - founders_are_empty(&of->against->result[i]);
        of->b[i] = 1.0;
    }
    return sample_ratio(of->a, of->b, of->lives->count);
}
