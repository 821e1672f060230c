#include "analysis/trade.h"

/* --- Services ------------------------------------------------------------------------------- */

static bool has_revenue(const struct sample_of *of, int64_t life, int month)
{
    return lives_open(of->lives, life, month) &&
           lives_at(of->lives, OBSERVABLE_revenue, life, month) >= of->argument[ARGUMENT_REVENUE];
}

static double services_share(const struct lives *lives, int64_t life, int month)
{
    const double product = lives_at(lives, OBSERVABLE_product_revenue, life, month);
    return 1.0 - product / lives_at(lives, OBSERVABLE_revenue, life, month);
}

/* Falls of the share between the two dates, of those with revenue at both. Differences of rounding are
 * none. */
static int64_t falls(const struct sample_of *of, double *fall)
{
    const int at = (int)of->argument[ARGUMENT_AT], until = (int)of->argument[ARGUMENT_UNTIL];
    int64_t n = 0;
    for (int64_t i = 0; i < of->lives->count; i++)
        if (has_revenue(of, i, at) && has_revenue(of, i, until))
            fall[n++] = services_share(of->lives, i, at) - services_share(of->lives, i, until);
    return n;
}

struct sample trade_services_share_falls(const struct sample_of *of)
{
    const int64_t n = falls(of, of->a);
    for (int64_t i = 0; i < n; i++) {
        of->a[i] = of->a[i] > 1e-9;
        of->b[i] = 1.0;
    }
    return sample_ratio(of->a, of->b, n);
}

struct sample trade_services_share_pace(const struct sample_of *of)
{
    const double years = (of->argument[ARGUMENT_UNTIL] - of->argument[ARGUMENT_AT]) / 12.0;
    const int64_t n = falls(of, of->a);
    for (int64_t i = 0; i < n; i++)
        of->a[i] /= years;
    return sample_median(of->a, n);
}

struct sample trade_services_share(const struct sample_of *of)
{
    const int at = (int)of->argument[ARGUMENT_AT];
    int64_t n = 0;
    for (int64_t i = 0; i < of->lives->count; i++)
        if (has_revenue(of, i, at))
            of->a[n++] = services_share(of->lives, i, at);
    return sample_median(of->a, n);
}

struct sample trade_margin_gap(const struct sample_of *of)
{
    const int at = (int)of->argument[ARGUMENT_AT];
    int64_t n = 0;
    for (int64_t i = 0; i < of->lives->count; i++) {
        if (!has_revenue(of, i, at))
            continue;
        const double services = services_share(of->lives, i, at);
        const double mix = services * of->argument[ARGUMENT_SERVICES_MARGIN] +
                           (1.0 - services) * of->argument[ARGUMENT_PRODUCT_MARGIN];
        const double billed = lives_at(of->lives, OBSERVABLE_billed, i, at);
        of->a[n] = billed * (1.0 - mix) - lives_at(of->lives, OBSERVABLE_delivery_cost, i, at);
        of->b[n++] = billed;
    }
    return (struct sample){sample_ratio(of->a, of->b, n).figure, n};
}

/* --- Users ---------------------------------------------------------------------------------- */

static bool has_users(const struct lives *lives, const double *argument, int64_t life)
{
    const int at = (int)argument[ARGUMENT_AT];
    return lives_open(lives, life, at) && lives_at(lives, OBSERVABLE_users, life, at) >= argument[ARGUMENT_USERS];
}

/* Fills one observable over another, of open companies with users enough. */
static int64_t per(const struct lives *lives, const double *argument, enum observable over, enum observable under,
                   double *ratio)
{
    const int at = (int)argument[ARGUMENT_AT];
    int64_t n = 0;
    for (int64_t i = 0; i < lives->count; i++)
        if (has_users(lives, argument, i) && lives_at(lives, under, i, at) > 0.0)
            ratio[n++] = lives_at(lives, over, i, at) / lives_at(lives, under, i, at);
    return n;
}

struct sample trade_customers_per_user(const struct sample_of *of)
{
    return sample_median(of->a, per(of->lives, of->argument, OBSERVABLE_customers, OBSERVABLE_users, of->a));
}

struct sample trade_customers_per_business_user(const struct sample_of *of)
{
    return sample_median(of->a, per(of->lives, of->argument, OBSERVABLE_customers, OBSERVABLE_business_users, of->a));
}

/* A month's bills times twelve: those of the year past are of fewer users. */
static int64_t yearly_per_user(const struct lives *lives, const double *argument, double *dollars)
{
    const int64_t n = per(lives, argument, OBSERVABLE_billed, OBSERVABLE_users, dollars);
    for (int64_t i = 0; i < n; i++)
        dollars[i] *= 12.0;
    return n;
}

struct sample trade_revenue_per_user(const struct sample_of *of)
{
    return sample_median(of->a, yearly_per_user(of->lives, of->argument, of->a));
}

struct sample trade_revenue_per_user_ratio(const struct sample_of *of)
{
    const int64_t here = yearly_per_user(of->lives, of->argument, of->a);
    const int64_t there = yearly_per_user(of->against, of->argument, of->b);
    return sample_median_ratio(of->a, here, of->b, there);
}

struct sample trade_running_share(const struct sample_of *of)
{
    const int at = (int)of->argument[ARGUMENT_AT];
    int64_t n = 0;
    for (int64_t i = 0; i < of->lives->count; i++) {
        double visits = 0.0;
        if (!has_users(of->lives, of->argument, i))
            continue;
        for (int month = 1; month <= at; month++)
            visits += lives_at(of->lives, OBSERVABLE_visits, i, month);
        of->a[n++] = lives_at(of->lives, OBSERVABLE_users, i, at) / visits;
    }
    return sample_median(of->a, n);
}

/* --- Customers who stay --------------------------------------------------------------------- */

static bool survives(const struct sample_of *of, int64_t life)
{
    return !lives_closed(of->lives, life, of->lives->horizon) &&
           lives_last(of->lives, OBSERVABLE_revenue, life) >= of->argument[ARGUMENT_REVENUE];
}

static struct sample retention(const struct sample_of *of, bool of_survivors)
{
    const int at = (int)of->argument[ARGUMENT_AT];
    int64_t n = 0;
    for (int64_t i = 0; i < of->lives->count; i++)
        if (lives_open(of->lives, i, at) && lives_at(of->lives, OBSERVABLE_subscribers, i, at) >= 1.0 &&
            (!of_survivors || survives(of, i)))
            of->a[n++] = lives_at(of->lives, OBSERVABLE_net_retention, i, at);
    return sample_median(of->a, n);
}

struct sample trade_net_retention(const struct sample_of *of) { return retention(of, false); }

struct sample trade_net_retention_survivors(const struct sample_of *of) { return retention(of, true); }

struct sample trade_recovery(const struct sample_of *of)
{
    const int at = (int)of->argument[ARGUMENT_AT];
    int64_t n = 0;
    for (int64_t i = 0; i < of->lives->count; i++) {
        if (!has_revenue(of, i, at))
            continue;
        const double before = lives_at(of->lives, OBSERVABLE_revenue, i, at);
        int month = at + 1;
        while (month <= of->lives->horizon && lives_at(of->lives, OBSERVABLE_revenue, i, month) < before)
            month++;
        of->a[n++] = month <= of->lives->horizon ? month - at : TRADE_NEVER;
    }
    return sample_median(of->a, n);
}
