#include "model/debt.h"

#include "model/holdings.h"
#include "numerics/elementary.h"

/* Nothing in the first months, then equal parts, the whole rest at the end of the term. */
static inline double instalment(double debt, double age, double grace, double term)
{
    double part = debt / elementary_max(term - age, 1.0);
    return age >= grace ? part : 0.0;
}

LANE_LOOP void service(struct block *block)
{
    const int n = block->n;
    const struct funding *funding = &block->given.funding;
    const double *restrict interest = funding->debt_interest, *restrict term = funding->debt_term;
    const double *restrict grace = funding->debt_grace, *restrict share = funding->advance_share;
    const double *restrict collected = block->company.collected;
    double *restrict debt = block->company.debt, *restrict age = block->company.debt_age;
    double *restrict advance = block->company.advance;
    double *restrict payment = block->company.debt_payment;
    for (int i = 0; i < n; i++) {
        double part = instalment(debt[i], age[i], grace[i], term[i]);
        double shared = elementary_min(share[i] * collected[i], advance[i]);
        payment[i] = debt[i] * interest[i] + part + shared;
        debt[i] -= part;
        advance[i] -= shared;
        age[i] += 1.0;
    }
}

void debt_service(struct block *block) { service(block); }

LANE_LOOP void take_advance(struct block *block)
{
    const int n = block->n;
    const struct funding *funding = &block->given.funding;
    const double *restrict amount = funding->advance_amount, *restrict multiple = funding->advance_multiple;
    const double *restrict needs = funding->advance_needs;
    const double *restrict revenue = block->company.revenue;
    double *restrict advance = block->company.advance, *restrict advanced = block->company.advanced;
    double *restrict cash = block->company.cash, *restrict borrowed = block->company.borrowed;
    for (int i = 0; i < n; i++) {
        double taken = revenue[i] >= 12.0 * needs[i] ? 1.0 - advanced[i] : 0.0;
        taken = amount[i] > 0.0 ? taken : 0.0;
        borrowed[i] = taken * amount[i];
        advance[i] += borrowed[i] * multiple[i];
        advanced[i] += taken;
        cash[i] += borrowed[i];
    }
}

void debt_take_advance(struct block *block) { take_advance(block); }

void debt_lend(struct block *block, int lane, double amount)
{
    struct company *company = &block->company;
    const struct funding *funding = &block->given.funding;
    double loan = company->rounds[lane] >= funding->debt_first_round[lane] ? funding->debt_share[lane] * amount : 0.0;
    company->debt[lane] += loan;
    company->debt_age[lane] = 0.0;
    company->cash[lane] += loan;
    company->borrowed[lane] += loan;
    if (block->next.instrument[lane] == HOLDINGS_PRICED)
        holdings_give_warrant(block, lane, funding->debt_warrants[lane] * loan);
}

double debt_owed(const struct block *block, int lane)
{
    return block->company.debt[lane] + block->company.advance[lane];
}
