#include "report/backers.h"

#include "analysis/payout.h"
#include "analysis/typical.h"

#include <math.h>
#include <stdlib.h>

void backers_fill(struct strategy_summary *one, const struct kind *kind, int64_t paths)
{
    static const double companies[BUCKETS] = {.22, .26, .18, .17, .10, .04, .02, .01};
    static const double proceeds[BUCKETS] = {0, .04, .09, .15, .20, .16, .12, .24};
    static const double amounts[ROUNDS_MAX] = {0.9e6, 4.5e6, 10e6, 15e6, 23e6, 40e6};
    const struct figure unknown = {NAN, NAN};
    one->invested = one->multiple = one->multiple_median = one->loss_ratio = one->irr = unknown;
    one->best_multiple = NAN;
    if (kind->rounds == 0)
        return;
    one->raised = recipe_share(.45 + .1 * kind->rounds, paths);
    bool lost = kind->dies >= 1;
    one->invested = (struct figure){9.2e6, paths > 1 ? 1e5 : 0};
    one->multiple = (struct figure){lost ? 0 : 1.85, lost || paths == 1 ? 0 : .21};
    one->multiple_median = (struct figure){lost ? 0 : .41, paths > 1 ? .01 : 0};
    one->loss_ratio = recipe_share(lost ? 1 : .66, paths);
    one->irr = lost ? unknown : (struct figure){.113, NAN};
    one->best_multiple = lost ? 0 : 164;
    for (int b = 0; b < BUCKETS; b++) {
        one->bucket_companies[b] = lost ? b == 0 : companies[b];
        one->bucket_proceeds[b] = lost ? 0 : proceeds[b];
    }
    one->closings = kind->rounds;
    for (int r = 0; r < kind->rounds; r++) {
        struct cap_table *table = &one->cap_table[r];
        table->reached = one->raised.value * pow(.6, r);
        table->month = 10 + 17 * r;
        table->amount = amounts[r];
        double left = 1;
        for (int k = r; k >= 0; k--) {
            table->investor[k] = .2 * left;
            left -= table->investor[k];
        }
        table->pool = .13 * left;
        table->founders = left - table->pool;
        table->multiple = (struct figure){lost ? 0 : 2.2 - .2 * r, lost || paths == 1 ? 0 : .2};
        table->loss_ratio = recipe_share(lost ? 1 : .7 - .1 * r, paths);
    }
}

/* Of a price, by rule of thumb: lenders and preferences first, the rest as shares. */
static void fill_point(struct payout_shares *point, int rounds, double price)
{
    double lenders = fmin(3e5, price), left = price - lenders, claims = fmin(2e6 * rounds, left), rest = left - claims;
    *point = (struct payout_shares){.price = price, .lenders = lenders / price};
    for (int r = 0; r < rounds; r++)
        point->round[r] = (claims / rounds + rest * .4 / rounds) / price;
    point->staff = rest * .1 / price;
    point->founders = rest * .5 / price;
}

static struct payout *payout_of(const struct kind *kind, int horizon)
{
    struct payout *payout = calloc(1, sizeof *payout);
    *payout = (struct payout){.path = 4711, .among = 905, .outcome = OUTCOME_ACQUIRED, .month = horizon,
                              .price = 1.2e7 * kind->rounds, .cash = 4e5, .claims = 3e5 + 2e6 * kind->rounds,
                              .founders_from = 3e5 + 2e6 * kind->rounds + 2e3, .rounds = kind->rounds};
    struct payout_shares at;
    fill_point(&at, kind->rounds, payout->price);
    struct payout_step *step = payout->step;
    *step++ = (struct payout_step){PAYOUT_LENDERS, -1, 3e5, 3e5};
    for (int r = kind->rounds - 1; r >= 0; r--)
        *step++ = (struct payout_step){PAYOUT_PREFERENCE, r, 2e6, 2e6};
    for (int r = kind->rounds - 1; r >= 0; r--) {
        double beside = at.round[r] * payout->price - 2e6;
        *step++ = (struct payout_step){PAYOUT_PARTICIPATION, r, beside, beside};
    }
    *step++ = (struct payout_step){PAYOUT_STAFF, -1, at.staff * payout->price, at.staff * payout->price};
    *step++ = (struct payout_step){PAYOUT_FOUNDERS, -1, at.founders * payout->price, at.founders * payout->price};
    payout->steps = (int)(step - payout->step);
    for (int p = 0; p < PAYOUT_POINTS; p++)
        fill_point(&payout->point[p], kind->rounds, 1e6 * pow(10, 3.0 * p / (PAYOUT_POINTS - 1)));
    return payout;
}

/* Money every fifth of a life; it ends with nothing or lives on. */
static struct typical *typical_of(const struct kind *kind, int horizon)
{
    struct typical *typical = calloc(1, sizeof *typical);
    bool dies = kind->dies > .5;
    int months = dies && horizon > 1 ? horizon / 2 : horizon;
    *typical = (struct typical){.path = 815, .among = 1000, .raised = kind->rounds > 0, .months = months};
    typical->result = (struct result){.rounds = (uint8_t)kind->rounds, .month = (uint16_t)months,
                                      .outcome = dies ? OUTCOME_SHUT_DOWN : OUTCOME_PRIVATE};
    double cash = 6e5, burn = 1e4;
    typical->cash[0] = cash;
    for (int m = 1; m <= months; m++) {
        cash -= burn;
        int next = typical->marks;
        if (next < kind->rounds && m >= (next + 1) * months / (kind->rounds + 1)) {
            double amount = 1e6 * (next + 1) * (next + 1);
            typical->mark[typical->marks++] =
                (struct typical_mark){.month = m, .round = next, .amount = amount, .runway = fmax(cash / burn, 0)};
            typical->raised_in_all += amount;
            cash += amount;
            burn = amount / 20;
        }
        typical->cash[m] = dies && m == months ? -1e5 : cash;
    }
    return typical;
}

void backers_show(struct strategy_summary *one, const struct kind *kind, int horizon, int64_t paths)
{
    one->typical = typical_of(kind, horizon);
    one->exit.amount = one->exit.multiple.value = one->exit.loss_ratio.value = one->exit_error = NAN;
    if (kind->rounds == 0 || kind->dies >= 1)
        return;
    one->payout = payout_of(kind, horizon);
    one->exit = one->cap_table[kind->rounds - 1];
    one->exit.amount = NAN;
    one->exit.reached = .07;
    one->exit_error = paths > 1 ? .004 : NAN;
}
