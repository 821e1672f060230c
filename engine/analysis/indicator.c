#include "analysis/indicator.h"

#include <math.h>
#include <stdio.h>

enum { BACK = 2 };
static const int back[BACK] = {6, 12};

/* Beyond these, more is no other news. */
static const double RUNWAY_MOST = 120.0, GROWTH_MOST = 10.0;
static const double NOTHING = 1e-6;

enum made {
    MADE_RUNWAY,
    MADE_SERVICES_SHARE,
    MADE_REVENUE_PER_HEAD,
    MADE_REVENUE_GROWTH_6,
    MADE_REVENUE_GROWTH_12,
    MADE_USERS_GROWTH,
    MADE_HEADCOUNT_GROWTH,
    MADE_CASH_CHANGE
};

static const struct {
    const char *key, *label, *meaning;
    enum unit unit;
    int months;
} made_table[INDICATOR_MADE] = {
    [MADE_RUNWAY] = {"runway", "runway", "months that the cash lasts at the month's cost, at most 120", UNIT_MONTHS, 0},
    [MADE_SERVICES_SHARE] = {"services_share", "services' share of revenue", "share of yearly revenue that services bring",
                             UNIT_SHARE, 0},
    [MADE_REVENUE_PER_HEAD] = {"revenue_per_head", "revenue per head", "yearly revenue for each employee", UNIT_DOLLARS, 0},
    [MADE_REVENUE_GROWTH_6] = {"revenue_growth_6", "revenue growth over 6 months",
                               "yearly revenue against 6 months before, at most +1000%", UNIT_SHARE, 6},
    [MADE_REVENUE_GROWTH_12] = {"revenue_growth_12", "revenue growth over 12 months",
                                "yearly revenue against 12 months before, at most +1000%", UNIT_SHARE, 12},
    [MADE_USERS_GROWTH] = {"users_growth_6", "users growth over 6 months",
                           "active users against 6 months before, at most +1000%", UNIT_SHARE, 6},
    [MADE_HEADCOUNT_GROWTH] = {"headcount_growth_6", "headcount growth over 6 months",
                               "people employed against 6 months before", UNIT_SHARE, 6},
    [MADE_CASH_CHANGE] = {"cash_change_6", "cash change over 6 months",
                          "money in the bank less that of 6 months before", UNIT_DOLLARS, 6},
};

/* Where the key alone would be misread. */
static const char *const labels[OBSERVABLES] = {
    [OBSERVABLE_product] = "product built",  [OBSERVABLE_completeness] = "product's completeness",
    [OBSERVABLE_fit] = "product's fit",      [OBSERVABLE_value] = "product's value",
    [OBSERVABLE_lead] = "technology lead",   [OBSERVABLE_visits] = "monthly visits",
    [OBSERVABLE_rounds] = "rounds closed",   [OBSERVABLE_loss] = "monthly loss",
    [OBSERVABLE_billed] = "monthly billings", [OBSERVABLE_delivery_cost] = "cost of delivery",
    [OBSERVABLE_owed] = "debt",              [OBSERVABLE_climate] = "open funding climate",
};

static struct indicator observed(int observable)
{
    const struct observable_row *row = &observable_table[observable];
    struct indicator indicator = {
        .key = row->key, .meaning = row->meaning, .unit = row->unit, .observable = observable, .made = -1};
    snprintf(indicator.label, sizeof indicator.label, "%s", labels[observable] ? labels[observable] : row->key);
    for (char *c = indicator.label; *c; c++)
        *c = *c == '_' ? ' ' : *c;
    return indicator;
}

static struct indicator made(int m)
{
    struct indicator indicator = {.key = made_table[m].key,
                                  .meaning = made_table[m].meaning,
                                  .unit = made_table[m].unit,
                                  .observable = -1,
                                  .made = m,
                                  .months = made_table[m].months};
    snprintf(indicator.label, sizeof indicator.label, "%s", made_table[m].label);
    return indicator;
}

