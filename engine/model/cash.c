#include "model/cash.h"

#include "model/debt.h"
#include "numerics/elementary.h"

void cash_start(struct block *block)
{
    struct company *company = &block->company;
    for (int i = 0; i < block->n; i++) {
        company->cash[i] = block->given.company.cash[i];
        /* Who had customers before is still owed what they bought last. */
        company->collected[i] = company->revenue[i] / 12.0;
        company->receivables[i] = company->collected[i] * (block->given.people.collection[i] - 1.0);
        company->spent[i] = 0.0;
        company->raised[i] = 0.0;
    }
}

/* Customers pay late: a fixed share of what they owe each month, so on average after `collection`
 * months. Profitable service firms can die of it. */
LANE_LOOP void collect(struct block *block)
{
    const int n = block->n;
    const double *restrict collection = block->given.people.collection;
    const double *restrict billed = block->company.billed_total;
    double *restrict receivables = block->company.receivables;
    double *restrict collected = block->company.collected;
    for (int i = 0; i < n; i++) {
        receivables[i] += billed[i];
        collected[i] = receivables[i] * elementary_min(1.0 / collection[i], 1.0);
        receivables[i] -= collected[i];
    }
}

LANE_LOOP void spend(struct block *block)
{
    const int n = block->n;
    const double *restrict fixed = block->given.people.fixed_cost;
    const double *restrict payroll = block->company.payroll;
    const double *restrict direct = block->company.direct_cost;
    const double *restrict marketing = block->company.marketing;
    const double *restrict payment = block->company.debt_payment;
    const double *restrict collected = block->company.collected;
    double *restrict spent = block->company.spent;
    double *restrict cash = block->company.cash;
    for (int i = 0; i < n; i++) {
        spent[i] = payroll[i] + direct[i] + marketing[i] + fixed[i] + payment[i];
        cash[i] += collected[i] - spent[i];
    }
}

void cash_step(struct block *block)
{
    collect(block);
    debt_service(block);
    spend(block);
}
