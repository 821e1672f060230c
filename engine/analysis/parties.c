#include "analysis/parties.h"

#include "montecarlo/batch.h"
#include "numerics/normal.h"
#include "scenario/cumulative.h"
#include "scenario/measure.h"

#include <math.h>

/* What all strategies of a scenario have in common: it belongs to the people, not to the plan. */
static double of_founder(const struct scenario *scenario, int column)
{
    return scenario->strategy[0].assumptions[column].value.a;
}

/* Months of pay to the horizon, discounted as founders discount; paid at the end of each. */
static double months_of_pay(const struct scenario *scenario)
{
    const struct assumption *rate =
        &scenario->strategy[0].assumptions[PARAMETER_COLUMN(exits.discount_rate)];
    double discount = pow(1.0 + 12.0 * cumulative_median(&rate->value, 0.0, 1.0), -1.0 / 12.0);
    double months = 0.0;
    for (int m = 1; m <= scenario->horizon; m++)
        months += pow(discount, m);
    return months;
}

/* One founder's part of the take-home. */
static double taken_by_one(const struct result *result) { return result->founder_present / fmax(result->founders, 1.0); }

/* A founder's wealth, as a present value: his savings, his part of the take-home, and pay to the
 * horizon: market pay, less what he went without while the company paid him less. A job instead of
 * the company would have left him the savings and market pay. */
double parties_wealth(const struct batch *batch, int strategy, double *wealth)
{
    const struct result *result = batch->result[strategy];
    double savings = of_founder(batch->scenario, PARAMETER_COLUMN(founder.wealth));
    double salary = of_founder(batch->scenario, PARAMETER_COLUMN(founder.salary)); /* a month */
    double job = fmax(savings + salary * months_of_pay(batch->scenario), PARTIES_FLOOR);
    for (int64_t i = 0; i < batch->paths; i++)
        wealth[i] = fmax(job + taken_by_one(&result[i]) - salary * result[i].unpaid, PARTIES_FLOOR);
    return job;
}

double parties_aversion(const struct scenario *scenario)
{
    return of_founder(scenario, PARAMETER_COLUMN(founder.risk_aversion));
}

void parties_founder(struct strategy_summary *summary, const struct batch *batch, int strategy,
                     double *work)
{
    const struct result *result = batch->result[strategy];
    double salary = of_founder(batch->scenario, PARAMETER_COLUMN(founder.salary)); /* a month */
    int64_t n = batch->paths, worse = 0;
    for (int64_t i = 0; i < n; i++) {
        work[i] = salary * result[i].unpaid;
        worse += taken_by_one(&result[i]) - work[i] <= -MEASURE_NOTHING;
    }
    summary->forgone = statistics_mean(work, n);
    summary->worse = statistics_share(worse, n);
    double job = parties_wealth(batch, strategy, work);
    summary->certain = statistics_certain(work, n, parties_aversion(batch->scenario));
    summary->certain.value -= job;
}

void parties_staff(struct strategy_summary *summary, const struct batch *batch, int strategy,
                   double *work)
{
    const struct result *result = batch->result[strategy];
    int64_t n = batch->paths, more = 0;
    for (int64_t i = 0; i < n; i++) {
        work[i] = result[i].pool_proceeds;
        more += work[i] > 1e5;
    }
    summary->pool_mean = statistics_mean(work, n);
    summary->pool_100k = statistics_share(more, n);
}

/* The ratio of two sums with the delta method's error, from their sums of squares. */
void parties_round(struct cap_table *table, const struct tally_round *round)
{
    double n = (double)round->closed, amount = (double)round->paid;
    double multiple = (double)round->returned / amount;
    double squares = (double)round->returns - 2.0 * multiple * (double)round->both +
                     multiple * multiple * (double)round->amounts;
    double mean = amount / 10.0 / n; /* in the unit of the squares, $10k */
    double variance = n > 1.0 ? fmax(squares, 0.0) / (n * (n - 1.0)) : NAN;
    table->multiple = (struct figure){multiple, sqrt(variance) / mean};
    table->loss_ratio = statistics_share(round->below, round->closed);
}

/* What investors have gained, not discounted; nothing where nobody invested. */
static double gain(const struct result *result)
{
    return result->investor_proceeds - result->invested;
}

/* 0: better off with the first, 1: with the second, -1: level. */
static int preference(double first, double second)
{
    if (fabs(first - second) < MEASURE_NOTHING)
        return -1;
    return first < second;
}

void parties_prefer(struct pair_summary *pair, const struct batch *batch)
{
    const struct result *a = batch->result[pair->a], *b = batch->result[pair->b];
    int64_t count[2][2] = {{0}};
    for (int64_t i = 0; i < batch->paths; i++) {
        int founders = preference(a[i].founder_present, b[i].founder_present);
        int investors = preference(gain(&a[i]), gain(&b[i]));
        if (founders >= 0 && investors >= 0)
            count[founders][investors]++;
    }
    for (int f = 0; f < 2; f++)
        for (int i = 0; i < 2; i++)
            pair->prefer[f][i] = statistics_share(count[f][i], batch->paths);
}

/* Whether no strategy is among the best both for founders and for investors. */
static bool is_torn(const struct batch *batch, int64_t path)
{
    double founders = -INFINITY, investors = -INFINITY;
    for (int s = 0; s < batch->scenario->strategies; s++) {
        founders = fmax(founders, batch->result[s][path].founder_present);
        investors = fmax(investors, gain(&batch->result[s][path]));
    }
    for (int s = 0; s < batch->scenario->strategies; s++)
        if (founders - batch->result[s][path].founder_present < MEASURE_NOTHING &&
            investors - gain(&batch->result[s][path]) < MEASURE_NOTHING)
            return false;
    return true;
}

/* Better by more than what chance explains; the errors of the same worlds mostly cancel, so this
 * asks for too much rather than too little. */
static bool clearly(struct figure more, struct figure less)
{
    double error = hypot(isnan(more.error) ? 0.0 : more.error, isnan(less.error) ? 0.0 : less.error);
    return more.value - less.value > NORMAL_95 * error;
}

/* No worse in the founders' median take-home and in the chance of nothing, and clearly better in
 * one of them. */
static bool dominates(const struct strategy_summary *one, const struct strategy_summary *other)
{
    struct figure mine = one->founder_quantile[SUMMARY_MEDIAN];
    struct figure theirs = other->founder_quantile[SUMMARY_MEDIAN];
    if (mine.value < theirs.value || one->chance_nothing.value > other->chance_nothing.value)
        return false;
    return clearly(mine, theirs) || clearly(other->chance_nothing, one->chance_nothing);
}

void parties_compare(struct summary *summary, const struct batch *batch)
{
    int64_t torn = 0;
    for (int64_t i = 0; i < batch->paths; i++)
        torn += is_torn(batch, i);
    summary->torn = statistics_share(torn, batch->paths);
    for (int s = 0; s < summary->strategies; s++) {
        summary->strategy[s].dominated_by = -1;
        for (int t = summary->strategies - 1; t >= 0; t--)
            if (t != s && dominates(&summary->strategy[t], &summary->strategy[s]))
                summary->strategy[s].dominated_by = t;
    }
}