void indicator_watch(struct indicators *indicators, struct batch *batch, int month)
{
    static const enum observable looked_back[] = {OBSERVABLE_revenue, OBSERVABLE_users, OBSERVABLE_headcount,
                                                  OBSERVABLE_cash};
    *indicators = (struct indicators){.month = month};
    for (int o = 0; o < OBSERVABLES; o++) {
        indicators->now[o] = batch_watch(batch, (enum observable)o, month);
        indicators->before[0][o] = indicators->before[1][o] = -1;
        if (o != OBSERVABLE_open) /* all whom it is asked of are */
            indicators->item[indicators->count++] = observed(o);
    }
    for (int b = 0; b < BACK; b++)
        for (size_t l = 0; month > back[b] && l < sizeof looked_back / sizeof *looked_back; l++)
            indicators->before[b][looked_back[l]] = batch_watch(batch, looked_back[l], month - back[b]);
    for (int m = 0; m < INDICATOR_MADE; m++)
        if (month > made_table[m].months)
            indicators->item[indicators->count++] = made(m);
}

/* What was watched of one company. */
struct seen {
    const struct indicators *indicators;
    double *const *watched;
    int64_t path;
};

static double now(const struct seen *seen, enum observable o) { return seen->watched[seen->indicators->now[o]][seen->path]; }

static double before(const struct seen *seen, enum observable o, int months)
{
    return seen->watched[seen->indicators->before[months == back[1]][o]][seen->path];
}

static double share_of(double part, double whole) { return whole > NOTHING ? part / whole : 0.0; }

static double growth(const struct seen *seen, enum observable o, int months)
{
    const double then = before(seen, o, months), today = now(seen, o);
    if (then > NOTHING)
        return fmin(today / then - 1.0, GROWTH_MOST);
    return today > NOTHING ? GROWTH_MOST : 0.0;
}

static double make(const struct seen *seen, enum made made)
{
    switch (made) {
    case MADE_RUNWAY: {
        const double spent = now(seen, OBSERVABLE_loss) + now(seen, OBSERVABLE_billed);
        const double cash = fmax(now(seen, OBSERVABLE_cash), 0.0);
        return spent > NOTHING ? fmin(cash / spent, RUNWAY_MOST) : RUNWAY_MOST;
    }
    case MADE_SERVICES_SHARE:
        return share_of(now(seen, OBSERVABLE_services_revenue), now(seen, OBSERVABLE_revenue));
    case MADE_REVENUE_PER_HEAD:
        return share_of(now(seen, OBSERVABLE_revenue), now(seen, OBSERVABLE_headcount));
    case MADE_REVENUE_GROWTH_6:
    case MADE_REVENUE_GROWTH_12:
        return growth(seen, OBSERVABLE_revenue, made_table[made].months);
    case MADE_USERS_GROWTH:
        return growth(seen, OBSERVABLE_users, made_table[made].months);
    case MADE_HEADCOUNT_GROWTH:
        return growth(seen, OBSERVABLE_headcount, made_table[made].months);
    case MADE_CASH_CHANGE:
        return now(seen, OBSERVABLE_cash) - before(seen, OBSERVABLE_cash, made_table[made].months);
    }
    return 0.0;
}

void indicator_take(const struct indicators *indicators, int indicator, const struct batch *batch, int strategy,
                    const int64_t *path, int64_t n, double *values)
{
    const struct indicator *item = &indicators->item[indicator];
    struct seen seen = {.indicators = indicators, .watched = batch->watched[strategy]};
    for (int64_t i = 0; i < n; i++) {
        seen.path = path[i];
        double value = item->observable >= 0 ? now(&seen, (enum observable)item->observable)
                                             : make(&seen, (enum made)item->made);
        values[i] = item->unit == UNIT_DOLLARS ? rint(value) + 0.0 : fabs(value) < NOTHING ? 0.0 : value;
    }
}
