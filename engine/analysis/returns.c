#include "analysis/returns.h"

#include "numerics/draws.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum column { NET, GROSS, RATE, GROSS_RATE, PAID, DISTRIBUTED, INVESTED, PROCEEDS, CARRY, ENTERED, LOST, BEST, MARKED, COLUMNS };

void returns_choose(const struct returns_choice *choice, uint64_t seed, int64_t fund,
                    const struct deal *chosen[FUND_COMPANIES_MAX])
{
    int seat[FUND_COMPANIES_MAX];
    for (int j = 0; j < choice->stride; j++)
        seat[j] = j;
    for (int j = 0; j < choice->companies; j++) {
        if (choice->companies < choice->stride) {
            double u = draws_uniform(draws_threefry(seed, draws_place(DRAWS_CHOOSING, j), (uint64_t)fund).first);
            int other = j + (int)(u * (choice->stride - j)), mine = seat[j];
            seat[j] = seat[other];
            seat[other] = mine;
        }
        int64_t world = choice->apart ? (fund + j) % choice->funds : fund;
        chosen[j] = &choice->deals[world * choice->stride + seat[j]];
    }
}

/* The rate, or -100% when as good as nothing comes back. */
static double rate_of(const double *flow, int months, double back)
{
    double rate = back > 0.0 ? statistics_irr(flow, months) : -1.0;
    return isnan(rate) ? -1.0 : rate;
}

static double over(double top, double bottom) { return bottom > 0.0 ? top / bottom : 0.0; }

static void read_ledger(const struct fund *fund, const struct ledger *ledger, bool rates,
                        double *const *column, int64_t f)
{
    column[NET][f] = over(ledger->distributed, ledger->paid_in);
    column[GROSS][f] = over(ledger->proceeds, ledger->invested);
    if (rates) {
        column[RATE][f] = rate_of(ledger->net, fund->term, ledger->distributed);
        column[GROSS_RATE][f] = rate_of(ledger->gross, fund->term, ledger->proceeds);
    }
    column[PAID][f] = ledger->paid_in;
    column[DISTRIBUTED][f] = ledger->distributed;
    column[INVESTED][f] = ledger->invested;
    column[PROCEEDS][f] = ledger->proceeds;
    column[CARRY][f] = ledger->carry;
    column[MARKED][f] = ledger->marked;
    column[ENTERED][f] = ledger->entered;
    column[LOST][f] = ledger->lost;
    column[BEST][f] = over(ledger->best, ledger->proceeds);
}

void returns_quantiles(double *values, int64_t n, struct figure quantile[FUND_QUANTILES])
{
    statistics_sort(values, n);
    for (int q = 0; q < FUND_QUANTILES; q++)
        quantile[q] = statistics_quantile(values, n, fund_figures_probability[q]);
}

static struct figure scaled(struct figure figure, double factor)
{
    return (struct figure){figure.value * factor, figure.error * factor};
}

/* The standard deviation, with the error that it has whatever the distribution (delta method). */
static struct figure deviation(const double *values, int64_t n, double *room)
{
    double mean = statistics_mean(values, n).value;
    for (int64_t i = 0; i < n; i++)
        room[i] = (values[i] - mean) * (values[i] - mean);
    struct figure variance = statistics_mean(room, n);
    double sd = sqrt(variance.value);
    return (struct figure){sd, sd > 0.0 ? 0.5 * variance.error / sd : 0.0};
}

static struct figure share_at_least(const double *values, int64_t n, double least)
{
    int64_t count = 0;
    for (int64_t i = 0; i < n; i++)
        count += values[i] >= least;
    return statistics_share(count, n);
}

/* The mean of funds that got anything back. */
static struct figure mean_best(const double *proceeds, const double *best, int64_t n, double *room)
{
    int64_t count = 0;
    for (int64_t i = 0; i < n; i++)
        if (proceeds[i] > 0.0)
            room[count++] = best[i];
    return statistics_mean(room, count);
}

static void read_columns(double size, bool rates, double *const *column,
                         int64_t n, struct fund_returns *returns)
{
    double *room = column[COLUMNS];
    returns->net = statistics_ratio(column[DISTRIBUTED], column[PAID], n);
    returns->gross = statistics_ratio(column[PROCEEDS], column[INVESTED], n);
    returns->net_mean = statistics_mean(column[NET], n);
    returns->net_deviation = deviation(column[NET], n, room);
    returns->at_least_1 = share_at_least(column[NET], n, 1.0);
    returns->at_least_3 = share_at_least(column[NET], n, 3.0);
    returns->entered = statistics_mean(column[ENTERED], n);
    returns->invested = scaled(statistics_mean(column[INVESTED], n), 1.0 / size);
    returns->loss_ratio = statistics_ratio(column[LOST], column[ENTERED], n);
    returns->best_share = mean_best(column[PROCEEDS], column[BEST], n, room);
    returns->marked = statistics_ratio(column[MARKED], column[PROCEEDS], n);
    returns->carry = statistics_ratio(column[CARRY], column[PROCEEDS], n);
    returns_quantiles(column[NET], n, returns->net_quantile);
    returns_quantiles(column[GROSS], n, returns->gross_quantile);
    if (rates) {
        returns_quantiles(column[RATE], n, returns->irr_quantile);
        returns_quantiles(column[GROSS_RATE], n, returns->gross_irr_quantile);
    }
}

bool returns_make(const struct fund *fund, const struct returns_choice *choice, bool rates,
                  void (*each)(int64_t fund, const struct ledger *ledger, const struct deal *const *deals,
                               void *data),
                  void *data, struct fund_returns *returns)
{
    const struct deal *chosen[FUND_COMPANIES_MAX];
    struct ledger *ledger = malloc(sizeof *ledger);
    double *room = malloc((size_t)choice->funds * (COLUMNS + 1) * sizeof *room), *column[COLUMNS + 1];
    const double size = fund->size * choice->companies / fund->companies;
    *returns = (struct fund_returns){.companies = choice->companies, .funds = choice->funds};
    for (int c = 0; c <= COLUMNS && room; c++)
        column[c] = room + (size_t)c * (size_t)choice->funds;
    for (int64_t f = 0; f < choice->funds && ledger && room; f++) {
        returns_choose(choice, fund->seed, f, chosen);
        ledger_keep(fund, size, chosen, choice->companies, ledger);
        read_ledger(fund, ledger, rates, column, f);
        if (each)
            each(f, ledger, chosen, data);
    }
    bool made = ledger && room;
    if (made)
        read_columns(size, rates, column, choice->funds, returns);
    free(ledger);
    free(room);
    return made;
}
