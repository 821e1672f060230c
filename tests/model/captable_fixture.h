/* Companies to sell, and the words in which their cases are told. */
#ifndef MODEL_CAPTABLE_FIXTURE_H
#define MODEL_CAPTABLE_FIXTURE_H

#include "laws/fixture.h"
#include "model/captable.h"

static inline struct captable founded(void)
{
    struct captable table;
    captable_found(&table, 10e6, 0.0, 2, 48, 12);
    return table;
}

/* A share of the company after everything that has converted, to a part in a million: rounding of
 * prices and shares. */
static inline void expect(double shares, const struct captable *table, double part)
{
    double total = captable_outstanding(table) + table->unissued;
    ck_assert_double_eq_tol(shares / total, part, 1e-6);
}

static inline int safe(struct captable *table, double amount, double cap, double discount)
{
    const struct captable_safe terms = {
        .amount = amount, .cap = cap, .discount = discount, .rank = 1};
    return captable_sell_safe(table, &terms);
}

static inline struct captable_round priced(double amount, double pre_money)
{
    return (struct captable_round){
        .amount = amount, .pre_money = pre_money, .multiple = 1.0, .rank = 1};
}

static inline int close_with(struct captable *table, const struct captable_conventions *conventions,
                             struct captable_round round)
{
    return captable_close(table, conventions, &round);
}

static inline int close_round(struct captable *table, struct captable_round round)
{
    return captable_close(table, &captable_standard, &round);
}

#endif
